/** An index is renamed */
import type { Op } from 'migrator';

export const revision = 'b2bbe984';
export const downRevision = 'a2bbe984';

export function upgrade(op: Op): void {
  op.createIndex('item_name', 'item', ['name']);
  op.renameIndex('item_name', 'item_by_name', 'item');
}

export function downgrade(op: Op): void {
  op.dropIndex('item_by_name', 'item');
}
