/** What a script needs of the database before it: names that it makes first, and tables that it did not make. */

import { expect, test } from 'vitest';
import type { ColumnChange, Operation } from '../../../src/operation/operation.ts';
import type { Used } from '../../../src/operation/rights-used.ts';
import { apply } from '../../../src/operation/verbs.ts';
import { wantsOf } from '../../../src/operation/wants.ts';
import type { Column } from '../../../src/schema/column.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';

const id: Column = {
  name: 'id',
  type: { name: 'integer', args: [] },
  sqlType: 'integer',
  nullable: true,
  autoIncrement: false,
  unsigned: false,
};
const create = (name: string, ifNotExists = false, schema?: string): Operation => ({
  kind: 'createTable',
  table: { name: { ...(schema === undefined ? {} : { schema }), name }, columns: [id], constraints: [], indexes: [] },
  ifNotExists,
});
const table = (name: string) => ({ name });
const raw = (sql: string): Operation => ({ kind: 'raw', sql });
const rename = (name: string, to: string): Operation => ({ kind: 'renameTable', table: table(name), to });
const drop = (name: string): Operation => ({ kind: 'dropTable', table: table(name), ifExists: true });
const before: Schema = [create('a'), create('b')].reduce((schema, one) => apply(one, schema), emptySchema);

function wants(...operations: readonly Operation[]) {
  const changes = operations.map((one) => ({ operations: [one], statements: [1] }));
  const { makes, uses, usesMade } = wantsOf([{ before, changes }]);
  const show = ({ table: { name }, rights }: Used) => `${name}: ${rights.join(', ')}`;
  return {
    makes: makes.map(({ kind, name }) => `${kind} ${name.name}`),
    uses: uses.map(show),
    usesMade: usesMade.map(show),
  };
}

test.each<readonly [string, readonly Operation[], readonly string[]]>([
  ['what it makes', [create('c'), rename('a', 'd')], ['table c', 'table d']],
  ['nothing that it makes only where there is none', [create('c', true)], []],
  ['nothing that it took away', [drop('old'), create('old'), rename('a', 'x'), create('a')], ['table x']],
  ['nothing that was there', [raw('delete from b'), create('b')], []],
  ['nothing whose case alone changes', [rename('a', 'A')], []],
  ['nothing twice', [create('c'), drop('c'), create('c')], ['table c']],
  ['nothing after raw SQL that may do anything', [create('c'), raw('drop table d'), create('d')], ['table c']],
  ['what comes after raw SQL on rows', [raw('update a set x = 1'), create('d')], ['table d']],
])('needs the names of %s', (_, operations, makes) => {
  expect(wants(...operations).makes).toEqual(makes);
});

test('uses the tables that it did not make, by their old names', () => {
  const column: Operation = { kind: 'dropColumn', table: table('d'), column: 'x' };
  const data: Operation = { kind: 'data', verb: 'update', table: table('b') };
  const own: Operation = { kind: 'insert', table: table('c'), columns: [], rows: 1 };
  expect(wants(rename('a', 'd'), column, create('c'), own, data, raw('insert into b values (1)')).uses).toEqual([
    'a: rename, alter, alter below',
    'b: update, insert',
  ]);
});

test.each<readonly [string, Operation, rights: string]>([
  ['a condition', raw('update a set x = 1 where ID = 2'), 'update, select'],
  ['none', raw("delete from a where 'id' = ''"), 'delete'],
  ['a text', raw("update a set x = 'where id'"), 'update'],
  ['another table', raw('update a set x = 1 from b where id = 2'), 'update'],
  ['a query', raw('delete from a where exists (select 1 from b where id = 2)'), 'delete'],
  ['a table that nobody knows', raw('delete from c where id = 2'), 'delete'],
  ['knex', { kind: 'data', verb: 'delete', table: table('a'), reads: true }, 'delete, select'],
  ['nothing, all at once', { kind: 'data', verb: 'delete', table: table('a'), empties: true }, 'truncate'],
])('reads the rows that it changes by %s', (_, operation, rights) => {
  expect(wants(operation).uses.map((one) => one.replace(/^\w+: /, ''))).toEqual([rights]);
});

