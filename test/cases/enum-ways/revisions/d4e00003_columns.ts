/** The columns go, and come back as they have become */
import type { Op } from 'migrator';

export const revision = 'd4e00003';
export const downRevision = 'd4e00002';

export function upgrade(op: Op): void {
  op.dropColumn('person', 'mood', { dataLoss: 'nobody asks' });
  op.dropColumn('person', 'moods', { dataLoss: 'nobody asks' });
  op.dropColumn('person', 'distant', { dataLoss: 'nobody asks' });
  op.dropColumn('person', 'width', { dataLoss: 'nobody asks' });
  op.dropColumn('person', 'widths', { dataLoss: 'nobody asks' });
}
