/** Where CockroachDB parts from PostgreSQL: types that change, identities, primary keys, indexes and views. */
import { expect, test } from 'vitest';
import type { ColumnChange, Operation } from '../../../src/operation/operation.ts';
import { put } from '../../../src/schema/registry.ts';
import type { Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { Index } from '../../../src/schema/table-index.ts';
import { column, lower, shop, sqlOf, table, users } from './lower-cases.ts';

const changed: Table = {
  ...users,
  columns: [
    ...users.columns,
    column('nick', 'varchar', 'varchar(20)', { default: { kind: 'value', value: 'x' } }),
    column('price', 'decimal', 'decimal(10, 2)'),
    column('number', 'integer', 'int8', { identity: { always: false, increment: '2' }, nullable: false }),
    column('state', 'varchar', 'varchar(9)', { collation: 'de' }),
  ],
  indexes: [
    { name: 'by_price', columns: ['price'], unique: false },
    { name: 'young', columns: ['town'], unique: false, where: 'age < 9' },
  ],
};
const reader = { name: { name: 'r' }, query: 'select bio from users', materialized: false, indexes: [] };
const before: Schema = {
  ...shop,
  tables: put(shop.tables, 'users', changed),
  views: put(shop.views, 'r', reader),
};
const alter = (name: string, change: ColumnChange): Operation => ({ kind: 'alterColumn', table, column: name, change });
const type = (sqlType: string) => ({
  type: { type: { name: 'specificType', args: [sqlType] }, sqlType, unsigned: false },
});
const index = (more: Partial<Index>): Operation => ({
  kind: 'createIndex',
  table,
  index: { name: 'i', columns: ['age'], unique: false, ...more },
});
const view = { name: { name: 'v' }, query: 'select 1', materialized: false, indexes: [], comment: 'c' };
const setting = 'SET enable_experimental_alter_column_type_general = true';
const narrow = 'alter table "users" alter column "nick" type varchar(9) using ("nick"::varchar(9))';
const act = (name: string, action: string) => `alter table "users" alter column "${name}" ${action}`;

const cases: readonly (readonly [string, string, Operation, readonly string[] | string])[] = [
  ['wider text lies as it did, whatever holds it', '24.1', alter('nick', type('text')), [act('nick', 'type text')]],
  [
    'narrower text is written anew, without its default meanwhile',
    '24.1',
    alter('nick', type('varchar(9)')),
    [act('nick', 'drop default'), setting, narrow, act('nick', "set default 'x'")],
  ],
  ['a later server asks for neither', '25.1', alter('nick', type('varchar(9)')), [narrow]],
  [
    'more digits on both sides of the point',
    '24.1',
    alter('price', type('decimal(14, 4)')),
    [act('price', 'type decimal(14, 4)')],
  ],
  ['fewer digits before the point, in an index', '24.1', alter('price', type('decimal(10, 4)')), '!unsupported'],
  ['an integer that becomes text, in a foreign key', '24.1', alter('town', type('text')), '!unsupported'],
  ['text that was collated', '25.1', alter('state', { collation: null }), [act('state', 'type varchar(9)')]],
  [
    'how an identity comes about and how it counts',
    '24.1',
    alter('number', { identity: { always: true, start: '7' } }),
    [act('number', 'set generated always'), act('number', 'set start with 7 set increment by 1')],
  ],
  ['an identity on an older server', '23.2', alter('number', { identity: null }), '!needs-version'],
  ['an identity that begins again', '24.1', alter('age', { identity: { always: true, cycle: true } }), '!unsupported'],
  ['a hash-sharded index', '24.1', index({ method: 'hash' }), ['create index "i" on "users" ("age") using hash']],
  ['a block range index', '24.1', index({ method: 'brin' }), '!unsupported'],
  [
    'a unique key that may not be there',
    '24.1',
    { kind: 'dropConstraint', table, constraint: { kind: 'unique', name: 'u' }, ifExists: true },
    ['drop index if exists "users"@"u" cascade'],
  ],
  [
    'a counter that comes with the primary key',
    '24.1',
    {
      kind: 'addColumn',
      table,
      column: column('number', 'increments', 'serial', { nullable: false, autoIncrement: true }),
    },
    [
      'alter table "users" add column "number" serial not null',
      'alter table "users" add constraint "users_pkey" primary key ("number")',
    ],
  ],
  [
    'a column in the condition of an index',
    '24.1',
    { kind: 'dropColumn', table, column: 'age', ifExists: true },
    ['drop index "users"@"young"', 'alter table "users" drop column if exists "age"'],
  ],
  [
    'a column of the primary key',
    '24.1',
    { kind: 'dropColumn', table, column: 'id' },
    [
      'alter table "users" add column if not exists "rowid" int8 not visible not null default unique_rowid()',
      'alter table "users" drop constraint "users_pkey", add constraint "users_pkey" primary key ("rowid")',
      'alter table "users" drop column "id"',
    ],
  ],
  ['a column that a view reads', '24.1', { kind: 'renameColumn', table, column: 'bio', to: 'b' }, '!unsupported'],
  ['a table that a view reads', '24.1', { kind: 'renameTable', table, to: 'u' }, '!unsupported'],
  ['a comment on a view', '24.1', { kind: 'createView', view, replace: false }, '!unsupported'],
];

test.each(cases)('%s (%s)', (_, version, operation, expected) => {
  expect(sqlOf('cockroachdb', operation, { before, version })).toEqual(expected);
});

test('values written anew, and primary keys, are no part of a transaction', () => {
  const outside = (operation: Operation) =>
    lower('cockroachdb', operation, { before })?.map(({ transactional }) => transactional);
  expect(outside(alter('nick', type('varchar(9)')))).toEqual([true, false, false, true]);
  expect(outside({ kind: 'dropConstraint', table, constraint: { kind: 'primary' } })).toEqual([false, false]);
});
