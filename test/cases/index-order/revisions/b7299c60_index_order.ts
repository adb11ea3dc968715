/** An index in descending order */
import type { Op } from 'migrator';

export const revision = 'b7299c60';
export const downRevision = 'a7299c60';

export function upgrade(op: Op): void {
  op.createIndex('item_amount', 'item', [{ column: 'amount', order: 'desc' }, 'name']);
}

export function downgrade(op: Op): void {
  op.dropIndex('item_amount', 'item');
}
