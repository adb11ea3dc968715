/** A collation is of text: a column that becomes something else loses it, and has it again on the way back. */

import { expect, test } from 'vitest';
import { changeColumn } from '../../../src/operation/column-verbs.ts';
import type { Of } from '../../../src/operation/operation.ts';
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
