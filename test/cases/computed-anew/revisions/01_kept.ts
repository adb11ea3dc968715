/** A computed column that is kept on disk */
import type { Op } from 'migrator';

export const revision = '01';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('amount').notNullable();
    t.integer('more').computed(`${q}amount${q} + 1`, { persisted: op.dialect !== 'oracle' });
  });
  await op.bulkInsert('item', [{ id: 1, amount: 3 }]);
}
