exports.up = async (knex) => {
  await knex.schema.createSchemaIfNotExists('shop');
  await knex.schema.withSchema('shop').createTable('item', (t) => {
    t.uuid('id').primary().defaultTo(knex.raw('gen_random_uuid()'));
    t.specificType('tags', 'text[]').notNullable().defaultTo('{}');
    t.jsonb('more').notNullable().defaultTo('{}');
  });
};
exports.down = async (knex) => {
  await knex.schema.withSchema('shop').dropTable('item');
  await knex.schema.dropSchema('shop');
};
