/** Deeds that no engine does, whatever the dialect says of them before. */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { viewsOf } from '../../../src/operation/verb.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { entries } from '../../../src/schema/registry.ts';
import { blameUnread, emptySchema, type Schema, tableOf } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';

const column = (name: string, sqlType: string, more: Partial<Column> = {}): Column => ({
  name,
  type: { name: 'specificType', args: [sqlType] },
  sqlType,
  nullable: true,
  autoIncrement: false,
  unsigned: false,
  ...more,
});

function table(name: string, columns: readonly Column[], ...constraints: readonly Constraint[]): Operation {
  return {
    kind: 'createTable',
    table: { name: { name }, columns, constraints, indexes: [] } satisfies Table,
    ifNotExists: false,
  };
}

const id: Constraint = { kind: 'primary', columns: ['id'] };
const foreign = (column_: string, to: string, columns: readonly string[]): Constraint => ({
  kind: 'foreign',
  name: 'f',
  columns: [column_],
  references: { table: { name: to }, columns },
});
const after = (...operations: readonly Operation[]): Schema =>
  operations.reduce((schema, operation) => apply(operation, schema), emptySchema);

const users = table('users', [column('id', 'integer'), column('name', 'varchar(40)')], id);
const view: Operation = {
  kind: 'createView',
  view: { name: { name: 'v' }, query: 'select 1', materialized: false, indexes: [] },
  replace: false,
};
const reading = (query: string, name = 'v'): Operation => ({
  kind: 'createView',
  view: { name: { name }, query, materialized: false, indexes: [] },
  replace: false,
});
const towns = table('towns', [column('id', 'integer'), column('name', 'varchar(40)'), column('old', 'integer')], id);
const trigger = (on: string, definition: string): Operation => ({
  kind: 'createTrigger',
  trigger: { name: 't', table: { name: on }, definition },
  replace: false,
});
const dropName: Operation = { kind: 'dropColumn', table: { name: 'users' }, column: 'name' };
const dropId: Operation = { kind: 'dropColumn', table: { name: 'users' }, column: 'id' };
const renameName: Operation = { kind: 'renameColumn', table: { name: 'users' }, column: 'name', to: 'title' };
const dropUsers: Operation = { kind: 'dropTable', table: { name: 'users' }, ifExists: false };
const bodied = (body: string): Operation => trigger('users', `after update on users begin ${body}; end`);
const check: Constraint = { kind: 'check', name: 'k', expression: '"id" > 0' };

