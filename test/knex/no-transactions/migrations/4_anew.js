/** SQLite makes the table anew. */
exports.up = async (knex) => {
  await knex.schema.alterTable('one', (t) => { t.integer('size').notNullable().defaultTo(1); t.unique(['id', 'size']); });
  await knex.schema.alterTable('one', (t) => { t.bigInteger('size').nullable().alter(); });
  await knex('one').where({ id: 4 }).update({ size: null });
};
exports.down = async (knex) => {
  await knex.schema.alterTable('one', (t) => { t.dropUnique(['id', 'size']); });
  await knex.schema.alterTable('one', (t) => { t.dropColumn('size'); });
};
