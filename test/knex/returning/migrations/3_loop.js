exports.up = async (knex) => {
  const made = await knex('author').insert([{ name: 'Cleo' }, { name: 'Dan' }], ['id', 'name']);
  for (const { id, name } of made) await knex('text').insert({ author_id: id, title: `by ${name}` });
  const renamed = await knex('author').where({ name: 'Dan' }).update({ name: 'Dan D' }).returning(['id']);
  await knex('text').where({ author_id: renamed[0].id }).update({ title: 'by Dan D' });
};
exports.down = async (knex) => {
  await knex('text').whereIn('title', ['by Cleo', 'by Dan D']).del();
  await knex('author').whereIn('name', ['Cleo', 'Dan D']).del();
};
