/** A unique index that carries a column along (INCLUDE) */
import type { Op } from 'migrator';

export const revision = 'b210b0b5';
export const downRevision = 'a210b0b5';

export function upgrade(op: Op): void {
  op.createIndex('item_name', 'item', ['name'], { unique: true, include: ['amount'] });
}

export function downgrade(op: Op): void {
  op.dropIndex('item_name', 'item');
}
