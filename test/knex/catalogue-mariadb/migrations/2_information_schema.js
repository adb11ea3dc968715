exports.up = async (knex) => {
  const [keys] = await knex.raw("select constraint_name as name from information_schema.key_column_usage where table_schema = database() and table_name = 'lid' and referenced_table_name is not null");
  for (const { name } of keys) await knex.raw('alter table lid drop foreign key ??', [name]);
  await knex.schema.alterTable('lid', (t) => t.foreign('crate_id', 'lid_of_crate').references('crate.id').onDelete('CASCADE'));
};
exports.down = async (knex) => {
  await knex.schema.alterTable('lid', (t) => t.dropForeign('crate_id', 'lid_of_crate'));
  await knex.schema.alterTable('lid', (t) => t.foreign('crate_id').references('crate.id'));
};
