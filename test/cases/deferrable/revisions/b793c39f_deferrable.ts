/** A foreign key that is checked at the end of the transaction */
import type { Op } from 'migrator';

export const revision = 'b793c39f';
export const downRevision = 'a793c39f';

export function upgrade(op: Op): void {
  op.dropConstraint('part_item', 'part');
  op.createForeignKey('part_item', 'part', 'item', ['item_id'], ['id'], { deferrable: 'deferred' });
}

export function downgrade(op: Op): void {
  op.dropConstraint('part_item', 'part');
  op.createForeignKey('part_item', 'part', 'item', ['item_id'], ['id'], { onDelete: 'cascade' });
}
