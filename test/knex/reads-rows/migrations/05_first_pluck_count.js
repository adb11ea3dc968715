exports.up = async (knex) => {
  const names = await knex('role').orderBy('id').pluck('name');
  const { n } = await knex('member').count({ n: '*' }).first();
  const [{ most }] = await knex('role').max('id as most');
  const guest = await knex('role').where('name', 'guest').first('id');
  await knex('badge').insert({ text: `${names.join(',')} ${Number(n) + 1} ${most} ${guest.id}` });
  const grouped = await knex('member').select('role_id').count('* as members').groupBy('role_id').orderBy('role_id');
  for (const { role_id: id, members } of grouped) await knex('role').where({ id }).update({ members: Number(members) });
};
exports.down = async (knex) => {
  await knex('role').update({ members: 0 });
  await knex('badge').del();
};
