const rowsOf = (answer) => answer.rows ?? (Array.isArray(answer[0]) ? answer[0] : answer);

exports.up = async (knex) => {
  const rows = rowsOf(await knex.raw('select full_name as name from member where role_id = ? order by id', [2]));
  await knex('badge').insert(rows.map(({ name }) => ({ text: `raw ${name}` })));
  const [{ n }] = rowsOf(await knex.raw('select count(*) as n from badge'));
  await knex.raw('update badge set member_id = ? where text like ?', [Number(n), 'raw %']);
};
exports.down = (knex) => knex('badge').where('text', 'like', 'raw %').del();
