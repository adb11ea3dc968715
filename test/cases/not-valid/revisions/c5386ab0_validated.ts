/** A check that looks at old rows later (NOT VALID) */
import type { Op } from 'migrator';

export const revision = 'c5386ab0';
export const downRevision = 'b5386ab0';

export function upgrade(op: Op): void {
  op.validateConstraint('item_amount', 'item');
}

export function downgrade(op: Op): void {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.dropConstraint('item_amount', 'item');
  op.createCheckConstraint('item_amount', 'item', `${q}amount${q} < 100`, { notValid: true });
}
