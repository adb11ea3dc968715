/** What SQLite does not have, with its own reasons: https://www.sqlite.org/omitted.html */

import type { ColumnChange } from '../../operation/operation.ts';
import { type Column, countsBesideKey } from '../../schema/column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { showName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { unsupported } from '../lower.ts';
import { requireVersion } from '../version.ts';
import { countsItself, keptOf } from './table-text.ts';

const title = 'SQLite';

export function refuseColumn(
  column: Pick<Column, 'identity' | 'onUpdate' | 'computed' | 'default'> | ColumnChange,
  shown: string,
  version: string,
): void {
  if (column.identity !== undefined && column.identity !== null) {
    throw unsupported(
      `SQLite has no identity columns: ${shown}; it numbers rows by INTEGER PRIMARY KEY`,
      'use increments() for this database',
    );
  }
  // https://www.sqlite.org/lang_createtable.html#the_default_clause
  if (column.default?.kind === 'sql' && /^\s*current_timestamp\s*\(/i.test(column.default.sql)) {
    throw unsupported(
      `SQLite counts no fractions of a second by itself: ${shown}`,
      'say op.knex.fn.now(), without digits',
    );
  }
  if (column.onUpdate !== undefined && column.onUpdate !== null) {
    throw unsupported(`SQLite cannot change ${shown} by itself when its row changes`, 'write a trigger');
  }
  // https://www.sqlite.org/gencol.html#compatibility
  if (column.computed !== undefined && column.computed !== null) {
    requireVersion(title, version, '3.31', 'a computed column');
  }
}

function refuseDeferred(key: Exclude<Constraint, { kind: 'check' | 'foreign' }>): void {
  if (key.deferrable === undefined || key.deferrable === 'not deferrable') return;
  throw unsupported(
    `SQLite defers foreign keys only: the ${key.kind} key ${key.name ?? ''}`.trimEnd(),
    'leave deferrable out',
  );
}

/** The library has the operator and no function for it: https://www.sqlite.org/lang_expr.html#the_like_glob_regexp_match_and_extract_operators */
function refuseRegexp({ expression, name }: Extract<Constraint, { kind: 'check' }>): void {
  const code = expression.replace(/'(?:[^']|'')*'|`(?:[^`]|``)*`|"(?:[^"]|"")*"/g, "''");
  if (!/\bregexp\b/i.test(code)) return;
  throw unsupported(
    `SQLite has no regular expressions by itself, so no row could be written: the check ${name ?? expression}`,
    'check with GLOB, LIKE or length(…); where every program that opens the file has a function regexp, make the table with op.execute(…)',
  );
}

export function refuseKey(key: Constraint): void {
  if (key.kind === 'check') {
    refuseRegexp(key);
    return;
  }
  if (key.kind === 'exclude')
    throw unsupported(`SQLite has no exclusion constraints: ${key.name}`, 'check it in a trigger');
  if (key.kind === 'foreign') {
    // https://www.sqlite.org/foreignkeys.html#fk_unsupported
    if (key.match === undefined || key.match.toLowerCase() === 'simple') return;
    throw unsupported(`SQLite reads MATCH ${key.match} and does not heed it: ${key.name}`, 'leave match out');
  }
  refuseDeferred(key);
  refuseCarried(key.include, key.name ?? 'the primary key');
  if (key.clustered === true)
    throw unsupported(`SQLite has no clustered keys: ${key.name ?? 'the primary key'}`, 'use the option withoutRowid');
  if (key.kind === 'unique') refuseEqualNulls(key.nullsNotDistinct, key.name);
}

function refuseCarried(include: readonly string[] | undefined, name: string): void {
  if (include === undefined) return;
  throw unsupported(`SQLite's indexes carry no further columns: ${name}`, 'add them to the columns of the index');
}

/** https://www.sqlite.org/nulls.html */
function refuseEqualNulls(nullsNotDistinct: boolean | undefined, name: string): void {
  if (nullsNotDistinct !== true) return;
  throw unsupported(`to SQLite two NULLs are never the same: ${name}`, 'index an expression such as coalesce(…)');
}

export function refuseIndex(index: Index, version: string): void {
  const { name } = index;
  refuseCarried(index.include, name);
  refuseEqualNulls(index.nullsNotDistinct, name);
  if (index.storage !== undefined)
    throw unsupported(`SQLite has nothing to say about how ${name} is stored`, 'leave storage out');
  for (const part of index.columns) {
    if (typeof part === 'string') continue;
    if (part.expression !== undefined) requireVersion(title, version, '3.9', 'an index on an expression');
    if (part.nulls !== undefined)
      throw unsupported(`SQLite keeps NULLs first in every index: ${name}`, 'leave nulls out');
    if (part.opclass !== undefined)
      throw unsupported(`SQLite has no operator classes: ${part.opclass} of ${name}`, 'leave opclass out');
    if (part.length !== undefined)
      throw unsupported(`SQLite indexes whole values: ${name}`, 'index the expression substr(…)');
  }
}

const understood = new Set(['strict', 'withoutRowid']);
/** Words of other engines that knex leaves out here. */
const others = new Set(['engine', 'charset', 'collate']);

function refuseOptions(table: Table, version: string): void {
  const shown = showName(table.name);
  if (table.partitioning !== undefined)
    throw unsupported(`SQLite has no partitions: table ${shown}`, 'leave partitioning out for this database');
  for (const option of Object.keys(table.options ?? {})) {
    if (understood.has(option) || others.has(option)) continue;
    throw unsupported(
      `SQLite has no option ${option} of tables: table ${shown}`,
      'its options are strict and withoutRowid',
    );
  }
  const { strict, withoutRowid } = keptOf(table);
  if (strict) requireVersion(title, version, '3.37', 'a STRICT table');
  if (withoutRowid && table.columns.some((column) => countsItself(column, table)))
    throw unsupported(
      `SQLite numbers rows by their rowid, and table ${shown} would have none`,
      'leave withoutRowid out',
    );
}

/** https://www.sqlite.org/autoinc.html */
function refuseCounting(table: Table): void {
  const beside = table.columns.find((column) => countsBesideKey(column) && !countsItself(column, table));
  if (beside === undefined) return;
  throw unsupported(
    `SQLite numbers rows by their whole primary key alone, which ${showName(table.name)}.${beside.name} is not`,
    'make it the primary key, or give rows their numbers when they are inserted',
  );
}

export function refuseTable(table: Table, version: string): void {
  refuseOptions(table, version);
  refuseCounting(table);
  for (const column of table.columns) refuseColumn(column, `${showName(table.name)}.${column.name}`, version);
  for (const key of table.constraints) refuseKey(key);
  for (const index of table.indexes) refuseIndex(index, version);
}
