exports.up = async (knex) => {
  const { rows } = await knex.raw("select conname, conrelid::regclass::text as on_table from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by 1");
  for (const { conname, on_table: table } of rows) await knex.raw('alter table ?? drop constraint ??', [table, conname]);
  const index = await knex('pg_indexes').where({ tablename: 'crate', indexname: 'crate_other' }).first();
  if (index === undefined) await knex.schema.alterTable('crate', (t) => t.index('other', 'crate_other'));
};
exports.down = (knex) => knex.raw('drop index if exists crate_other');
