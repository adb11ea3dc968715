/** A sequence with all its options, altered */
import type { Op } from 'migrator';

export const revision = 'b3949909';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createSequence('ticket', { start: 1000, increment: 5, minValue: 1, maxValue: 9000, cache: 10, cycle: true });
  op.alterSequence('ticket', { increment: 10 });
  op.createSequence('number');
  op.createSequence('descent', { increment: -1 });
}

export function downgrade(op: Op): void {
  op.dropSequence('descent');
  op.dropSequence('number');
  op.dropSequence('ticket');
}
