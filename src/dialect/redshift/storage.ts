/** How a table's rows lie: distribution, order, compression, snapshots. https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html */

import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Storage } from '../../schema/table-index.ts';
import { unsupported } from '../lower.ts';
import { alterTable, columnList } from '../postgres/words.ts';
import type { Statement } from '../statement.ts';
import type { Accent, Server } from './server.ts';

type Value = Storage[string];
type Words = ReadonlyMap<string, Value>;

/** Words of other engines, which knex drops without a word where a table is made. */
const othersWords: ReadonlySet<string> = new Set(['engine', 'charset', 'collate']);

const ownWords: ReadonlySet<string> = new Set([
  'temporary',
  'backup',
  'diststyle',
  'distkey',
  'sortkey',
  'compound_sortkey',
  'interleaved_sortkey',
  'encode',
]);

function wordsOf(storage: Storage, table: Name): Words {
  const words = Object.entries(storage).map(([option, value]) => [
    option.trim().toLowerCase().replace(/\s+/g, '_'),
    value,
  ]) as [string, Value][];
  const strange = words.find(([word]) => !ownWords.has(word) && !othersWords.has(word));
  if (strange !== undefined) {
    throw unsupported(
      `Redshift has no option ${strange[0]} of tables: ${showName(table)}`,
      'its options are diststyle, distkey, sortkey, compound sortkey, interleaved sortkey, encode, backup and temporary',
    );
  }
  return new Map(words.filter(([word]) => ownWords.has(word)));
}

/** `a, b` as the columns that they are. */
function columnsOf(value: Value): readonly string[] {
  return String(value)
    .split(',')
    .map((name) => name.trim());
}

/** One of the engine's own words. */
function oneOf(words: Words, word: string, allowed: readonly string[], table: Name): string | undefined {
  const given = words.get(word);
  if (given === undefined) return undefined;
  const said = String(given).toLowerCase();
  if (allowed.includes(said)) return said;
  throw unsupported(
    `Redshift has no ${word} ${String(given)}: ${showName(table)}`,
    `say ${allowed.join(', ')}`.replace(/, ([^,]*)$/, ' or $1'),
  );
}

function sortClause(words: Words, server: Accent): string | undefined {
  const kind = ['sortkey', 'compound_sortkey', 'interleaved_sortkey'].find((word) => words.has(word));
  const value = kind === undefined ? undefined : words.get(kind);
  if (kind === undefined || value === undefined) return undefined;
  if (kind === 'sortkey' && /^(?:auto|none)$/i.test(String(value))) return `sortkey ${String(value).toLowerCase()}`;
  return `${kind.replace('_', ' ')} ${columnList(columnsOf(value), server)}`;
}

/** DISTSTYLE KEY is nothing without its column. */
function distribution(words: Words, table: Name): string | undefined {
  const style = oneOf(words, 'diststyle', ['auto', 'even', 'key', 'all'], table);
  const key = words.get('distkey');
  const fits = style === undefined || (style === 'key') === (key !== undefined);
  if (fits) return style;
  throw unsupported(
    `Redshift distributes the rows of ${showName(table)} by a column when, and only when, the style is key`,
    'say distkey, or another diststyle, not both',
  );
}

export interface TableManner {
  readonly temporary: boolean;
  /** What stands behind the columns. */
  readonly clauses: readonly string[];
}

export function tableManner(storage: Storage, table: Name, server: Accent): TableManner {
  const words = wordsOf(storage, table);
  const style = distribution(words, table);
  const backup = backupWord(words.get('backup'), table);
  const encode = oneOf(words, 'encode', ['auto'], table);
  const distkey = words.get('distkey');
  const sort = sortClause(words, server);
  return {
    temporary: words.get('temporary') === true,
    clauses: [
      backup === undefined ? [] : [`backup ${backup}`],
      style === undefined ? [] : [`diststyle ${style}`],
      distkey === undefined ? [] : [`distkey ${columnList([String(distkey)], server)}`],
      sort === undefined || sort === 'sortkey none' ? [] : [sort],
      encode === undefined ? [] : [`encode ${encode}`],
    ].flat(),
  };
}

function backupWord(value: Value | undefined, table: Name): string | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return oneOf(new Map(value === undefined ? [] : [['backup', value]]), 'backup', ['yes', 'no'], table);
}

/** Each is a statement of its own: https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html */
export function storageStatements(storage: Storage, table: Name, server: Server): readonly Statement[] {
  const words = wordsOf(storage, table);
  const fixed = ['temporary', 'backup', 'interleaved_sortkey'].find((word) => words.has(word));
  if (fixed !== undefined) {
    throw unsupported(
      `Redshift cannot change ${fixed.replace('_', ' ')} of a table that is there: ${showName(table)}`,
      'make another table, copy the rows, drop this one and rename the new one',
    );
  }
  const style = distribution(words, table);
  const distkey = words.get('distkey');
  const sort = sortClause(words, server);
  const encode = oneOf(words, 'encode', ['auto'], table);
  return [
    distkey === undefined ? [] : [`alter diststyle key distkey ${server.quote(String(distkey))}`],
    style === undefined || distkey !== undefined ? [] : [`alter diststyle ${style}`],
    sort === undefined ? [] : [`alter ${sort}`],
    encode === undefined ? [] : [`alter encode ${encode}`],
  ]
    .flat()
    .map((action) => alterTable(table, action, server));
}

/** The engine drops no column by which rows are distributed or sorted. */
export function refuseLaidBy(table: Name, column: string, { before }: Server): void {
  const options = Object.entries(tableOf(before, table)?.options ?? {});
  const held = options.find(([option, value]) => /key$/i.test(option) && columnsOf(value).includes(column));
  if (held === undefined) return;
  throw unsupported(
    `Redshift drops no column of the ${held[0]} of a table: ${showName(table)}.${column}`,
    `give the table another ${held[0]} first, with op.alterTableOptions(…)`,
  );
}
