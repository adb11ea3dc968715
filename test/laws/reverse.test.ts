/** apply(reverse(operation, schema), apply(operation, schema)) = schema, for every kind that has a way back. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MigratorError } from '../../src/errors.ts';
import type { Kind, Of, Operation } from '../../src/operation/operation.ts';
import { isNoWay } from '../../src/operation/reversal.ts';
import { reverse, reverseAll } from '../../src/operation/reverse.ts';
import { apply } from '../../src/operation/verbs.ts';
import type { Column } from '../../src/schema/column.ts';
import type { Constraint } from '../../src/schema/constraint.ts';
import { showName } from '../../src/schema/name.ts';
import type { Grant } from '../../src/schema/objects.ts';
import { entries, type Registry } from '../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import type { Table } from '../../src/schema/table.ts';
import type { Index } from '../../src/schema/table-index.ts';

type Arbitraries = { readonly [K in Kind]: fc.Arbitrary<Of<K>> };

const named = <T extends string>(...names: readonly T[]) => fc.constantFrom(...names);
const table = fc.constantFrom({ name: 'a' }, { name: 'b' }, { schema: 's', name: 'c' });
const column = named('id', 'x', 'y', 'z');
const key = named('k1', 'k2', 'k3');
const index = named('i1', 'i2');
const object = fc.constantFrom({ name: 'o' }, { name: 'p' });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Without the parts that are undefined, which no operation has. */
function made<T extends object>(kind: Kind, parts: fc.Arbitrary<T>): fc.Arbitrary<never> {
  const present = (value: object) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
  return parts.map((value) => ({ kind, ...present(value) }) as never);
}

function plain(name: string, more: Partial<Column> = {}): Column {
  const type = { name: 'integer', args: [] };
  return { name, type, sqlType: 'integer', nullable: true, autoIncrement: false, unsigned: false, ...more };
}

const mood = plain('z', {
  type: { name: 'enu', args: [['sad', 'ok'], { useNative: true, enumName: 'mood', schemaName: 'm' }] },
  sqlType: '"m"."mood"',
});
const columns = fc.constantFrom<Column>(
  plain('x'),
  plain('y', { nullable: false, default: { kind: 'value', value: 1 }, comment: 'a comment' }),
  plain('z', { type: { name: 'varchar', args: [9] }, sqlType: 'varchar(9)', collation: 'C' }),
  mood,
);
const checks = fc.constantFrom('"x" > 0', 'y <> 1', "z <> 'x'");
const constraints: fc.Arbitrary<Constraint> = fc.oneof(
  key.map((name) => ({ kind: 'primary' as const, name, columns: ['x'] })),
  fc
    .record({ name: key, columns: fc.constantFrom(['id'], ['x', 'y']) })
    .map((one) => ({ kind: 'unique' as const, ...one })),
  fc
    .record({ name: key, expression: checks, notValid: fc.constant(true as const) })
    .map((one) => ({ kind: 'check' as const, ...one })),
  checks.map((expression) => ({ kind: 'check' as const, expression })),
  fc.record({ name: key, to: table }).map(({ name, to }) => ({
    kind: 'foreign' as const,
    name,
    columns: ['x'],
    references: { table: to, columns: ['id'] },
  })),
);
const indexes: fc.Arbitrary<Index> = fc.record({
  name: index,
  columns: fc.constantFrom<Index['columns']>(['x'], [{ expression: 'lower(z)' }, 'y']),
  unique: fc.boolean(),
});
const whole: fc.Arbitrary<Table> = fc
  .record({
    name: table,
    more: fc.uniqueArray(columns, { selector: ({ name }) => name }),
    comment: maybe(fc.constant('what it holds')),
    options: maybe(fc.constant({ fillfactor: 70 })),
    parted: fc.boolean(),
  })
  .map(({ name, more, comment, options, parted }) => ({
    name,
    columns: [plain('id', { nullable: false }), ...more],
    constraints: [{ kind: 'primary', columns: ['id'] }],
    indexes: [],
    ...(comment === undefined ? {} : { comment }),
    ...(options === undefined ? {} : { options }),
    ...(parted
      ? { partitioning: { by: 'range (id)', partitions: [{ name: 'first', values: 'from (0) to (9)' }] } }
      : {}),
  }));
