/** The first lines of a script: what it is, how to run it, and what to do when it refuses. */

import type { Heads, Step } from '../history/revision.ts';
import { showName } from '../schema/name.ts';
import type { Script } from './script.ts';

export function headerOf(script: Script): readonly string[] {
  const { client, frame, kind } = script;
  return [
    `${frame.file}: made by migrator ${script.version} for ${script.dialect.title} ${frame.serverVersion} and ${client.tool}`,
    'DO NOT EDIT. Change the revisions and compile again; an edited file no longer matches its checksum.',
    '',
    ...(kind === 'ensure-version' ? [] : [`From: ${showHeads(frame.from)}`, `To:   ${showHeads(frame.to)}`]),
    `Version table: ${showName(frame.versionTable)}${frame.schema === undefined ? '' : `, schema: ${frame.schema}`}`,
    '',
    ...purpose(script),
    '',
    'Run it:',
    `  ${client.run(frame.file)}`,
    'Look at the version rows:',
    `  ${client.check(frame)}`,
    ...(kind === 'ensure-version' ? [] : refusing(frame.file)),
  ];
}

export function showHeads(heads: Heads): string {
  return heads.length === 0 ? 'base' : heads.join(', ');
}

function purpose({ kind, recordings, frame }: Script): readonly string[] {
  if (kind === 'ensure-version') return ['It makes the version table when there is none, and changes nothing else.'];
  if (kind === 'stamp') return ['It moves the version rows and changes nothing else.'];
  if (recordings.length === 0)
    return [`There is nothing to do between ${showHeads(frame.from)} and ${showHeads(frame.to)}.`];
  const width = String(recordings.length).length;
  return [
    'Revisions, in this order:',
    ...recordings.flatMap(({ step }, n) => [
      `${String(n + 1).padStart(width + 2)}. ${step.direction} ${titleOf(step)}`,
      `${' '.repeat(width + 4)}sha256 ${step.revision.digest}`,
    ]),
  ];
}

function refusing(file: string): readonly string[] {
  return [
    '',
    'Before it changes anything it compares the version table with "From". When they differ it refuses,',
    'says what it expected and what it found, and changes nothing. Do not force it: see which script is',
    `missing, or ask for another ${file} that starts where the database stands.`,
    'Where the database is at "To" already, it says so and changes nothing.',
  ];
}

const titleOf = ({ revision }: Step): string => `${revision.id} ${revision.message.replace(/\s+/g, ' ')}`.trim();

/** What stands above a revision's statements. */
export function stepTitle(step: Step): readonly string[] {
  const { direction, revision, before, after } = step;
  return [
    `==== ${direction === 'up' ? 'revision' : 'undoing revision'} ${titleOf(step)} ====`,
    `from ${showHeads(before)} to ${showHeads(after)}, ${revision.file}`,
  ];
}
