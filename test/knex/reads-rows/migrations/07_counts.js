exports.up = async (knex) => {
  const changed = await knex('badge').whereNotNull('member_id').update({ text: 'counted' });
  await knex('badge').insert({ text: `changed ${changed}` });
  const gone = await knex('badge').where({ text: 'counted' }).del();
  if (gone > 0) await knex('badge').insert({ text: `gone ${gone}` });
};
exports.down = (knex) => knex('badge').where('text', 'like', 'changed %').orWhere('text', 'like', 'gone %').del();
