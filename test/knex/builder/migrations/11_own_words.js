// Types in the author's own words that say more than a type, and changes for which the columns are written anew.
exports.up = async (knex) => {
  const { client } = knex.client.config;
  await knex.schema.createTable('words', (t) => {
    t.integer('key').primary();
    t.specificType('qty', 'integer not null default 5');
    t.specificType('code', 'varchar(20) unique');
    t.specificType('size', 'integer check (size > 0)');
    if (/pg|postgres/.test(client)) t.specificType('name', 'text collate "C" not null');
    if (!/mysql|maria/.test(client)) t.specificType('of', 'integer references words on delete cascade');
    t.integer('gone');
  });
  await knex.schema.alterTable('words', (t) => t.renameColumn('qty', 'amount'));
  await knex.schema.alterTable('words', (t) => t.setNullable('amount'));
  await knex.schema.alterTable('words', (t) => t.renameColumn('code', 'mark'));
  await knex.schema.alterTable('words', (t) => t.dropColumn('gone'));
};
exports.down = (knex) => knex.schema.dropTable('words');