test.each<[string, Operation, readonly Operation[]]>([
  ['column users.name cannot go while view v reads it', dropName, [users, reading('select "name" from users')]],
  ['column users.name cannot go while view v reads it', dropName, [users, reading('select u.name from users as u')]],
  ['column users.name cannot go while view v reads it', dropName, [users, reading('select u.* from users u')]],
  [
    'column users.name cannot go while trigger t on users reads it',
    dropName,
    [users, trigger('users', 'before update of name on users for each row execute function f()')],
  ],
  [
    'column users.name cannot go while trigger t on towns reads it',
    dropName,
    [users, towns, trigger('towns', "after insert on towns begin update users set name = 'x'; end")],
  ],
  ['table users cannot go while view v reads it', dropUsers, [users, reading('select 1 from users')]],
  [
    'table users cannot go while trigger t on towns reads it',
    dropUsers,
    [users, towns, trigger('towns', 'after insert on towns begin delete from users; end')],
  ],
  [
    'column users.name cannot get another name while view v reads it',
    renameName,
    [users, reading('select id from users where name is null')],
  ],
  [
    'column users.name cannot get another name while view v reads it',
    renameName,
    [users, reading('select * from users')],
  ],
  [
    'column users.name cannot get another name while trigger t on users reads it',
    renameName,
    [users, towns, bodied('insert into towns (name) values (new.name)')],
  ],
  [
    'there already is a constraint k on table users',
    { kind: 'addConstraint', table: { name: 'users' }, constraint: { kind: 'primary', name: 'k', columns: ['id'] } },
    [table('users', [column('id', 'integer')], check)],
  ],
  [
    'table users would have two constraints k',
    table('users', [column('id', 'integer')], check, { kind: 'primary', name: 'k', columns: ['id'] }),
    [],
  ],
  ['there already is a view v', table('v', [column('a', 'integer')]), [view]],
  ['there already is a view v', { kind: 'renameTable', table: { name: 'users' }, to: 'v' }, [users, view]],
  ['there already is a view v', view, [view]],
  [
    'column users.twice is computed from column users.id',
    { kind: 'dropColumn', table: { name: 'users' }, column: 'id' },
    [
      table('users', [
        column('id', 'integer'),
        column('twice', 'integer', { computed: { expression: '"id" * 2', persisted: true } }),
      ]),
    ],
  ],
  [
    'the foreign key f of table x refers to table users',
    { kind: 'dropTable', table: { name: 'users' }, ifExists: false },
    [users, table('x', [column('a', 'bigint')], foreign('a', 'users', ['id']))],
  ],
  ['there is no table people', table('x', [column('a', 'bigint')], foreign('a', 'people', ['id'])), [users]],
  [
    'the foreign key f of table x refers to that key of users',
    { kind: 'dropConstraint', table: { name: 'users' }, constraint: { kind: 'primary' }, ifExists: false },
    [users, table('x', [column('a', 'integer')], foreign('a', 'users', ['id']))],
  ],
  [
    'the foreign key f of table users refers to that key of users',
    { kind: 'dropIndex', table: { name: 'users' }, index: 'i', ifExists: false },
    [
      users,
      { kind: 'createIndex', table: { name: 'users' }, index: { name: 'i', columns: ['name'], unique: true } },
      { kind: 'addConstraint', table: { name: 'users' }, constraint: foreign('name', 'users', ['name']) },
    ],
  ],
  [
    'the foreign key f would compare x.a (uuid) with users.id (integer)',
    table('x', [column('a', 'uuid')], foreign('a', 'users', ['id'])),
    [users],
  ],
  [
    'the foreign key f would compare x.a (timestamptz) with users.name (varchar(40))',
    table('x', [column('a', 'timestamptz')], foreign('a', 'users', ['name'])),
    [users],
  ],
  [
    'the foreign key f refers to users (name), which is neither its primary key nor unique',
    table('x', [column('a', 'text')], foreign('a', 'users', ['name'])),
    [users],
  ],
])('%s', (sentence, operation, before) => {
  const schema = after(...before);
  expect(() => apply(operation, schema)).toThrow(sentence);
});

test('what some engine does is left to the engines', () => {
  const x = table('x', [column('a', 'numeric(9)'), column('b', 'custom')], foreign('a', 'users', ['id']));
  const schema = after(users, x, { kind: 'dropTable', table: { name: 'users' }, ifExists: false, cascade: true });
  expect(tableOf(schema, { name: 'x' })?.constraints).toEqual([]);
  const custom = table('y', [column('b', 'custom')], foreign('b', 'users', ['id']));
  expect(() => after(users, custom)).not.toThrow();
  const others: Operation = table('z', [column('a', 'integer')], {
    ...foreign('a', 'users', ['id']),
    references: { table: { schema: 'elsewhere', name: 'users' }, columns: ['id'] },
  } as Constraint);
  expect(() => after(others)).not.toThrow();
});

test('a unique index is a key to refer to, but not one over some rows', () => {
  const index = { name: 'i', columns: ['name'], unique: true };
  const x = table('x', [column('a', 'text')], foreign('a', 'users', ['name']));
  const unique: Operation = { kind: 'createIndex', table: { name: 'users' }, index };
  expect(() => after(users, unique, x)).not.toThrow();
  const partial: Operation = { ...unique, index: { ...index, where: 'id > 1' } };
  expect(() => after(users, partial, x)).toThrow('neither its primary key nor unique');
});

