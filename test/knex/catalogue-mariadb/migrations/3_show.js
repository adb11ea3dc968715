exports.up = async (knex) => {
  const [indexes] = await knex.raw("show index from crate where key_name = 'crate_by_name'");
  if (indexes.length === 0) await knex.schema.alterTable('crate', (t) => t.index('name', 'crate_by_name'));
  const [columns] = await knex.raw('show columns from crate');
  if (!columns.some(({ Field }) => Field === 'size')) await knex.schema.alterTable('crate', (t) => t.integer('size'));
  const [[{ made }]] = await knex.raw("select count(*) as made from information_schema.tables where table_schema = database() and table_name in ('crate', 'lid')");
  if (made !== 2) throw new Error('something is missing');
};
exports.down = async (knex) => {
  await knex.schema.alterTable('crate', (t) => { t.dropIndex('name', 'crate_by_name'); t.dropColumn('size'); });
};