test('rights on names that it gives to tables itself', () => {
  const insert: Operation = { kind: 'insert', table: table('d'), columns: [], rows: 1 };
  const { usesMade } = wants(create('a'), rename('a', 'd'), insert, raw('delete from b'));
  expect(usesMade).toEqual(['a: rename', 'd: insert']);
});

test('a table that a foreign key refers to, one that has triggers, and one that is emptied', () => {
  const key = (to: string) =>
    ({
      kind: 'foreign',
      name: `to_${to}`,
      columns: ['id'],
      references: { table: table(to), columns: ['id'] },
    }) as const;
  const made: Operation = {
    kind: 'createTable',
    table: { name: { name: 'c' }, columns: [id], constraints: [key('b'), key('c')], indexes: [] },
    ifNotExists: false,
  };
  const added: Operation = { kind: 'addConstraint', table: table('b'), constraint: key('a') };
  const untriggered: Operation = { kind: 'dropTrigger', trigger: 't', table: table('a') };
  expect(wants(made, added, untriggered, raw('truncate table a')).uses).toEqual([
    'b: reference, alter',
    'a: reference, drop trigger, truncate',
  ]);
});

test('views that it did not make, new names of tables, places and schemas', () => {
  const view = (name: string, replace: boolean): Operation => ({
    kind: 'createView',
    view: { name: { name }, query: 'select 1', materialized: false, indexes: [] },
    replace,
  });
  const unseen = (name: string): Operation => ({
    kind: 'dropView',
    view: table(name),
    materialized: false,
    ifExists: false,
  });
  const routine: Operation = {
    kind: 'createRoutine',
    routine: { kind: 'function', name: { schema: 's', name: 'f' }, definition: '' },
    replace: false,
  };
  const [make, leave]: readonly Operation[] = [
    { kind: 'createSchema', schema: 's' },
    { kind: 'dropSchema', schema: 's', ifExists: false },
  ];
  const other: Operation = { kind: 'dropSchema', schema: 'o', ifExists: false };
  const operations = [view('v', false), view('v', true), unseen('v'), view('w', true), unseen('x'), rename('a', 'd')];
  const changes = [...operations, make!, routine, leave!, other].map((one) => ({ operations: [one], statements: [1] }));
  expect(wantsOf([{ before, changes }])).toMatchObject({
    dropsViews: [{ name: 'w' }, { name: 'x' }],
    newNames: [{ name: 'd' }],
    makesIn: [
      { schema: undefined, kinds: ['view', 'table'] },
      { schema: 's', kinds: ['routine'] },
    ],
    schemas: ['s'],
    dropsSchemas: ['o'],
  });
});

test('a table that may be missing is not used unless it is known', () => {
  expect(wants(drop('nowhere'), drop('a')).uses).toEqual(['a: drop']);
});

test('a change without statements needs nothing', () => {
  const changes = [{ operations: [create('c')], statements: [] }];
  expect(wantsOf([{ before, changes }]).makes).toEqual([]);
});

test.each<readonly [string, readonly Operation[], boolean]>([
  ['a table', [create('c')], true],
  ['a table that may be there', [create('c', true)], true],
  ['a table of a named schema', [create('c', false, 's')], false],
  ['what has the schema of its table', [rename('a', 'c')], false],
  ['rows', [raw('delete from b')], false],
])('%s has a schema that the account chooses', (_, operations, chosen) => {
  const changes = operations.map((one) => ({ operations: [one], statements: [1] }));
  expect(wantsOf([{ before, changes }]).makesAnywhere).toBe(chosen);
});

const unique = (name: string): Constraint => ({ kind: 'unique', name, columns: ['id'] });
const key = (name: string, on = 'a'): Operation => ({
  kind: 'addConstraint',
  table: table(on),
  constraint: unique(name),
});
const dropKey = (name: string): Operation => ({
  kind: 'dropConstraint',
  table: table('a'),
  constraint: { kind: 'unique', name },
});
const dropNameless: Operation = { kind: 'dropConstraint', table: table('a'), constraint: { kind: 'primary' } };
const renameKey: Operation = { kind: 'renameConstraint', table: table('a'), constraint: 'k', to: 'm' };
const createWith = (name: string): Operation => ({
  kind: 'createTable',
  table: {
    name: table('c'),
    columns: [id],
    constraints: [unique(name), { kind: 'primary', columns: ['id'] }],
    indexes: [],
  },
  ifNotExists: false,
});
const column = (name: string): Operation => ({ kind: 'addColumn', table: table('a'), column: { ...id, name } });
const keyed = apply(key('k'), before);

