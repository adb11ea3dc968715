/** Indexes as SQL Server declares them. */

import { speaksOf } from '../../schema/expression.ts';
import type { Name } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { columnNames, type Index, type IndexPart, showPart } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import { holdsNull } from './name.ts';
import { alter, list, type Server } from './server.ts';
import { inMemory, placeClause, withClause } from './storage.ts';

/** A column that is not known may hold NULL. */
export function isNullable(table: Table | undefined, name: string): boolean {
  const column = table?.columns.find((one) => one.name === name);
  return column === undefined || holdsNull(table, column);
}

/** Messages 1919 and 1978: https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql */
const unsorted = /\(\s*max\s*\)|^\s*(?:n?text|image|xml|geometry|geography)\b/i;

/** Throws for columns of types that no key and no index is sorted by. */
export function requireSorted(name: string, columns: readonly string[], table: Table | undefined): void {
  const found = table?.columns.find((column) => columns.includes(column.name) && unsorted.test(column.sqlType));
  if (found === undefined) return;
  throw unsupported(
    `SQL Server has no keys or indexes over columns of ${found.sqlType}: ${found.name} in ${name}`,
    'give the column a length, such as t.string(name, 400), or carry it along with include',
  );
}

function refusePart(index: string, part: string, reason: string, hint: string): never {
  throw unsupported(`SQL Server's indexes ${reason}: ${part} in ${index}`, hint);
}

/** NULL is the least of all values: https://learn.microsoft.com/sql/t-sql/queries/select-order-by-clause-transact-sql */
function refuseUnusual(index: string, part: Exclude<IndexPart, string>): void {
  const shown = showPart(part);
  if (part.expression !== undefined) {
    refusePart(index, shown, 'hold columns, and no expressions', 'add a computed column, and index that');
  }
  if (part.collation !== undefined) {
    refusePart(
      index,
      shown,
      'sort by the collation of their column',
      'add a computed column with COLLATE, and index that',
    );
  }
  if (part.length !== undefined) {
    refusePart(index, shown, 'hold whole columns', 'add a computed column of the first characters, and index that');
  }
  if (part.opclass !== undefined)
    refusePart(index, shown, 'have no operator classes', 'leave it out for this database');
  const last = (part.nulls === 'last') !== (part.order === 'desc');
  if (part.nulls !== undefined && last) {
    refusePart(index, shown, 'have NULL first when they ascend, and last when they descend', 'leave nulls out');
  }
}

function partClause(index: string, part: IndexPart, { quote }: Server): string {
  if (typeof part === 'string') return quote(part);
  refuseUnusual(index, part);
  const order = part.order === undefined ? '' : ` ${part.order.toUpperCase()}`;
  return quote(part.column ?? '') + order;
}

const methods: Readonly<Record<string, string>> = {
  btree: '',
  clustered: 'CLUSTERED ',
  nonclustered: 'NONCLUSTERED ',
  columnstore: 'NONCLUSTERED COLUMNSTORE ',
  'nonclustered columnstore': 'NONCLUSTERED COLUMNSTORE ',
  'clustered columnstore': 'CLUSTERED COLUMNSTORE ',
};

function methodWord({ name, method }: Index): string {
  const word = methods[(method ?? 'btree').toLowerCase().trim()];
  if (word !== undefined) return word;
  throw unsupported(
    `SQL Server has no index of the kind ${method} that this could be: ${name}`,
    'say clustered, nonclustered, columnstore or clustered columnstore; XML, spatial and full-text indexes are written with op.execute(…)',
  );
}

const aside = /N?'(?:[^']|'')*'|\[(?:[^\]]|\]\])*\]|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//gi;

/** Comparisons with constants, joined by AND: https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql#where-filter_predicate */
function requirePlainCondition({ name, where = '' }: Index): void {
  const text = where.replace(aside, ' x ').replace(/\bis\s+not\b/gi, 'is');
  const [word] = /\b(?:or|not|like|between|case|exists)\b/i.exec(text) ?? [];
  if (word === undefined) return;
  throw unsupported(
    `SQL Server takes no ${word.toUpperCase()} in the condition of an index: ${name} has ${where}`,
    'join comparisons, IN and IS [NOT] NULL by AND alone, or make an index for each part',
  );
}

/** Rows with NULL are left out of a unique index, so that two of them are not the same. */
function condition(
  { columns, unique, where, nullsNotDistinct }: Index,
  table: Table | undefined,
  server: Server,
): string {
  const names = columnNames(columns);
  const nullable = names.filter(
    (column) => isNullable(table, column) && !(where !== undefined && speaksOf(where, column)),
  );
  const guarded =
    !unique || nullsNotDistinct === true || nullable.length === 0 ? [] : where === undefined ? names : nullable;
  const all = [
    ...(where === undefined ? [] : [where]),
    ...guarded.map((column) => `${server.quote(column)} IS NOT NULL`),
  ];
  return all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`;
}

function columnsClause(index: Index, word: string, table: Table | undefined, server: Server): string {
  if (!word.startsWith('CLUSTERED COLUMNSTORE')) {
    return ` (${index.columns.map((part) => partClause(index.name, part, server)).join(', ')})`;
  }
  const named = new Set(columnNames(index.columns));
  if (table === undefined || table.columns.every(({ name }) => named.has(name))) return '';
  throw unsupported(
    `a clustered columnstore index is the whole table: ${index.name} names some of its columns`,
    'name all columns',
  );
}

/** https://learn.microsoft.com/sql/relational-databases/in-memory-oltp/indexes-for-memory-optimized-tables */
function memoryIndexSql(name: Name, index: Index, where: string, server: Server): string {
  const { method = 'btree', include, storage } = index;
  if (where !== '' || include !== undefined || storage !== undefined || !/^(?:btree|nonclustered)$/i.test(method)) {
    throw unsupported(
      `a table that SQL Server keeps in memory has plain indexes alone, over all its rows: ${index.name}`,
      'leave out where, include, storage and method, and let the columns of a unique index be NOT NULL; or write it with op.execute(…)',
    );
  }
  const columns = index.columns.map((part) => partClause(index.name, part, server)).join(', ');
  return alter(
    name,
    `ADD INDEX ${server.quote(index.name)} ${index.unique ? 'UNIQUE ' : ''}NONCLUSTERED (${columns})`,
    server,
  );
}

/** `table` is the one that the index stands on. Throws for what the engine does not have. */
export function indexSql(name: Name, index: Index, table: Table | undefined, server: Server): string {
  const word = methodWord(index);
  if (!word.includes('COLUMNSTORE')) requireSorted(index.name, columnNames(index.columns), table);
  requirePlainCondition(index);
  const where = condition(index, table, server);
  if (inMemory(table?.options)) return memoryIndexSql(name, index, where, server);
  if (where !== '' && word.startsWith('CLUSTERED')) {
    throw unsupported(
      `a clustered index holds every row, and ${index.name} would leave some out:${where}`,
      'let its columns be NOT NULL, or say nullsNotDistinct',
    );
  }
  const { unique, include } = index;
  const storage = index.online === true ? { ...index.storage, online: true } : index.storage;
  const carried = include === undefined ? '' : ` INCLUDE ${list(include, server)}`;
  return (
    `CREATE ${unique ? 'UNIQUE ' : ''}${word}INDEX ${server.quote(index.name)} ON ${quoteName(server, name)}` +
    `${columnsClause(index, word, table, server)}${carried}${where}${withClause(storage)}${placeClause(storage, server)}`
  );
}
