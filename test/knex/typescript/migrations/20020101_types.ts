import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('book', (table: Knex.CreateTableBuilder): void => {
    table.bigIncrements('id');
    table.string('title', 200).notNullable();
  });
}

export async function down(knex: Knex): Promise<void> {
  return knex.schema.dropTable('book');
}
