/** What Oracle says of one operation by version, read by its grammar; and what it refuses, in a version or in all. */

import { describe, expect, test } from 'vitest';
import type { ColumnChange, Operation } from '../../../src/operation/operation.ts';
import type { Column } from '../../../src/schema/column.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { parseOracle } from '../../grammars/script.ts';
import { column, lower, sqlOf } from './lower-cases.ts';

const table = { name: 'item' };
const item: Table = {
  name: table,
  columns: [
    column('id', 'integer', 'integer', { nullable: false }),
    column('number', 'integer', 'number(10)', { nullable: false, identity: { always: true } }),
    column('name', 'varchar', 'varchar2(40 char)'),
    column('note', 'text', 'clob'),
    column('amount', 'integer', 'integer'),
  ],
  constraints: [{ kind: 'primary', columns: ['id'] }],
  indexes: [],
};
const before: Schema = { ...emptySchema, tables: put(nothing, 'item', item) };

const type = (name: string, sqlType: string) => ({ type: { name, args: [] }, sqlType, unsigned: false });
const alter = (name: string, change: ColumnChange): Operation => ({ kind: 'alterColumn', table, column: name, change });
const add = (more: Partial<Column>, word = 'varchar', sqlType = 'varchar2(9 char)'): Operation => ({
  kind: 'addColumn',
  table,
  column: column('more', word, sqlType, more),
});
const created = (name: string, ...columns: readonly Column[]): Operation => ({
  kind: 'createTable',
  table: { name: { name }, columns, constraints: [], indexes: [] },
  ifNotExists: false,
});
const index = (storage: object): Operation => ({
  kind: 'createIndex',
  table,
  index: { name: 'item_name', columns: ['name'], unique: false, storage: storage as Record<string, never> },
});
const numbered = column('number', 'increments', 'number(10)', { nullable: false, autoIncrement: true });
const identity = { always: true, start: '5', cache: '1' };
const granted = {
  privileges: ['select any table'],
  on: { kind: 'schema', name: { name: 'billing' } },
  to: 'clerk',
  withGrantOption: false,
} as const;
const restart: Operation = { kind: 'alterSequence', sequence: { name: 'ticket' }, change: { restart: '5' } };
const view = { name: { name: 'totals' }, query: 'select 1 from dual', columns: ['one'], indexes: [], comment: 'sums' };

/** As the grammar has read it. */
function read(operation: Operation, version?: string): readonly string[] | string | undefined {
  const sql = sqlOf('oracle', operation, { before, ...(version === undefined ? {} : { version }) });
  if (Array.isArray(sql)) expect(sql.flatMap((one: string) => parseOracle(one))).toEqual([]);
  return sql;
}

const dropSequence: Operation = { kind: 'dropSequence', sequence: { name: 'ticket' }, ifExists: true };
const codes = (code: number, sql: string) =>
  `begin execute immediate '${sql}'; exception when others then if sqlcode not in (-${code}) then raise; end if; end;`;

test.each<[string, string, Operation, readonly string[]]>([
  ['IF EXISTS by its error', '21', dropSequence, [codes(2289, 'drop sequence "ticket"')]],
  ['IF EXISTS', '23', dropSequence, ['drop sequence if exists "ticket"']],
  [
    'a trigger that is there or not',
    '19',
    { kind: 'dropTrigger', table, trigger: 'item_name', ifExists: true },
    [codes(4080, 'drop trigger "item_name"')],
  ],
  [
    'a routine that is there or not',
    '19',
    { kind: 'dropRoutine', routine: { kind: 'procedure', name: { name: 'close_all' } }, ifExists: true },
    [codes(4043, 'drop procedure "close_all"')],
  ],
  [
    'a materialized view that is there or not',
    '19',
    { kind: 'dropView', view: view.name, materialized: true, ifExists: true },
    [codes(12003, 'drop materialized view "totals"')],
  ],
  [
    'the primary key that is there or not',
    '19',
    { kind: 'dropConstraint', table, constraint: { kind: 'primary' }, ifExists: true },
    [codes(2441, 'alter table "item" drop primary key')],
  ],
  [
    'a materialized view with columns and a comment',
    '19',
    { kind: 'createView', view: { ...view, materialized: true }, replace: false },
    [
      'create materialized view "totals" ("one") as select 1 from dual',
      `comment on materialized view "totals" is 'sums'`,
    ],
  ],
  [
    'an identity column',
    '12.1',
    add({ identity, nullable: false }, 'integer', 'integer'),
    ['alter table "item" add "more" integer generated always as identity (start with 5 nocache)'],
  ],
  [
    'an identity that goes',
    '12.1',
    alter('number', { identity: null }),
    ['alter table "item" modify ("number" drop identity)', 'alter table "item" modify ("number" not null)'],
  ],
  [
    'another identity',
    '12.1',
    alter('number', { identity: { always: false } }),
    ['alter table "item" modify ("number" generated by default as identity)'],
  ],
  [
    'a collation',
    '12.2',
    add({ collation: 'BINARY_CI' }),
    ['alter table "item" add "more" varchar2(9 char) collate BINARY_CI'],
  ],
  ['a compressed index', '11.2', index({ compress: true }), ['create index "item_name" on "item" ("name") compress']],
  ['RESTART', '18', restart, ['alter sequence "ticket" restart start with 5']],
  [
    'a right on a schema',
    '23',
    { kind: 'grant', grant: granted },
    ['grant select any table on schema billing to clerk'],
  ],
  [
    'an integer that is to hold bigints, and does',
    '19',
    alter('amount', { type: type('biginteger', 'number(20, 0)') }),
    [],
  ],
])('%s (%s)', (_, version, operation, expected) => {
  expect(read(operation, version)).toEqual(expected);
});

