exports.up = (knex) =>
  knex.schema.withSchema('shop').createTable('price', (t) => {
    t.uuid('item_id').notNullable().references('id').inTable('shop.item').onDelete('cascade');
    t.decimal('amount', 12, 2).notNullable().checkPositive('price_is_positive');
    t.specificType('valid', 'tstzrange');
    t.comment("what an item costs, and in which years");
  });
exports.down = (knex) => knex.schema.withSchema('shop').dropTable('price');
