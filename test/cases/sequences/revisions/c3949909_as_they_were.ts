/** What was never said of a sequence is altered, and taken back */
import type { Op } from 'migrator';

export const revision = 'c3949909';
export const downRevision = 'b3949909';

export function upgrade(op: Op): void {
  op.alterSequence('number', {
    increment: 3,
    minValue: -10,
    maxValue: 500,
    cache: 20,
    cycle: op.dialect !== 'cockroachdb',
  });
  op.alterSequence('descent', { minValue: -700, maxValue: 40 });
}