const changes = fc.constantFrom<Of<'alterColumn'>['change']>(
  { type: { type: { name: 'bigInteger', args: [] }, sqlType: 'bigint', unsigned: false } },
  { type: { type: { name: 'text', args: [] }, sqlType: 'text', unsigned: false }, using: '"x"::text' },
  { type: { type: mood.type, sqlType: mood.sqlType, unsigned: false } },
  { nullable: false },
  { default: { kind: 'sql', sql: 'now()' }, comment: null },
  { default: null, comment: 'another', collation: null },
  { identity: { always: true } },
  { computed: { expression: '"id" + 1', persisted: true } },
  { onUpdate: 'now()' },
);
const grants: fc.Arbitrary<Grant> = fc.record({
  privileges: fc.subarray(['select', 'INSERT', 'update'], { minLength: 1 }),
  on: fc.oneof(
    table.map((name) => ({ kind: 'table' as const, name })),
    object.map((name) => ({ kind: 'sequence' as const, name })),
    object.map((name) => ({ kind: 'function' as const, name })),
  ),
  to: named('reader'),
  withGrantOption: fc.boolean(),
});
const value = named('sad', 'ok', 'good');
const types = fc.constantFrom({ schema: 'm', name: 'mood' }, { name: 'size' }, { name: 'shape' });
const definition = named('() returns trigger as 1', '() returns trigger as 2');

const does: fc.Arbitrary<readonly Operation[]> = fc.array(
  fc.record({ kind: fc.constant('addColumn' as const), table, column: columns }),
  { maxLength: 2 },
);

