/** What a way back leaves out, and what is said of what it costs. */

import { describe, expect, test } from 'vitest';
import { blankSchema } from '../../../src/dialect/dialect.ts';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import { lossesOfAll } from '../../../src/operation/losses.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { reverse, reverseAll } from '../../../src/operation/reverse.ts';
import { holdsAll } from '../../../src/operation/types.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { entries } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';

const column = (name: string): Column => ({
  name,
  type: { name: 'integer', args: [] },
  sqlType: 'integer',
  nullable: true,
  autoIncrement: false,
  unsigned: false,
});
const primary: Constraint = { kind: 'primary', columns: ['id'] };
const create = (name: string): Operation => ({
  kind: 'createTable',
  ifNotExists: false,
  table: { name: { name }, columns: [column('id'), column('up')], constraints: [primary], indexes: [] },
});
const foreign = (table: string, to: string): Operation => ({
  kind: 'addConstraint',
  table: { name: table },
  constraint: {
    kind: 'foreign',
    name: `${table}_${to}`,
    columns: ['up'],
    references: { table: { name: to }, columns: ['id'] },
  },
});
const add = (table: string): Operation => ({ kind: 'addColumn', table: { name: table }, column: column('more') });

function kindsBack(operations: readonly Operation[], before = emptySchema): readonly string[] {
  const steps = reverseAll(operations, before);
  if ('irreversible' in steps) throw new Error(steps.irreversible);
  return steps.flatMap((step) =>
    step.operations.map((one) => `${one.kind} ${'table' in one ? String((one.table as { name: string }).name) : ''}`),
  );
}

describe('a table of the revision', () => {
  test('goes whole: its later columns and keys do not go before it', () => {
    expect(kindsBack([create('a'), add('a'), foreign('a', 'a')])).toEqual(['dropTable a']);
  });

  test('loses a key to another before that one goes', () => {
    expect(kindsBack([create('a'), create('b'), foreign('a', 'b')])).toEqual([
      'dropConstraint a',
      'dropTable b',
      'dropTable a',
    ]);
    expect(kindsBack([create('b'), create('a'), foreign('a', 'b')])).toEqual(['dropTable a', 'dropTable b']);
  });

  test('is left by the keys of others first', () => {
    const before = apply(create('old'), emptySchema);
    expect(kindsBack([create('a'), foreign('old', 'a')], before)).toEqual(['dropConstraint old', 'dropTable a']);
  });

  test('that was there before has everything taken back', () => {
    expect(kindsBack([add('old')], apply(create('old'), emptySchema))).toEqual(['dropColumn old']);
  });
});

test.each([
  [['bigint', false], ['integer', false], true],
  [['bigint', false], ['integer', true], true],
  [['integer', false], ['integer', true], false],
  [['bigint', true], ['integer', false], false],
  [['varchar(20)', false], ['integer', false], true],
  [['varchar(10)', false], ['integer', false], false],
  [['nvarchar(40)', false], ['varchar(40)', false], true],
  [['varchar(40)', false], ['nvarchar(40)', false], false],
  [['text', false], ['varchar(40)', false], true],
  [['double precision', false], ['real', false], true],
] as const)('%s holds every value of %s: %s', ([wide, plus], [narrow, positive], holds) => {
  expect(holdsAll({ sqlType: wide, unsigned: plus }, { sqlType: narrow, unsigned: positive })).toBe(holds);
});

test('what a downgrade takes away is said, but not of what it made itself', () => {
  const before = apply(create('old'), emptySchema);
  const drop: Operation = { kind: 'dropColumn', table: { name: 'old' }, column: 'up' };
  const own: readonly Operation[] = [create('own'), { kind: 'dropTable', table: { name: 'own' }, ifExists: false }];
  expect(lossesOfAll([...own, drop], before)).toEqual([{ kind: 'loses', what: 'the values of column old.up' }]);
});

