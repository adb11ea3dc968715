/** A check is renamed */
import type { Op } from 'migrator';

export const revision = 'bf776853';
export const downRevision = 'af776853';

export function upgrade(op: Op): void {
  const q = op.dialect === 'oracle' ? '"' : '';
  op.createCheckConstraint('item_amount', 'item', `${q}amount${q} >= 0`);
  op.renameConstraint('item_amount', 'item_amount_positive', 'item');
}

export function downgrade(op: Op): void {
  op.dropConstraint('item_amount_positive', 'item');
}
