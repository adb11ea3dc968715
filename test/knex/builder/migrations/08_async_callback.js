const words = () => new Promise((resolve) => setImmediate(() => resolve(['first', 'second'])));

exports.up = async (knex) => {
  const columns = await words();
  await knex.schema.createTable('later', async (t) => {
    t.integer('id');
    for (const name of columns) t.string(name);
    await null;
  });
};
exports.down = (knex) => knex.schema.dropTable('later');
