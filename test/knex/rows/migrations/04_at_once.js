exports.up = async (knex) => {
  await Promise.all([201, 202, 203].map((id) => knex('town').insert({ id, name: `at once ${id}` })));
  await Promise.all([
    knex.schema.createTable('left', (t) => t.integer('id')),
    knex.schema.createTable('right', (t) => t.integer('id')),
  ]);
};
exports.down = (knex) =>
  Promise.all([knex('town').where('id', '>', 200).del(), knex.schema.dropTable('left'), knex.schema.dropTable('right')]);
