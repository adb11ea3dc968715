/** A range without a revision in it is nothing to write down. */

import { MigratorError } from '../errors.ts';
import type { Walk } from '../history/range.ts';
import type { Project } from '../project/project.ts';

export function refuseNothing({ from, steps }: Walk, { knex }: Project): void {
  if (steps.length > 0) return;
  const place = from.length === 0 ? 'base' : from.join(', ');
  const isKnex = knex !== undefined && knex.adopted === undefined;
  const maker = isKnex ? 'knex migrate:make' : 'migrator revision -m …';
  throw new MigratorError('nothing-to-do', `there is no revision beyond ${place} in that range`, {
    hint: from.length === 0 ? `write one with "${maker}"` : 'see "migrator history"',
  });
}
