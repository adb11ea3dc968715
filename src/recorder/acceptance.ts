/** Reads whose answers may be others in production, and reach statements: refused until the author says in words that they may. */

import type { Dialect } from '../dialect/dialect.ts';
import { allFaults, MigratorError, showPlace } from '../errors.ts';
import type { Revision, Step } from '../history/revision.ts';
import { describe } from '../operation/verbs.ts';
import { outlineOf } from './in-sql.ts';
import type { Question } from './question.ts';
import type { Change, Read, ReadKind } from './recording.ts';
import { skeletonOf } from './skeleton.ts';
import type { Traced } from './trace.ts';

export interface Risk {
  readonly question: Question;
  readonly read: Read;
  readonly traced: Traced;
  /** Why it is not left to the database: a clause. */
  readonly hindered?: string;
}

const why: Readonly<Partial<Record<ReadKind, string>>> = {
  'production rows': 'rows that only production has would change what is written',
  'applied rows': 'its rows were inserted before the script begins, and may have been changed in production since',
  'generated ids': 'the engine generated what was read, and would generate something else in production',
  counts: 'the number of rows that production has would change what is written',
};

/** Whether an answer of the shadow may be another in production, as far as the bundle goes. */
export function isRisk({ kind, reaches, decides, left }: Pick<Read, 'kind' | 'reaches' | 'decides' | 'left'>): boolean {
  return !left && why[kind] !== undefined && (reaches.length > 0 || decides === true);
}

function dependents({ reaches, decides }: Read, changes: readonly Change[]): string {
  const named = reaches.flatMap((at) => {
    const change = changes[at];
    if (change === undefined) return [];
    const what = change.operations.map(describe).join('; ');
    return [change.place === undefined ? what : `${what} (${showPlace(change.place)})`];
  });
  const each = [...new Set(named)];
  const more = each.length > 3 ? `, and ${each.length - 3} more` : '';
  if (each.length === 0) return 'on it depends which statements there are';
  return `on it ${each.length === 1 ? 'depends' : 'depend'} ${each.slice(0, 3).join(', ')}${more}${decides ? ', and which statements there are' : ''}`;
}

const worked = '. What JavaScript works out of it is worked out in SQL, such as price * 2 or upper(name)';

/** The way out that fits how the answer is used. */
function rewriting({ question, read, traced }: Risk, outline: string | undefined, dialect: Dialect): string {
  if (read.kind === 'generated ids') {
    const inserted = outline ?? 'insert … select id, … from the table by a key of its rows';
    return question.kind === 'insert'
      ? `Keep the id inside SQL: ${inserted}${dialect.insertsInWith ? ', or with … as (insert … returning id) insert … select' : ''}`
      : `Keep the id inside SQL: a subselect by a key of the row, (select id from … where …), in place of the value${outline === undefined ? '' : `, or ${outline}`}`;
  }
  if (read.kind === 'counts') return 'Put the condition into the statement itself, or say .expectRows(…) of it';
  if (traced.repeats)
    return `Let the database walk its own rows: ${outline ?? 'insert … select, or update and delete with their condition'}${worked}`;
  if (traced.carries) {
    return `Let the database look the value up: ${outline ?? 'a subselect in place of it, insert … select, or update … from'}${worked}`;
  }
  return 'Compile the condition into the script: insert … select … where not exists (…), a where in the statement, or ifExists and ifNotExists of op';
}

const inWords = ({ id, migration }: Revision): string =>
  migration !== undefined
    ? `Or accept it: accepts_reads = "why production has the same", below [revision."${id}"] in migrator.toml.`
    : "Or accept it: export const acceptsReads = 'why production has the same'.";

/** A loop asks the same question with other values. */
export function alike(risks: readonly Risk[], { formatter }: Dialect): readonly (readonly [Risk, ...Risk[]])[] {
  const found = new Map<string, [Risk, ...Risk[]]>();
  for (const risk of risks) {
    const { sql, place } = risk.question;
    const key = JSON.stringify([place, skeletonOf(sql, formatter)]);
    const others = found.get(key);
    if (others === undefined) found.set(key, [risk]);
    else others.push(risk);
  }
  return [...found.values()];
}

function refusal(
  { revision }: Step,
  [risk, ...others]: readonly [Risk, ...Risk[]],
  changes: readonly Change[],
  dialect: Dialect,
): MigratorError {
  const { question, read, traced } = risk;
  const reached = changes[read.reaches[0] ?? -1];
  const outline = reached && outlineOf(reached, question, traced.repeats, dialect);
  const kept = risk.hindered === undefined ? '' : `; it is not left to the database, because ${risk.hindered}`;
  const like = others.length === 0 ? '' : ` and ${others.length} more like it`;
  const sentence = `revision ${revision.id} reads (${read.asked})${like}, and ${why[read.kind]}: ${dependents(read, changes)}${kept}`;
  return new MigratorError('needs-acceptance', sentence, {
    hint: `${rewriting(risk, outline, dialect)}. ${inWords(revision)}`,
    place: read.place ?? { file: revision.file },
  });
}

/** Every such read of the revision; undefined where there is none. */
export function refuseReads(
  step: Step,
  risks: readonly Risk[],
  changes: readonly Change[],
  dialect: Dialect,
): MigratorError | undefined {
  return allFaults(alike(risks, dialect).map((some) => refusal(step, some, changes, dialect)));
}
