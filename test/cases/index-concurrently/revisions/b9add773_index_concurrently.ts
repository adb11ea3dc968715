/** An index built without blocking writers */
import type { Op } from 'migrator';

export const revision = 'b9add773';
export const downRevision = 'a9add773';

export function upgrade(op: Op): void {
  op.createIndex('item_name', 'item', ['name'], { concurrently: true });
}

export function downgrade(op: Op): void {
  op.dropIndex('item_name', 'item', { concurrently: true });
}
