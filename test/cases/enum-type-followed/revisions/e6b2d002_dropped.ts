/** The columns go, and come back with the type's present name */
import type { Op } from 'migrator';

export const revision = 'e6b2d002';
export const downRevision = 'e6b2d001';

export function upgrade(op: Op): void {
  op.dropColumn('mood_day', 'mood', { dataLoss: 'the moods are samples' });
  op.dropColumn('mood_day', 'moods', { dataLoss: 'the moods are samples' });
  op.dropColumn('mood_day', 'quoted', { dataLoss: 'the moods are samples' });
}
