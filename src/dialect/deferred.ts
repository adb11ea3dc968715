/** Keys that an engine cannot defer, which knex is not aware of. */

import type { Of } from '../operation/operation.ts';
import { addedConstraints, unsupported } from './lower.ts';

/** `not deferrable` says what a key is anyway; knex writes it right in no new table. */
export function refuseDeferred(operation: Of<'createTable'> | Of<'addConstraint'>, title: string): void {
  for (const constraint of addedConstraints(operation)) {
    if (constraint.kind === 'check' || constraint.deferrable === undefined) continue;
    if (constraint.deferrable === 'not deferrable' && operation.kind === 'addConstraint') continue;
    const shown = constraint.name ?? `the ${constraint.kind} key`;
    throw unsupported(`${title} has no deferrable constraints: ${shown}`, 'leave deferrable out');
  }
}
