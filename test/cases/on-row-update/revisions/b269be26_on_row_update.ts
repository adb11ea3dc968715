/** A column that changes with its row (ON UPDATE) */
import type { Op } from 'migrator';

export const revision = 'b269be26';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.timestamp('changed_at')
      .notNullable()
      .defaultTo(op.knex.raw('current_timestamp'))
      .onRowUpdate('current_timestamp');
  });
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
