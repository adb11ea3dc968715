import type { Knex } from 'knex';

export function audited(table: Knex.CreateTableBuilder): void {
  table.string('made_by', 30).notNullable().defaultTo('nobody');
}
