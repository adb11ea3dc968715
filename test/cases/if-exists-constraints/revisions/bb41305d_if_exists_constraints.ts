/** A constraint is dropped if it exists */
import type { Op } from 'migrator';

export const revision = 'bb41305d';
export const downRevision = 'ab41305d';

export function upgrade(op: Op): void {
  op.dropConstraint('item_nothing', 'item', { type: 'check', ifExists: true });
}

export function downgrade(op: Op): void {
  op.dropConstraint('item_nothing', 'item', { type: 'check', ifExists: true });
}
