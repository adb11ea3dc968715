/** Random well-formed operations, one arbitrary for each kind that knex has a builder for. */

import fc from 'fast-check';
import { dialects } from '../../src/dialect/dialects.ts';
import type { DialectName } from '../../src/dialect/names.ts';
import type { ColumnChange, Of } from '../../src/operation/operation.ts';
import type { Sayable } from '../../src/recorder/say.ts';
import type { Column } from '../../src/schema/column.ts';
import type { Constraint } from '../../src/schema/constraint.ts';
import type { Name } from '../../src/schema/name.ts';
import { filled, type Table } from '../../src/schema/table.ts';
import type { Index } from '../../src/schema/table-index.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
/** Oracle alone has no way to write a double quote in a name. */
const oddWord = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom('Käse', 'two words', 'a`b', 'x]y', "it's", 'select') },
);
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const text = fc.oneof(
  fc.string({ maxLength: 12 }).map((value) => value.replace(/\p{C}/gu, '')),
  fc.constantFrom("it's", "a''b", 'what?', '50 %', ':name', '\\', '$(x) &y'),
);
/** Oracle has no schemas of knex's kind in front of every statement; a schema is a part of the name everywhere else. */
const tableName: fc.Arbitrary<Name> = fc.oneof(
  word.map((name) => ({ name })),
  fc.record({ schema: word, name: word }),
);

const types: fc.Arbitrary<Column['type']> = fc.constantFrom(
  { name: 'varchar', args: [60] },
  { name: 'varchar', args: [] },
  { name: 'text', args: [] },
  { name: 'integer', args: [] },
  { name: 'bigInteger', args: [] },
  { name: 'smallint', args: [] },
  { name: 'decimal', args: [12, 2] },
  { name: 'floating', args: [] },
  { name: 'double', args: [] },
  { name: 'bool', args: [] },
  { name: 'date', args: [] },
  { name: 'datetime', args: [] },
  { name: 'timestamp', args: [] },
  { name: 'time', args: [] },
  { name: 'json', args: [] },
  { name: 'uuid', args: [] },
  { name: 'binary', args: [] },
  { name: 'enu', args: [['small', "it's"]] },
  { name: 'specificType', args: ['char(12)'] },
);

const texts = fc.constantFrom("it's", 'what?', 'plain');
const plainValues = fc.oneof(fc.integer(), texts);

/** A default that fits the type: some dialects spell it by its type. */
function defaultOf({ name }: Column['type']): fc.Arbitrary<Column['default']> {
  const given =
    name === 'enu'
      ? fc.constantFrom('small', "it's")
      : /^(varchar|text|specificType)$/.test(name)
        ? texts
        : /^(integer|bigInteger|double)$/.test(name)
          ? fc.integer()
          : /^(decimal|floating)$/.test(name)
            ? fc.integer({ min: -99_999, max: 99_999 })
            : name === 'bool'
              ? fc.boolean()
              : name === 'date'
                ? fc.constant('2026-01-31')
                : undefined;
  return fc.oneof(
    fc.constant(undefined),
    given === undefined ? fc.constant(undefined) : given.map((value) => ({ kind: 'value' as const, value })),
    fc.constant({ kind: 'sql' as const, sql: 'CURRENT_TIMESTAMP' }),
  );
}

const anyDefault: fc.Arbitrary<Column['default']> = fc.oneof(
  fc.constant(undefined),
  plainValues.map((value) => ({ kind: 'value' as const, value })),
  fc.constant({ kind: 'sql' as const, sql: 'CURRENT_TIMESTAMP' }),
);

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const comments = fc.oneof(
  fc.constant(undefined),
  text.filter((value) => value !== ''),
);

/** `sqlType` is what the dialect makes of it: the law compares it only between two hearings. */
const column: fc.Arbitrary<Column> = fc
  .record({ name: oddWord, type: types, nullable: fc.boolean(), comment: comments })
  .chain((rest) => defaultOf(rest.type).map((given) => ({ ...rest, given })))
  .map(
    ({ given, ...rest }) =>
      defined({ ...rest, sqlType: '', autoIncrement: false, unsigned: false, default: given }) as Column,
  );

const identity: fc.Arbitrary<Column> = word.map((name) => ({
  name,
  type: { name: 'increments', args: [] },
  sqlType: '',
  nullable: false,
  autoIncrement: true,
  unsigned: false,
}));

const action = fc.constantFrom(undefined, 'CASCADE', 'SET NULL');

