/** Tables that SQL Server keeps in memory (messages 10794, 12317 and 12331). */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { Index } from '../../../src/schema/table-index.ts';
import { column, lower, sqlOf } from './lower-cases.ts';

const table = { name: 'hot' };
const hot: Table = {
  name: table,
  columns: [column('id', 'integer', 'int', { nullable: false }), column('a', 'integer', 'int')],
  constraints: [{ kind: 'primary', columns: ['id'] }],
  indexes: [],
  options: { memory_optimized: true },
};
const before = { ...emptySchema, tables: put(nothing, 'hot', hot) };
const make = (more: Partial<Table>): Operation => ({
  kind: 'createTable',
  table: { ...hot, ...more },
  ifNotExists: false,
});
const index = (more: Partial<Index>): Operation => ({
  kind: 'createIndex',
  table,
  index: { name: 'i', columns: ['a'], unique: false, ...more },
});

test('their keys are not clustered', () => {
  expect(sqlOf('mssql', make({}), { before: emptySchema })).toEqual([
    'CREATE TABLE [hot] ([id] int NOT NULL, [a] int NULL, CONSTRAINT [hot_pkey] PRIMARY KEY NONCLUSTERED ([id])) WITH (MEMORY_OPTIMIZED = ON)',
  ]);
  const clustered = make({ constraints: [{ kind: 'primary', columns: ['id'], clustered: true }] });
  expect(sqlOf('mssql', clustered, { before: emptySchema })).toBe('!unsupported');
});

test.each<[Operation, readonly string[]]>([
  [index({}), ['ALTER TABLE [hot] ADD INDEX [i] NONCLUSTERED ([a])']],
  [index({ unique: true, columns: ['id'] }), ['ALTER TABLE [hot] ADD INDEX [i] UNIQUE NONCLUSTERED ([id])']],
  [{ kind: 'dropIndex', table, index: 'i' }, ['ALTER TABLE [hot] DROP INDEX [i]']],
  [{ kind: 'addColumn', table, column: column('b', 'integer', 'int') }, ['ALTER TABLE [hot] ADD [b] int NULL']],
  [{ kind: 'dropColumn', table, column: 'a' }, ['ALTER TABLE [hot] DROP COLUMN [a]']],
  [{ kind: 'dropTable', table, ifExists: false }, ['DROP TABLE [hot]']],
])('they change outside of a transaction: %o', (operation, expected) => {
  const statements = lower('mssql', operation, { before });
  expect(statements?.map(({ sql }) => sql)).toEqual(expected);
  expect(statements?.every(({ transactional }) => !transactional)).toBe(true);
});

test.each([{ where: 'a > 1' }, { unique: true }, { include: ['id'] }, { method: 'clustered' }])(
  'they have no index with %o',
  (more) => {
    expect(sqlOf('mssql', index(more), { before })).toBe('!unsupported');
  },
);