const arbitraries: Arbitraries = {
  createTable: made('createTable', fc.record({ table: whole, ifNotExists: fc.boolean() })),
  dropTable: made('dropTable', fc.record({ table, ifExists: fc.boolean(), cascade: maybe(fc.constant(true)) })),
  renameTable: made('renameTable', fc.record({ table, to: named('a', 'b', 'd') })),
  commentTable: made('commentTable', fc.record({ table, comment: fc.constantFrom(null, 'one', 'two') })),
  alterTable: made(
    'alterTable',
    fc.record({ table, options: fc.constantFrom({ fillfactor: 70 }, { fillfactor: 90 }, { toast_tuple_target: 200 }) }),
  ),
  addPartition: made(
    'addPartition',
    fc.record({ table, partition: fc.constant({ name: 'next', values: 'from (9) to (20)' }) }),
  ),
  dropPartition: made('dropPartition', fc.record({ table, partition: named('first', 'next') })),
  addColumn: made('addColumn', fc.record({ table, column: columns, ifNotExists: maybe(fc.boolean()) })),
  dropColumn: made('dropColumn', fc.record({ table, column, ifExists: maybe(fc.boolean()) })),
  renameColumn: made('renameColumn', fc.record({ table, column, to: named('x', 'w') })),
  alterColumn: made('alterColumn', fc.record({ table, column, change: changes })),
  addConstraint: made('addConstraint', fc.record({ table, constraint: constraints })),
  dropConstraint: made(
    'dropConstraint',
    fc.record({
      table,
      constraint: fc.record({ kind: named('primary', 'unique', 'foreign', 'check'), name: key }),
      ifExists: maybe(fc.boolean()),
    }),
  ),
  renameConstraint: made('renameConstraint', fc.record({ table, constraint: key, to: key })),
  validateConstraint: made('validateConstraint', fc.record({ table, constraint: key })),
  createIndex: made(
    'createIndex',
    fc.record({ table: fc.oneof(table, object), index: indexes, ifNotExists: maybe(fc.boolean()) }),
  ),
  dropIndex: made(
    'dropIndex',
    fc.record({
      table: fc.oneof(table, object),
      index,
      ifExists: maybe(fc.boolean()),
      concurrently: maybe(fc.constant(true)),
    }),
  ),
  renameIndex: made('renameIndex', fc.record({ table, index, to: index })),
  createSchema: made('createSchema', fc.record({ schema: named('s', 't'), ifNotExists: maybe(fc.boolean()) })),
  dropSchema: made('dropSchema', fc.record({ schema: named('s', 't'), ifExists: maybe(fc.boolean()) })),
  createSequence: made(
    'createSequence',
    fc.record({
      sequence: object.map((name) => ({ name, increment: '2', cycle: false })),
      ifNotExists: maybe(fc.boolean()),
    }),
  ),
  alterSequence: made(
    'alterSequence',
    fc.record({
      sequence: object,
      change: fc.constantFrom({ increment: '3' }, { cycle: true }, { start: '5' }, { restart: '1' }),
    }),
  ),
  renameSequence: made('renameSequence', fc.record({ sequence: object, to: named('o', 'p', 'q') })),
  dropSequence: made('dropSequence', fc.record({ sequence: object, ifExists: maybe(fc.boolean()) })),
  createView: made(
    'createView',
    fc.record({
      view: fc.record({
        name: object,
        query: named('select 1', 'select 2'),
        materialized: fc.boolean(),
        indexes: fc.constant([]),
      }),
      replace: fc.boolean(),
    }),
  ),
  dropView: made('dropView', fc.record({ view: object, materialized: fc.boolean(), ifExists: maybe(fc.boolean()) })),
  refreshView: made('refreshView', fc.record({ view: object, concurrently: fc.boolean() })),
  createRoutine: made(
    'createRoutine',
    fc.record({
      routine: fc.record({ kind: fc.constant('function'), name: object, definition }),
      replace: fc.boolean(),
    }),
  ),
  dropRoutine: made(
    'dropRoutine',
    fc.record({ routine: fc.record({ kind: fc.constant('function'), name: object }), ifExists: maybe(fc.boolean()) }),
  ),
  createTrigger: made(
    'createTrigger',
    fc.record({
      trigger: fc.record({ name: named('t1'), table: fc.oneof(table, object), definition }),
      replace: fc.boolean(),
    }),
  ),
  dropTrigger: made('dropTrigger', fc.record({ trigger: named('t1'), table, ifExists: maybe(fc.boolean()) })),
  createExtension: made(
    'createExtension',
    fc.record({ extension: fc.constant({ name: 'citext' }), ifNotExists: maybe(fc.boolean()) }),
  ),
  dropExtension: made('dropExtension', fc.record({ extension: named('citext'), ifExists: maybe(fc.boolean()) })),
  grant: made('grant', fc.record({ grant: grants })),
  revoke: made('revoke', fc.record({ grant: grants })),
  createEnum: made(
    'createEnum',
    fc.record({ type: types.map((name) => ({ name, values: ['sad', 'ok'], implicit: false })) }),
  ),
  addEnumValue: made('addEnumValue', fc.record({ type: types, value, before: maybe(value) })),
  renameEnumValue: made('renameEnumValue', fc.record({ type: types, value, to: value })),
  dropEnumValue: made('dropEnumValue', fc.record({ type: types, value })),
  renameEnum: made('renameEnum', fc.record({ type: types, to: named('mood', 'size', 'feeling') })),
  dropEnum: made('dropEnum', fc.record({ type: types, ifExists: maybe(fc.boolean()) })),
  insert: made('insert', fc.record({ table, columns: fc.constant(['id']), rows: fc.nat(1) })),
  data: made('data', fc.record({ verb: named('insert', 'update', 'delete'), table })),
  raw: made('raw', fc.record({ sql: fc.constant('alter table a add column …'), does })),
  unread: made('unread', fc.record({ what: fc.constant('knex.ref') })),
  custom: made(
    'custom',
    fc.record({
      name: fc.constant('twice'),
      says: fc.constant('nothing'),
      does: fc.constant([]),
      undo: maybe(fc.constant([])),
    }),
  ),
};

