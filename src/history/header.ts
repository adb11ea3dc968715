/** Reads what a revision file declares about itself, from its text alone: nothing in it is executed. */

import { hash } from 'node:crypto';
import { allFaults, MigratorError, type Place } from '../errors.ts';
import { commentLines, createdOf, messageOf } from './comment.ts';
import { type Declaration, type Key, names } from './declaration.ts';
import { readQuickly } from './quick.ts';
import type { Revision } from './revision.ts';
import { scanHeader } from './scan.ts';

/** `file` is relative to the project. Every fault of the header is named at once. */
export function readRevision(text: string, file: string): Revision {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const header = readQuickly(source, file) ?? scanHeader(source, file);
  const { exported } = header;
  const faults = [...header.faults];
  for (const [key, { value, place }] of exported) if (value === undefined) faults.push(notLiteral(key, place));
  const id = exported.get('revision');
  if (typeof id?.value !== 'string' && (id === undefined || id.value !== undefined)) faults.push(noId(file, id));
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
  return revisionOf(text, file, exported, commentLines(header.comment));
}

function revisionOf(
  text: string,
  file: string,
  exported: ReadonlyMap<Key, Declaration>,
  comment: readonly string[],
): Revision {
  const created = createdOf(comment);
  let digest: string | undefined;
  const [id, parents, labels, needs] = names.map((name) => exported.get(name));
  return {
    id: id!.value as string,
    parents: listOf(parents),
    dependsOn: listOf(needs),
    labels: listOf(labels),
    message: messageOf(comment),
    comment,
    ...(created === undefined ? {} : { created }),
    file,
    get digest() {
      digest ??= digestOf(text);
      return digest;
    },
    places: {
      revision: id!.place,
      ...(parents === undefined ? {} : { parents: parents.place }),
      ...(needs === undefined ? {} : { dependsOn: needs.place }),
      ...(labels === undefined ? {} : { labels: labels.place }),
    },
  };
}

function listOf(declaration: Declaration | undefined): readonly string[] {
  const value = declaration?.value ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** SHA-256 in hex; the same for either kind of line end. */
export function digestOf(text: string): string {
  return hash('sha256', text.includes('\r') ? text.replaceAll('\r\n', '\n') : text, 'hex');
}

function notLiteral(key: Key, place: Place): MigratorError {
  return new MigratorError('header-not-literal', `${key} is not written out as a literal`, {
    hint: 'Write a string, null or a list of strings: the history is read without executing any file.',
    place,
  });
}

function noId(file: string, declared: Declaration | undefined): MigratorError {
  return new MigratorError('no-revision-id', `${file} declares no revision`, {
    hint: "Add export const revision = '…', or start the file's name with _ if it is not a revision.",
    place: declared?.place ?? { file },
  });
}