function constraintOf(dialect: DialectName): fc.Arbitrary<Constraint> {
  const { keysFill } = dialects[dialect];
  const updates = dialect === 'oracle' ? fc.constant(undefined) : action;
  return fc.oneof(
    fc
      .record({ kind: fc.constant('primary' as const), name: word, columns: words })
      .map((key) => (keysFill === undefined ? key : { ...key, fills: keysFill })),
    fc.record({ kind: fc.constant('unique' as const), name: word, columns: words }),
    fc
      .record({
        kind: fc.constant('foreign' as const),
        name: word,
        columns: words,
        references: fc.record({ table: tableName, columns: words }),
        onDelete: action,
        onUpdate: updates,
      })
      .map(defined),
    fc.record({
      kind: fc.constant('check' as const),
      name: word,
      expression: fc.constantFrom('1 = 1', "a <> 'it''s'", 'a > 0'),
    }),
  ) as fc.Arbitrary<Constraint>;
}

const index: fc.Arbitrary<Index> = fc.record({ name: word, columns: words, unique: fc.boolean() });

function createTable(dialect: DialectName): fc.Arbitrary<Of<'createTable'>> {
  const columns = fc.uniqueArray(column, { minLength: 1, maxLength: 4, selector: ({ name }) => name });
  return fc
    .record({
      name: tableName,
      columns,
      constraints: fc.uniqueArray(constraintOf(dialect), {
        maxLength: 3,
        selector: (key) => (key.kind === 'primary' ? 'primary' : key.name),
      }),
      indexes: fc.uniqueArray(index, { maxLength: 2, selector: ({ name }) => name }),
      comment: comments,
      ifNotExists: fc.boolean(),
    })
    .map(({ ifNotExists, constraints, columns: plain, ...table }) => {
      const whole = filled({ ...table, columns: plain, constraints } as Table);
      return { kind: 'createTable', ifNotExists, table: defined(whole) } as Of<'createTable'>;
    });
}

function withIdentity(dialect: DialectName): fc.Arbitrary<Of<'createTable'>> {
  return fc.record({ operation: createTable(dialect), id: identity }).map(({ operation, id }) => {
    const { table } = operation;
    const others = table.columns.filter(({ name }) => name !== id.name);
    const keys = table.constraints.filter(({ kind }) => kind !== 'primary');
    return {
      ...operation,
      table: { ...table, columns: [id, ...others], constraints: [{ kind: 'primary', columns: [id.name] }, ...keys] },
    };
  });
}

const change: fc.Arbitrary<ColumnChange> = fc
  .record({
    type: fc.oneof(
      fc.constant(undefined),
      types.map((type) => ({ type, sqlType: '', unsigned: false })),
    ),
    nullable: fc.constantFrom(undefined, true, false),
    given: fc.oneof(fc.constant(undefined), fc.constant(null), anyDefault),
    comment: comments,
  })
  .map(({ given, ...rest }) => defined({ ...rest, default: given }) as ColumnChange)
  .filter((parts) => Object.keys(parts).length > 0);

/** One arbitrary for each kind that has a builder; a kind that is missing here does not compile. */
export function operationsOf(dialect: DialectName): {
  readonly [K in Sayable]: fc.Arbitrary<Of<K>>;
} {
  const table = tableName;
  return {
    createTable: fc.oneof(createTable(dialect), withIdentity(dialect)),
    dropTable: fc.record({ kind: fc.constant('dropTable'), table, ifExists: fc.boolean() }),
    renameTable: fc.record({ kind: fc.constant('renameTable'), table, to: word }),
    commentTable: fc.record({ kind: fc.constant('commentTable'), table, comment: text }),
    addColumn: fc.record({ kind: fc.constant('addColumn'), table, column }),
    dropColumn: fc.record({ kind: fc.constant('dropColumn'), table, column: oddWord }),
    renameColumn: fc.record({ kind: fc.constant('renameColumn'), table, column: oddWord, to: oddWord }),
    alterColumn: fc.record({ kind: fc.constant('alterColumn'), table, column: oddWord, change }),
    addConstraint: fc.record({ kind: fc.constant('addConstraint'), table, constraint: constraintOf(dialect) }),
    dropConstraint: fc.record({
      kind: fc.constant('dropConstraint'),
      table,
      constraint: fc.record({ kind: fc.constantFrom('primary', 'unique', 'foreign', 'check'), name: word }),
    }),
    createIndex: fc.record({ kind: fc.constant('createIndex'), table, index }),
    dropIndex: fc.record({ kind: fc.constant('dropIndex'), table, index: word }),
  };
}
