import type { Knex } from 'knex';
import { audited } from '@shared/columns';
import { State, Table } from '@names';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(Table.Reader, (table) => {
    table.increments();
    table.string('name').notNullable();
    table.integer('state').defaultTo(State.Home);
    audited(table);
  });
  await knex(Table.Reader).insert({ name: 'Ada', state: State.Lent });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable(Table.Reader);
}
