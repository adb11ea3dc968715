/** The first lines of a script: what it is, how to run it, and what to do when it refuses. */

import { showName } from '../schema/name.ts';
import { inParts } from './failure.ts';
import type { Script } from './script.ts';
import { fromElsewhere, showHeads, titleOf } from './title.ts';

export function headerOf(script: Script): readonly string[] {
  const { client, frame, kind } = script;
  const [line, typed] = client.check(frame);
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
    `  ${line}`,
    ...(typed === undefined ? [] : ['and at its prompt:', `  ${typed}`]),
    ...(kind === 'ensure-version' ? [] : refusing(script)),
    ...failing(script),
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
    ...recordings.flatMap(({ step }, n) => [
      `${String(n + 1).padStart(width + 2)}. ${step.direction} ${titleOf(step)}`,
      `${' '.repeat(width + 4)}sha256 ${step.revision.digest}`,
    ]),
  ];
}

function refusing(script: Script): readonly string[] {
  return [
    '',
    'Before it changes anything it compares the version table with "From". When they differ it refuses,',
    'says what it expected and what it found, and changes nothing. Do not force it: see which script is',
    'missing, or ask for one that starts where the database stands:',
    `  ${fromElsewhere(script)}`,
    `Where the database is at "To" already, it says so, changes nothing, and ends with ${script.client.statusWhenDone}.`,
  ];
}

function failing(script: Script): readonly string[] {
  const lines = script.kind === 'revisions' ? inParts(script) : [];
  return lines.length === 0 ? [] : ['', ...lines];
}
