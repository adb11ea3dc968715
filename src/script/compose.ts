/** What comes after what in a script; knows no spelling. */

import type { Entry, Frame, Part, PartOf } from '../dialect/client.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import type { Place } from '../errors.ts';
import type { Heads, Step } from '../history/revision.ts';
import type { Change, Recording, Told, Uncounted } from '../recorder/recording.ts';
import { showName } from '../schema/name.ts';
import { showRange } from '../schema/row-range.ts';
import { digestOf } from './digest.ts';
import { statementText } from './statement-text.ts';
import { readsBehind, showHeads, stepTitle } from './title.ts';

type CheckPart = PartOf<'check'>;

/** `leads`: the number of the change whose first statement it is. */
type Spoken = Pick<PartOf<'statement'>, 'statement' | 'sql' | 'says' | 'place'> & { readonly leads?: number };

/** Statements of one revision that share a transaction, or that none may enclose. */
export interface Run {
  readonly transactional: boolean;
  readonly statements: readonly Spoken[];
}

export function compose(recordings: readonly Recording[], frame: Frame, dialect: Dialect): readonly Part[] {
  return [
    { part: 'open', guarded: true, ...(hasLossSwitch(recordings) ? { lossSwitch: true } : {}) },
    {
      part: 'admit',
      path: recordings.slice(1).map(({ step }) => step.before),
      ...(recordings.some((recording) => hasLoneSteps(recording, dialect)) ? { alone: true } : {}),
    },
    { part: 'versionTable' },
    ...recordings.flatMap((recording, place) => revisionParts(recording, place, dialect, frame)),
    { part: 'close', guarded: true },
  ];
}

const hasLoneSteps = (recording: Recording, dialect: Dialect): boolean =>
  runsOf(recording, dialect).some(({ transactional }) => !transactional);

/** A way back is taken when things are bad already: there, who runs it may accept what it loses. */
export function hasLossSwitch(recordings: readonly Recording[]): boolean {
  return recordings.some(
    ({ step, preconditions = [] }) => step.direction === 'down' && preconditions.some(({ check }) => check.loss),
  );
}

/** Only the version rows, for a database whose schema is known to be right. */
export function composeStamp({ from, to, script }: Frame): readonly Part[] {
  const revision = to.at(-1) ?? 'base';
  const entry: Entry = { revision, place: 0, direction: 'stamp', step: 1, steps: 1, digest: script };
  const message = `from ${showHeads(from)} to ${showHeads(to)}`;
  return [
    { part: 'open', guarded: true },
    { part: 'admit', path: [] },
    { part: 'versionTable' },
    { part: 'enter', entry },
    { part: 'begin', entry, expected: from },
    movePart(entry, message, from, to),
    { part: 'commit', entry, moved: true },
    { part: 'leave', entry },
    { part: 'close', guarded: true },
  ];
}

export function composeVersionTable(): readonly Part[] {
  return [{ part: 'open', guarded: false }, { part: 'versionTable' }, { part: 'close', guarded: false }];
}

export function revisionParts(recording: Recording, place: number, dialect: Dialect, frame: Frame): readonly Part[] {
  const { step } = recording;
  const { before, after, direction, revision } = step;
  const runs = runsOf(recording, dialect);
  const entries = runs.map(
    (_, n): Entry => ({
      revision: revision.id,
      place,
      direction,
      step: n + 1,
      steps: runs.length,
      digest: digestOf(recording),
    }),
  );
  const last = entries.at(-1)!;
  const move = movePart(last, revision.message, before, after);
  if (recording.onlineOnly !== undefined) return stopParts(recording, last, move, dialect, frame);
  return [
    { part: 'comment', lines: stepTitle(recording, dialect) },
    { part: 'enter', entry: entries[0]! },
    ...runs.flatMap((run, n) => runParts(run, entries[n]!, recording, dialect, entries[n] === last ? [move] : [])),
    { part: 'leave', entry: last },
  ];
}

/** Nothing ever comes past it, unless the version rows say that the revision was applied: then all of this is passed over. */
function stopParts(
  recording: Recording,
  entry: Entry,
  move: PartOf<'move'>,
  dialect: Dialect,
  frame: Frame,
): readonly Part[] {
  const { step, onlineOnly: why = '' } = recording;
  const { before, after, direction, revision } = step;
  const to = after.join(',') || 'base';
  const [verb, word] = direction === 'up' ? ['Apply', 'up'] : ['Undo', 'down'];
  const first = frame.book
    ? `${verb} it with knex, which this script keeps out until then: knex migrate:unlock, and knex migrate:${word} ${revision.id}`
    : `${verb} it by hand, and then ${movedByHand(move, dialect, frame)}`;
  const command = direction === 'up' ? 'bundle' : 'downgrade --sql';
  const then = `migrator ${command} ${to}:WHERE_IT_GOES --target ${frame.target}`;
  const deed = deedOf(step);
  return [
    { part: 'comment', lines: stepTitle(recording, dialect) },
    { part: 'enter', entry },
    { part: 'begin', entry, expected: before },
    {
      part: 'check',
      entry,
      deed,
      asked: deed,
      checks: [
        { loss: false, count: dialect.checks.one ?? 'SELECT 1', noun: 'stop', of: '', stops: { why, first, then } },
      ],
      loses: [],
      obeys: false,
      outside: false,
      whole: true,
      place: { file: revision.file },
    },
    move,
    { part: 'commit', entry, moved: true },
    { part: 'leave', entry },
  ];
}

