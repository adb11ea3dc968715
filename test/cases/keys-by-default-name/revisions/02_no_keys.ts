/** Primary keys that nobody named are dropped by the name that they have */
import type { Op } from 'migrator';

export const revision = '02';
export const downRevision = '01';

export function upgrade(op: Op): void {
  op.dropConstraint('plain_pkey', 'plain');
  if (op.dialect !== 'sqlite') op.dropConstraint('counted_pkey', 'counted');
}
