/** Which statements of a revision share a transaction, and what is said of each. */

import type { PartOf } from '../dialect/client.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import { type Place, showPlace } from '../errors.ts';
import type { Change, Recording, Told, Uncounted } from '../recorder/recording.ts';
import { showRange } from '../schema/row-range.ts';
import { statementText } from './statement-text.ts';
import { readsBehind } from './title.ts';

export const placed = (place: Place | undefined): { readonly place?: Place } => (place === undefined ? {} : { place });

/** `leads`: the number of the change whose first statement it is. */
export type Spoken = Pick<PartOf<'statement'>, 'statement' | 'sql' | 'says' | 'place'> & { readonly leads?: number };

/** Statements of one revision that share a transaction, or that none may enclose. */
export interface Run {
  readonly transactional: boolean;
  readonly statements: readonly Spoken[];
}

/** The last run is a transaction, because the version rows move in it; it may hold nothing else. */
export function runsOf(recording: Recording, dialect: Dialect): readonly Run[] {
  const runs: { transactional: boolean; statements: Spoken[] }[] = [];
  for (const spoken of spokenOf(recording, dialect)) {
    const transactional = spoken.statement.transactional && (dialect.transactionalDdl || isData(spoken.statement));
    const current = runs.at(-1);
    const together = transactional && current?.transactional === true && !mustWait(spoken, current.statements, dialect);
    if (together) current.statements.push(spoken);
    else runs.push({ transactional, statements: [spoken] });
  }
  const last = runs.at(-1);
  if (last?.transactional !== true || last.statements.some((spoken) => finishesLater(spoken, dialect)))
    runs.push({ transactional: true, statements: [] });
  return runs;
}

/** Raw SQL is taken at its first word: nothing that begins so changes the schema. */
function isData({ sort, sql, expectRows }: Statement): boolean {
  if (sort === 'data' || expectRows !== undefined) return true;
  return sort === 'raw' && (typeof sql !== 'string' || /^\s*(?:insert|update|delete|replace|merge)\b/i.test(sql));
}

/** What is no schema change may use what one before it has made. */
function mustWait(spoken: Spoken, before: readonly Spoken[], dialect: Dialect): boolean {
  if (dialect.finishesAfterCommit === undefined) return false;
  if ([spoken, ...before].some((one) => finishesLater(one, dialect))) return true;
  return spoken.statement.sort !== 'schema' && before.some(({ statement }) => statement.sort === 'schema');
}

export function finishesLater({ statement: { sql, sort } }: Spoken, dialect: Dialect): boolean {
  return sort !== 'data' && typeof sql === 'string' && dialect.finishesAfterCommit?.(sql) === true;
}

export function spokenOf(recording: Recording, dialect: Dialect): readonly Spoken[] {
  const { changes, accepted = [], uncounted = [] } = recording;
  return changes.flatMap((change, number) =>
    change.statements.map((told, nth) => ({
      statement: told.statement,
      sql: statementText(told.statement, dialect.formatter),
      says: [
        ...(nth > 0 ? [] : accepted.filter(({ at }) => at === number).map(({ words }) => `loss accepted: ${words}`)),
        ...(nth > 0 ? [] : uncounted.filter(({ at }) => at === number).map(notCounted)),
        ...readsBehind(recording, number),
        ...saysOf(told, change),
      ],
      ...(nth > 0 ? {} : { leads: number }),
      ...placed(change.place),
    })),
  );
}

function notCounted({ what }: Uncounted): string {
  return `not counted, because no revision declares it: ${what}`;
}

function saysOf({ says, statement: { when, expectRows } }: Told, { place }: Change): readonly string[] {
  const line = [says, place === undefined ? '' : `(${showPlace(place)})`].filter((words) => words !== '').join(' ');
  const only = when === undefined ? [] : [`only where ${when.condition.replace(/\s+/g, ' ')}`];
  const rows = expectRows === undefined ? [] : [`must touch ${showRange(expectRows)}`];
  return [...(line === '' ? [] : [line]), ...only, ...rows];
}
