/** What comes after what in a script; knows no spelling. */

import type { Frame, Part, PartOf } from '../dialect/client.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Heads, Step } from '../history/revision.ts';
import type { Change, Recording, Told } from '../recorder/recording.ts';
import { statementText } from './statement-text.ts';
import { stepTitle } from './title.ts';

type StatementPart = PartOf<'statement'>;

/** Statements of one revision that share a transaction, or that none may enclose. */
export interface Run {
  readonly transactional: boolean;
  readonly statements: readonly StatementPart[];
}

export function compose(recordings: readonly Recording[], _frame: Frame, dialect: Dialect): readonly Part[] {
  return [
    { part: 'open', guarded: true },
    { part: 'admit' },
    { part: 'versionTable' },
    ...recordings.flatMap((recording) => revisionParts(recording, dialect)),
    { part: 'close', guarded: true },
  ];
}

/** Only the version rows, for a database whose schema is known to be right. */
export function composeStamp({ from, to }: Frame): readonly Part[] {
  const revision = to.at(-1) ?? 'base';
  return [
    { part: 'open', guarded: true },
    { part: 'admit' },
    { part: 'versionTable' },
    { part: 'begin', revision, expected: from },
    movePart(revision, from, to),
    { part: 'commit', revision, moved: true },
    { part: 'close', guarded: true },
  ];
}

export function composeVersionTable(): readonly Part[] {
  return [{ part: 'open', guarded: false }, { part: 'versionTable' }, { part: 'close', guarded: false }];
}

export function revisionParts(recording: Recording, dialect: Dialect): readonly Part[] {
  const { step } = recording;
  const revision = step.revision.id;
  const runs = runsOf(recording, dialect);
  const last = runs.at(-1)!;
  return [
    { part: 'comment', lines: stepTitle(recording, dialect) },
    ...runs.flatMap((run) => runParts(run, step, run === last ? [movePart(revision, step.before, step.after)] : [])),
  ];
}

function runParts(run: Run, step: Step, move: readonly Part[]): readonly Part[] {
  const revision = step.revision.id;
  if (!run.transactional) return [{ part: 'outside', revision, expected: step.before }, ...run.statements];
  const moved = move.length > 0;
  return [
    { part: 'begin', revision, expected: step.before },
    ...run.statements,
    ...move,
    { part: 'commit', revision, moved },
  ];
}

function movePart(revision: string, before: Heads, after: Heads): PartOf<'move'> {
  const remove = before.filter((id) => !after.includes(id));
  const add = after.filter((id) => !before.includes(id));
  return { part: 'move', revision, remove, add, leaves: after };
}

/** The last run is a transaction, because the version rows move in it; it may hold nothing else. */
export function runsOf(recording: Recording, dialect: Dialect): readonly Run[] {
  const runs: { transactional: boolean; statements: StatementPart[] }[] = [];
  for (const part of statementParts(recording, dialect)) {
    const transactional = !dialect.transactionalDdl || part.statement.transactional;
    const current = runs.at(-1);
    const together = current?.transactional === transactional && !mustWait(part, current.statements, dialect);
    if (together) current.statements.push(part);
    else runs.push({ transactional, statements: [part] });
  }
  if (runs.at(-1)?.transactional !== true) runs.push({ transactional: true, statements: [] });
  return runs;
}

/** What is no schema change may use what one before it has made. */
function mustWait({ statement }: StatementPart, before: readonly StatementPart[], dialect: Dialect): boolean {
  if (dialect.schemaShowsAtCommit !== true || !statement.transactional || statement.sort === 'schema') return false;
  return before.some((earlier) => earlier.statement.sort === 'schema');
}

export function statementParts(recording: Recording, dialect: Dialect): readonly StatementPart[] {
  return recording.changes.flatMap((change) =>
    change.statements.map((told) => ({
      part: 'statement' as const,
      statement: told.statement,
      sql: statementText(told.statement, dialect.formatter),
      says: saysOf(told, change),
    })),
  );
}

function saysOf({ says }: Told, { place }: Change): readonly string[] {
  if (place === undefined) return says === '' ? [] : [says];
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  return [says === '' ? `(${where})` : `${says} (${where})`];
}
