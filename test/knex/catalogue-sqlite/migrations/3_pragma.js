exports.up = async (knex) => {
  const columns = await knex.raw('pragma table_info(crate)');
  if (!columns.some(({ name }) => name === 'size')) await knex.raw('alter table crate add column size integer');
  const indexes = await knex.raw("select name from pragma_index_list('crate')");
  await knex.schema.createTable(`crate_with_${indexes.length}`, (t) => t.integer('id'));
};
exports.down = (knex) => knex.schema.dropTable('crate_with_1').raw('alter table crate drop column size');
