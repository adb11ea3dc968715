import type { Op } from 'migrator';

export const revision = 'et02';
export const downRevision = 'et01';

export function upgrade(op: Op): void {
  op.renameEnum('mood', 'Feeling');
}
