/** SQL Server sorts no key and no index by a column without a length (messages 1919 and 1978). */

import { expect, test } from 'vitest';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { Index } from '../../../src/schema/table-index.ts';
import { column, sqlOf } from './lower-cases.ts';

const table = { name: 'item' };
const item: Table = {
  name: table,
  columns: [column('id', 'integer', 'int', { nullable: false }), column('note', 'text', 'nvarchar(max)')],
  constraints: [],
  indexes: [],
};
const before: Schema = { ...emptySchema, tables: put(nothing, 'item', item) };
const note: Index = { name: 'item_note', columns: ['note'], unique: false };
const index = (more: Partial<Index>) =>
  sqlOf('mssql', { kind: 'createIndex', table, index: { ...note, ...more } }, { before });

test('keys and indexes over it are refused', () => {
  const unique = { kind: 'unique', name: 'item_note', columns: ['note'] } as const;
  const primary = { kind: 'primary', columns: ['note'] } as const;
  expect(index({})).toBe('!unsupported');
  expect(index({ unique: true })).toBe('!unsupported');
  expect(sqlOf('mssql', { kind: 'addConstraint', table, constraint: unique }, { before })).toBe('!unsupported');
  for (const more of [{ indexes: [note] }, { constraints: [unique] }, { constraints: [primary] }]) {
    expect(sqlOf('mssql', { kind: 'createTable', table: { ...item, ...more }, ifNotExists: false })).toBe(
      '!unsupported',
    );
  }
});

test('an index carries it along, or holds it as a columnstore', () => {
  expect(index({ columns: ['id'], include: ['note'] })).toEqual([
    'CREATE INDEX [item_note] ON [item] ([id]) INCLUDE ([note])',
  ]);
  expect(index({ columns: ['id', 'note'], method: 'clustered columnstore' })).toEqual([
    'CREATE CLUSTERED COLUMNSTORE INDEX [item_note] ON [item]',
  ]);
});
