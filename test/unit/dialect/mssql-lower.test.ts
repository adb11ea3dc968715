/** What SQL Server asks for around a change: things taken away and put back, names found, and what it does not have. */

import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { View } from '../../../src/schema/objects.ts';
import { nothing, put, type Registry } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { parseMssql } from '../../grammars/script.ts';
import { column, sqlOf } from './lower-cases.ts';

const table = { name: 'item' };
const item: Table = {
  name: table,
  columns: [
    column('id', 'integer', 'int', { nullable: false }),
    column('code', 'varchar', 'nvarchar(20)', { nullable: false }),
    column('name', 'varchar', 'nvarchar(40)', { collation: 'Latin1_General_BIN2' }),
    column('amount', 'integer', 'int', { nullable: false, default: { kind: 'value', value: 1 } }),
    column('twice', 'integer', 'int', { computed: { expression: '[amount] * 2', persisted: true } }),
  ],
  constraints: [
    { kind: 'primary', columns: ['id'] },
    { kind: 'unique', name: 'item_code', columns: ['code'] },
    { kind: 'unique', name: 'item_name', columns: ['name'] },
    { kind: 'check', name: 'item_some', expression: "amount > 0 and name <> N'amount'" },
  ],
  indexes: [
    { name: 'item_twice', columns: ['twice'], unique: false },
    { name: 'item_many', columns: ['code'], unique: false, where: '[amount] > 9' },
  ],
};
const part: Table = {
  name: { name: 'part' },
  columns: [column('item', 'integer', 'int')],
  constraints: [
    {
      kind: 'foreign',
      name: 'part_item',
      columns: ['item'],
      references: { table, columns: ['id'] },
      onDelete: 'restrict',
    },
  ],
  indexes: [],
};
const before: Schema = { ...emptySchema, tables: put(put(nothing, 'item', item), 'part', part) };

const type = (sqlType: string) => ({ type: { name: 'specificType', args: [sqlType] }, sqlType, unsigned: false });
const alter = (name: string, change: object): Operation =>
  ({ kind: 'alterColumn', table, column: name, change }) as Operation;

/** As the grammar has read it. */
function read(
  operation: Operation,
  more: { before?: Schema; version?: string } = {},
): readonly string[] | string | undefined {
  const sql = sqlOf('mssql', operation, { before, ...more });
  if (Array.isArray(sql)) expect(sql.flatMap((one: string) => parseMssql(one))).toEqual([]);
  return sql;
}

