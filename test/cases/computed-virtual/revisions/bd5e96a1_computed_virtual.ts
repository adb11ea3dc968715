/** A computed column that is worked out when it is read */
import type { Op } from 'migrator';

export const revision = 'bd5e96a1';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('amount').notNullable();
    t.integer('twice').computed(`${q}amount${q} * 2`);
  });
  await op.bulkInsert('item', [{ id: 1, amount: 3 }]);
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
