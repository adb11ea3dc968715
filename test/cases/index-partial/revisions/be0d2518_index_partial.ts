/** An index over some of the rows */
import type { Op } from 'migrator';

export const revision = 'be0d2518';
export const downRevision = 'ae0d2518';

export function upgrade(op: Op): void {
  op.createIndex('item_open', 'item', ['name'], { where: 'amount > 1' });
}

export function downgrade(op: Op): void {
  op.dropIndex('item_open', 'item');
}
