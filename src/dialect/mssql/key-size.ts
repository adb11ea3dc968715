/** How long keys may be: the server warns of a longer one, takes it, and refuses the first row that needs the room. */

import { changeColumn } from '../../operation/column-verbs.ts';
import type { Of, Operation } from '../../operation/operation.ts';
import type { Column } from '../../schema/column.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { columnNames, type Index } from '../../schema/table-index.ts';
import { unsupported } from '../lower.ts';
import { sizeArg, sqlTypeOf } from '../sql-type.ts';
import { isAtLeast } from '../version.ts';
import { primaryName } from './name.ts';
import { inMemory } from './storage.ts';

interface Key {
  readonly name: string;
  readonly columns: readonly string[];
  readonly clustered: boolean;
  readonly sort: 'primary' | 'unique' | 'index';
}

interface Limits {
  readonly clustered: number;
  readonly nonclustered: number;
  readonly columns: number;
}

/** https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server */
const limitsOf = (version: string): Limits =>
  isAtLeast(version, '2016')
    ? { clustered: 900, nonclustered: 1700, columns: 32 }
    : { clustered: 900, nonclustered: 900, columns: 16 };

const stepped = (most: readonly number[], bytes: readonly number[]) => (given: number) =>
  bytes[most.findIndex((one) => given <= one)] ?? bytes.at(-1)!;
const decimal = stepped([9, 19, 28, 38], [5, 9, 13, 17]);
const float = stepped([24, 53], [4, 8]);
const digits = (bytes: readonly number[]) => stepped([2, 4, 7], bytes);
const times = (unit: number) => (length: number) => length * unit;

/** By the argument of the type, and what it is when none is given: https://learn.microsoft.com/sql/t-sql/data-types/data-types-transact-sql */
const sized: Readonly<Record<string, readonly [bytes: (given: number) => number, bare: number]>> = {
  char: [times(1), 1],
  varchar: [times(1), 1],
  nchar: [times(2), 1],
  nvarchar: [times(2), 1],
  binary: [times(1), 1],
  varbinary: [times(1), 1],
  decimal: [decimal, 18],
  dec: [decimal, 18],
  numeric: [decimal, 18],
  float: [float, 53],
  time: [digits([3, 4, 5]), 7],
  datetime2: [digits([6, 7, 8]), 7],
  datetimeoffset: [digits([8, 9, 10]), 7],
};

const fixed: Readonly<Record<string, number>> = {
  bit: 1,
  tinyint: 1,
  smallint: 2,
  int: 4,
  bigint: 8,
  real: 4,
  smallmoney: 4,
  money: 8,
  date: 3,
  smalldatetime: 4,
  datetime: 8,
  rowversion: 8,
  uniqueidentifier: 16,
  sysname: 256,
};

/** The most that a value takes; nothing where that is not known. */
function bytesOf(column: Column): number {
  if (column.computed !== undefined) return 0;
  const type = sqlTypeOf(column);
  const [word = ''] = type.name.split(' ');
  const [bytes, bare] = sized[word] ?? [];
  return bytes === undefined ? (fixed[word] ?? 0) : bytes(sizeArg(type, bare) ?? 0);
}

function keyOf(key: Constraint, { name, constraints, indexes }: Table): readonly Key[] {
  if (key.kind !== 'primary' && key.kind !== 'unique') return [];
  const { kind: sort, columns } = key;
  if (sort === 'unique') return [{ name: key.name, columns, clustered: key.clustered === true, sort }];
  // a table is sorted by one key alone, and by its primary key unless another asked for it
  const others =
    constraints.some((one) => one !== key && 'clustered' in one && one.clustered === true) ||
    indexes.some(({ method = '' }) => /^\s*clustered/i.test(method));
  return [{ name: primaryName(name, key), columns, clustered: key.clustered ?? !others, sort }];
}

function indexKey({ name, columns, method = '' }: Index): readonly Key[] {
  if (/columnstore/i.test(method)) return [];
  return [{ name, columns: columnNames(columns), clustered: /^\s*clustered/i.test(method), sort: 'index' }];
}

const keysOf = (table: Table): readonly Key[] => [
  ...table.constraints.flatMap((key) => keyOf(key, table)),
  ...table.indexes.flatMap(indexKey),
];

function sizeOf(key: Key, { columns }: Table): number {
  return columns.filter(({ name }) => key.columns.includes(name)).reduce((sum, column) => sum + bytesOf(column), 0);
}

const mostOf = (key: Key, limits: Limits): number => (key.clustered ? limits.clustered : limits.nonclustered);

function shorter(key: Key, bytes: number, limits: Limits): string {
  const others = [
    ...(key.clustered && bytes <= limits.nonclustered ? ['say { clustered: false }'] : []),
    ...(key.sort === 'index' ? ['carry the long ones along with include'] : []),
    'index a computed column that holds a hash of them: hashbytes(…)',
  ];
  return `give its columns lengths that fit, such as t.string(name, ${key.clustered ? 100 : 200}); or ${others.join('; or ')}`;
}

function refuse(key: Key, table: Table, limits: Limits): void {
  if (key.columns.length > limits.columns) {
    throw unsupported(
      `SQL Server has no keys or indexes over more than ${limits.columns} columns, and ${key.name} has ${key.columns.length}`,
      'leave some out, or carry them along with include',
    );
  }
  const [bytes, most] = [sizeOf(key, table), mostOf(key, limits)];
  if (bytes <= most || inMemory(table.options)) return;
  const sort = key.clustered ? 'clustered' : 'nonclustered';
  throw unsupported(
    `SQL Server would refuse rows whose values in ${key.name} are long: a ${sort} key holds ${most} bytes, and ${key.columns.join(', ')} may have ${bytes}`,
    shorter(key, bytes, limits),
  );
}

/** The keys that were short enough before the column changed. */
function grown(operation: Of<'alterColumn'>, table: Table, limits: Limits): void {
  const columns = table.columns.map((column) =>
    column.name === operation.column ? changeColumn(column, operation.change) : column,
  );
  const after = { ...table, columns };
  const keys = keysOf(table).filter((key) => sizeOf(key, table) <= mostOf(key, limits));
  for (const key of keys) refuse(key, after, limits);
}

/** Throws `unsupported` for keys that the operation makes, or makes longer, beyond what the server holds. */
export function refuseLongKeys(operation: Operation, before: Schema, version: string): void {
  const limits = limitsOf(version);
  if (operation.kind === 'createTable') {
    for (const key of keysOf(operation.table)) refuse(key, operation.table, limits);
    return;
  }
  const table = 'table' in operation ? tableOf(before, operation.table) : undefined;
  if (table === undefined) return;
  if (operation.kind === 'alterColumn') grown(operation, table, limits);
  if (operation.kind === 'createIndex') for (const key of indexKey(operation.index)) refuse(key, table, limits);
  if (operation.kind === 'addConstraint')
    for (const key of keyOf(operation.constraint, table)) refuse(key, table, limits);
}
