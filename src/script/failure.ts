/** What a failing statement leaves behind, in words for the DBA. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Recording } from '../recorder/recording.ts';
import { runsOf } from './compose.ts';
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
      'Look at the message, and mend what is half done before you go on.',
    ];
  }
  const divided = dividedOf(script);
  const parts = inParts(script, divided);
  if (divided.length === recordings.length) return parts;
  return [...whole(dialect, divided), ...(parts.length > 0 ? [''] : []), ...parts];
}

function whole(dialect: Dialect, divided: readonly Recording[]): readonly string[] {
  const each = divided.length === 0 ? 'Each revision' : 'Each revision but those named below';
  if (dialect.schemaShowsAtCommit !== true)
    return [`${each} is one transaction: when a statement fails, its revision is undone and those before it stay.`];
  return [
    `${each} is one transaction, but ${dialect.title} finishes schema changes after COMMIT:`,
    'when one of them fails then, COMMIT says so, and what else it committed stays. Look at the message, and mend it',
    'before you go on.',
  ];
}

/** The part of the words above that a script's header repeats. */
export function inParts(script: Script, divided: readonly Recording[] = dividedOf(script)): readonly string[] {
  if (divided.length === 0) return [];
  const { dialect, client } = script;
  const outside = divided.flatMap((recording) => runsOf(recording, dialect)).filter((run) => !run.transactional);
  const texts = outside.flatMap(({ statements }) => statements.map(({ statement: { sql } }) => sql));
  const left = client.leftovers;
  const leaves = left !== undefined && texts.some((sql) => typeof sql === 'string' && left.of.test(sql));
  return [
    `Not one transaction: ${divided.map(({ step }) => step.revision.id).join(', ')}.`,
    'When a statement of such a revision fails, what was done before it in its revision stays, and the',
    'version rows still say that the revision is not applied. Undo what it left by hand before you run',
    'the script again.',
    ...(leaves ? left.lines : []),
  ];
}
