/** What must hold before a revision changes anything, spelled for its database; and what the revision says may be lost. */

import { isCounted, spellCheck } from '../dialect/check.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import { acceptedBy, tablesRead } from '../operation/check.ts';
import type { Operation } from '../operation/operation.ts';
import { type Standing, standing } from '../operation/standing.ts';
import { describe } from '../operation/verbs.ts';
import { showName } from '../schema/name.ts';
import type { Accepted, Precondition, Recording, Uncounted } from './recording.ts';

function preconditionsOf(all: readonly Standing[], dialect: Dialect): readonly Precondition[] {
  return all.flatMap(({ check, at, by, table }) => {
    const isThere = check.undeclared !== 'perhaps' && check.counts !== 'strangers';
    return spellCheck(check, table, dialect).map((spelled) => ({
      at,
      by,
      check: spelled,
      reads: tablesRead(check),
      ...(isThere && spelled.loss ? { loses: check.table } : {}),
    }));
  });
}

function uncountedOf(all: readonly Standing[], dialect: Dialect): readonly Uncounted[] {
  return all
    .filter(({ check }) => !isCounted(check, dialect))
    .map(({ check: { table, columns = [] }, by }) => {
      const [column] = columns;
      const shown = showName(table);
      return { at: by, what: column === undefined ? `the rows of ${shown}` : `the values of ${shown}.${column}` };
    });
}

function acceptedIn(operation: Operation, at: number): readonly Accepted[] {
  if (operation.kind === 'custom' || operation.kind === 'raw') {
    return (operation.does ?? []).flatMap((one) => acceptedIn(one, at));
  }
  const words = acceptedBy(operation);
  return words === undefined ? [] : [{ at, what: describe(operation), words }];
}

/** The script would stop half-way for certain. */
function requireEmpty({ check, by, filled }: Standing, { changes, step }: Recording, { checks, title }: Dialect): void {
  if (check.counts !== 'misfits' || filled !== true || checks.needsEmpty?.(check.from, check.to) !== true) return;
  const shown = `${showName(check.table)}.${check.from.name}`;
  throw new MigratorError(
    'impossible',
    `${title} makes ${check.to.sqlType} of ${check.from.sqlType} only in a column without values, and this revision has just inserted some: ${shown}`,
    {
      hint: 'Change the type before the rows come, or leave the column out of them and fill it afterwards.',
      place: changes[by]?.place ?? { file: step.revision.file },
    },
  );
}

export function withPreconditions(recording: Recording, dialect: Dialect): Recording {
  const all = standing(recording.changes, recording.before).filter(
    ({ by }) => recording.changes[by]!.statements.length > 0,
  );
  for (const one of all) requireEmpty(one, recording, dialect);
  const preconditions = preconditionsOf(all, dialect);
  const uncounted = uncountedOf(all, dialect);
  const accepted = recording.changes.flatMap(({ operations }, at) => operations.flatMap((one) => acceptedIn(one, at)));
  return {
    ...recording,
    ...(preconditions.length === 0 ? {} : { preconditions }),
    ...(accepted.length === 0 ? {} : { accepted }),
    ...(uncounted.length === 0 ? {} : { uncounted }),
  };
}
