/** Foreign keys that Oracle refuses: between types that differ (ORA-02267), and to what only an index makes unique (ORA-02270). */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import type { ForeignKey } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { column, sqlOf } from './lower-cases.ts';

const key: ForeignKey = {
  kind: 'foreign',
  name: 'k_p',
  columns: ['x'],
  references: { table: { name: 'p' }, columns: ['d'] },
};
const unique = { kind: 'unique', name: 'p_d', columns: ['d'] } as const;
const index = { name: 'p_d', columns: ['d'], unique: true };
const parent = (type: string, more: Partial<Table> = { constraints: [unique] }): Table => ({
  name: { name: 'p' },
  columns: [column('d', 'specificType', type)],
  constraints: [],
  indexes: [],
  ...more,
});
const child = (type: string, ...constraints: readonly ForeignKey[]): Table => ({
  name: { name: 'k' },
  columns: [column('x', 'specificType', type)],
  constraints,
  indexes: [],
});
const schemaOf = (...tables: readonly Table[]): Schema => ({
  ...emptySchema,
  tables: tables.reduce((all, table) => put(all, table.name.name, table), nothing as Schema['tables']),
});
const add: Operation = { kind: 'addConstraint', table: { name: 'k' }, constraint: key };
const isRefused = (operation: Operation, before: Schema) => sqlOf('oracle', operation, { before }) === '!impossible';

test.each([
  ['char(36)', 'varchar2(36 char)', true],
  ['char(36)', 'char(32)', false],
  ['varchar2(36 char)', 'varchar2(40)', false],
  ['nvarchar2(36)', 'varchar2(36)', true],
  ['nchar(36)', 'char(36)', true],
  ['integer', 'number(20, 0)', false],
  ['date', 'timestamp', true],
  ['timestamp(3) with time zone', 'timestamp(3)', true],
  ['char(36)', 'a_type_of_theirs', false],
])('%s to %s', (own, other, refused) => {
  expect(isRefused(add, schemaOf(parent(other), child(own)))).toBe(refused);
  const made: Operation = { kind: 'createTable', table: child(own, key), ifNotExists: false };
  expect(isRefused(made, schemaOf(parent(other)))).toBe(refused);
});

test('a table that refers to itself', () => {
  const columns = [column('d', 'uuid', 'char(36)'), column('x', 'varchar', 'varchar2(36 char)')];
  const table: Table = { ...parent(''), columns, constraints: [unique, key] };
  expect(isRefused({ kind: 'createTable', table, ifNotExists: false }, emptySchema)).toBe(true);
});

test.each<[string, Partial<Table>, boolean]>([
  ['a unique index', { indexes: [index] }, true],
  ['a constraint over the index', { constraints: [unique], indexes: [index] }, false],
  ['a primary key', { constraints: [{ kind: 'primary', columns: ['d'] }] }, false],
  ['nothing that is known', {}, false],
])('to %s', (_, more, refused) => {
  const before = schemaOf(parent('integer', more), child('integer'));
  expect(isRefused(add, before)).toBe(refused);
  expect(isRefused(add, { ...before, unread: [{ sql: 'alter table p add unique (d)' }] })).toBe(false);
});