describe('what stands in the way of a column', () => {
  test('is taken away and put back when its type changes', () => {
    expect(read(alter('amount', { type: type('bigint') }))).toEqual([
      'DROP INDEX [item_twice] ON [item]',
      'DROP INDEX [item_many] ON [item]',
      'ALTER TABLE [item] DROP CONSTRAINT [item_some]',
      'ALTER TABLE [item] DROP COLUMN [twice]',
      'ALTER TABLE [item] DROP CONSTRAINT [item_amount_default]',
      'ALTER TABLE [item] ALTER COLUMN [amount] bigint NOT NULL',
      'ALTER TABLE [item] ADD CONSTRAINT [item_amount_default] DEFAULT 1 FOR [amount]',
      'ALTER TABLE [item] ADD [twice] AS ([amount] * 2) PERSISTED',
      "ALTER TABLE [item] ADD CONSTRAINT [item_some] CHECK (amount > 0 and name <> N'amount')",
      'CREATE INDEX [item_twice] ON [item] ([twice])',
      'CREATE INDEX [item_many] ON [item] ([code]) WHERE [amount] > 9',
    ]);
  });

  test('follows its new name, strings excepted', () => {
    expect(read({ kind: 'renameColumn', table, column: 'amount', to: 'count' })).toEqual([
      'DROP INDEX [item_twice] ON [item]',
      'DROP INDEX [item_many] ON [item]',
      'ALTER TABLE [item] DROP CONSTRAINT [item_some]',
      'ALTER TABLE [item] DROP COLUMN [twice]',
      "EXEC sp_rename N'[item].[amount]', N'count', N'COLUMN'",
      "IF OBJECT_ID(N'[item_amount_default]', N'D') IS NOT NULL EXEC sp_rename N'[item_amount_default]', N'item_count_default', N'OBJECT'",
      'ALTER TABLE [item] ADD [twice] AS ([count] * 2) PERSISTED',
      "ALTER TABLE [item] ADD CONSTRAINT [item_some] CHECK (count > 0 and name <> N'amount')",
      'CREATE INDEX [item_twice] ON [item] ([twice])',
      'CREATE INDEX [item_many] ON [item] ([code]) WHERE [count] > 9',
    ]);
  });

  test('stays when text only becomes longer, but for conditions', () => {
    expect(read(alter('code', { type: type('nvarchar(30)') }))).toEqual([
      'DROP INDEX [item_many] ON [item]',
      'ALTER TABLE [item] ALTER COLUMN [code] nvarchar(30) NOT NULL',
      'CREATE INDEX [item_many] ON [item] ([code]) WHERE [amount] > 9',
    ]);
  });

  test('a unique key becomes the index that leaves NULL out when its column may hold NULL', () => {
    expect(read(alter('code', { nullable: true }))).toEqual([
      'DROP INDEX [item_many] ON [item]',
      'ALTER TABLE [item] DROP CONSTRAINT [item_code]',
      'ALTER TABLE [item] ALTER COLUMN [code] nvarchar(20) NULL',
      'CREATE UNIQUE INDEX [item_code] ON [item] ([code]) WHERE [code] IS NOT NULL',
      'CREATE INDEX [item_many] ON [item] ([code]) WHERE [amount] > 9',
    ]);
  });

  test('the collation is said again', () => {
    expect(read(alter('name', { nullable: false }))).toContain(
      'ALTER TABLE [item] ALTER COLUMN [name] nvarchar(40) COLLATE Latin1_General_BIN2 NOT NULL',
    );
  });

  test('a collation goes with the text', () => {
    expect(read(alter('name', { type: type('int') }))).toContain('ALTER TABLE [item] ALTER COLUMN [name] int NULL');
  });

  test('belongs to others: the column is not dropped', () => {
    for (const name of ['id', 'amount']) {
      expect(read({ kind: 'dropColumn', table, column: name })).toBe('!impossible');
    }
  });

  test('a key of another table keeps its type', () => {
    expect(read(alter('id', { type: type('bigint') }))).toBe('!impossible');
    const loose = apply(
      { kind: 'dropConstraint', table: part.name, constraint: { kind: 'foreign', name: 'part_item' } },
      before,
    );
    expect(read(alter('id', { type: type('bigint') }), { before: loose })).toEqual([
      'ALTER TABLE [item] DROP CONSTRAINT [item_pkey]',
      'ALTER TABLE [item] ALTER COLUMN [id] bigint NOT NULL',
      'ALTER TABLE [item] ADD CONSTRAINT [item_pkey] PRIMARY KEY ([id])',
    ]);
  });
});

test('the views over a column see its new type, those over them after them', () => {
  const views: readonly View[] = Object.entries({
    a_over: 'select amount from z_first',
    z_first: 'select amount from item',
    other: 'select item from part',
  }).map(([name, query]) => ({ name: { name }, query, materialized: false, indexes: [] }));
  const seen = { ...before, views: views.reduce<Registry<View>>((all, one) => put(all, one.name.name, one), nothing) };
  expect(read(alter('amount', { type: type('bigint') }), { before: seen })?.slice(-2)).toEqual([
    "EXEC sp_refreshview N'[z_first]'",
    "EXEC sp_refreshview N'[a_over]'",
  ]);
  expect(read(alter('amount', { default: null }), { before: seen })).toEqual([
    'ALTER TABLE [item] DROP CONSTRAINT [item_amount_default]',
  ]);
});

