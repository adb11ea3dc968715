exports.up = async (knex) => {
  const tables = await knex('information_schema.tables').where({ table_schema: 'public' }).whereIn('table_name', ['crate', 'crane']).orderBy('table_name').pluck('table_name');
  for (const name of tables) await knex.schema.alterTable(name, (t) => t.text('note'));
  const { rows } = await knex.raw("select column_name from information_schema.columns where table_name = ? order by ordinal_position", ['crate']);
  await knex.schema.raw(`comment on table crate is '${rows.map(({ column_name: name }) => name).join(' ')}'`);
};
exports.down = async (knex) => {
  await knex.schema.raw('comment on table crate is null');
  for (const name of ['crate', 'crane']) await knex.schema.alterTable(name, (t) => t.dropColumn('note'));
};
