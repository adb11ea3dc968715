/** A collation is of text: a column that becomes something else loses it, and has it again on the way back. */

import { expect, test } from 'vitest';
import { dialectNames } from '../../../src/dialect/names.ts';
import { changeColumn } from '../../../src/operation/column-verbs.ts';
import type { Of, Operation } from '../../../src/operation/operation.ts';
import { reverse } from '../../../src/operation/reverse.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import { column, sqlOf } from '../dialect/lower-cases.ts';

const name = column('name', 'varchar', 'varchar(20)', { collation: 'C' });
const become = (sqlType: string): Of<'alterColumn'> => ({
  kind: 'alterColumn',
  table: { name: 't' },
  column: 'name',
  change: { type: { type: { name: 'specificType', args: [sqlType] }, sqlType, unsigned: false } },
});

test.each([
  'int',
  'integer',
  'bigint',
  'decimal(10, 2)',
  'timestamp with time zone',
  'datetime2(3)',
  'DATE',
  'bytea',
  'xml',
])('%s has none', (sqlType) => {
  expect(changeColumn(name, become(sqlType).change)).not.toHaveProperty('collation');
});

test.each(['text', 'nvarchar(max)', 'national character varying(5)', 'citext', 'clob', "enum('a')", 'my_domain'])(
  '%s may have one',
  (sqlType) => {
    expect(changeColumn(name, become(sqlType).change)).toHaveProperty('collation', 'C');
  },
);

const table = { name: { name: 't' }, columns: [name], constraints: [], indexes: [] };
const before = { ...emptySchema, tables: put(nothing, 't', table) };

test.each(['postgresql', 'mysql', 'mariadb', 'mssql'] as const)('%s is not told one for a number', (dialect) => {
  const say = (sqlType: string) => String(sqlOf(dialect, become(sqlType), { before }));
  expect(say('bigint')).not.toMatch(/collate/i);
  expect(say('varchar(30)')).toMatch(/collate/i);
});

test('it comes back with the text', () => {
  const { operations } = reverse(become('int'), before) as { operations: readonly Of<'alterColumn'>[] };
  expect(operations.map(({ change }) => change.collation)).toEqual(['C']);
});

const number = column('n', 'integer', 'integer');
const numbered = { ...emptySchema, tables: put(nothing, 't', { ...table, columns: [number] }) };
const sorted = { name: 'i', unique: false, columns: [{ column: 'n', collation: 'C' }] };
const onNumbers: readonly Operation[] = [
  { kind: 'addColumn', table: { name: 't' }, column: { ...number, name: 'm', collation: 'C' } },
  { kind: 'alterColumn', table: { name: 't' }, column: 'n', change: { collation: 'C' } },
  { kind: 'alterColumn', table: { name: 't' }, column: 'n', change: { ...become('date').change, collation: 'C' } },
  { kind: 'createIndex', table: { name: 't' }, index: sorted },
  { kind: 'createTable', table: { ...table, columns: [{ ...number, collation: 'C' }] }, ifNotExists: false },
  { kind: 'createTable', table: { ...table, columns: [number], indexes: [sorted] }, ifNotExists: false },
];

test.each(dialectNames)('%s: a collation of numbers', (dialect) => {
  const made = onNumbers.map((operation) => sqlOf(dialect, operation, { before: numbered }));
  if (dialect === 'sqlite') expect(made).not.toContain('!unsupported');
  else expect(made).toEqual(onNumbers.map(() => '!unsupported'));
});

test.each([
  ['mariadb', 'blob', true],
  ['mariadb', 'json', false],
  ['mysql', 'json', true],
  ['postgresql', 'inet', true],
  ['postgresql', 'text[]', false],
  ['postgresql', 'my_domain', false],
] as const)('%s: a collation of %s is refused: %s', (dialect, sqlType, isRefused) => {
  const collated = column('n', 'specificType', sqlType, { collation: 'C' });
  const add: Operation = { kind: 'addColumn', table: { name: 't' }, column: collated };
  expect(sqlOf(dialect, add, { before }) === '!unsupported').toBe(isRefused);
});