describe('views', () => {
  const view = (name: string, query: string, stars?: readonly string[]): View => ({
    name: { name },
    query,
    materialized: false,
    indexes: [],
    ...(stars === undefined ? {} : { stars }),
  });
  const views = [view('a_over', 'select amount from z_all'), view('z_all', 'select * from item', ['amount'])];
  const seen: Schema = {
    ...before,
    views: [...views, view('named', 'select amount from item')].reduce<Registry<View>>(
      (all, one) => put(all, one.name.name, one),
      nothing,
    ),
  };
  const refreshed = ["EXEC sp_refreshview N'[z_all]'", "EXEC sp_refreshview N'[a_over]'"];

  test('that select * see columns that come and go', () => {
    const more = column('more', 'integer', 'int');
    expect(read({ kind: 'addColumn', table, column: more }, { before: seen })).toEqual([
      'ALTER TABLE [item] ADD [more] int NULL',
      ...refreshed,
    ]);
    expect(read({ kind: 'dropColumn', table, column: 'name' }, { before: seen })?.slice(-2)).toEqual(refreshed);
    expect(read({ kind: 'addColumn', table: part.name, column: more }, { before: seen })).toBeUndefined();
  });

  test('over one that is replaced see what it is now', () => {
    const replace = (name: string) =>
      read({ kind: 'createView', view: view(name, 'select 1 as amount'), replace: true }, { before: seen });
    expect(replace('z_all')).toEqual(['CREATE OR ALTER VIEW [z_all] AS select 1 as amount', refreshed[1]]);
    expect(replace('a_over')).toHaveLength(1);
    expect(replace('fresh')).toHaveLength(1);
  });
});

describe('a function that a table calls', () => {
  const routine = {
    kind: 'function',
    name: { name: 'half' },
    definition: '(@x int) returns int as begin return @x end',
  } as const;
  const using = (more: Partial<Table>): Schema => ({
    ...before,
    tables: put(before.tables, 'item', { ...item, ...more }),
  });
  const check = (expression: string) => using({ constraints: [{ kind: 'check', name: 'c', expression }] });

  test.each([
    ['a check', check('amount > dbo.half(amount)'), true],
    ['a quoted name', check('amount > [dbo].[HALF] (amount)'), true],
    ['another name', check("amount > dbo.behalf(amount) and name <> 'half(1)'"), false],
    [
      'a computed column',
      using({
        columns: [column('x', 'integer', 'int', { computed: { expression: 'dbo.half(1)', persisted: false } })],
      }),
      true,
    ],
    [
      'a default',
      using({ columns: [column('x', 'integer', 'int', { default: { kind: 'sql', sql: 'dbo.half(1)' } })] }),
      true,
    ],
    ['none', before, false],
  ])('%s', (_, schema, refused) => {
    const answers = [
      read({ kind: 'createRoutine', routine, replace: true }, { before: schema }),
      read({ kind: 'dropRoutine', routine, ifExists: false }, { before: schema }),
    ];
    for (const answer of answers) expect(answer === '!impossible').toBe(refused);
  });
});

describe('a name of a constraint', () => {
  const left = apply({ kind: 'renameTable', table, to: 'thing' }, before);
  const anew = (name: string): Operation => ({
    kind: 'createTable',
    ifNotExists: false,
    table: { ...item, indexes: [], constraints: [{ kind: 'unique', name, columns: ['code'] }] },
  });
  const check = { kind: 'check', name: 'item_some', expression: 'item > 0' } as const;

  test('that a renamed table keeps is not free', () => {
    expect(read(anew('ITEM_code'), { before: left })).toBe('!impossible');
    expect(read(anew('item_code_2'), { before: left })).not.toBe('!impossible');
    expect(read({ kind: 'addConstraint', table: part.name, constraint: check }, { before: left })).toBe('!impossible');
    expect(
      read({ kind: 'renameConstraint', table: part.name, constraint: 'part_item', to: 'item_code' }, { before: left }),
    ).toBe('!impossible');
    const freed = apply({ kind: 'renameConstraint', table: { name: 'thing' }, constraint: 'item_code', to: 't' }, left);
    expect(read(anew('item_code'), { before: freed })).not.toBe('!impossible');
  });

  test("of an index that leaves NULL out is its own table's", () => {
    expect(read(anew('item_name'), { before: left })).not.toBe('!impossible');
  });

  test('of a primary key is the one that it has', () => {
    const drop = (name?: string): Operation => ({
      kind: 'dropConstraint',
      table,
      constraint: { kind: 'primary', ...(name === undefined ? {} : { name }) },
    });
    expect(read(drop('other'))).toBe('!impossible');
    expect(read(drop('item_pkey'))).toEqual(['ALTER TABLE [item] DROP CONSTRAINT [item_pkey]']);
    expect(read(drop())).toEqual(['ALTER TABLE [item] DROP CONSTRAINT [item_pkey]']);
  });
});

