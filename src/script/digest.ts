/** What a revision and a script are, as digests: the same text has the same digest wherever it was made. */

import { createHash } from 'node:crypto';
import type { Recording } from '../recorder/recording.ts';
import type { Script } from './script.ts';
import { rawText } from './statement-text.ts';

const known = new WeakMap<Recording, string>();

/** SHA-256 of a revision's compiled statements, as 64 hexadecimal digits. */
export function digestOf(recording: Recording): string {
  const digest = known.get(recording) ?? digested(recording);
  known.set(recording, digest);
  return digest;
}

function digested({ changes, onlineOnly }: Recording): string {
  const hash = createHash('sha256');
  if (onlineOnly !== undefined) hash.update('online\0');
  for (const { statement } of changes.flatMap(({ statements }) => statements)) {
    hash.update(statement.transactional ? 'in\0' : 'out\0');
    if (statement.when !== undefined) hash.update(`${JSON.stringify(statement.when)}\0`);
    if (statement.expectRows !== undefined) hash.update(`${JSON.stringify(statement.expectRows)}\0`);
    for (const piece of rawText(statement.sql)) hash.update(piece);
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** SHA-256 of what a script does and where it may begin; its layout, its comments and how its file is spelled do not count. */
export function scriptId(script: ScriptBody): string {
  const { dialect, client, kind, frame, recordings } = script;
  const steps = recordings.map((recording) => {
    const { revision, direction, before, after } = recording.step;
    return [revision.id, direction, before, after, digestOf(recording)];
  });
  const { versionTable, schema, serverVersion, from, to } = frame;
  const body = [
    dialect.name,
    serverVersion,
    client.goesOnWith ?? client.tool,
    kind,
    versionTable,
    schema ?? null,
    from,
    to,
    steps,
  ];
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}

/** A script that does not know its own name yet. */
export type ScriptBody = Pick<Script, 'dialect' | 'client' | 'kind' | 'recordings'> & {
  readonly frame: Omit<Script['frame'], 'script'>;
};
