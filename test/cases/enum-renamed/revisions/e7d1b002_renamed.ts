/** Table and columns get other names, and the columns other values */
import type { Op } from 'migrator';

export const revision = 'e7d1b002';
export const downRevision = 'e7d1a001';

export function upgrade(op: Op): void {
  op.renameTable('orders', 'purchase');
  op.alterColumn('purchase', 'kind', { newColumnName: 'sort' });
  op.alterColumn('purchase', 'state', { type: (t, name) => t.enu(name, ['open', 'done', 'gone']) });
  op.alterColumn('purchase', 'sort', { type: (t, name) => t.enu(name, ['a', 'b', 'c']) });
}

export function downgrade(op: Op): void {
  op.alterColumn('purchase', 'sort', { type: (t, name) => t.enu(name, ['a', 'b']) });
  op.alterColumn('purchase', 'state', { type: (t, name) => t.enu(name, ['open', 'done']) });
  op.alterColumn('purchase', 'sort', { newColumnName: 'kind' });
  op.renameTable('purchase', 'orders');
}
