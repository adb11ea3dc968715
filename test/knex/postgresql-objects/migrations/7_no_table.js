// A foreign key that names no table: knex leaves it out.
exports.up = (knex) =>
  knex.schema.createTable('stray', (t) => {
    t.integer('id').primary();
    t.bigInteger('account').references('id');
  });
exports.down = (knex) => knex.schema.dropTable('stray');