test.each([
  ['decimal', 'decimal(10, 2)', '[tax] AS (CAST([amount] * 0.2 AS decimal(10, 2))) PERSISTED'],
  ['float', 'float', '[tax] AS (CAST([amount] * 0.2 AS float)) PERSISTED'],
  ['integer', 'int', '[tax] AS ([amount] * 0.2) PERSISTED'],
  ['varchar', 'nvarchar(9)', '[tax] AS ([amount] * 0.2) PERSISTED'],
])('a computed %s is rounded to its type where that cuts nothing off', (word, sqlType, written) => {
  const tax = column('tax', word, sqlType, { computed: { expression: '[amount] * 0.2', persisted: true } });
  expect(read({ kind: 'addColumn', table, column: tax })).toEqual([`ALTER TABLE [item] ADD ${written}`]);
});

test('a column that is computed no longer keeps its values', () => {
  expect(read(alter('twice', { computed: null }))).toEqual([
    'DROP INDEX [item_twice] ON [item]',
    'ALTER TABLE [item] ADD [twice_kept] int NULL',
    'UPDATE [item] SET [twice_kept] = [twice]',
    'ALTER TABLE [item] DROP COLUMN [twice]',
    "EXEC sp_rename N'[item].[twice_kept]', N'twice', N'COLUMN'",
    'CREATE INDEX [item_twice] ON [item] ([twice])',
  ]);
});

test('unique keys are dropped as what they are, and looked for when nobody knows', () => {
  const drop = (name: string): Operation => ({ kind: 'dropConstraint', table, constraint: { kind: 'unique', name } });
  expect(read(drop('item_code'))).toEqual(['ALTER TABLE [item] DROP CONSTRAINT [item_code]']);
  expect(read(drop('item_name'))).toEqual(['DROP INDEX [item_name] ON [item]']);
  expect(read(drop('other'))).toEqual([
    "IF OBJECT_ID(N'[other]', N'UQ') IS NOT NULL\n  ALTER TABLE [item] DROP CONSTRAINT [other]\nELSE\n  DROP INDEX [other] ON [item]",
  ]);
  expect(read({ kind: 'renameConstraint', table, constraint: 'item_name', to: "it's" })).toEqual([
    "EXEC sp_rename N'[item].[item_name]', N'it''s', N'INDEX'",
  ]);
});

test('RESTRICT is NO ACTION, and a table that others refer to goes with their keys', () => {
  expect(read({ kind: 'createTable', table: part, ifNotExists: false })).toEqual([
    'CREATE TABLE [part] ([item] int NULL, CONSTRAINT [part_item] FOREIGN KEY ([item]) REFERENCES [item] ([id]) ON DELETE NO ACTION)',
  ]);
  expect(read({ kind: 'dropTable', table, ifExists: false, cascade: true })).toEqual([
    'ALTER TABLE [part] DROP CONSTRAINT [part_item]',
    'DROP TABLE [item]',
  ]);
});

test('older servers are asked before', () => {
  const old = { version: '2014' };
  expect(read({ kind: 'dropTable', table, ifExists: true }, old)).toEqual([
    "IF OBJECT_ID(N'[item]', N'U') IS NOT NULL DROP TABLE [item]",
  ]);
  const view = { name: { name: 'v' }, query: 'select 1 as a', materialized: false, indexes: [] };
  expect(read({ kind: 'createView', view, replace: true }, old)).toEqual([
    "IF OBJECT_ID(N'[v]', N'V') IS NULL EXEC(N'CREATE VIEW [v] AS SELECT 1 AS nothing')",
    'ALTER VIEW [v] AS select 1 as a',
  ]);
  expect(read({ kind: 'alterTable', table, options: { xml_compression: true } }, old)).toBe('!needs-version');
});

