/** Types that SQL Server has by another name, and what it makes of a column by itself. */

import { expect, test } from 'vitest';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import { sqlOf as recordedSql } from '../recorder/recorded.ts';
import { column, sqlOf } from './lower-cases.ts';

test('a point is a geometry', async () => {
  const sql = await recordedSql('mssql', (op) =>
    op.createTable('place', (t) => {
      t.point('spot');
      t.geometry('shape').notNullable();
    }),
  );
  expect(sql).toEqual(['CREATE TABLE [place] ([spot] geometry, [shape] geometry not null)']);
});

function changed(from: string, to: string) {
  const table = { name: { name: 't' }, columns: [column('c', 'specificType', from)], constraints: [], indexes: [] };
  const type = { type: { name: 'specificType', args: [to] }, sqlType: to, unsigned: false };
  return sqlOf(
    'mssql',
    { kind: 'alterColumn', table: { name: 't' }, column: 'c', change: { type } },
    { before: { ...emptySchema, tables: put(nothing, 't', table) } },
  );
}

test.each([
  ['date', 'int'],
  ['int', 'date'],
  ['time', 'date'],
  ['date', 'time(3)'],
  ['datetime2', 'bigint'],
  ['datetime', 'int'],
  ['int', 'datetime2(7)'],
  ['decimal(10, 2)', 'uniqueidentifier'],
  ['uniqueidentifier', 'int'],
  ['bit', 'date'],
  ['int', 'geometry'],
  ['geometry', 'nvarchar(max)'],
  ['geometry', 'geography'],
  ['nvarchar(20)', 'varbinary(20)'],
  ['xml', 'nvarchar(max)'],
  ['money', 'nvarchar(20)'],
  ['varbinary(8)', 'float'],
  ['rowversion', 'bigint'],
  ['timestamp', 'varbinary(8)'],
  ['bigint', 'rowversion'],
])('%s becomes no %s', (from, to) => {
  expect(changed(from, to)).toBe('!unsupported');
});

test.each([
  ['int', 'bigint'],
  ['int', 'nvarchar(20)'],
  ['nvarchar(20)', 'decimal(10, 2)'],
  ['nvarchar(20)', 'datetimeoffset'],
  ['nvarchar(36)', 'uniqueidentifier'],
  ['nvarchar(max)', 'xml'],
  ['nvarchar(max)', 'geometry'],
  ['uniqueidentifier', 'char(36)'],
  ['varbinary(8)', 'bigint'],
  ['int', 'varbinary(8)'],
  ['bit', 'int'],
  ['float', 'decimal(10, 2)'],
  ['money', 'decimal(10, 2)'],
  ['int', 'datetime'],
  ['date', 'datetime2'],
  ['datetime2', 'time'],
  ['datetime', 'nvarchar(40)'],
  ['my_type', 'int'],
  ['ntext', 'nvarchar(max)'],
])('%s becomes %s', (from, to) => {
  expect(changed(from, to)).toEqual([`ALTER TABLE [t] ALTER COLUMN [c] ${to} NULL`]);
});
