/** Columns whose values are listed, under names that they will not keep */
import type { Op } from 'migrator';

export const revision = 'e7d1a001';
export const downRevision = null;

export async function upgrade(op: Op): Promise<void> {
  op.createTable('orders', (t) => {
    t.integer('id').notNullable().primary();
    t.enu('state', ['open', 'done']).notNullable();
    t.enu('kind', ['a', 'b']);
  });
  await op.bulkInsert('orders', [{ id: 1, state: 'open', kind: 'a' }]);
}

export function downgrade(op: Op): void {
  op.dropTable('orders', { dataLoss: 'the orders are samples' });
}
