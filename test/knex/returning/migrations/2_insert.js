exports.up = async (knex) => {
  const [{ id }] = await knex('author').insert({ name: 'Ann' }).returning('id');
  await knex('text').insert({ author_id: id, title: 'first' });
  const [whole] = await knex('author').insert({ name: 'Ben' }, '*');
  await knex('text').insert([{ author_id: whole.id, title: whole.name }, { author_id: id, title: 'second' }]);
};
exports.down = async (knex) => {
  await knex('text').del();
  await knex('author').del();
};
