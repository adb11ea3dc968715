/** SQL Server takes no key by which one row would come to a table twice (message 1785). */

import { expect, test } from 'vitest';
import type { ForeignKey } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { column, sqlOf } from './lower-cases.ts';

type Deeds = Pick<ForeignKey, 'onDelete' | 'onUpdate'>;

function key(own: string, to: string, deeds: Deeds, referred = 'id'): ForeignKey {
  return {
    kind: 'foreign',
    name: `${own}_${to}_key`,
    columns: [own],
    references: { table: { name: to }, columns: [referred] },
    ...deeds,
  };
}

function made(name: string, ...constraints: readonly ForeignKey[]): Table {
  const columns = ['id', 'a', 'b', 'c'].map((one) => column(one, 'integer', 'int', { nullable: one !== 'id' }));
  return { name: { name }, columns, constraints: [{ kind: 'primary', columns: ['id'] }, ...constraints], indexes: [] };
}

function withTables(...tables: readonly Table[]): Schema {
  return {
    ...emptySchema,
    tables: tables.reduce((all, table) => put(all, table.name.name, table), nothing as Schema['tables']),
  };
}

const gone = { onDelete: 'cascade' };
const cleared = { onDelete: 'set null' };
const followed = { onUpdate: 'cascade' };
const top = made('top');
const middle = made('middle', key('a', 'top', gone));

function added(to: string, constraint: ForeignKey, ...tables: readonly Table[]) {
  return sqlOf('mssql', { kind: 'addConstraint', table: { name: to }, constraint }, { before: withTables(...tables) });
}

test.each<[string, boolean, string, ForeignKey, Table[]]>([
  ['two keys to one table', true, 'low', key('b', 'top', cleared), [top, made('low', key('a', 'top', gone))]],
  ['two ways to one table', true, 'low', key('b', 'top', gone), [top, middle, made('low', key('a', 'middle', gone))]],
  ['a way above', true, 'middle', key('b', 'top', gone), [top, middle]],
  ['a key to the table itself', true, 'low', key('a', 'low', cleared), [made('low')]],
  ['a circle', true, 'top', key('a', 'middle', gone), [top, middle]],
  ['changes by two ways', true, 'low', key('b', 'top', followed), [top, made('low', key('a', 'top', followed))]],
  ['one that does nothing', false, 'low', key('b', 'top', {}), [top, made('low', key('a', 'top', gone))]],
  ['NO ACTION', false, 'low', key('b', 'top', { onDelete: 'no action' }), [top, made('low', key('a', 'top', gone))]],
  [
    'rows that stay',
    false,
    'low',
    key('b', 'top', gone),
    [top, made('middle', key('a', 'top', cleared)), made('low', key('a', 'middle', gone))],
  ],
  ['a DELETE and an UPDATE', false, 'low', key('b', 'top', followed), [top, made('low', key('a', 'top', gone))]],
  [
    'another column',
    false,
    'low',
    key('b', 'top', followed),
    [top, made('middle', key('a', 'top', followed)), made('low', key('c', 'middle', followed))],
  ],
  ['two tables', false, 'low', key('b', 'middle', gone), [top, made('middle'), made('low', key('a', 'top', gone))]],
])('%s', (_, refused, to, constraint, tables) => {
  const answer = added(to, constraint, ...tables);
  if (refused) expect(answer).toBe('!unsupported');
  else expect(answer).toHaveLength(1);
});

test('a table is looked at as it is created', () => {
  const table = made('low', key('a', 'top', gone), key('b', 'top', cleared));
  expect(sqlOf('mssql', { kind: 'createTable', table, ifNotExists: false }, { before: withTables(top) })).toBe(
    '!unsupported',
  );
});