test('the key of a column that numbers itself comes back as it was called before its table had another name', () => {
  const id: Column = { ...column('id'), type: { name: 'increments', args: [] }, nullable: false, autoIncrement: true };
  const table = { name: { name: 'a' }, columns: [id, column('up')], constraints: [primary], indexes: [] };
  const before = [
    { kind: 'createTable', ifNotExists: false, table },
    { kind: 'renameTable', table: table.name, to: 'b' },
  ].reduce((schema, operation) => apply(operation as Operation, schema), emptySchema);
  const drop: Operation = { kind: 'dropColumn', table: { name: 'b' }, column: 'id' };
  const [step] = reverseAll([drop], before) as readonly { readonly operations: readonly Operation[] }[];
  expect(step!.operations).toMatchObject([{ kind: 'addColumn', keyMadeFor: 'a' }]);
  const after = [drop, ...step!.operations].reduce((schema, operation) => apply(operation, schema), before);
  expect(entries(after.tables)[0]![1].constraints).toEqual(entries(before.tables)[0]![1].constraints);
  expect(String(dialects.postgresql.lower(step!.operations[0]!, apply(drop, before), '15')?.[1]?.sql)).toBe(
    `alter table "b" add column "id" integer not null default nextval('"a_id_seq"') constraint "a_pkey" primary key`,
  );
});

describe('options of a table', () => {
  const postgres = dialects.postgresql;
  const set = (options: Record<string, string | number>): Operation => ({
    kind: 'alterTable',
    table: { name: 'a' },
    options,
  });
  const made = (name: DialectName, ...operations: readonly Operation[]): Schema =>
    operations.reduce((schema, one) => apply(one, schema), blankSchema(dialects[name]));

  test('that nobody had said are set back where the engine does that', () => {
    const before = made('postgresql', create('a'), set({ fillfactor: 70 }));
    const back = reverse(set({ fillfactor: 90, autovacuum_enabled: 'off' }), before);
    const operation = {
      kind: 'alterTable',
      table: { name: 'a' },
      options: { fillfactor: 70 },
      resets: ['autovacuum_enabled'],
    };
    expect(back).toMatchObject({ operations: [operation] });
    const written = postgres.lower(operation as Operation, before, '15')?.map(({ sql }) => String(sql));
    expect(written).toEqual(['alter table "a" set (fillfactor = 70)', 'alter table "a" reset (autovacuum_enabled)']);
  });

  test.each([
    ['postgresql', { tablespace: 'fast' }],
    ['mysql', { row_format: 'compact' }],
  ] as const)('on %s %j that nobody had said have none', (name, options) => {
    expect(reverse(set(options), made(name, create('a')))).toHaveProperty('irreversible');
  });

  test('that were said in other words have none', () => {
    const before = made('postgresql', create('a'), set({ FILLFACTOR: 70 }));
    expect(reverse(set({ fillfactor: 90 }), before)).toHaveProperty('irreversible');
  });
});

test('a column that had a sequence of its own does not come back from an identity', () => {
  const counted: Column = { ...column('id'), type: { name: 'increments', args: [] }, autoIncrement: true };
  const before = apply(
    {
      kind: 'createTable',
      ifNotExists: false,
      table: { name: { name: 'a' }, columns: [counted], constraints: [primary], indexes: [] },
    },
    emptySchema,
  );
  const toIdentity = (start: string): Operation => ({
    kind: 'alterColumn',
    table: { name: 'a' },
    column: 'id',
    change: { identity: { always: false, start } },
  });
  expect(reverse(toIdentity('5'), before)).toEqual({
    irreversible: 'column a.id had a sequence of its own before it was an identity',
  });
  expect(reverse(toIdentity('9'), apply(toIdentity('5'), before))).not.toHaveProperty('irreversible');
});

test('an index counts characters again when its column is long again', () => {
  const text = (sqlType: string) => ({ type: { name: 'varchar', args: [] }, sqlType, unsigned: false });
  const index = (length: number) => ({ name: `i${length}`, columns: [{ column: 'up', length }], unique: false });
  const before = [
    create('a'),
    { kind: 'alterColumn', table: { name: 'a' }, column: 'up', change: { type: text('varchar(100)') } },
    ...[50, 20, 19].map((length) => ({ kind: 'createIndex', table: { name: 'a' }, index: index(length) })),
  ].reduce((schema, operation) => apply(operation as Operation, schema), emptySchema);
  const shorter: Operation = {
    kind: 'alterColumn',
    table: { name: 'a' },
    column: 'up',
    change: { type: text('varchar(20)') },
  };
  const after = apply(shorter, before);
  expect(entries(after.tables)[0]![1].indexes.map(({ columns }) => columns[0])).toEqual([
    'up',
    'up',
    { column: 'up', length: 19 },
  ]);
  const way = reverse(shorter, before);
  const operations = 'operations' in way ? way.operations : [];
  const back = operations.reduce((schema, operation) => apply(operation, schema), after);
  const indexesOf = (schema: Schema) => new Set(entries(schema.tables)[0]![1].indexes);
  expect(indexesOf(back)).toEqual(indexesOf(before));
});
