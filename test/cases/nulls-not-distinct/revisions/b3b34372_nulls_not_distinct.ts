/** A unique constraint for which two NULLs are the same */
import type { Op } from 'migrator';

export const revision = 'b3b34372';
export const downRevision = 'a3b34372';

export function upgrade(op: Op): void {
  op.createUniqueConstraint('item_price', 'item', ['price'], { nullsNotDistinct: true });
}

export function downgrade(op: Op): void {
  op.dropConstraint('item_price', 'item');
}
