/** Columns, if they exist and unless they do */
import type { Op } from 'migrator';

export const revision = 'b8d486dd';
export const downRevision = 'a8d486dd';

export function upgrade(op: Op): void {
  op.addColumn('item', (t) => t.integer('weight'), { ifNotExists: true });
  op.dropColumn('item', 'colour', { ifExists: true });
}

export function downgrade(op: Op): void {
  op.dropColumn('item', 'weight', { ifExists: true });
}
