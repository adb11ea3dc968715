/** What must hold before a revision changes anything, spelled for its database; and what the revision says may be lost. */

import { spellCheck } from '../dialect/check.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { acceptedBy } from '../operation/check.ts';
import type { Operation } from '../operation/operation.ts';
import { standing } from '../operation/standing.ts';
import { describe } from '../operation/verbs.ts';
import type { Accepted, Precondition, Recording } from './recording.ts';

function preconditionsOf({ changes, before }: Recording, dialect: Dialect): readonly Precondition[] {
  return standing(changes, before).flatMap(({ check, by, at, table }) =>
    changes[by]!.statements.length === 0
      ? []
      : spellCheck(check, table, dialect).map((spelled) => ({ at, check: spelled })),
  );
}

function acceptedIn(operation: Operation, at: number): readonly Accepted[] {
  if (operation.kind === 'custom' || operation.kind === 'raw') {
    return (operation.does ?? []).flatMap((one) => acceptedIn(one, at));
  }
  const words = acceptedBy(operation);
  return words === undefined ? [] : [{ at, what: describe(operation), words }];
}

export function withPreconditions(recording: Recording, dialect: Dialect): Recording {
  const preconditions = preconditionsOf(recording, dialect);
  const accepted = recording.changes.flatMap(({ operations }, at) => operations.flatMap((one) => acceptedIn(one, at)));
  return {
    ...recording,
    ...(preconditions.length === 0 ? {} : { preconditions }),
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}
