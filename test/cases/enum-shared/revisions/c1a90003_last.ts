/** The last columns of the enum go: one becomes text, one is dropped */
import type { Op } from 'migrator';

export const revision = 'c1a90003';
export const downRevision = 'c1a90002';

export function upgrade(op: Op): void {
  op.dropColumn('pet', 'best', { dataLoss: 'pets do not say' });
  op.alterColumn('pet', 'mood', { type: (t, name) => t.string(name, 20) });
}