test.each<readonly [string, readonly Operation[], readonly string[]]>([
  ['keys', [key('u')], ['key a.u']],
  ['keys of tables that it makes, where they have names', [createWith('u')], ['key c.u, new']],
  ['keys by their new names', [renameKey], ['key a.m']],
  ['no key that it took away', [dropKey('u'), key('u')], []],
  ['no key where one with a name of the engine went', [dropNameless, key('a_pkey')], []],
  ['no key that was there', [raw('delete from b'), key('k', 'b')], []],
  ['no key after a table that nobody knows has gone', [drop('old'), key('u')], []],
  ['no key after raw SQL that may do anything', [key('u'), raw('drop table d'), key('v')], ['key a.u']],
  ['columns', [column('n')], ['column a.n']],
  ['no column that was there', [column('ID')], []],
])('needs the names on tables of %s', (_, operations, makes) => {
  const changes = operations.map((one) => ({ operations: [one], statements: [1] }));
  const { makesOn } = wantsOf([{ before: keyed, changes }]);
  expect(
    makesOn.map(({ kind, table: on, name, isNew }) => `${kind} ${on.name}.${name}${isNew ? ', new' : ''}`),
  ).toEqual(makes);
});

const kept: readonly Operation[] = [
  { kind: 'alterColumn', table: table('a'), column: 'id', change: { nullable: false } },
  { kind: 'addConstraint', table: table('a'), constraint: { kind: 'check', name: 'c', expression: 'id > 0' } },
];
const primary: Operation = {
  kind: 'addConstraint',
  table: table('a'),
  constraint: { kind: 'primary', columns: ['id'] },
};
const renamed = (constraint: string): Operation => ({
  kind: 'renameConstraint',
  table: table('a'),
  constraint,
  to: 'z',
});

test.each<readonly [string, schema: Schema, Operation, rights: string]>([
  ['a primary key over what may be NULL', before, primary, 'alter, alter below'],
  [
    'a primary key over what may not',
    kept.reduce((schema, one) => apply(one, schema), before),
    primary,
    'alter, alter heirs',
  ],
  ['a primary key of a table that nobody knows', emptySchema, primary, 'alter, alter heirs'],
  [
    'a check with another name',
    kept.reduce((schema, one) => apply(one, schema), before),
    renamed('c'),
    'alter, alter below',
  ],
  ['a key with another name', apply(key('k'), before), renamed('k'), 'alter'],
])('%s is a matter of the tables below', (_, schema, operation, rights) => {
  const { uses } = wantsOf([{ before: schema, changes: [{ operations: [operation], statements: [1] }] }]);
  expect(uses.map((one) => one.rights.join(', '))).toEqual([rights]);
});

test.each<readonly [string, Operation, kinds: readonly string[]]>([
  ['a key', key('u'), ['index']],
  [
    'a column that numbers itself',
    { kind: 'addColumn', table: table('a'), column: { ...id, name: 'n', autoIncrement: true } },
    ['counter'],
  ],
  ['a column', { kind: 'addColumn', table: table('a'), column: { ...id, name: 'n' } }, []],
  [
    'a column that begins to number itself',
    { kind: 'alterColumn', table: table('a'), column: 'id', change: { identity: { always: true } } },
    ['counter'],
  ],
  [
    'a partition',
    { kind: 'addPartition', table: table('a'), partition: { name: 'p', values: 'default' } },
    ['partition'],
  ],
  ['an enumerated type without a value', { kind: 'dropEnumValue', type: table('e'), value: 'v' }, ['enum again']],
  ['an enumerated type with another name', { kind: 'renameEnum', type: table('e'), to: 'f' }, []],
])('what comes into being in a schema with %s', (_, operation, kinds) => {
  const { makesIn } = wantsOf([{ before, changes: [{ operations: [operation], statements: [1] }] }]);
  expect(makesIn.flatMap((one) => one.kinds)).toEqual(kinds);
});