/** Where options of tables are set back. */
const blank: Schema = { ...emptySchema, resets: /^[a-z_]+$/ };

/** Up to the order in which things stand in a table. */
/** Which of the columns that share an enum asks for it to be made is nothing that the database knows. */
function withoutMaker(column: Column): Column {
  const [values, options] = column.type.args;
  if (column.type.name !== 'enu') return column;
  const { existingType: _, ...others } = options as { existingType?: boolean };
  return { ...column, type: { ...column.type, args: [values, others] } };
}

function shown(schema: Schema): unknown {
  const all = (registry: Registry<unknown>) => Object.fromEntries(entries(registry));
  const sorted = (items: readonly unknown[]) => [...items].map((item) => JSON.stringify(item)).sort();
  const tables = entries(schema.tables).map(([name, one]) => [
    name,
    {
      ...one,
      columns: sorted(one.columns.map(withoutMaker)),
      constraints: sorted(one.constraints),
      indexes: sorted(one.indexes),
      partitioning: one.partitioning && { ...one.partitioning, partitions: sorted(one.partitioning.partitions) },
    },
  ]);
  const { unread, tables: _, ...others } = schema;
  const registries = Object.entries(others).flatMap(([name, one]) =>
    typeof one === 'object' && 'buckets' in one ? [[name, all(one)]] : [],
  );
  return { tables, unread, ...Object.fromEntries(registries) };
}

/** What speaks of a thing that nothing has made, which only a thing from outside the history can be. */
function dangles({ tables, views, triggers, grants, sequences, routines }: Schema): boolean {
  const known = new Set([...entries(tables), ...entries(views)].map(([name]) => name));
  const keys = entries(tables).flatMap(([, { constraints }]) =>
    constraints.flatMap((one) => (one.kind === 'foreign' ? [showName(one.references.table)] : [])),
  );
  const on = entries(triggers).map(([, trigger]) => showName(trigger.table));
  const others = new Set([...entries(sequences), ...entries(routines)].map(([name]) => name));
  const rights = entries(grants).map(([, grant]) => grant.on);
  if (rights.some(({ kind, name }) => !(kind === 'table' ? known : others).has(showName(name)))) return true;
  return [...keys, ...on].some((name) => !known.has(name));
}

function applied(operation: Operation, schema: Schema): Schema | undefined {
  try {
    const after = apply(operation, schema);
    return dangles(after) ? undefined : after;
  } catch (error) {
    if (error instanceof MigratorError && error.code === 'impossible') return undefined;
    throw error;
  }
}

const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 8, arbitrary: arbitraries.createTable },
  ...Object.entries(arbitraries)
    .filter(([kind]) => kind !== 'unread')
    .map(([, arbitrary]) => ({ weight: 1, arbitrary: arbitrary as fc.Arbitrary<Operation> })),
);

/** A history of what is possible, with the schema before each operation. */
function played(
  operations: readonly Operation[],
): readonly { readonly operation: Operation; readonly before: Schema }[] {
  let before = blank;
  return operations.flatMap((operation) => {
    const after = applied(operation, before);
    if (after === undefined) return [];
    const step = { operation, before };
    before = after;
    return [step];
  });
}