test('a primary key keeps NULL from its columns until it goes', () => {
  const loosen: Operation = { kind: 'alterColumn', table: { name: 'users' }, column: 'id', change: { nullable: true } };
  const drop: Operation = { kind: 'dropConstraint', table: { name: 'users' }, constraint: { kind: 'primary' } };
  const held = (...operations: readonly Operation[]) =>
    tableOf(after(users, ...operations), { name: 'users' })?.columns[0]?.nullable;
  expect([held(loosen), held(drop, loosen)]).toEqual([false, true]);
});

test('a primary key takes NULL from its columns', () => {
  const bare = table('users', [column('id', 'integer')]);
  const schema = after(bare, { kind: 'addConstraint', table: { name: 'users' }, constraint: id });
  expect(tableOf(schema, { name: 'users' })?.columns).toMatchObject([{ name: 'id', nullable: false }]);
});

test('a column takes its new name into the SQL that speaks of it, and nowhere else', () => {
  const expression = `"name" <> 'name' and name = name(1) and cast(id as name) > 0`;
  const schema = after(
    table('users', [column('id', 'integer'), column('name', 'text')], { kind: 'check', name: 'c', expression }),
    { kind: 'renameColumn', table: { name: 'users' }, column: 'name', to: 'title' },
  );
  expect(tableOf(schema, { name: 'users' })?.constraints).toMatchObject([
    { expression: `"title" <> 'name' and title = name(1) and cast(id as name) > 0` },
  ]);
});

test('raw SQL is blamed by its words, and by its place where that is known', () => {
  const schema = after({ kind: 'raw', sql: 'do\n  something' });
  expect(blameUnread(emptySchema)).toBeUndefined();
  expect(blameUnread(schema)).toMatch(/^raw SQL \(do something\) may have changed it; declare what it does/);
  const placed = { ...schema, unread: [{ ...schema.unread[0]!, place: { file: 'revisions/a.ts', line: 4 } }] };
  expect(blameUnread(placed)).toMatch(/^raw SQL in revisions\/a.ts:4 \(do something\) may have changed it/);
});

test.each<[string, Operation, readonly Operation[]]>([
  ['a column of another table', dropName, [users, towns, reading('select t.name, u.id from users u, towns t')]],
  ['text', dropName, [users, reading("select 'name' as x from users -- name")]],
  ['an output name', dropName, [users, reading('select id as name from users')]],
  ['a count', dropName, [users, reading('select count(*) from users')]],
  [
    'a star that is no name',
    dropId,
    [
      table('users', [column('name', 'text')]),
      reading('select * from users'),
      {
        kind: 'addColumn',
        table: { name: 'users' },
        column: column('id', 'integer'),
      },
    ],
  ],
  [
    'a function that a trigger calls',
    dropUsers,
    [users, towns, trigger('towns', 'after insert on towns execute function users()')],
  ],
  ['a trigger of its own', dropUsers, [users, bodied('delete from users')]],
  ['rows of its own', renameName, [users, towns, bodied('insert into towns (id) values (length(new.name))')]],
])('reads nothing that goes: %s', (_, operation, before) => {
  expect(() => apply(operation, after(...before))).not.toThrow();
});

test('a trigger follows a column by the rows of its own table', () => {
  const schema = after(users, bodied('select new.name, old."name"'), renameName);
  expect(entries(schema.triggers)[0]?.[1].definition).toContain('select new.title, old."title"');
});

test('a cascade takes views along, and those that read them', () => {
  const cascade: Operation = { kind: 'dropTable', table: { name: 'users' }, ifExists: false, cascade: true };
  const views = [reading('select id from users'), reading('select id from v', 'w'), reading('select 1', 'x')];
  expect(viewsOf(after(users, ...views, cascade)).map(({ name }) => name.name)).toEqual(['x']);
});