const enumerated: Operation = { kind: 'createEnum', type: { name: table('mood'), values: ['x'], implicit: false } };
const routine: Operation = {
  kind: 'createRoutine',
  routine: { kind: 'function', name: table('one'), definition: '' },
  replace: false,
};
const typed = (sqlType: string): Column => ({ ...id, name: 'm', sqlType });
const using: Schema = [
  enumerated,
  routine,
  { kind: 'addColumn', table: table('b'), column: typed('mood') } as const,
].reduce((schema: Schema, one) => apply(one as Operation, schema), before);
const addsColumn = (of: Partial<Column>, ifNotExists = false): Operation => ({
  kind: 'addColumn',
  table: table('a'),
  column: { ...id, name: 'm', ...of },
  ifNotExists,
});
const calling = { kind: 'sql', sql: 'one(3)' } as const;
const check = (expression: string, notValid = false): Operation => ({
  kind: 'addConstraint',
  table: table('a'),
  constraint: { kind: 'check', name: 'c', expression, notValid },
});
const indexed = (where: string): Operation => ({
  kind: 'createIndex',
  table: table('a'),
  index: { name: 'i', columns: [{ expression: 'one(id)' }], unique: false, where },
});
const triggered = (call: string, moment = 'insert'): Operation => ({
  kind: 'createTrigger',
  trigger: { name: 't', table: table('a'), definition: `before ${moment} on a execute ${call}` },
  replace: false,
});
const written = (definition: string, types?: string): Operation => ({
  kind: 'createRoutine',
  routine: { kind: 'procedure', name: table('p'), definition, ...(types === undefined ? {} : { arguments: types }) },
  replace: false,
});
const viewed = (query: string, materialized = true): Operation => ({
  kind: 'createView',
  view: { name: table('v'), query, materialized, indexes: [] },
  replace: false,
});

test.each<readonly [string, readonly Operation[], readonly string[]]>([
  ['the type of a new column', [addsColumn({ sqlType: '"mood"[]' })], ['type mood']],
  ['no type of a column that may be there', [addsColumn({ sqlType: 'mood' }, true)], []],
  ['no type that it made', [enumerated, addsColumn({ sqlType: 'mood' })], []],
  [
    'the types of a partition',
    [{ kind: 'addPartition', table: table('b'), partition: { name: 'p', values: '' } }],
    ['type mood'],
  ],
  ['a default that fills a column', [addsColumn({ default: calling })], ['function one']],
  [
    'no default of a column that is there',
    [{ kind: 'alterColumn', table: table('a'), column: 'id', change: { default: calling } }],
    [],
  ],
  [
    'what changes values',
    [{ kind: 'alterColumn', table: table('a'), column: 'id', change: { using: 'one(id)' } }],
    ['function one'],
  ],
  ['a check', [check('one(id) > 0')], ['function one']],
  ['no check that looks at no rows', [check('one(id) > 0', true)], []],
  ['no function of another schema', [check("x.one(id) > 0 and 'one(' <> ''")], []],
  ['the condition of an index, and no part of it', [indexed('id > 0')], []],
  ['a condition that calls', [indexed('One (id) > 0')], ['function one']],
  ['what a trigger calls', [triggered('function s."F"()')], ['function s.F']],
  ['what an old trigger calls', [triggered('procedure F()')], ['function f']],
  [
    'the language and the types of a routine',
    [written('(m mood) as $$ language c $$ language PLpgsql', '(mood, integer)')],
    ['language plpgsql', 'type mood'],
  ],
  ['no language that nobody says', [written('() begin atomic end')], []],
  ['what fills a view', [viewed('select one(id) from a')], ['function one']],
  [
    'nothing of an empty view',
    [viewed('select one(id) from a with no data'), viewed('select one(id) from a', false)],
    [],
  ],
  [
    'places and views',
    [
      { kind: 'createSchema', schema: 's', ifNotExists: true },
      { kind: 'refreshView', view: table('w'), concurrently: false },
    ],
    ['schema s', 'view w'],
  ],
  ['nothing behind raw SQL that may give rights', [raw('grant all on a to b'), check('one(id) > 0')], []],
])('uses %s', (_, operations, needs) => {
  const changes = operations.map((one) => ({ operations: [one], statements: [1] }));
  const found = wantsOf([{ before: using, changes }]).needs;
  expect(
    found.map(({ kind, name: { schema, name } }) => `${kind} ${schema === undefined ? '' : `${schema}.`}${name}`),
  ).toEqual(needs);
});

