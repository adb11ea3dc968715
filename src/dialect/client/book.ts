/** knex's table of migrations read as a version table: the last name stands for the whole, which is looked at, too. */

import type { Name } from '../../schema/name.ts';
import type { Applied, Book, Frame, PartOf } from '../client.ts';
import { type Spoken, unfinished } from './ledger.ts';
import { among } from './spelling.ts';
import { versionName } from './words.ts';

export interface BookVoice extends Spoken {
  readonly joined: (parts: readonly string[]) => string;
  /** A column whose texts are compared letter by letter, whatever the database takes for the same. */
  readonly exact?: (column: string) => string;
  /** knex quotes the names of its columns. */
  readonly column: (name: string) => string;
  /** The moment, as knex would write it. */
  readonly now: string;
  /** What is changed by hand waits for a COMMIT in its tool. */
  readonly waitsForCommit?: true;
}

/** One statement and the number of rows that it must touch. */
export interface Moved {
  readonly sql: string;
  readonly rows: number;
}

const lockedByKnex = 1;
/** knex takes anything but 0 for locked, and a script knows its own. */
const lockedByScript = 2;

const same = (column: string): string => column;

/** The table that knex's lock stands in. */
export function lockOf({ lock }: Book, frame: Frame): Name {
  const { schema } = versionName(frame);
  return schema === undefined ? { name: lock.name } : { schema, name: lock.name };
}

/** How many migrations are applied where the rows are these: none, or the last one. */
const countAt = ({ names }: Book, [last]: readonly string[]): number =>
  last === undefined ? 0 : names.indexOf(last) + 1;

/**
 * What stands after FROM where version rows are read: a table with the column `version_num`.
 * `expected`: the rows that would be right. Without them it is asked where the migrations stand, from the first name on.
 */
export function versionRows(frame: Frame, voice: BookVoice, expected?: readonly string[]): string {
  const table = voice.quote(versionName(frame));
  const { book } = frame;
  if (book === undefined) return table;
  const parts = [
    ...(expected === undefined ? wholeOf(book, frame, voice, table) : lastOf(book, voice, table, expected)),
    lockRow(book, frame, voice, expected !== undefined),
  ];
  return `(${parts.join('\n    UNION ALL ')}) migrator_rows`;
}

/** `at work`: the script has the lock itself. */
function lockRow(
  book: Book,
  frame: Frame,
  { quote, said, column, waitsForCommit }: BookVoice,
  isAtWork: boolean,
): string {
  const locked = column('is_locked');
  const held = said(
    `held by knex (${book.lock.name}): see whether it is at work; where it is not, knex migrate:unlock`,
  );
  const lost = said(
    `let back to knex (${book.lock.name}) while a revision was half done (${frame.ledger.name}): see which of its steps stand, and DELETE FROM ${frame.ledger.name}${waitsForCommit === true ? ', and COMMIT' : ''}`,
  );
  const words = isAtWork ? `CASE WHEN ${locked} = ${lockedByKnex} THEN ${held} ELSE ${lost} END` : held;
  const wrong = isAtWork ? `${locked} IS NULL OR ${locked} <> ${lockedByScript}` : `${locked} = ${lockedByKnex}`;
  return `SELECT ${words} FROM ${quote(lockOf(book, frame))} WHERE ${wrong}`;
}

/** The script has seen the rest when it began, and nobody else could write since. */
function lastOf(
  book: Book,
  { said, column, exact = same }: BookVoice,
  table: string,
  expected: readonly string[],
): readonly string[] {
  const name = column('name');
  const [last] = expected;
  if (last === undefined) return [`SELECT ${name} AS version_num FROM ${table}`];
  const count = countAt(book, expected);
  return [
    `SELECT ${name} AS version_num FROM ${table} WHERE ${exact(name)} = ${said(last)}`,
    `SELECT ${said(`not with ${count} migrations`)} FROM (SELECT COUNT(*) AS total FROM ${table}) counted WHERE total <> ${count}`,
  ];
}

