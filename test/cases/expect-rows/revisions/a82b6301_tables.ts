/** The rows that the next one changes */
import type { Op } from 'migrator';

export const revision = 'a82b6301';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('amount').notNullable();
  });
  await op.bulkInsert('item', [
    { id: 1, amount: 0 },
    { id: 2, amount: 0 },
    { id: 3, amount: 5 },
  ]);
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
