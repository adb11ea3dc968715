/** How tables and indexes are stored, in SQL Server's own words: `{ fillfactor: 70, on: 'archive' }`. */

import type { Name } from '../../schema/name.ts';
import type { Storage } from '../../schema/table-index.ts';
import { unsupported } from '../lower.ts';
import { requireVersion } from '../version.ts';
import { alter, type Server } from './server.ts';

type Value = Storage[string];

/** Words of other databases, which multi-database revisions say through knex. */
const foreignWords = new Set(['engine', 'charset', 'collate']);
const places: Readonly<Record<string, string>> = {
  on: 'ON',
  filegroup: 'ON',
  textimage_on: 'TEXTIMAGE_ON',
  filestream_on: 'FILESTREAM_ON',
};

/** https://learn.microsoft.com/sql/t-sql/statements/alter-table-transact-sql#rebuild */
const rebuilt = new Set([
  'data_compression',
  'xml_compression',
  'fillfactor',
  'pad_index',
  'ignore_dup_key',
  'statistics_norecompute',
  'allow_row_locks',
  'allow_page_locks',
  'sort_in_tempdb',
  'online',
  'maxdop',
]);
const set = new Set(['lock_escalation', 'system_versioning']);

function spell(option: string, value: Value): string {
  const text = typeof value === 'boolean' ? (value ? 'ON' : 'OFF') : String(value).toUpperCase();
  if (/^\w+$/.test(option) && /^[\w .=(),[\]]+$/.test(text)) return `${option.toUpperCase()} = ${text}`;
  throw unsupported(
    `SQL Server has no option ${option} = ${value}`,
    'write it as in WITH (…): { fillfactor: 70, online: true }',
  );
}

function optionsOf(storage: Storage | undefined): readonly (readonly [string, Value])[] {
  return Object.entries(storage ?? {}).map(([option, value]) => [option.toLowerCase(), value] as const);
}

function withinBrackets(options: readonly (readonly [string, Value])[]): string {
  return `WITH (${options.map(([option, value]) => spell(option, value)).join(', ')})`;
}

export function withClause(storage: Storage | undefined): string {
  const options = optionsOf(storage).filter(([option]) => places[option] === undefined && !foreignWords.has(option));
  const inherited = options.find(([option]) => option === 'inherits');
  if (inherited !== undefined) {
    throw unsupported('SQL Server has no inheritance of tables', 'name the columns in the table itself');
  }
  return options.length === 0 ? '' : ` ${withinBrackets(options)}`;
}

/** A file group by its name, or a partition scheme as SQL: `years (placed_at)`. */
export function placeClause(storage: Storage | undefined, { quote }: Pick<Server, 'quote'>): string {
  return optionsOf(storage)
    .flatMap(([option, value]) => {
      const word = places[option];
      const text = String(value);
      return word === undefined ? [] : [` ${word} ${/^\w+$/.test(text) ? quote(text) : text}`];
    })
    .join('');
}

export function inMemory(storage: Storage | undefined): boolean {
  return optionsOf(storage).some(
    ([option, value]) => option === 'memory_optimized' && /^(?:true|on)$/i.test(String(value)),
  );
}

/**
 * What is made online lets others write only where nothing else of a transaction keeps its locks, and RESUMABLE stands in
 * none: https://learn.microsoft.com/sql/relational-databases/indexes/guidelines-for-online-index-operations
 */
export function isOnline(storage: Storage | undefined): boolean {
  return optionsOf(storage).some(
    ([option, value]) => /^(?:online|resumable)$/.test(option) && /^(?:true|on)\b/i.test(String(value)),
  );
}

/** Whether knex, which has no words for any of it, must not write the table. */
export function isStored(storage: Storage | undefined): boolean {
  return optionsOf(storage).some(([option]) => !foreignWords.has(option));
}

export function alterStorage(table: Name, storage: Storage, server: Server): readonly string[] {
  const options = optionsOf(storage).filter(([option]) => !foreignWords.has(option));
  const [rebuild, apart] = [rebuilt, set].map((words) => options.filter(([option]) => words.has(option)));
  const other = options.find(([option]) => !rebuilt.has(option) && !set.has(option));
  if (other !== undefined) {
    throw unsupported(
      places[other[0]] === undefined
        ? `SQL Server has no option ${other[0]} that ALTER TABLE could change`
        : 'SQL Server moves a table by making its clustered index anew on another file group',
      'write the statement with op.execute(…)',
    );
  }
  if (options.some(([option]) => option === 'xml_compression')) {
    requireVersion(server.title, server.version, '2022', 'xml_compression');
  }
  return [
    ...(rebuild === undefined || rebuild.length === 0
      ? []
      : [alter(table, `REBUILD ${withinBrackets(rebuild)}`, server)]),
    ...(apart ?? []).map(([option, value]) => alter(table, `SET (${spell(option, value)})`, server)),
  ];
}
