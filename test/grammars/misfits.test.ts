/** What is asked before a type changes, from every type to every other, read by the grammars of databases that are not here. */
import { expect, test } from 'vitest';
import { spellCheck } from '../../src/dialect/check.ts';
import { mssql } from '../../src/dialect/mssql.ts';
import { redshift } from '../../src/dialect/redshift.ts';
import type { Column } from '../../src/schema/column.ts';
import type { Table } from '../../src/schema/table.ts';
import { column } from '../unit/dialect/lower-cases.ts';
import { parsePostgres } from './postgres.ts';
import { parseMssql } from './script.ts';

const types = {
  mssql: [
    'int identity(1,1)',
    'bigint',
    'decimal(12, 4)',
    'money',
    'float',
    'real',
    'bit',
    'date',
    'datetime2(7)',
    'datetime',
    'time(0)',
    'nvarchar(20)',
    'nvarchar(max)',
    'uniqueidentifier',
  ],
  redshift: [
    'integer',
    'bigint',
    'numeric(12, 4)',
    'double precision',
    'boolean',
    'date',
    'timestamp',
    'time',
    'varchar(20)',
  ],
} as const;

function asked(dialect: typeof mssql | typeof redshift): readonly string[] {
  const all = types[dialect.name as keyof typeof types].map((sqlType) => column('c', '', sqlType));
  const table = (one: Column): Table => ({ name: { name: 't' }, columns: [one], constraints: [], indexes: [] });
  return all.flatMap((from) =>
    all.flatMap((to) =>
      spellCheck({ counts: 'misfits', table: { name: 't' }, columns: ['c'], from, to }, table(from), dialect).map(
        ({ count }) => count,
      ),
    ),
  );
}

test('SQL Server', () => {
  const queries = asked(mssql);
  expect(queries.length).toBeGreaterThan(60);
  expect(queries.flatMap((query) => parseMssql(`${query};`))).toEqual([]);
});

test('Redshift', async () => {
  const queries = asked(redshift);
  expect(queries.length).toBeGreaterThan(10);
  expect(
    await parsePostgres(['\\set ON_ERROR_STOP on', ...queries.map((query) => `${query};`), ''].join('\n')),
  ).toEqual([]);
});
