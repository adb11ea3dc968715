/** A computed column that is stored (on Oracle worked out when it is read) */
import type { Op } from 'migrator';

export const revision = 'b1aa496c';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.createTable('item', (t) => {
    t.integer('id').notNullable().primary();
    t.integer('amount').notNullable();
    t.integer('price').notNullable();
    t.integer('total').computed(`${q}amount${q} * ${q}price${q}`, { persisted: op.dialect !== 'oracle' });
  });
  await op.bulkInsert('item', [{ id: 1, amount: 3, price: 5 }]);
}

export function downgrade(op: Op): void {
  op.dropTable('item');
}
