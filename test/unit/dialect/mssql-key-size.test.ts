/** SQL Server only warns of a key that is longer than it holds, and refuses the first row that needs the room. */

import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { MigratorError } from '../../../src/errors.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Column } from '../../../src/schema/column.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { Index } from '../../../src/schema/table-index.ts';
import { column } from './lower-cases.ts';

const name = { name: 'item' };
const columns: readonly Column[] = [
  column('id', 'increments', 'int identity(1,1) not null primary key', { nullable: false, autoIncrement: true }),
  column('a', 'varchar', 'nvarchar(225)', { nullable: false }),
  column('b', 'varchar', 'nvarchar(225)', { nullable: false }),
  column('c', 'varchar', 'nvarchar(400)'),
  column('d', 'varchar', 'varchar(850)'),
  column('e', 'char', 'nchar(900)', { nullable: false }),
  column('amount', 'decimal', 'decimal(38, 2)', { nullable: false }),
  column('worked', 'varchar', 'nvarchar(4000)', { computed: { expression: '[a] + [b]', persisted: true } }),
  ...Array.from({ length: 33 }, (_, at) => column(`n${at}`, 'integer', 'int')),
];
const item: Table = { name, columns, constraints: [], indexes: [] };
const holding = (table: Table): Schema => ({ ...emptySchema, tables: put(nothing, 'item', table) });

/** What is said of it; undefined: it is taken. */
function refusal(operation: Operation, table: Table = item, version = '2019'): string | undefined {
  try {
    dialects.mssql.heedWarnings?.(operation, holding(table), version);
    return undefined;
  } catch (error) {
    return `${(error as MigratorError).message} -- ${(error as MigratorError).hint}`;
  }
}

const index = (names: readonly string[], more: Partial<Index> = {}): Operation => ({
  kind: 'createIndex',
  table: name,
  index: { name: 'item_index', columns: names, unique: false, ...more },
});
const key = (constraint: Constraint): Operation => ({ kind: 'addConstraint', table: name, constraint });
const numbers = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);

test.each<[string, Operation, string | undefined]>([
  ['a primary key of 900 bytes', key({ kind: 'primary', columns: ['a', 'b'] }), undefined],
  [
    'a primary key of 904',
    key({ kind: 'primary', columns: ['a', 'b', 'id'] }),
    'a clustered key holds 900 bytes, and a, b, id may have 904',
  ],
  ['one that is not clustered', key({ kind: 'primary', columns: ['a', 'b', 'id'], clustered: false }), undefined],
  ['a clustered index', index(['a', 'b', 'amount'], { method: 'clustered' }), 'may have 917'],
  ['an index of 1700 bytes', index(['a', 'b', 'c']), undefined],
  [
    'an index of 1704',
    index(['a', 'b', 'c', 'id']),
    'rows whose values in item_index are long: a nonclustered key holds 1700 bytes, and a, b, c, id may have 1704',
  ],
  ['columns that are carried along', index(['a', 'b', 'c'], { include: ['d', 'e'] }), undefined],
  ['single bytes', index(['d', 'c']), undefined],
  [
    'a unique key that leaves NULL out',
    key({ kind: 'unique', name: 'item_c', columns: ['c', 'd', 'a'] }),
    'may have 2100',
  ],
  ['a unique key', key({ kind: 'unique', name: 'item_c', columns: ['e'] }), 'may have 1800'],
  ['a length that is known to nobody', index(['worked', 'c']), undefined],
  ['a columnstore', index(['c', 'd', 'e'], { method: 'columnstore' }), undefined],
  ['32 columns', index(numbers(32)), undefined],
  ['33 columns', index(numbers(33)), 'over more than 32 columns, and item_index has 33'],
])('%s', (_, operation, says) => {
  if (says === undefined) expect(refusal(operation)).toBeUndefined();
  else expect(refusal(operation)).toContain(says);
});

test('before 2016 every key holds 900 bytes and 16 columns', () => {
  expect(refusal(index(['a', 'b', 'id']), item, '2014')).toContain('a nonclustered key holds 900 bytes');
  expect(refusal(index(numbers(17)), item, '2014')).toContain('over more than 16 columns');
  expect(refusal(index(numbers(16)), item, '2014')).toBeUndefined();
});

test('keys of a table are looked at as it is created', () => {
  const made = (more: Partial<Table>) =>
    refusal({ kind: 'createTable', table: { ...item, ...more }, ifNotExists: false });
  const primary: Constraint = { kind: 'primary', columns: ['a', 'b', 'id'] };
  expect(made({ constraints: [primary] })).toContain('may have 904');
  expect(made({ indexes: [{ name: 'item_index', columns: ['c', 'd', 'a'], unique: false }] })).toContain('1700 bytes');
  // only one can be clustered
  const unique: Constraint = { kind: 'unique', name: 'item_id', columns: ['id'], clustered: true };
  expect(made({ constraints: [primary, unique] })).toBeUndefined();
  // which has limits of its own, and says so when it is made
  expect(made({ constraints: [primary], options: { memory_optimized: true } })).toBeUndefined();
});

test('a column becomes longer under a key', () => {
  const indexed: Table = { ...item, indexes: [{ name: 'item_index', columns: ['a'], unique: false }] };
  const becomes = (sqlType: string, table: Table) =>
    refusal(
      {
        kind: 'alterColumn',
        table: name,
        column: 'a',
        change: { type: { type: columns[1]!.type, sqlType, unsigned: false } },
      },
      table,
    );
  expect(becomes('nvarchar(850)', indexed)).toBeUndefined();
  expect(becomes('nvarchar(851)', indexed)).toContain('may have 1702');
  expect(becomes('nvarchar(851)', item)).toBeUndefined();
  // one that is there, because a migration of knex made it, stays
  const longer = { ...indexed, indexes: [{ name: 'item_index', columns: ['a', 'c', 'd'], unique: false }] };
  expect(becomes('nvarchar(500)', longer)).toBeUndefined();
});

test('the way out fits the key', () => {
  expect(refusal(key({ kind: 'primary', columns: ['a', 'b', 'id'] }))).toContain(
    '; or say { clustered: false }; or index a computed',
  );
  expect(refusal(index(['a', 'b', 'c', 'id']))).toContain(
    't.string(name, 200); or carry the long ones along with include',
  );
});