test.each<[string, string, string, Operation]>([
  ['an identity column', '11.2', '12.1', add({ identity }, 'integer', 'integer')],
  ['a check that it is JSON', '11.2', '12.1.0.2', add({}, 'json', 'varchar2(4000)')],
  ['a collation', '12.1', '12.2', add({ collation: 'BINARY_CI' })],
  ['RESTART', '12.2', '18', restart],
  ['a right on a schema', '21', '23', { kind: 'grant', grant: granted }],
])('%s is refused by %s, which is told of %s', (_, version, since, operation) => {
  expect(() => lower('oracle', operation, { before, version })).toThrowError(
    expect.objectContaining({ code: 'needs-version', message: expect.stringContaining(`Oracle Database ${since},`) }),
  );
});

describe('names of more than 30 bytes', () => {
  const long = 'the_items_that_were_sold_in_2025';

  test.each(['11.2', '12.1'])('are refused by %s', (version) => {
    expect(read(created(long, numbered), version)).toBe('!bad-name');
    expect(read({ kind: 'renameTable', table, to: long }, version)).toBe('!bad-name');
  });

  test('are taken by 12.2', () => {
    expect(read({ kind: 'renameTable', table, to: long }, '12.2')).toEqual([`alter table "item" rename to "${long}"`]);
  });

  test('are not made either, for the sequence of a column', () => {
    expect(read(created('items_that_were_sold', numbered), '11.2')).toBe('!bad-name');
    expect(read(created('items_that_were', numbered), '11.2')).toEqual([
      'create table "items_that_were" ("number" number(10) not null)',
      'create sequence "items_that_were_number_seq"',
      expect.stringContaining('create or replace trigger "items_that_were_number_trg" before insert'),
    ]);
  });
});

test('nothing becomes a LOB, nor a LOB anything else', () => {
  expect(read(alter('name', { type: type('text', 'clob') }))).toBe('!unsupported');
  expect(read(alter('note', { type: type('varchar', 'varchar2(99 char)') }))).toBe('!unsupported');
  expect(read(alter('note', { type: type('binary', 'blob') }))).toBe('!unsupported');
  expect(read(alter('note', { type: type('text', 'clob'), nullable: false }))).toEqual([
    'alter table "item" modify ("note" not null)',
  ]);
});

describe('a column on which something stands', () => {
  const computed = { expression: '"amount" * 2', persisted: false };
  const checked = { kind: 'check', name: 'item_both', expression: '"amount" < "id"' } as const;
  const holding = (more: Partial<Table>): Schema => ({
    ...emptySchema,
    tables: put(nothing, 'item', { ...item, ...more }),
  });
  const twice = holding({ columns: [...item.columns, column('twice', 'integer', 'integer', { computed })] });
  const drop: Operation = { kind: 'dropColumn', table, column: 'amount', ifExists: false };

  test.each<[string, Operation]>([
    ['ORA-54031', drop],
    ['ORA-54032', { kind: 'renameColumn', table, column: 'amount', to: 'sum' }],
    ['ORA-54033', alter('amount', { type: type('decimal', 'decimal(12, 2)') })],
  ])('is needed by a computed one: %s', (_, operation) => {
    expect(sqlOf('oracle', operation, { before: twice })).toBe('!impossible');
    expect(sqlOf('oracle', operation, { before })).not.toBe('!impossible');
  });

  test('goes with the checks that it shares, and alone with its own', () => {
    const alone = { ...checked, expression: '"amount" < 9' };
    expect(sqlOf('oracle', drop, { before: holding({ constraints: [checked] }) })).toEqual([
      'alter table "item" drop column "amount" cascade constraints',
    ]);
    expect(sqlOf('oracle', drop, { before: holding({ constraints: [alone] }) })).toBeUndefined();
  });
});

