/** What a failing statement leaves behind, in words for the DBA. */

import type { Recording } from '../recorder/recording.ts';
import { runsOf } from './runs.ts';
import type { Script } from './script.ts';

/** Revisions of a script that are not one transaction, though the database has them for schema changes. */
export function dividedOf({ recordings, dialect }: Pick<Script, 'recordings' | 'dialect'>): readonly Recording[] {
  if (!dialect.transactionalDdl) return [];
  return recordings.filter((recording) => runsOf(recording, dialect).length > 1);
}

export function whatFailureLeaves(script: Script): readonly string[] {
  const { recordings, dialect } = script;
  if (recordings.length === 0) return [];
  if (!dialect.transactionalDdl) {
    return [
      `${dialect.title} commits every schema change at once: when a statement fails, those before it in its revision stay.`,
      ...goingOn,
    ];
  }
  const divided = dividedOf(script);
  const parts = inParts(script, divided);
  if (divided.length === recordings.length) return parts;
  return [...whole(script, divided), ...(parts.length > 0 ? [''] : []), ...parts];
}

const goingOn: readonly string[] = [
  'The ledger beside the version table knows the steps that are done: mend what the message says, and run the',
  'same file again; it goes on there. A step that was cut off in its middle stops the script, with what to look',
  'at and how to settle it.',
];

function whole({ client }: Script, divided: readonly Recording[]): readonly string[] {
  if (client.oneTransaction === true)
    return ['The whole file is one transaction: when a statement fails, nothing of any revision stays.'];
  const each = divided.length === 0 ? 'Each revision' : 'Each revision but those named below';
  return [
    `${each} is one transaction: when a statement fails, its revision is undone and those before it stay.`,
    client.resumes
      ? 'The same file run again goes on from there.'
      : 'To go on from there, ask for a script that starts there.',
  ];
}

/** The part of the words above that a script's header repeats. */
export function inParts(script: Script, divided: readonly Recording[] = dividedOf(script)): readonly string[] {
  if (divided.length === 0) return [];
  return [
    `Not one transaction: ${divided.map(({ step }) => step.revision.id).join(', ')}.`,
    ...(script.client.resumes
      ? ['When a statement of such a revision fails, what was done before it in its revision stays.', ...goingOn]
      : [
          'When a statement of such a revision fails, what was done before it in its revision stays, and the',
          'version rows still say that the revision is not applied. Undo what it left by hand before you run',
          'the script again.',
        ]),
  ];
}
