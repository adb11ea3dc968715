/** A foreign key with MATCH FULL */
import type { Op } from 'migrator';

export const revision = 'ba2480b6';
export const downRevision = 'aa2480b6';

export function upgrade(op: Op): void {
  op.dropConstraint('part_item', 'part');
  op.createForeignKey('part_item', 'part', 'item', ['item_id'], ['id'], { match: 'full' });
}

export function downgrade(op: Op): void {
  op.dropConstraint('part_item', 'part');
  op.createForeignKey('part_item', 'part', 'item', ['item_id'], ['id'], { onDelete: 'cascade' });
}
