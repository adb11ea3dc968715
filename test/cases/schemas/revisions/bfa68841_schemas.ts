/** A schema is created */
import type { Op } from 'migrator';

export const revision = 'bfa68841';
export const downRevision = null;

export function upgrade(op: Op): void {
  op.createSchema('billing');
}

export function downgrade(op: Op): void {
  op.dropSchema('billing');
}