/** Those before the script are known by being all there, those that it moves by their places. */
function wholeOf(
  book: Book,
  frame: Frame,
  { said, column, joined, exact = same }: BookVoice,
  table: string,
): readonly string[] {
  const ends = [countAt(book, frame.from), countAt(book, frame.to)];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const old = book.names.slice(0, low);
  const moving = book.names.slice(low, high);
  const name = column('name');
  const isOld = old.length === 0 ? '1 = 0' : among(exact(name), old.map(said), '      ');
  const place =
    moving.length === 0
      ? '0'
      : [
          'CASE',
          ...moving.map((one, n) => `      WHEN ${exact(name)} = ${said(one)} THEN ${n + 1}`),
          '      ELSE 0 END',
        ].join('\n');
  const counts = [
    `COUNT(*) AS total, COUNT(DISTINCT ${exact(name)}) AS different, MAX(${name}) AS greatest`,
    `COUNT(CASE WHEN ${isOld} THEN 1 END) AS old`,
    `MAX(${place}) AS last_place`,
  ].join(',\n      ');
  const fits = `total = different AND old = ${low} AND total = ${low} + last_place`;
  const known = [...(low === 0 ? [] : [old.at(-1)!]), ...moving];
  const shift = low === 0 ? 1 : 0;
  const arms = known.map((one, n) => `      WHEN ${fits} AND last_place = ${n + shift} THEN ${said(one)}\n`).join('');
  const other = joined(['greatest', said(' (some before it are missing, or some that it does not know are there)')]);
  const all = [...old, ...moving];
  const foreign =
    all.length === 0 ? '' : ` WHERE ${name} IS NULL OR NOT ${among(exact(name), all.map(said), '      ')}`;
  return [
    `SELECT ${arms === '' ? other : `CASE\n${arms}      ELSE ${other} END`} AS version_num\n    FROM (SELECT ${counts}\n      FROM ${table}) counted WHERE total > 0`,
    `SELECT ${name} FROM ${table}${foreign}`,
  ];
}

/** What a person types to see the version rows. */
export function lookAt({ book }: Frame, table: string, column: BookVoice['column'] = (name) => name): string {
  return book === undefined
    ? `SELECT version_num FROM ${table} ORDER BY version_num`
    : `SELECT ${column('name')}, ${column('batch')} FROM ${table} ORDER BY ${column('id')}`;
}

/** knex keeps the name of every migration. */
function namesAt({ book, to }: Frame): readonly string[] {
  return book === undefined ? to : book.names.slice(0, countAt(book, to));
}

/** Where questions find them. */
export function appliedIn(frame: Frame, { quote, column }: Pick<BookVoice, 'quote' | 'column'>): Applied {
  const inColumn = frame.book === undefined ? 'version_num' : column('name');
  return { table: quote(versionName(frame)), column: inColumn, names: namesAt(frame) };
}

/** The names between two places of the history. */
function between(book: Book, from: readonly string[], to: readonly string[]): readonly string[] {
  const ends = [countAt(book, from), countAt(book, to)];
  return book.names.slice(Math.min(...ends), Math.max(...ends));
}

/** All migrations of one script are one batch, as all of one `knex migrate:latest` are. */
export function movesInBook(
  { remove, add, entry }: PartOf<'move'>,
  book: Book,
  table: string,
  { said, column, now }: BookVoice,
  only: string | undefined,
): readonly Moved[] {
  const [name, batch, moment] = ['name', 'batch', 'migration_time'].map(column);
  const names = between(book, remove, add);
  const there = only === undefined ? '' : `EXISTS (SELECT 1 FROM ${only})`;
  if (countAt(book, add) < countAt(book, remove)) {
    return [
      {
        sql: `DELETE FROM ${table} WHERE ${among(name!, names.map(said))}${there && `\n    AND ${there}`};\n`,
        rows: names.length,
      },
    ];
  }
  return names.map((one, n) => {
    const next = entry.place === 0 && n === 0 ? `COALESCE(MAX(${batch}), 0) + 1` : `COALESCE(MAX(${batch}), 1)`;
    return {
      sql: `INSERT INTO ${table} (${name}, ${batch}, ${moment})\n  SELECT ${said(one)}, ${next}, ${now} FROM ${table}${there && `\n    HAVING ${there}`};\n`,
      rows: 1,
    };
  });
}

/**
 * Statements that keep knex out, each without its end; where knex is at work already, the next guard sees it.
 * `ledger`: where it says that a revision is half done and knex was let back in meanwhile, the lock stays as it is.
 */
export function takeKnexLock(frame: Frame, { quote, column }: BookVoice, ledger?: string): readonly string[] {
  const { book } = frame;
  if (book === undefined) return [];
  const table = quote(lockOf(book, frame));
  const locked = column('is_locked');
  const whole = ledger === undefined ? '' : `\n    AND NOT EXISTS (SELECT 1 FROM ${ledger} WHERE ${unfinished})`;
  return [
    `INSERT INTO ${table} (${locked})\n  SELECT 0 FROM (SELECT COUNT(*) AS total FROM ${table}) counted WHERE total = 0`,
    ...(book.isLeft
      ? []
      : [`UPDATE ${table} SET ${locked} = ${lockedByScript}\n  WHERE (${locked} = 0 OR ${locked} IS NULL)${whole}`]),
  ];
}

/** A statement, without its end. */
export function freeKnexLock(frame: Frame, { quote, column }: BookVoice): readonly string[] {
  const { book } = frame;
  if (book === undefined) return [];
  const locked = column('is_locked');
  return [`UPDATE ${quote(lockOf(book, frame))} SET ${locked} = 0 WHERE ${locked} = ${lockedByScript}`];
}
