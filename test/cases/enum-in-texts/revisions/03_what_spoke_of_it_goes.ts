import type { Op } from 'migrator';

export const revision = 'et03';
export const downRevision = 'et02';

export function upgrade(op: Op): void {
  op.dropView('sad_person');
  op.dropConstraint('person_stays', 'person');
  op.dropIndex('person_sad', 'person');
  op.dropColumn('person', 'here', { dataLoss: 'it is computed' });
  op.dropColumn('person', 'felt', { dataLoss: 'nobody felt anything' });
}
