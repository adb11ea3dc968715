/** A sequence is renamed and restarted */
import type { Op } from 'migrator';

export const revision = 'bf249be4';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createSequence('ticket');
  op.renameSequence('ticket', 'number');
  op.alterSequence('number', { restart: 50 });
}

export function downgrade(op: Op): void {
  op.dropSequence('number');
}
