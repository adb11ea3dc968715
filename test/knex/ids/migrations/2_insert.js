exports.up = async (knex) => {
  const [id] = await knex('author').insert({ name: 'Ann' });
  await knex('text').insert({ author_id: id, title: 'first' });
};
exports.down = async (knex) => {
  await knex('text').del();
  await knex('author').del();
};
