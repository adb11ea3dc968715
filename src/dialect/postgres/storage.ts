/** How tables and indexes are stored, in PostgreSQL's own words. */

import type { Storage } from '../../schema/table-index.ts';
import { unsupported } from '../lower.ts';
import type { Server } from './server.ts';

/** Words of other engines, which knex drops without a word where a table is made. */
const othersWords: ReadonlySet<string> = new Set(['engine', 'charset', 'collate']);

/** Words that stand outside `with (…)`. */
const clauseWords: ReadonlySet<string> = new Set([
  'temporary',
  'unlogged',
  'using',
  'tablespace',
  'inherits',
  'on_commit',
  'locality',
]);

const aliases: Readonly<Record<string, string>> = { access_method: 'using', temp: 'temporary' };

/** `on commit` and `ON_COMMIT` are one word. */
function wordOf(option: string): string {
  const word = option.trim().toLowerCase().replace(/\s+/g, '_');
  return aliases[word] ?? word;
}

function byWord(storage: Storage): ReadonlyMap<string, string | number | boolean> {
  return new Map(
    Object.entries(storage).flatMap(([option, value]) => {
      const word = wordOf(option);
      return othersWords.has(word) ? [] : [[word, value] as const];
    }),
  );
}

function requireParameter(name: string, server: Server): string {
  if (/^[a-z_][\w.]*$/.test(name)) return name;
  throw unsupported(`${server.title} has no storage parameter called ${JSON.stringify(name)}`, 'mend its name');
}

function parameter(name: string, value: string | number | boolean, server: Server): string {
  requireParameter(name, server);
  return `${name} = ${typeof value === 'string' && !/^[\w.]+$/.test(value) ? server.text(value) : value}`;
}

/** https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS */
function parameters(words: ReadonlyMap<string, string | number | boolean>, server: Server): readonly string[] {
  return [...words].flatMap(([word, value]) => (clauseWords.has(word) ? [] : [parameter(word, value, server)]));
}

/** What stands behind the columns of a table or an index: `with (fillfactor = 70)`, `tablespace "fast"`. */
export function storageClauses(storage: Storage, server: Server): readonly string[] {
  const words = byWord(storage);
  const inWith = parameters(words, server);
  const tablespace = words.get('tablespace');
  const onCommit = words.get('on_commit');
  const locality = words.get('locality');
  return [
    inWith.length === 0 ? [] : `with (${inWith.join(', ')})`,
    onCommit === undefined ? [] : `on commit ${onCommit}`,
    tablespace === undefined ? [] : `tablespace ${server.quote(String(tablespace))}`,
    locality === undefined ? [] : `locality ${locality}`,
  ].flat();
}

export interface TableManner {
  /** `unlogged ` before the word TABLE. */
  readonly before: string;
  readonly inherits: readonly string[];
  readonly using: readonly string[];
}

export function tableManner(storage: Storage, server: Server): TableManner {
  const words = byWord(storage);
  const temporary = words.get('temporary') === true ? 'temporary ' : '';
  const inherits = words.get('inherits');
  const using = words.get('using');
  if (server.traits.cockroach) refuseCockroach(words);
  return {
    before: words.get('unlogged') === true ? 'unlogged ' : temporary,
    inherits: inherits === undefined ? [] : [`inherits (${server.quote(String(inherits))})`],
    using: using === undefined ? [] : [`using ${server.quote(String(using))}`],
  };
}

/** https://www.cockroachlabs.com/docs/stable/postgresql-compatibility */
function refuseCockroach(words: ReadonlyMap<string, unknown>): void {
  const word = ['inherits', 'unlogged', 'using', 'tablespace'].find((one) => words.has(one));
  if (word === undefined) return;
  throw unsupported(`CockroachDB has no ${word.toUpperCase()} for tables`, 'leave the option out for CockroachDB');
}

/** A storage parameter: https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-RESET-STORAGE-PARAMETER */
export const resets: RegExp = new RegExp(
  `^(?!(?:${[...clauseWords, ...Object.keys(aliases), ...othersWords].join('|')})$)[a-z_][\\w.]*$`,
);

export function resetAction(options: readonly string[], server: Server): readonly string[] {
  if (options.length === 0) return [];
  return [`reset (${options.map((option) => requireParameter(wordOf(option), server)).join(', ')})`];
}

/** The actions of ALTER TABLE. */
export function storageActions(storage: Storage, server: Server): readonly string[] {
  const strange = Object.keys(storage).find((option) =>
    ['temporary', 'on_commit', ...othersWords].includes(wordOf(option)),
  );
  if (strange !== undefined) {
    throw unsupported(`${server.title} cannot change ${strange} of a table that is there`, 'make another table');
  }
  const words = byWord(storage);
  if (server.traits.cockroach) refuseCockroach(words);
  const set = parameters(words, server);
  const actions: Readonly<Record<string, (value: string | number | boolean) => string>> = {
    tablespace: (value) => `set tablespace ${server.quote(String(value))}`,
    unlogged: (value) => (value === true ? 'set unlogged' : 'set logged'),
    using: (value) => `set access method ${server.quote(String(value))}`,
    inherits: (value) => `inherit ${server.quote(String(value))}`,
    locality: (value) => `set locality ${value}`,
  };
  return [
    ...(set.length === 0 ? [] : [`set (${set.join(', ')})`]),
    ...[...words].flatMap(([word, value]) => actions[word]?.(value) ?? []),
  ];
}
