/** An index over an expression */
import type { Op } from 'migrator';

export const revision = 'b66528c6';
export const downRevision = 'a66528c6';

export function upgrade(op: Op): void {
  op.createIndex('item_lower', 'item', [op.knex.raw('lower(??)', ['name'])]);
}

export function downgrade(op: Op): void {
  op.dropIndex('item_lower', 'item');
}
