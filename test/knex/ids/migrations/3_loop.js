exports.up = async (knex) => {
  for (const name of ['Ben', 'Cleo']) {
    const ids = await knex('author').insert({ name });
    await knex('text').insert({ author_id: ids[0], title: `by ${name}` });
  }
};
exports.down = async (knex) => {
  await knex('text').where('title', 'like', 'by %').del();
  await knex('author').whereIn('name', ['Ben', 'Cleo']).del();
};
