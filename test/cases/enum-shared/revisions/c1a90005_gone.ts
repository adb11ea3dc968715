/** The table goes */
import type { Op } from 'migrator';

export const revision = 'c1a90005';
export const downRevision = 'c1a90004';

export function upgrade(op: Op): void {
  op.dropTable('plant', { dataLoss: 'plants are samples' });
}
