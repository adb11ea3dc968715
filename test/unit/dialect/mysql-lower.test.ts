/** What MySQL and MariaDB write for each version, and what they refuse with which code. */
import { describe, expect, test } from 'vitest';
import type { Of, Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { put } from '../../../src/schema/registry.ts';
import type { Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { Index } from '../../../src/schema/table-index.ts';
import { parseMysql } from '../../grammars/script.ts';
import { column, shop, sqlOf, table, users } from './lower-cases.ts';

const check: Constraint = { kind: 'check', name: 'users_age', expression: 'age > 0' };
const checked: Table = {
  ...users,
  constraints: [...users.constraints, check],
  indexes: [{ name: 'i', columns: ['age'], unique: false }],
};
const before: Schema = { ...shop, tables: put(shop.tables, 'users', checked) };

const add = (constraint: Constraint): Operation => ({ kind: 'addConstraint', table, constraint });
const made = (one: Table): Operation => ({ kind: 'createTable', table: one, ifNotExists: false });
const index = (more: Partial<Index>): Operation => ({
  kind: 'createIndex',
  table,
  index: { name: 'j', columns: ['age'], unique: false, ...more },
});
const added = (more: Partial<Column>): Operation => ({
  kind: 'addColumn',
  table,
  column: column('more', 'integer', 'int', more),
});
const moment = (sqlType: string, sql: string, onUpdate?: string) =>
  added({ sqlType, default: { kind: 'sql', sql }, ...(onUpdate === undefined ? {} : { onUpdate }) });
const dropCheck: Operation = { kind: 'dropConstraint', table, constraint: { kind: 'check', name: 'users_age' } };
const computed = { expression: 'age + 1', persisted: false };
const sequence: Operation = { kind: 'createSequence', sequence: { name: { name: 's' } } };
const rename: Operation = { kind: 'renameIndex', table, index: 'i', to: 'k' };
const expression = index({ columns: [{ expression: 'lower(email)' }] });
const descending = index({ columns: [{ column: 'age', order: 'desc' }] });
const bytes = added({
  type: { name: 'binary', args: [] },
  sqlType: 'blob',
  default: { kind: 'value', value: Buffer.from([1]) },
});
const uuid = added({ default: { kind: 'sql', sql: 'uuid()' } });

test('MySQL has the moment by itself as the default of a moment alone', () => {
  const sql = 'CURRENT_TIMESTAMP';
  for (const sqlType of ['date', 'time', 'int', 'varchar(30)']) {
    expect(sqlOf('mysql', moment(sqlType, sql))).toBe('!unsupported');
    expect(sqlOf('mariadb', moment(sqlType, sql))).not.toBe('!unsupported');
  }
  expect(sqlOf('mysql', moment('date', `(${sql})`), { version: '8.0.36' })).not.toBe('!unsupported');
  expect(sqlOf('mysql', moment('varchar(30)', "'now'"))).not.toBe('!unsupported');
  expect(sqlOf('mysql', moment('datetime', sql))).not.toBe('!unsupported');
});

const byVersion: readonly (readonly [
  string,
  'mysql' | 'mariadb',
  string,
  Operation,
  readonly string[] | string | undefined,
])[] = [
  ['checks', 'mysql', '5.7', add({ ...check, name: 'c' }), '!needs-version'],
  ['checks', 'mysql', '8.0.15', add({ ...check, name: 'c' }), '!needs-version'],
  ['checks', 'mysql', '8.0.16', add({ ...check, name: 'c' }), undefined],
  ['checks', 'mariadb', '10.1', add({ ...check, name: 'c' }), '!needs-version'],
  ['a check dropped', 'mysql', '8.0.18', dropCheck, ['alter table `users` drop check `users_age`']],
  ['a check dropped', 'mysql', '8.4', dropCheck, ['alter table `users` drop constraint `users_age`']],
  ['a computed column', 'mysql', '5.6', added({ computed }), '!needs-version'],
  [
    'a computed column',
    'mysql',
    '9.1',
    added({ computed }),
    ['alter table `users` add `more` int generated always as (age + 1) virtual null'],
  ],
  [
    'a computed column',
    'mariadb',
    '10.3',
    added({ computed }),
    ['alter table `users` add `more` int generated always as (age + 1) virtual'],
  ],
  ['a computed column that is NOT NULL', 'mariadb', '11.4', added({ computed, nullable: false }), '!unsupported'],
  [
    'a moment of other digits than its column',
    'mysql',
    '8.0',
    moment('datetime(6)', 'CURRENT_TIMESTAMP'),
    '!unsupported',
  ],
  [
    'a moment of other digits than its column',
    'mysql',
    '8.0',
    moment('timestamp', 'CURRENT_TIMESTAMP(6)'),
    '!unsupported',
  ],
  [
    'a moment of other digits than its column',
    'mysql',
    '8.0',
    moment('datetime(3)', 'now(3)', 'current_timestamp'),
    '!unsupported',
  ],
  [
    'a moment of the digits of its column',
    'mysql',
    '8.0',
    moment('datetime(3)', 'now(3)', 'current_timestamp(3)'),
    ['alter table `users` add `more` datetime(3) null default now(3) on update current_timestamp(3)'],
  ],
  [
    'a moment of other digits than its column',
    'mariadb',
    '10.11',
    moment('datetime(3)', 'now(6)', 'current_timestamp'),
    ['alter table `users` add `more` datetime(3) null default now(6) on update current_timestamp'],
  ],
  ['an identity with a cache', 'mysql', '8.0', added({ identity: { always: false, cache: '10' } }), '!unsupported'],
  ['an identity with a cache', 'mariadb', '10.11', added({ identity: { always: false, cache: '10' } }), '!unsupported'],
  ['a JSON column', 'mysql', '5.6', added({ type: { name: 'json', args: [] }, sqlType: 'json' }), '!needs-version'],
  [
    'a JSON column with a default',
    'mysql',
    '8.0.30',
    added({ type: { name: 'json', args: [] }, sqlType: 'json', default: { kind: 'value', value: '{}' } }),
    ["alter table `users` add `more` json null default ('{}')"],
  ],
  ['a default that is an expression', 'mysql', '8.0.12', uuid, '!needs-version'],
  [
    'a default that is an expression',
    'mysql',
    '8.0.13',
    uuid,
    ['alter table `users` add `more` int null default (uuid())'],
  ],
  ['bytes with a default', 'mysql', '5.6', bytes, '!needs-version'],
  ['bytes with a default', 'mysql', '8.0.13', bytes, ["alter table `users` add `more` blob null default (x'01')"]],
  ['an expression in an index', 'mysql', '5.7', expression, '!needs-version'],
  ['an expression in an index', 'mysql', '8.0.36', expression, ['alter table `users` add index `j` ((lower(email)))']],
  ['an expression in an index', 'mariadb', '11.4', expression, '!unsupported'],
  ['a descending index', 'mysql', '5.7', descending, '!needs-version'],
  ['a descending index', 'mariadb', '10.6', descending, '!needs-version'],
  ['a descending index', 'mariadb', '10.8.2', descending, ['alter table `users` add index `j` (`age` desc)']],
  ['an index renamed', 'mysql', '5.6', rename, ['alter table `users` drop index `i`, add index `k` (`age`)']],
  ['an index renamed', 'mysql', '5.7', rename, ['alter table `users` rename index `i` to `k`']],
  ['an index renamed', 'mariadb', '10.4', rename, ['alter table `users` drop index `i`, add index `k` (`age`)']],
  ['a sequence', 'mysql', '9.0', sequence, '!unsupported'],
  ['a sequence', 'mariadb', '10.2', sequence, '!needs-version'],
  ['a sequence', 'mariadb', '10.3', sequence, ['create sequence `s`']],
];

describe('by version', () => {
  test.each(byVersion)('%s: %s %s', (_, dialect, version, operation, expected) => {
    const made = sqlOf(dialect, operation, { before, version });
    expect(made).toEqual(expected);
    if (dialect !== 'mysql' || !Array.isArray(made)) return;
    for (const sql of made) expect(parseMysql(sql)).toEqual([]);
  });
});

const to = (who: string): Of<'grant'>['grant'] => ({
  privileges: ['select', 'update'],
  on: { kind: 'schema', name: { name: 'my_shop' } },
  to: who,
  withGrantOption: true,
});

const written: Readonly<Record<string, readonly [Operation, readonly string[] | string]>> = {
  'rights on a database, whose name is a pattern': [
    { kind: 'grant', grant: to('anna@10.0.%') },
    ["grant select, update on `my\\_shop`.* to 'anna'@'10.0.%' with grant option"],
  ],
  'a name without a host': [
    { kind: 'revoke', grant: { ...to("o'neil"), on: { kind: 'table', name: { name: 't' }, columns: ['a', 'b'] } } },
    ["revoke select (`a`, `b`), update (`a`, `b`) on `t` from 'o''neil'"],
  ],
  'a right on columns that is on whole tables only': [
    {
      kind: 'grant',
      grant: { ...to('anna'), privileges: ['delete'], on: { kind: 'table', name: { name: 't' }, columns: ['a'] } },
    },
    '!unsupported',
  ],
  'a table of another database renamed': [
    { kind: 'renameTable', table: { schema: 's', name: 'a' }, to: 'b' },
    ['rename table `s`.`a` to `s`.`b`'],
  ],
  'a database with an owner': [{ kind: 'createSchema', schema: 's', authorization: 'anna' }, '!unsupported'],
  'a partition of those by hash': [
    { kind: 'dropPartition', table: { name: 'parted' }, partition: 'p0' },
    '!unsupported',
  ],
  'an action that makes NULL of what is NOT NULL': [
    add({
      kind: 'foreign',
      name: 'f',
      columns: ['email'],
      references: { table: { name: 'towns' }, columns: ['name'] },
      onDelete: 'SET NULL',
    }),
    '!impossible',
  ],
  using: [{ kind: 'alterColumn', table, column: 'age', change: { nullable: false, using: 'age + 1' } }, '!unsupported'],
  'what a row says about its own change': [
    { kind: 'alterColumn', table, column: 'town', change: { onUpdate: 'current_timestamp' } },
    ['alter table `users` modify `town` int null on update current_timestamp'],
  ],
};

test.each(Object.entries(written))('%s', (_, [operation, expected]) => {
  const parted: Table = {
    ...users,
    name: { name: 'parted' },
    constraints: [],
    partitioning: { by: 'hash (id) partitions 4', partitions: [{ name: 'p0', values: '' }] },
  };
  const more = { ...before, tables: put(before.tables, 'parted', parted) };
  expect(sqlOf('mysql', operation, { before: more })).toEqual(expected);
});

test('no partition comes behind the one that takes everything', () => {
  const parted = (values: string): Table => ({
    ...users,
    name: { name: 'parted' },
    constraints: [],
    partitioning: { by: 'range (id)', partitions: [{ name: 'p0', values }] },
  });
  const add: Operation = {
    kind: 'addPartition',
    table: { name: 'parted' },
    partition: { name: 'p1', values: 'less than (20)' },
  };
  const after = (values: string) => ({ before: { ...before, tables: put(before.tables, 'parted', parted(values)) } });
  for (const dialect of ['mysql', 'mariadb'] as const) {
    expect(sqlOf(dialect, add, after('less than (maxvalue)'))).toBe('!unsupported');
    expect(sqlOf(dialect, add, after('less than (10)'))).toHaveLength(1);
  }
});

test('no column goes under a check of several columns that nobody named', () => {
  const shared: Table = {
    ...users,
    constraints: [
      { kind: 'check', expression: '`age` > 0' },
      { kind: 'check', expression: '`bio` is null or `town` > 0' },
    ],
  };
  const schema = { ...shop, tables: put(shop.tables, 'users', shared) };
  const drop = (column: string): Operation => ({ kind: 'dropColumn', table, column });
  expect(sqlOf('mariadb', drop('bio'), { before: schema })).toBe('!unsupported');
  expect(sqlOf('mysql', drop('town'), { before: schema })).toBe('!unsupported');
  expect(sqlOf('mariadb', drop('age'), { before: schema })).toBeUndefined();
});

test('what an author says beside a type in words of his own is repeated where it is known, and refused where it is not', () => {
  const [id, email, age] = users.columns;
  const own: Table = {
    ...users,
    columns: [id!, email!, { ...age!, nullable: false, type: { name: 'specificType', args: ['int'] } }],
    constraints: [{ kind: 'check', expression: 'age > 0' }],
  };
  const alter: Operation = { kind: 'alterColumn', table, column: 'age', change: { default: null } };
  const rename: Operation = { kind: 'renameColumn', table, column: 'age', to: 'years' };
  const known = { before: { ...shop, tables: put(shop.tables, 'users', own) }, version: '10.3' };
  expect(sqlOf('mariadb', alter, known)).toEqual([
    'alter table `users` modify `age` int unsigned not null check (age > 0)',
  ]);
  expect(sqlOf('mariadb', rename, known)).toEqual([
    'alter table `users` change `age` `years` int unsigned not null check (years > 0)',
  ]);
  const columns = own.columns.map((column) => ({ ...column, unread: 'references towns' }));
  const unread = { ...known, before: { ...shop, tables: put(shop.tables, 'users', { ...own, columns }) } };
  expect(sqlOf('mariadb', alter, unread)).toBe('!needs-database');
  expect(sqlOf('mariadb', rename, unread)).toBe('!needs-database');
});

test('no column is written anew where its character set is not known', () => {
  const [, age, ...rest] = users.columns;
  const text = { ...age!, type: { name: 'string', args: [40] }, sqlType: 'varchar(40)' };
  const withColumn = (column: typeof text) => ({
    before: { ...shop, tables: put(shop.tables, 'users', { ...users, columns: [users.columns[0]!, column, ...rest] }) },
  });
  const alter: Operation = { kind: 'alterColumn', table, column: age!.name, change: { nullable: false } };
  expect(sqlOf('mariadb', alter, withColumn({ ...text, madeUnder: {} }))).toBe('!unsupported');
  expect(String(sqlOf('mariadb', alter, withColumn({ ...text, madeUnder: { charset: 'latin1' } })))).toContain(
    'varchar(40) character set `latin1` not null',
  );
  expect(String(sqlOf('mariadb', alter, withColumn(text)))).not.toMatch(/character set|collate/);
});

describe('keys of a table with partitions', () => {
  const parted: Table = { ...users, partitioning: { by: 'hash (age)', partitions: [] } };
  const there: Schema = { ...shop, tables: put(shop.tables, 'users', parted) };
  test.each<[string, Operation]>([
    ['a unique key', add({ kind: 'unique', name: 'users_email', columns: ['email'] })],
    ['a primary key', add({ kind: 'primary', name: 'users_pkey', columns: ['id'] })],
    ['a unique index', index({ columns: ['email'], unique: true })],
  ])('%s has the column that they are made by', (_, operation) => {
    expect(sqlOf('mysql', operation, { before: there })).toBe('!unsupported');
  });
  test.each<[string, Operation]>([
    ['with the column', add({ kind: 'unique', name: 'users_email', columns: ['email', 'age'] })],
    ['an index', index({ columns: ['email'] })],
  ])('%s', (_, operation) => {
    expect(sqlOf('mysql', operation, { before: there })).not.toBe('!unsupported');
  });
});

describe('foreign keys and partitions', () => {
  const parted = (name: string): Table => ({
    ...users,
    name: { name },
    constraints: [],
    partitioning: { by: 'hash (id)', partitions: [] },
  });
  const towns: Table = { ...users, name: { name: 'towns' }, constraints: [] };
  const key: Constraint = {
    kind: 'foreign',
    name: 'users_town',
    columns: ['town'],
    references: { table: { name: 'towns' }, columns: ['id'] },
  };
  const schema = (...tables: readonly Table[]): Schema => ({
    ...shop,
    tables: tables.reduce((all, one) => put(all, one.name.name, one), shop.tables),
  });
  const plain: Table = { ...users, constraints: [] };
  test.each<[string, Schema, Operation]>([
    ['of a table', schema(parted('users'), towns), add(key)],
    ['to a table', schema(plain, parted('towns')), add(key)],
    ['of a table that is made, to one', schema(parted('towns')), made({ ...plain, constraints: [key] })],
    ['of one that is made', schema(towns), made({ ...parted('users'), constraints: [key] })],
  ])('a key %s with partitions is refused', (_, known, operation) => {
    expect(sqlOf('mysql', operation, { before: known })).toBe('!unsupported');
    expect(sqlOf('mariadb', operation, { before: known })).toBe('!unsupported');
  });
  test('others are not', () => {
    expect(sqlOf('mysql', add(key), { before: schema(plain, towns, parted('others')) })).not.toBe('!unsupported');
  });
});

describe('a column that an index computes with', () => {
  const lower: Index = { name: 'users_lower', columns: [{ expression: 'lower(`email`)' }, 'age'], unique: false };
  const known = { before: { ...shop, tables: put(shop.tables, 'users', { ...users, indexes: [lower] }) } };
  const drops = 'alter table `users` drop index `users_lower`';
  const adds = 'alter table `users` add index `users_lower` ((lower(`email`)), `age`)';
  const alters = (change: Of<'alterColumn'>['change']): Operation => ({
    kind: 'alterColumn',
    table,
    column: 'email',
    change,
  });
  test.each<[string, Operation, readonly string[] | undefined]>([
    [
      'goes after the index',
      { kind: 'dropColumn', table, column: 'email' },
      [drops, 'alter table `users` drop `email`'],
    ],
    [
      'goes where the index says its name alone',
      { kind: 'dropColumn', table, column: 'age' },
      ['alter table `users` drop index `users_lower`, drop `age`'],
    ],
    ['goes where no index says it', { kind: 'dropColumn', table, column: 'bio' }, undefined],
  ])('%s', (_, operation, expected) => {
    expect(sqlOf('mysql', operation, { ...known, version: '8.0.36' })).toEqual(expected);
  });
  test('has another type while the index is away', () => {
    const type = { type: { name: 'string', args: [90] }, sqlType: 'varchar(90)', unsigned: false };
    expect(sqlOf('mysql', alters({ type }), { ...known, version: '8.0.36' })).toEqual([
      drops,
      expect.stringContaining('modify `email` varchar(90)'),
      adds,
    ]);
    expect(sqlOf('mysql', alters({ comment: null }), { ...known, version: '8.0.36' })).toHaveLength(1);
  });
});

test.each([
  ['mariadb', '10.11', '!needs-database'],
  ['mariadb', '10.4', undefined],
  ['mysql', '8.0.36', undefined],
] as const)('%s %s drops a column that may be held by a key of its own words: %s', (dialect, version, expected) => {
  const columns = users.columns.map((one) => (one.name === 'bio' ? { ...one, unread: 'references towns' } : one));
  const known = { ...shop, tables: put(shop.tables, 'users', { ...users, columns }) };
  expect(sqlOf(dialect, { kind: 'dropColumn', table, column: 'bio' }, { before: known, version })).toBe(expected);
});

test('a check that stands beside a column and speaks of others, too, is repeated with its column alone, under any name', () => {
  const [id, email, age, ...rest] = users.columns;
  const check: Constraint = { kind: 'check', expression: 'age > town', beside: 'age' };
  const own = { ...users, columns: [id!, email!, age!, ...rest], constraints: [check] };
  const known: Schema = { ...shop, tables: put(shop.tables, 'users', own) };
  const fills = (column: string): Operation => ({ kind: 'alterColumn', table, column, change: { nullable: false } });
  const rename: Operation = { kind: 'renameColumn', table, column: 'age', to: 'years' };
  const sql = (operation: Operation, schema = known) => String(sqlOf('mariadb', operation, { before: schema }));
  expect(sql(fills('age'))).toContain('not null check (age > town)');
  expect(sql(fills('town'))).not.toContain('check');
  expect(sql(fills('years'), apply(rename, known))).toContain('not null check (years > town)');
  expect(String(sqlOf('mysql', fills('age'), { before: known }))).not.toContain('check');
});

describe('rights stay on a name, so that they are given anew and taken from the old one', () => {
  const right = (who: string, more: Partial<Of<'grant'>['grant']>, columns?: readonly string[]): Operation => ({
    kind: 'grant',
    grant: {
      privileges: ['select'],
      on: { kind: 'table', name: table, ...(columns === undefined ? {} : { columns }) },
      to: who,
      withGrantOption: false,
      ...more,
    },
  });
  const given = [
    right('anna', { privileges: ['all'], withGrantOption: true }),
    right('anna', { withGrantOption: true }, ['age', 'bio']),
    right('otto', {}),
  ].reduce((schema, operation) => apply(operation, schema), shop);

  test.each(['mysql', 'mariadb'] as const)('%s: of a table', (dialect) => {
    expect(sqlOf(dialect, { kind: 'renameTable', table, to: 'people' }, { before: given })).toEqual([
      'rename table `users` to `people`',
      "grant all on `people` to 'anna' with grant option",
      "grant select on `people` to 'otto'",
      "grant select (`age`, `bio`) on `people` to 'anna' with grant option",
      "revoke select (`age`, `bio`) on `users` from 'anna'",
      "revoke select on `users` from 'otto'",
      "revoke all on `users` from 'anna'",
      "revoke grant option on `users` from 'anna'",
    ]);
  });

  test.each(['mysql', 'mariadb'] as const)('%s: of a column', (dialect) => {
    const renamed = sqlOf(dialect, { kind: 'renameColumn', table, column: 'bio', to: 'life' }, { before: given });
    expect(renamed?.slice(1)).toEqual([
      "grant select (`life`) on `users` to 'anna' with grant option",
      "revoke select (`bio`) on `users` from 'anna'",
    ]);
  });

  test('nothing else is said where there are none', () => {
    expect(sqlOf('mariadb', { kind: 'renameTable', table, to: 'people' })).toBeUndefined();
    expect(
      sqlOf('mariadb', { kind: 'renameColumn', table, column: 'age', to: 'years' }, { before: given }),
    ).toHaveLength(3);
    expect(
      sqlOf('mariadb', { kind: 'renameColumn', table, column: 'email', to: 'mail' }, { before: given }),
    ).toHaveLength(1);
  });
});
