/** An index with an operator class */
import type { Op } from 'migrator';

export const revision = 'bd67c2fd';
export const downRevision = 'ad67c2fd';

export function upgrade(op: Op): void {
  op.createIndex('item_name', 'item', [{ column: 'name', opclass: 'varchar_pattern_ops', nulls: 'first' }]);
}

export function downgrade(op: Op): void {
  op.dropIndex('item_name', 'item');
}