/** Everything that the universe of these tests has. */
const furnishing: readonly Operation[] = [
  { kind: 'createSchema', schema: 's' },
  { kind: 'createExtension', extension: { name: 'citext' } },
  { kind: 'createEnum', type: { name: { name: 'size' }, values: ['sad', 'ok', 'good'], implicit: false } },
  { kind: 'createSequence', sequence: { name: { name: 'o' }, increment: '2', cycle: false, start: '1' } },
  ...['a', 'b'].map(
    (name): Operation => ({
      kind: 'createTable',
      ifNotExists: false,
      table: {
        name: { name },
        columns: [plain('id', { nullable: false }), plain('x'), plain('y', { comment: 'a comment' }), mood],
        constraints: [
          { kind: 'primary', name: 'k1', columns: ['id'] },
          { kind: 'check', name: 'k2', expression: '"x" > 0', notValid: true },
        ],
        indexes: [{ name: 'i1', columns: ['x'], unique: false, where: 'y > 1' }],
        options: { fillfactor: 50 },
        partitioning: { by: 'range (id)', partitions: [{ name: 'first', values: 'from (0) to (9)' }] },
      },
    }),
  ),
  {
    kind: 'addConstraint',
    table: { name: 'b' },
    constraint: { kind: 'foreign', name: 'k3', columns: ['x'], references: { table: { name: 'a' }, columns: ['id'] } },
  },
  {
    kind: 'createView',
    view: { name: { name: 'p' }, query: 'select 0', materialized: true, indexes: [] },
    replace: false,
  },
  { kind: 'createIndex', table: { name: 'p' }, index: { name: 'i1', columns: ['n'], unique: true } },
  { kind: 'createRoutine', routine: { kind: 'function', name: { name: 'o' }, definition: '() 0' }, replace: false },
  { kind: 'createTrigger', trigger: { name: 't1', table: { name: 'a' }, definition: 'after insert' }, replace: false },
  {
    kind: 'grant',
    grant: { privileges: ['select'], on: { kind: 'table', name: { name: 'a' } }, to: 'reader', withGrantOption: false },
  },
  {
    kind: 'grant',
    grant: {
      privileges: ['usage'],
      on: { kind: 'sequence', name: { name: 'o' } },
      to: 'reader',
      withGrantOption: false,
    },
  },
];
const furnished = furnishing.reduce((schema, operation) => apply(operation, schema), blank);

function expectBack(operation: Operation, before: Schema): boolean {
  const after = applied(operation, before);
  if (after === undefined) return false;
  const reversal = reverse(operation, before);
  if (isNoWay(reversal)) {
    expect(reversal.irreversible).not.toBe('');
    return false;
  }
  const again = reversal.operations.reduce((schema, one) => apply(one, schema), after);
  expect(shown(again), JSON.stringify(reversal.operations)).toEqual(shown(before));
  return true;
}

const never: readonly Kind[] = ['data', 'unread'];

describe('one operation, in a schema that has everything', () => {
  test.each(Object.entries(arbitraries))('%s', (kind, arbitrary) => {
    let went = 0;
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<Operation>, (operation) => {
        if (expectBack(operation, furnished)) went += 1;
        expectBack(operation, emptySchema);
      }),
      { numRuns: 600 },
    );
    expect(went > 0).toBe(!never.includes(kind as Kind));
  });
});

test('one operation, wherever a history has come', () => {
  fc.assert(
    fc.property(fc.array(anyOperation, { maxLength: 40 }), (operations) => {
      for (const { operation, before } of played([...furnishing, ...operations])) expectBack(operation, before);
    }),
    { numRuns: 150 },
  );
});

test('everything that a revision does', () => {
  let whole = 0;
  fc.assert(
    fc.property(fc.array(anyOperation, { maxLength: 8 }), (operations) => {
      const steps = played([...furnishing, ...operations]).slice(furnishing.length);
      const did = steps.map(({ operation }) => operation);
      const way = reverseAll(did, furnished);
      if ('irreversible' in way) {
        expect(did[way.at]).toBeDefined();
        return;
      }
      whole += 1;
      const after = did.reduce((schema, one) => apply(one, schema), furnished);
      const undone = way.flatMap((step) => step.operations).reduce((schema, one) => apply(one, schema), after);
      expect(shown(undone), JSON.stringify(way)).toEqual(shown(furnished));
    }),
    { numRuns: 600 },
  );
  expect(whole).toBeGreaterThan(100);
});
