exports.up = (knex) =>
  knex.schema.createTable('basket', (t) => {
    t.integer('id').primary();
    t.integer('core_id').references('id').inTable('core_1');
  });
exports.down = (knex) => knex.schema.dropTable('basket');