const native = (existingType: boolean): Column => ({
  ...typed('tone'),
  type: { name: 'enu', args: [['x'], { useNative: true, enumName: 'tone', existingType }] },
});
const toned = apply({ kind: 'addColumn', table: table('a'), column: native(false) }, before);

test.each<readonly [string, Operation, readonly string[]]>([
  ['a type that goes with its column', { kind: 'dropColumn', table: table('a'), column: 'm' }, ['type tone']],
  ['a type that goes with its table', { kind: 'dropTable', table: table('a'), ifExists: false }, ['type tone']],
  [
    'a type that its column leaves',
    { kind: 'alterColumn', table: table('a'), column: 'm', change: { type: id } },
    ['type tone'],
  ],
  [
    'no type that its column keeps',
    { kind: 'alterColumn', table: table('a'), column: 'm', change: { type: native(true) } },
    [],
  ],
  [
    'a type that its column makes again',
    { kind: 'alterColumn', table: table('a'), column: 'm', change: { type: native(false) } },
    ['type tone'],
  ],
  ['no type of another column', { kind: 'dropColumn', table: table('a'), column: 'id' }, []],
  ['a schema', { kind: 'dropSchema', schema: 's', ifExists: false }, ['schema s']],
  ['an extension', { kind: 'dropExtension', extension: 'x' }, ['extension x']],
])('takes away %s', (_, operation, taken) => {
  const { takes } = wantsOf([{ before: toned, changes: [{ operations: [operation], statements: [1] }] }]);
  expect(takes.map(({ kind, name }) => `${kind} ${name.name}`)).toEqual(taken);
});

test('a type that is made anew without a value changes the tables that have it', () => {
  const operation: Operation = { kind: 'dropEnumValue', type: table('mood'), value: 'x' };
  const { uses } = wantsOf([{ before: using, changes: [{ operations: [operation], statements: [1] }] }]);
  expect(uses).toEqual([{ table: table('b'), rights: ['alter', 'alter below'] }]);
});

test.each<readonly [string, ColumnChange, wanted: readonly (readonly string[])[]]>([
  ['a type', { type: typed('bigint') }, [['view again'], ['view'], ['function']]],
  ['nothing of the kind', { nullable: false }, [[], [], []]],
])('what stands in the way of %s is made again', (_, change, wanted) => {
  const reading = [viewed('select id from a', false), triggered('function f()', 'update of id')];
  const schema = reading.reduce((known, one) => apply(one, known), before);
  const operation: Operation = { kind: 'alterColumn', table: table('a'), column: 'id', change };
  const all = wantsOf([{ before: schema, changes: [{ operations: [operation], statements: [1] }] }]);
  const kinds = [all.takes, all.needs].map((of) => of.map(({ kind }) => kind));
  expect([all.makesIn.flatMap((one) => one.kinds), ...kinds]).toEqual(wanted);
});

test.each<readonly [made: string | undefined, dropped: string | undefined, isFound: boolean]>([
  ['(integer)', '(text)', true],
  ['(integer)', '(integer)', false],
  ['(integer)', undefined, false],
  [undefined, '(text)', false],
])('of routines of one name, made with %s and dropped with %s', (made, dropped, isFound) => {
  const types = (given: string | undefined) => (given === undefined ? {} : { arguments: given });
  const f = { kind: 'function', name: table('f') } as const;
  const operations: readonly Operation[] = [
    { kind: 'createRoutine', routine: { ...f, definition: '', ...types(made) }, replace: false },
    { kind: 'dropRoutine', routine: { ...f, ...types(dropped) } },
  ];
  const changes = operations.map((one) => ({ operations: [one], statements: [1] }));
  expect(wantsOf([{ before, changes }]).takes).toHaveLength(isFound ? 1 : 0);
});