function movedByHand({ remove, add }: PartOf<'move'>, { quote }: Dialect, { versionTable, schema }: Frame): string {
  const { schema: own = schema, name } = versionTable;
  const table = [...(own === undefined ? [] : [own]), name].map(quote).join('.');
  const gone = remove.map((id) => `DELETE FROM ${table} WHERE version_num = '${id}'`);
  const come = add.map((id) => `INSERT INTO ${table} (version_num) VALUES ('${id}')`);
  return [...gone, ...come].join('; ');
}

const deedOf = ({ direction, revision }: Step): string =>
  `${direction === 'down' ? 'undoing ' : ''}revision ${revision.id}`;

/** What an earlier run has done is not asked again, so checks belong to the step that they stand before. */
function runParts(
  run: Run,
  entry: Entry,
  recording: Recording,
  dialect: Dialect,
  move: readonly Part[],
): readonly Part[] {
  const { transactional } = run;
  const expected = recording.step.before;
  const first = entry.step === 1;
  const checking = (at?: number): readonly CheckPart[] => {
    const whole = first && (at === undefined || (dialect.transactionalDdl && transactional));
    return checkParts(recording, at, { entry, outside: !transactional, whole });
  };
  const registered: readonly Part[] =
    first && entry.steps > 1 ? [{ part: 'register', entry, outside: !transactional }] : [];
  const before: readonly Part[] = first ? [...checking(), ...registered] : [];
  const body = run.statements.flatMap(({ leads, ...spoken }): readonly Part[] => [
    ...(leads === undefined ? [] : checking(leads)),
    ...(transactional ? [] : [{ part: 'outside' as const, entry, expected, ...withoutText(spoken) }]),
    { ...spoken, part: 'statement', entry, alone: !transactional },
  ]);
  if (!transactional) return [...before, ...body];
  const moved = move.length > 0;
  const count = run.statements.filter(({ statement }) => statement.rebuilds !== undefined).length;
  const rebuilds = count === 0 ? {} : { rebuilds: count };
  const later = run.statements.find((spoken) => finishesLater(spoken, dialect));
  return [
    { part: 'begin', entry, expected, ...rebuilds, ...(later === undefined ? {} : { later: later.says }) },
    ...before,
    ...body,
    ...move,
    { part: 'commit', entry, moved, ...rebuilds, ...(later === undefined ? {} : { later: true }) },
  ];
}

function withoutText({ statement, says, place }: Spoken): Pick<PartOf<'outside'>, 'statement' | 'says' | 'place'> {
  return { statement, says, ...placed(place) };
}

const placed = (place: Place | undefined): { readonly place?: Place } => (place === undefined ? {} : { place });

function checkParts(
  { step, changes, preconditions = [] }: Recording,
  at: number | undefined,
  where: Pick<CheckPart, 'entry' | 'outside' | 'whole'>,
): readonly CheckPart[] {
  const standing = preconditions.filter((one) => one.at === at);
  if (standing.length === 0) return [];
  const checks = standing.map(({ check }) => check);
  const tables = new Map(standing.flatMap(({ loses }) => (loses === undefined ? [] : [[showName(loses), loses]])));
  const loses = [...tables.keys()].sort().map((name) => tables.get(name)!);
  const { direction, revision } = step;
  const deed = deedOf(step);
  const asked = at === undefined ? deed : `${deed}, change ${at + 1}`;
  const place = at === undefined ? { file: revision.file } : changes[at]?.place;
  return [
    {
      part: 'check',
      deed,
      asked,
      checks,
      loses,
      obeys: direction === 'down',
      ...(revision.migration === undefined ? {} : { migration: true }),
      ...where,
      ...placed(place),
    },
  ];
}

function movePart(entry: Entry, message: string, before: Heads, after: Heads): PartOf<'move'> {
  const remove = before.filter((id) => !after.includes(id));
  const add = after.filter((id) => !before.includes(id));
  return { part: 'move', entry, message, remove, add, leaves: after };
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

function finishesLater({ statement: { sql, sort } }: Spoken, dialect: Dialect): boolean {
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
  const where = place && (place.line === undefined ? place.file : `${place.file}:${place.line}`);
  const line = [says, where === undefined ? '' : `(${where})`].filter((words) => words !== '').join(' ');
  const only = when === undefined ? [] : [`only where ${when.condition.replace(/\s+/g, ' ')}`];
  const rows = expectRows === undefined ? [] : [`must touch ${showRange(expectRows)}`];
  return [...(line === '' ? [] : [line]), ...only, ...rows];
}
