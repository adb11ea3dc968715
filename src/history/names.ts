/** What a revision and a branch may be called: whatever can stand in a reference, a version table and a script without escaping. */

import { MigratorError, type Place } from '../errors.ts';
import type { Revision } from './revision.ts';

export const reservedWords: readonly string[] = ['head', 'heads', 'base', 'current'];

/** The version table's column is VARCHAR(32), and some engines count bytes. */
export const longestId = 32;

/** knex's column is VARCHAR(255); the ledger's is a key, which old engines keep shorter. */
export const longestMigration = 190;

const inReferences = new Set(['@', '+', ':', ',', '-']);
const inLiterals = new Set(["'", '"', '`', '\\', ';', '/', '*', '$', '%', '<', '>']);
const unprintable = /[\s\p{C}]/u;

const plain = /^[\w.]*$/;
const unremarkable = /^[\w.]{1,32}$/;

function illegalCharacters(name: string): string[] {
  if (plain.test(name)) return [];
  const found = [...name].filter((c) => inReferences.has(c) || inLiterals.has(c) || unprintable.test(c));
  return [...new Set(found)].map((c) => (unprintable.test(c) ? `U+${hex(c)}` : c));
}

function hex(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
}

const at = (place: Place | undefined): { place?: Place } => (place === undefined ? {} : { place });

function reserved(kind: string, name: string, place: Place | undefined): MigratorError {
  return new MigratorError(`reserved-${kind}`, `${kind} '${name}' is a reserved word`, {
    hint: `${reservedWords.join(', ')} mean something in every command; choose another ${kind}.`,
    ...at(place),
  });
}

/** `place` is where it is written; undefined when it comes from the command line. */
export function* faultsOfId(id: string, place: Place | undefined): Generator<MigratorError> {
  if (unremarkable.test(id) && !reservedWords.includes(id)) return;
  if (id === '')
    yield new MigratorError('illegal-id', 'the revision id is empty', { ...at(place), hint: 'Give it an id.' });
  if (reservedWords.includes(id)) yield reserved('id', id, place);
  const illegal = illegalCharacters(id);
  if (illegal.length > 0) {
    yield new MigratorError('illegal-id', `revision id ${show(id)} contains ${illegal.join(' ')}`, {
      hint: 'An id is made of letters, digits, _ and . only: the other characters have a meaning in references or in SQL.',
      ...at(place),
    });
  }
  const bytes = Buffer.byteLength(id);
  if (bytes > longestId) {
    yield new MigratorError('id-too-long', `revision id ${show(id)} is ${bytes} bytes long`, {
      hint: `The version table holds ${longestId}.`,
      ...at(place),
    });
  }
}

export function* faultsOfLabel(label: string, place: Place | undefined): Generator<MigratorError> {
  if (label === '')
    yield new MigratorError('illegal-label', 'a branch label is empty', { ...at(place), hint: 'Name it.' });
  if (reservedWords.includes(label)) yield reserved('label', label, place);
  const illegal = illegalCharacters(label).filter((c) => c !== '-');
  if (illegal.length === 0 && !/-\d+$|^-/.test(label)) return;
  yield new MigratorError(
    'illegal-label',
    `branch label ${show(label)} ${illegal.length > 0 ? `contains ${illegal.join(' ')}` : 'reads as a relative reference'}`,
    {
      hint: 'A label is made of letters, digits, _ . and inner hyphens; it does not end in a hyphen and a number.',
      ...at(place),
    },
  );
}

/** The name of a migration's file stands in references and in SQL as an id does. */
export function* faultsOfMigration(name: string, place: Place | undefined): Generator<MigratorError> {
  const illegal = illegalCharacters(name).filter((c) => c !== '-' && c !== '+' && c !== 'U+0020');
  const bytes = Buffer.byteLength(name);
  const tooLong = bytes > longestMigration ? `is ${bytes} bytes long, and ${longestMigration} are the most` : undefined;
  const wrong = illegal.length > 0 ? `contains ${illegal.join(' ')}` : tooLong;
  if (wrong === undefined) return;
  yield new MigratorError('illegal-id', `the migration ${show(name)} ${wrong}`, {
    hint: 'Give the file another name, and its row in the migrations table of every database with it.',
    ...at(place),
  });
}

/** A name in quotes, with anything that would disturb a terminal spelled out. */
export function show(name: string): string {
  return `'${name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (c) => `\\u{${hex(c)}}`)}'`;
}

export const placeOf = (revision: Revision, part: 'parents' | 'dependsOn' | 'labels'): Place =>
  revision.places[part] ?? revision.places.revision;
