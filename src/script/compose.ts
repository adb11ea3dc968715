/** What comes after what in a script; knows no spelling. */

import type { Entry, Frame, Part, PartOf } from '../dialect/client.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Heads, Step } from '../history/revision.ts';
import type { Precondition, Recording } from '../recorder/recording.ts';
import { showName } from '../schema/name.ts';
import { digestOf } from './digest.ts';
import { finishesLater, placed, type Run, runsOf, type Spoken } from './runs.ts';
import { showHeads, stepTitle } from './title.ts';

type CheckPart = PartOf<'check'>;

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

/** What an earlier run has done is not asked again, so checks belong to the step that they stand before; a loss to the one that loses, too. */
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

function checkParts(
  { step, changes, preconditions = [] }: Recording,
  at: number | undefined,
  where: Pick<CheckPart, 'entry' | 'outside' | 'whole'>,
): readonly CheckPart[] {
  // what came between is counted again by the step that loses it
  const isAgain = ({ at: asked, by, check }: Precondition): boolean =>
    where.entry.step > 1 && asked === undefined && by === at && check.loss;
  const standing = preconditions.filter((one) => one.at === at || isAgain(one));
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
