/** Indexes and columns come while the table is written to, or not at all */
import type { Op } from 'migrator';

export const revision = 'b82b6401';
export const downRevision = 'a82b6401';

const manner = ({ dialect }: Op) =>
  dialect === 'mysql' || dialect === 'mariadb' ? ({ algorithm: 'inplace', lock: 'none' } as const) : {};

export function upgrade(op: Op): void {
  const online = op.dialect === 'mssql' || op.dialect === 'oracle' ? { online: true } : {};
  op.createIndex('item_amount', 'item', ['amount'], { ...manner(op), ...online });
  op.createIndex('item_name', 'item', ['name', 'amount'], { unique: true, ...manner(op), ...online });
  op.addColumn('item', (t) => t.integer('weight'), manner(op));
  op.alterColumn('item', 'weight', { newColumnName: 'mass', ...manner(op) });
}

export function downgrade(op: Op): void {
  op.dropColumn('item', 'mass', manner(op));
  op.dropIndex('item_name', 'item', manner(op));
  op.dropIndex('item_amount', 'item', manner(op));
}
