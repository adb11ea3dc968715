/** The table that the next one changes */
import type { Op } from 'migrator';

export const revision = 'a82b6401';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('amount').notNullable();
    t.string('name', 20);
  });
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