test('neither a key nor an index is made over a LOB (ORA-02329, ORA-02327)', () => {
  const unique = { kind: 'unique', name: 'item_note', columns: ['note'] } as const;
  const made = { name: 'item_note', columns: ['note'], unique: false };
  expect(read({ kind: 'addConstraint', table, constraint: unique })).toBe('!unsupported');
  expect(read({ kind: 'createIndex', table, index: made })).toBe('!unsupported');
  expect(read({ kind: 'createIndex', table, index: { ...made, columns: [{ expression: 'length("note")' }] } })).toEqual(
    ['create index "item_note" on "item" (length("note"))'],
  );
  for (const more of [{ indexes: [made] }, { constraints: [unique] }]) {
    expect(read({ kind: 'createTable', table: { ...item, ...more }, ifNotExists: false })).toBe('!unsupported');
  }
});

describe('a default that stays', () => {
  const day = column('day', 'varchar', 'varchar2(40 char)', { default: { kind: 'value', value: '2026-01-31' } });
  const state = column('state', 'varchar', 'varchar2(9 char)', { default: { kind: 'value', value: '7' } });
  const now = column('at', 'timestamp', 'timestamp', { default: { kind: 'sql', sql: 'systimestamp' } });
  const kept: Schema = {
    ...emptySchema,
    tables: put(nothing, 'item', { ...item, columns: [day, state, now] }),
  };
  const altered = (name: string, change: ColumnChange) => sqlOf('oracle', alter(name, change), { before: kept });

  test('is written anew in the new type', () => {
    expect(altered('day', { type: type('date', 'date') })).toEqual([
      `alter table "item" modify ("day" date default date '2026-01-31')`,
    ]);
    expect(altered('state', { type: type('integer', 'integer') })).toEqual([
      'alter table "item" modify ("state" integer default 7)',
    ]);
  });

  test('and is left where its words are the same, or another is given', () => {
    expect(altered('state', { type: type('varchar', 'varchar2(40 char)') })).toEqual([
      'alter table "item" modify ("state" varchar2(40 char))',
    ]);
    expect(altered('at', { type: type('date', 'date') })).toEqual(['alter table "item" modify ("at" date)']);
    expect(altered('day', { type: type('date', 'date'), default: null })).toEqual([
      'alter table "item" modify ("day" date default null)',
    ]);
  });
});

test('no version has the random_uuid() of knex', () => {
  const uuid = (sql: string) => ({ default: { kind: 'sql', sql } as const });
  expect(read(add(uuid('(random_uuid())')), '23')).toBe('!unsupported');
  expect(read(alter('name', { default: uuid('(random_uuid())').default }))).toBe('!unsupported');
  expect(read(created('t', column('id', 'uuid', 'char(36)', uuid('(random_uuid())'))))).toBe('!unsupported');
  expect(read(add(uuid('sys_guid()')))).toBeUndefined();
});

test('a collation says what it needs of the database (ORA-43929)', () => {
  const needs = (operation: Operation) => lower('oracle', operation, { before })?.flatMap(({ warns }) => warns ?? []);
  const said = ['it needs MAX_STRING_SIZE = EXTENDED for its collation'];
  const more = column('more', 'varchar', 'varchar2(9 char)', { collation: 'BINARY_CI' });
  expect(needs(created('t', more))).toEqual(said);
  expect(needs({ kind: 'addColumn', table, column: more })).toEqual(said);
  expect(needs(alter('name', { collation: 'BINARY_CI', comment: 'as read' }))).toEqual(said);
  expect(needs(alter('name', { nullable: false }))).toEqual([]);
});

test('a type that Oracle does not say is told of', () => {
  const change = { type: type('biginteger', 'number(20, 0)'), nullable: false };
  const [modify] = lower('oracle', alter('amount', change), { before, version: '19' })!;
  expect(modify?.warns).toBe('its type stays integer, which holds every number(20, 0)');
});
