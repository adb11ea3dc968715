/** Unique keys over partitions hold the columns that the partitions are made by; each value has one partition. */
import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { Index, IndexPart } from '../../../src/schema/table-index.ts';
import { column, lower } from './lower-cases.ts';

const sale: Table = {
  name: { name: 'sale' },
  columns: [column('id', 'integer', 'int'), column('year', 'integer', 'int')],
  constraints: [],
  indexes: [],
  partitioning: { by: 'range (year)', partitions: [] },
};
const schemaOf = (table: Table): Schema => ({ ...emptySchema, tables: put(nothing, 'sale', table) });

const versions: Partial<Record<DialectName, string>> = { mysql: '8.0.36', mariadb: '10.11' };

/** Undefined where it is taken. */
function saidOf(
  name: 'postgresql' | 'mysql' | 'mariadb',
  operation: Operation,
  table = sale,
  version = '15',
): string | undefined {
  try {
    lower(name, operation, { before: schemaOf(table), version: versions[name] ?? version });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const made = (key: Constraint, by = 'range (year)'): Operation => ({
  kind: 'createTable',
  table: { ...sale, name: { name: 'other' }, constraints: [key], partitioning: { by, partitions: [] } },
  ifNotExists: false,
});
const add = (constraint: Constraint): Operation => ({ kind: 'addConstraint', table: { name: 'sale' }, constraint });
const index = (more: Partial<Index>): Operation => ({
  kind: 'createIndex',
  table: { name: 'sale' },
  index: { name: 'i', columns: ['id'], unique: true, ...more },
});
const partsOf = (...values: readonly string[]) => ({
  by: 'list (year)',
  partitions: values.map((one, at) => ({ name: `p${at + 1}`, values: one })),
});
const primary = (...columns: readonly string[]): Constraint => ({ kind: 'primary', columns });
const unique = (...columns: readonly string[]): Constraint => ({ kind: 'unique', name: 'u', columns });

describe.each(['postgresql', 'mysql'] as const)('%s', (name) => {
  test.each<[string, Operation]>([
    ['the primary key of other', made(primary('id'))],
    ['u of other', made(unique('id'))],
    ['the primary key of sale', add(primary('id'))],
    ['u of sale', add(unique('id'))],
    ['i of sale', index({})],
  ])('%s lacks it', (what, operation) => {
    expect(saidOf(name, operation)).toContain(`made by: ${what} lacks year`);
  });

  test.each<[string, Operation]>([
    ['a primary key with it', made(primary('id', 'year'))],
    ['a unique key with it', add(unique('year', 'id'))],
    ['an index that is not unique', index({ unique: false })],
    ['an index with it', index({ columns: ['id', { column: 'year', order: 'desc' }] })],
  ])('%s is taken', (_, operation) => {
    expect(saidOf(name, operation)).toBeUndefined();
  });
});

test('PostgreSQL has none where an expression makes the partitions', () => {
  const says = expect.stringContaining('that an expression makes: the primary key of other');
  expect(saidOf('postgresql', made(primary('id', 'year'), 'list (abs(year))'))).toEqual(says);
  expect(saidOf('postgresql', made(primary('id', 'year'), 'range ((year + 1))'))).toEqual(says);
  expect(saidOf('mysql', made(primary('id', 'year'), 'range (abs(year))'))).toBeUndefined();
});

test('PostgreSQL: nothing is said where another column has the name in other case', () => {
  const table = { ...sale, columns: [...sale.columns, column('Year', 'integer', 'int')] };
  expect(saidOf('postgresql', add(unique('id', 'Year')), table)).toBeUndefined();
});

describe('PostgreSQL excludes over partitions', () => {
  const excluded = (...elements: readonly [part: IndexPart, operator: string][]): Constraint => ({
    kind: 'exclude',
    name: 'e',
    elements: elements.map(([part, operator]) => ({ part, operator })),
  });
  const both = excluded(['id', '&&'], ['year', '=']);

  test('since 17', () => {
    expect(saidOf('postgresql', add(both))).toContain('needs PostgreSQL 17');
    expect(saidOf('postgresql', add(both), sale, '17')).toBeUndefined();
    expect(saidOf('postgresql', made(both), sale, '18')).toBeUndefined();
  });

  test.each<[string, Constraint]>([
    ['leaves it out', excluded(['id', '&&'])],
    ['compares it otherwise', excluded(['id', '&&'], ['year', '<>'])],
    ['works something out of it', excluded(['id', '&&'], [{ expression: 'year + 0' }, '='])],
  ])('whose column is compared by =, which this is not: %s', (_, key) => {
    const says = 'no exclusion constraint over partitions that says nothing of the column they are made by: e of';
    expect(saidOf('postgresql', add(key), sale, '17')).toContain(`${says} sale lacks year`);
    expect(saidOf('postgresql', made(key), sale, '17')).toContain(`${says} other lacks year`);
  });

  test('that columns make', () => {
    const key = excluded(['id', '&&'], [{ column: 'year' }, 'OPERATOR(pg_catalog.=)']);
    expect(saidOf('postgresql', made(key), sale, '17')).toBeUndefined();
    const says = 'no exclusion constraint over partitions that an expression makes: e of other';
    expect(saidOf('postgresql', made(key, 'range ((year + 1))'), sale, '17')).toContain(says);
  });
});

test('a column that partitions are made by stays, and on PostgreSQL its type', () => {
  const on = (column: string) => ({ table: { name: 'sale' }, column });
  const type = { type: { name: 'bigInteger', args: [] }, sqlType: 'bigint', unsigned: false };
  for (const name of ['postgresql', 'mysql'] as const) {
    expect(saidOf(name, { kind: 'dropColumn', ...on('year') })).toContain('parted as it is: sale.year');
    expect(saidOf(name, { kind: 'dropColumn', ...on('id') })).toBeUndefined();
  }
  expect(saidOf('postgresql', { kind: 'alterColumn', ...on('year'), change: { type } })).toContain('sale.year');
  expect(saidOf('postgresql', { kind: 'alterColumn', ...on('id'), change: { type } })).toBeUndefined();
  expect(saidOf('mysql', { kind: 'alterColumn', ...on('year'), change: { type } })).toBeUndefined();
});

describe.each(['postgresql', 'mysql', 'mariadb'] as const)('%s: lists of values', (name) => {
  const saidBoth = (one: string, other: string): readonly (string | undefined)[] => [
    saidOf(name, { kind: 'createTable', table: { ...sale, partitioning: partsOf(one, other) }, ifNotExists: false }),
    saidOf(
      name,
      { kind: 'addPartition', table: { name: 'sale' }, partition: { name: 'p2', values: other } },
      { ...sale, partitioning: partsOf(one) },
    ),
  ];

  test.each([
    ['in (1)', 'in (2, 1)', '1'],
    ["in ('a,b', 'c')", "IN ('it''s','a,b')", "'a,b'"],
    ['in (null)', 'in (1, NULL)', 'null'],
    ['in (-1.5)', 'in (-1.5)', '-1.5'],
  ])('%s beside %s', (one, other, twice) => {
    const says = `each value in one partition of a table: ${twice} of p2 is in p1 of sale already`;
    for (const said of saidBoth(one, other)) expect(said).toContain(says);
  });

  test.each([
    ['in (1)', 'in (11, -1)'],
    ["in ('a')", "in ('a,b', 'A')"],
    ['in (1)', 'in (abs(1))'],
    ['from (1) to (2)', 'from (1) to (2)'],
  ])('%s beside %s is left to the engine', (one, other) => {
    expect(saidBoth(one, other)).toEqual([undefined, undefined]);
  });
});
