exports.up = async (knex) => {
  const found = await knex('sqlite_master').where({ type: 'index', tbl_name: 'crate' }).select('name');
  for (const { name } of found) await knex.raw(`drop index ${name}`);
  const [{ sql }] = await knex.raw("select sql from sqlite_master where type = 'table' and name = 'crate'");
  if (/varchar\(20\)/.test(sql)) await knex.raw('create index crate_name on crate (name)');
};
exports.down = async (knex) => {
  await knex.raw('drop index crate_name');
  await knex.schema.alterTable('crate', (t) => t.unique('name'));
};
