/** A column changes its type by an expression (USING) */
import type { Op } from 'migrator';

export const revision = 'ba54e2c6';
export const downRevision = 'aa54e2c6';

export function upgrade(op: Op): void {
  op.alterColumn('item', 'state', { type: (t, name) => t.text(name), using: 'upper(state)' });
}

export function downgrade(op: Op): void {
  op.alterColumn('item', 'state', { type: (t, name) => t.string(name, 10) });
}