test('rights that were passed on are taken back from all', () => {
  const grant = {
    privileges: ['select'],
    on: { kind: 'table', name: table, columns: ['id'] },
    to: 'r',
    withGrantOption: true,
  } as const;
  expect(read({ kind: 'grant', grant })).toEqual(['GRANT SELECT ON OBJECT::[item] ([id]) TO [r] WITH GRANT OPTION']);
  const after = apply({ kind: 'grant', grant }, before);
  expect(read({ kind: 'revoke', grant: { ...grant, withGrantOption: false } }, { before: after })).toEqual([
    'REVOKE SELECT ON OBJECT::[item] ([id]) FROM [r] CASCADE',
  ]);
});

test('sequences begin at 1, or at -1 when they count down', () => {
  expect(read({ kind: 'createSequence', sequence: { name: { name: 's' } } })).toEqual([
    'CREATE SEQUENCE [s] START WITH 1 MINVALUE 1',
  ]);
  expect(read({ kind: 'createSequence', sequence: { name: { name: 's' }, increment: '-1' } })).toEqual([
    'CREATE SEQUENCE [s] START WITH -1 INCREMENT BY -1 MAXVALUE -1',
  ]);
});

const index = (more: object): Operation =>
  ({ kind: 'createIndex', table, index: { name: 'i', columns: ['code'], unique: false, ...more } }) as Operation;

test.each<[string, Operation, readonly string[]]>([
  [
    'a clustered columnstore',
    index({ method: 'clustered columnstore', columns: item.columns.map(({ name }) => name) }),
    ['CREATE CLUSTERED COLUMNSTORE INDEX [i] ON [item]'],
  ],
  [
    'columns carried along',
    index({ include: ['name'], storage: { online: true, on: 'fast' } }),
    ['CREATE INDEX [i] ON [item] ([code]) INCLUDE ([name]) WITH (ONLINE = ON) ON [fast]'],
  ],
  [
    'a unique index with a condition',
    index({ unique: true, columns: ['name'], where: 'amount > 1' }),
    ['CREATE UNIQUE INDEX [i] ON [item] ([name]) WHERE amount > 1 AND [name] IS NOT NULL'],
  ],
])('an index: %s', (_, operation, expected) => {
  expect(read(operation)).toEqual(expected);
});

test.each([
  ["code = N'a' or amount > 1", true],
  ['not amount > 1', true],
  ["code not in (N'a')", true],
  ["code like N'a%'", true],
  ['amount between 1 and 2', true],
  ["code in (N'or', N'it''s not') and name is not null and [not] = 1", false],
  ['amount >= 1 and amount <> 5 -- or so', false],
])('an index over rows of which %s', (where, refused) => {
  expect(read(index({ where })) === '!unsupported').toBe(refused);
});

test.each<[string, Operation]>([
  ['an expression in an index', index({ columns: [{ expression: 'lower(code)' }] })],
  ['a gin index', index({ method: 'gin' })],
  ['NULL last', index({ columns: [{ column: 'code', nulls: 'last' }] })],
  ['a clustered index without NULL', index({ method: 'clustered', unique: true, columns: ['name'] })],
  ['identity for a column that is there', alter('id', { identity: { always: true } })],
  ['a converting expression', alter('name', { type: type('int'), using: 'len(name)' })],
  ['a schema with what is in it', { kind: 'dropSchema', schema: 's', cascade: true }],
  ['a column that follows its row', alter('name', { onUpdate: 'getdate()' })],
])('refused for the engine: %s', (_, operation) => {
  expect(read(operation)).toBe('!unsupported');
});

test('a table goes to the partition scheme of its options', () => {
  const placed: Table = { ...part, constraints: [], options: { on: 'years (item)' } };
  const sql = ['CREATE TABLE [part] ([item] int NULL) ON years (item)'];
  expect(read({ kind: 'createTable', table: placed, ifNotExists: false })).toEqual(sql);
});
