/** A column becomes longer and gets a default */
import type { Op } from 'migrator';

export const revision = 'b5d7f617';
export const downRevision = 'a5d7f617';

export function upgrade(op: Op): void {
  op.alterColumn('item', 'name', { type: (t, name) => t.string(name, 80), default: 'none' });
}

export function downgrade(op: Op): void {
  op.alterColumn('item', 'name', { type: (t, name) => t.string(name, 40), default: null });
}
