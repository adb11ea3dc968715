/** Which preconditions of a script can be asked before it begins, of the database as it stands then. */

import { spellCheck } from '../dialect/check.ts';
import type { SpelledCheck } from '../dialect/check-accent.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { tablesRead } from '../operation/check.ts';
import { standing } from '../operation/standing.ts';
import { wantsOf } from '../operation/wants.ts';
import { type Name, showName } from '../schema/name.ts';
import { tableOf } from '../schema/schema.ts';
import type { Recording } from './recording.ts';

export interface Foreseen {
  readonly revision: string;
  readonly check: SpelledCheck;
  /** By the names that its tables have where it is asked. */
  readonly reads: readonly Name[];
}

/** What nothing earlier in the script touches or makes, and what is there for certain; the rest waits until the script has come to it. */
export function foresee(
  recordings: readonly Recording[],
  dialect: Dialect,
): { readonly now: readonly Foreseen[]; readonly later: readonly Foreseen[] } {
  const [first] = recordings;
  if (first === undefined) return { now: [], later: [] };
  const changes = recordings.flatMap((recording) =>
    recording.changes.map((change) => ({ ...change, revision: recording.step.revision.id })),
  );
  const now = standing(changes, first.before).flatMap(({ check, by, at, table }) => {
    const { revision, statements } = changes[by]!;
    if (at !== undefined || statements.length === 0) return [];
    const spelled = spellCheck(check, table, dialect).filter(({ there }) => there === undefined);
    return spelled.map((one): Foreseen => ({ revision, check: one, reads: tablesRead(check) }));
  });
  const known = new Set(now.map(keyOf));
  const all = recordings.flatMap(({ step, preconditions = [] }) =>
    preconditions.map(({ check, reads }): Foreseen => ({ revision: step.revision.id, check, reads })),
  );
  return { now, later: all.filter((one) => !known.has(keyOf(one))) };
}

/** The tables that are there before a script and that it touches, sorted. */
export function touchedBy(
  recordings: readonly Recording[],
  { sizesAskTables }: Pick<Dialect, 'sizesAskTables'>,
): readonly Name[] {
  const before = recordings[0]?.before;
  const isCertain = (table: Name) => before !== undefined && tableOf(before, table) !== undefined;
  const tables = wantsOf(recordings)
    .uses.map(({ table }) => table)
    .filter((table) => sizesAskTables !== true || isCertain(table));
  return tables.sort((a, b) => (showName(a) < showName(b) ? -1 : 1));
}

const keyOf = ({ revision, check }: Foreseen): string => `${revision} ${check.noun}${check.of}`;
