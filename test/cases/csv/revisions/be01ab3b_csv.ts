/** Rows from a CSV file */
import type { Op } from 'migrator';

export const revision = 'be01ab3b';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 40);
  });
  await op.bulkInsert('item', { csv: 'revisions/_rows.csv' });
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
