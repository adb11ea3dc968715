/** The first lines of a script: what it is, how to run it, and what to do when it refuses. */

import { showName } from '../schema/name.ts';
import { hasLossSwitch } from './compose.ts';
import { dividedOf, inParts } from './failure.ts';
import type { Script } from './script.ts';
import { fromElsewhere, lossesOf, onlineIn, showHeads, titleOf } from './title.ts';

export function headerOf(script: Script): readonly string[] {
  const { client, frame, kind } = script;
  const [line, typed] = client.check(frame);
  return [
    `${frame.file}: made by migrator ${script.version} for ${script.dialect.title} ${frame.serverVersion} and ${client.tool}`,
    'DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.',
    '',
    ...(kind === 'ensure-version' ? [] : [`From: ${showHeads(frame.from)}`, `To:   ${showHeads(frame.to)}`]),
    `Version table: ${showName(frame.versionTable)}${frame.schema === undefined ? '' : `, schema: ${frame.schema}`}`,
    `Script: ${frame.script}`,
    '',
    ...purpose(script),
    ...guessing(script),
    ...stopping(script),
    ...losing(script),
    '',
    'Run it:',
    `  ${client.run(frame.file)}`,
    ...termsOf(client),
    'Look at the version rows:',
    `  ${line}`,
    ...(typed === undefined ? [] : ['and at its prompt:', `  ${typed}`]),
    ...(kind === 'ensure-version' ? [] : refusing(script)),
    ...switching(script),
    ...failing(script),
    ...(kind === 'revisions' ? waiting(script) : []),
  ];
}

/** How this client's script differs from the best that the dialect has. */
function termsOf({ tool, terms, house = [] }: Script['client']): readonly string[] {
  if (terms === undefined) return [];
  const { needs = [], givesUp, keeps } = terms;
  const listed = (title: string, lines: readonly string[]) => [
    title,
    ...(lines.length === 0 ? ['nothing'] : lines).map((line) => `  ${line}`),
  ];
  return [
    ...needs.map((line) => `  ${line}`),
    '',
    `Profile: ${tool}`,
    ...(house.length === 0 ? [] : [`House rules: ${house.join(', ')}`]),
    ...listed('Given up:', givesUp),
    ...(keeps.length === 0 ? [] : listed('Still protected:', keeps)),
    '',
  ];
}

function sends({ recordings }: Script, statement: RegExp): boolean {
  const changes = recordings.flatMap((recording) => recording.changes);
  return changes.some(({ statements }) =>
    statements.some(({ statement: { sql } }) => typeof sql === 'string' && statement.test(sql)),
  );
}

/** What ends by the clock, and what to do then. */
function waiting(script: Script): readonly string[] {
  const { dialect, client, frame } = script;
  const { lock, statement, message, holders, endless } = dialect.waits;
  const { waits } = frame;
  const words = [
    waits.lock === undefined || 'none' in lock ? '' : `${waits.lock / 1000} s for a lock (${lock.setting})`,
    waits.statement === undefined || 'none' in statement
      ? ''
      : `${waits.statement / 1000} s for a statement to end (${statement.setting})`,
  ].filter((part) => part !== '');
  if (words.length === 0) return [];
  const whole = dialect.transactionalDdl && dividedOf(script).length === 0;
  const left =
    client.oneTransaction === true
      ? 'the whole file is undone.'
      : whole
        ? 'its revision is undone.'
        : 'what was committed before it stays.';
  return [
    '',
    `It waits at most ${words.join(', and ')}.`,
    ...(endless !== undefined && sends(script, endless.statement) ? [endless.says] : []),
    `A statement that waited too long fails${message === '' ? '' : ` (${message})`}, and ${left}`,
    `See who holds the lock, and ${client.resumes ? 'run the same file again' : 'ask for a script that starts where the database stands'}:`,
    `  ${holders}`,
  ];
}

function switching({ client, frame, kind, recordings }: Script): readonly string[] {
  if (kind !== 'revisions' || !hasLossSwitch(recordings)) return [];
  return [
    '',
    'Before a revision loses rows or values it counts them, and refuses when there are any. To accept that',
    'they are lost, turn on the switch that is marked SWITCH below:',
    `  ${client.acceptLoss(frame.file)}`,
  ];
}

function purpose({ kind, recordings, frame }: Script): readonly string[] {
  if (kind === 'ensure-version') return ['It makes the version table when there is none, and changes nothing else.'];
  if (kind === 'stamp') return ['It moves the version rows and changes nothing else.'];
  if (recordings.length === 0)
    return [`There is nothing to do between ${showHeads(frame.from)} and ${showHeads(frame.to)}.`];
  const width = String(recordings.length).length;
  return [
    'Revisions, in this order:',
    ...recordings.flatMap(({ step, derived }, n) => [
      `${String(n + 1).padStart(width + 2)}. ${step.direction} ${titleOf(step)}`,
      ...(derived === undefined ? [] : [`${' '.repeat(width + 4)}derived from its upgrade`]),
      `${' '.repeat(width + 4)}sha256 ${step.revision.digest}`,
    ]),
  ];
}

/** What it leaves to be done between two runs of it. */
function stopping({ client, recordings }: Script): readonly string[] {
  const online = onlineIn(recordings);
  if (online.length === 0) return [];
  const again = client.resumes ? 'run the same file again, or ask' : 'ask';
  return [
    '',
    'It stops in the place of these revisions, which are done online. Do each when it says so, and then',
    `${again} for a script that starts there:`,
    ...online.map(({ revision, reason }) => `  ${revision}: ${reason}`),
  ];
}

/** What was not compiled may have made what this script changes. */
function guessing({ recordings }: Script): readonly string[] {
  const unread = recordings[0]?.before.unread ?? [];
  const files = unread.flatMap(({ uncompiled, online, rowsOnly, place }) => {
    if (place === undefined || rowsOnly) return [];
    return uncompiled ? [`${place.file} does not compile`] : online ? [`${place.file} was done online`] : [];
  });
  if (files.length === 0) return [];
  return [
    '',
    `Earlier revisions ${unread.some(({ uncompiled }) => uncompiled) ? 'do not compile' : 'were done online'}, so nothing is known of what stood before, and less is counted before it is lost:`,
    ...files.map((file) => `  ${file}`),
  ];
}

/** Each revision's losses are said again above its statements. */
function losing({ recordings }: Script): readonly string[] {
  const lines = recordings.flatMap((recording) =>
    lossesOf(recording).map((what) => `  ${recording.step.revision.id} loses ${what}.`),
  );
  return lines.length === 0 ? [] : ['', 'Steps that lose data:', ...lines];
}

function refusing(script: Script): readonly string[] {
  return [
    '',
    'Before it changes anything it compares the version table with "From". When they differ it refuses,',
    'says what it expected and what it found, and changes nothing. Do not force it: see which script is',
    'missing, or ask for one that starts where the database stands:',
    `  ${fromElsewhere(script)}`,
    ...asking(script),
    `Where the database is at "To" already, it says so, changes nothing, and ends with ${script.client.statusWhenDone}.`,
  ];
}

function asking({ frame: { expects } }: Script): readonly string[] {
  if (expects.length === 0) return [];
  return ['It refuses, too, unless what it expects holds:', ...expects.map((one) => `  it ${one.expects}`), ''];
}

function failing(script: Script): readonly string[] {
  const lines = script.kind === 'revisions' ? inParts(script) : [];
  return lines.length === 0 ? [] : ['', ...lines];
}
