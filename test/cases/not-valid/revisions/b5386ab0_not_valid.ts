/** A check that leaves the old rows alone */
import type { Op } from 'migrator';

export const revision = 'b5386ab0';
export const downRevision = 'a5386ab0';

export function upgrade(op: Op): void {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.createCheckConstraint('item_amount', 'item', `${q}amount${q} < 100`, { notValid: true });
}

export function downgrade(op: Op): void {
  op.dropConstraint('item_amount', 'item');
}
