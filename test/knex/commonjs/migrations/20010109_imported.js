/** A module that only an import may load. */
exports.up = async (knex) => {
  const { table } = await import('../lib/named.mjs');
  await knex.schema.createTable(table, (t) => t.increments());
};
exports.down = (knex) => knex.schema.dropTable('imported_later');
