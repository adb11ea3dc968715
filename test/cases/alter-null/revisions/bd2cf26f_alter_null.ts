/** A column becomes nullable, and another gets a default */
import type { Op } from 'migrator';

export const revision = 'bd2cf26f';
export const downRevision = 'ad2cf26f';

export function upgrade(op: Op): void {
  op.alterColumn('item', 'due', { default: '2026-12-31' });
  op.alterColumn('item', 'amount', { nullable: true });
}

export function downgrade(op: Op): void {
  op.alterColumn('item', 'amount', { nullable: false });
  op.alterColumn('item', 'due', { default: null });
}
