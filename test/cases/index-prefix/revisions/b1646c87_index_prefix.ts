/** An index over the first characters of a column */
import type { Op } from 'migrator';

export const revision = 'b1646c87';
export const downRevision = 'a1646c87';

export function upgrade(op: Op): void {
  op.createIndex('item_name', 'item', [{ column: 'name', length: 10 }]);
}

export function downgrade(op: Op): void {
  op.dropIndex('item_name', 'item');
}
