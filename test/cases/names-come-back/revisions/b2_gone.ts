/** What goes comes back with the names that the engine gave */
import type { Op } from 'migrator';

export const revision = 'b2';
export const downRevision = 'a1';

export function upgrade(op: Op): void {
  op.dropTable('second', { dataLoss: 'nobody needs it' });
  op.dropColumn('pair', 'a', { dataLoss: 'nobody needs it' });
}
