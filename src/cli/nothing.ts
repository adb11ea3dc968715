/** A range without a revision in it is nothing to write down. */

import { MigratorError } from '../errors.ts';
import type { Walk } from '../history/range.ts';

export function refuseNothing({ from, steps }: Walk): void {
  if (steps.length > 0) return;
  const place = from.length === 0 ? 'base' : from.join(', ');
  throw new MigratorError('nothing-to-do', `there is no revision beyond ${place} in that range`, {
    hint: from.length === 0 ? 'write one with "migrator revision -m …"' : 'see "migrator history"',
  });
}
