/** Computed columns, checks and defaults that speak of a column which the engine does not let them read. */
import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Column } from '../../../src/schema/column.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { column, lower } from './lower-cases.ts';

const id = column('id', 'increments', 'int', { nullable: false, autoIncrement: true });
const size = column('size', 'integer', 'int');
const worked = (name: string, expression: string, persisted = true): Column =>
  column(name, 'integer', 'int', { computed: { expression, persisted } });
const table = (...columns: readonly Column[]): Table => ({
  name: { name: 't' },
  columns,
  constraints: [],
  indexes: [],
});
const made = (...columns: readonly Column[]): Operation => ({
  kind: 'createTable',
  table: table(...columns),
  ifNotExists: false,
});
const schema = (...columns: readonly Column[]): Schema => ({
  ...emptySchema,
  tables: put(nothing, 't', table(...columns)),
});
const added = (one: Column): Operation => ({ kind: 'addColumn', table: { name: 't' }, column: one });

const versions: Partial<Record<DialectName, string>> = { postgresql: '18', mysql: '8.0.36' };

/** Undefined where it is taken. */
function saidOf(name: DialectName, operation: Operation, before: Schema = emptySchema): string | undefined {
  const version = versions[name];
  try {
    lower(name, operation, { before, ...(version === undefined ? {} : { version }) });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const twice = worked('twice', 'size * 2', false);
const second = worked('second', 'twice * 2', false);

describe.each(['postgresql', 'cockroachdb', 'mssql', 'oracle'] as const)('%s', (name) => {
  const says = expect.stringContaining('works no computed column out from another: t.second is computed from twice');

  test('a computed column is not computed from a computed one, whichever comes first', () => {
    expect(saidOf(name, made(size, twice, second))).toEqual(says);
    expect(saidOf(name, made(size, second, twice))).toEqual(says);
    expect(saidOf(name, added(second), schema(size, twice))).toEqual(says);
  });

  test('a unit of time is no column', () => {
    const year = worked('year', 'extract(year from born)', false);
    const next = worked('next', 'extract(year from born) + 1', false);
    expect(saidOf(name, made(column('born', 'date', 'date'), year, next))).toBeUndefined();
  });

  test('two that are computed apart are taken', () => {
    expect(saidOf(name, made(size, twice, worked('second', 'size * 4', false)))).toBeUndefined();
  });
});

test('PostgreSQL tells columns apart whose names differ in case', () => {
  expect(saidOf('postgresql', made(column('Twice', 'integer', 'int'), size, twice, second))).toBeUndefined();
});

test('SQLite computes from whatever there is', () => {
  expect(saidOf('sqlite', made(size, second, twice))).toBeUndefined();
});

describe.each(['mysql', 'mariadb'] as const)('%s', (name) => {
  test('one that comes before is computed from, one that comes after is not', () => {
    expect(saidOf(name, made(size, twice, second))).toBeUndefined();
    expect(saidOf(name, made(size, second, twice))).toMatch(/t\.second is computed from twice, which comes after it/);
  });

  test.each<[string, Operation]>([
    ['next is computed', made(id, worked('next', 'id + 1'))],
    ['the default of next is made', made(id, { ...size, name: 'next', default: { kind: 'sql', sql: '(id + 1)' } })],
    [
      'the check (id > 0) is made',
      {
        kind: 'createTable',
        table: { ...table(id), constraints: [{ kind: 'check', expression: 'id > 0' }] },
        ifNotExists: false,
      },
    ],
  ])('%s from a column that numbers itself', (what, operation) => {
    expect(saidOf(name, operation)).toContain(`${what} from id of table t, which is AUTO_INCREMENT`);
  });

  test('the same of a table that is there', () => {
    const check: Operation = {
      kind: 'addConstraint',
      table: { name: 't' },
      constraint: { kind: 'check', name: 'c', expression: 'id > 0' },
    };
    expect(saidOf(name, check, schema(id))).toContain('which is AUTO_INCREMENT');
    expect(saidOf(name, added(worked('next', 'id + 1')), schema(id))).toContain('which is AUTO_INCREMENT');
    const counts: Operation = {
      kind: 'alterColumn',
      table: { name: 't' },
      column: 'size',
      change: { identity: { always: false } },
    };
    expect(saidOf(name, counts, schema({ ...size, nullable: false }, worked('next', 'size + 1')))).toContain(
      'next is computed from size of table t, which is AUTO_INCREMENT',
    );
  });
});

test('MariaDB reads a number where the value is worked out when it is read', () => {
  const next = worked('next', 'id + 1', false);
  expect(saidOf('mariadb', made(id, next))).toBeUndefined();
  expect(saidOf('mysql', made(id, next))).toContain('which is AUTO_INCREMENT');
});

describe('what says something else each time', () => {
  const every = ['postgresql', 'cockroachdb', 'mysql', 'mariadb', 'mssql', 'oracle', 'sqlite'] as const;
  const kept = (name: DialectName, expression: string) => made(size, worked('odd', expression, name !== 'oracle'));

  test.each<[DialectName, string]>([
    ...every.map((name): [DialectName, string] => [name, 'current_timestamp']),
    ['postgresql', 'extract(year from age(current_date, size))'],
    ['postgresql', "concat(size, ' of ', 3)"],
    ['postgresql', 'NOW ()'],
    ['cockroachdb', 'gen_random_uuid()'],
    ['mysql', 'unix_timestamp()'],
    ['mariadb', 'year(now()) - size'],
    ['mssql', 'datediff(year, size, getdate())'],
    ['oracle', 'extract(year from sysdate) - size'],
    ['sqlite', "julianday('now') - size"],
    ['sqlite', "strftime('%Y') - size"],
  ])('%s computes no column with it: %s', (name, expression) => {
    expect(saidOf(name, kept(name, expression))).toContain('t.odd is computed with');
  });

  test.each<[DialectName, string]>([
    ...every.map((name): [DialectName, string] => [name, "size + length('now() current_date')"]),
    ['postgresql', '"user" + size /* now() */'],
    ['postgresql', 'mine.now() + size'],
    ['mysql', 'unix_timestamp(size)'],
    ['mssql', '[user] + rand(size)'],
    ['sqlite', "strftime('%Y', size) - date(size)"],
  ])('%s computes one with what only looks like it: %s', (name, expression) => {
    expect(saidOf(name, kept(name, expression))).toBeUndefined();
  });

  test.each(['mariadb', 'mssql'] as const)('%s works it out when it is read', (name) => {
    expect(saidOf(name, made(size, worked('odd', 'current_timestamp', false)))).toBeUndefined();
  });

  test.each(every)('%s: in a table that is there', (name) => {
    const odd = worked('odd', 'current_timestamp', name !== 'oracle');
    expect(saidOf(name, added(odd), schema(size))).toContain('t.odd is computed with current_timestamp');
    expect(saidOf(name, added(size), schema(odd))).toBeUndefined();
  });
});
