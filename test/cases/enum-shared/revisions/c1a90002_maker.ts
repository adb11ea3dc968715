/** The column that made the enum goes */
import type { Op } from 'migrator';

export const revision = 'c1a90002';
export const downRevision = 'c1a90001';

export function upgrade(op: Op): void {
  op.dropColumn('person', 'mood', { dataLoss: 'nobody asked them' });
}
