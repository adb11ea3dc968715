exports.up = async (knex) => {
  await knex.schema.createTable('one', (t) => { t.integer('id').primary(); t.boolean('on').notNullable().defaultTo(false); });
  await knex('one').insert({ id: 1, on: true });
};
exports.down = (knex) => knex.schema.dropTable('one');
