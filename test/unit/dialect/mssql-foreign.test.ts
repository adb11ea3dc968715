/** Foreign keys that SQL Server refuses (messages 1761, 1762 and 1776), and sequences that it keeps (3729). */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Column } from '../../../src/schema/column.ts';
import type { ForeignKey, UniqueConstraint } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { column, sqlOf } from './lower-cases.ts';

const key = (more: Partial<ForeignKey> = {}): ForeignKey => ({
  kind: 'foreign',
  name: 'k_p',
  columns: ['x'],
  references: { table: { name: 'p' }, columns: ['d'] },
  ...more,
});
const child = (more: Partial<Column>, ...constraints: readonly ForeignKey[]): Table => ({
  name: { name: 'k' },
  columns: [column('x', 'integer', 'int', more)],
  constraints,
  indexes: [],
});
const parent = (more: Partial<Column>, unique: Partial<UniqueConstraint> = {}): Table => ({
  name: { name: 'p' },
  columns: [column('d', 'integer', 'int', more)],
  constraints: [{ kind: 'unique', name: 'p_d', columns: ['d'], ...unique }],
  indexes: [],
});
const schemaOf = (p: Table, k: Table): Schema => ({ ...emptySchema, tables: put(put(nothing, 'p', p), 'k', k) });
const add = (constraint: ForeignKey): Operation => ({ kind: 'addConstraint', table: { name: 'k' }, constraint });
const strict = { nullable: false };

test.each([
  [{ onDelete: 'SET NULL' }, strict, true],
  [{ onUpdate: 'set null' }, strict, true],
  [{ onDelete: 'set null' }, {}, false],
  [{ onDelete: 'cascade' }, strict, false],
  [{ onDelete: 'set default' }, strict, true],
  [{ onDelete: 'set default' }, { ...strict, default: { kind: 'value', value: 1 } as const }, false],
  [{ onDelete: 'set default' }, {}, false],
])('%o over a column with %o', (deeds, more, refused) => {
  const before = schemaOf(parent(strict), child(more));
  const table = child(more, key(deeds));
  const answers = [
    sqlOf('mssql', add(key(deeds)), { before }),
    sqlOf('mssql', { kind: 'createTable', table, ifNotExists: false }, { before: schemaOf(parent(strict), table) }),
  ];
  for (const answer of answers) expect(answer === '!impossible').toBe(refused);
});

test('a column under SET NULL does not become NOT NULL', () => {
  const alter = (column: string): Operation => ({
    kind: 'alterColumn',
    table: { name: 'k' },
    column,
    change: { nullable: false },
  });
  const before = (deeds: Partial<ForeignKey>) => schemaOf(parent(strict), child({}, key(deeds)));
  expect(sqlOf('mssql', alter('x'), { before: before({ onDelete: 'set null' }) })).toBe('!impossible');
  expect(sqlOf('mssql', alter('x'), { before: before({}) })).toHaveLength(3);
});

test.each([
  ['NULL is left out of the key', {}, {}, true],
  ['NOT NULL', strict, {}, false],
  ['a real constraint', {}, { nullsNotDistinct: true }, false],
])('a key to a unique column: %s', (_, more, unique, refused) => {
  const answer = sqlOf('mssql', add(key()), { before: schemaOf(parent(more, unique), child({})) });
  expect(answer === '!impossible').toBe(refused);
});

test('a column that others refer to does not become one that holds NULL', () => {
  const loosen: Operation = { kind: 'alterColumn', table: { name: 'p' }, column: 'd', change: { nullable: true } };
  expect(sqlOf('mssql', loosen, { before: schemaOf(parent(strict), child({}, key())) })).toBe('!impossible');
});

test.each([
  ['mssql', 'NEXT VALUE FOR [s]'],
  ['postgresql', "nextval('s'::regclass)"],
] as const)('%s keeps a sequence that a default takes', (dialect, sql) => {
  const drop = (name: string): Operation => ({ kind: 'dropSequence', sequence: { name } });
  const before = schemaOf(parent({}), child({ default: { kind: 'sql', sql } }));
  expect(sqlOf(dialect, drop('s'), { before })).toBe('!impossible');
  expect(sqlOf(dialect, drop('other'), { before })).toHaveLength(1);
});
