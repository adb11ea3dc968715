/** What the rows that a revision inserts itself make impossible. */

import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import { type DialectName, dialectNames } from '../../../src/dialect/names.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import { withPreconditions } from '../../../src/recorder/preconditions.ts';
import type { Recording } from '../../../src/recorder/recording.ts';
import type { Column } from '../../../src/schema/column.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import { column } from '../dialect/lower-cases.ts';

const table = { name: 'c' };
const create: Operation = {
  kind: 'createTable',
  table: { name: table, columns: [column('x', 'varchar', 'varchar2(9 char)')], constraints: [], indexes: [] },
  ifNotExists: false,
};
const insert: Operation = { kind: 'insert', table, columns: ['x'], rows: 1 };
const type = { type: { name: 'date', args: [] }, sqlType: 'date', unsigned: false };
const alter: Operation = { kind: 'alterColumn', table, column: 'x', change: { type } };
const clear: Operation = { kind: 'data', verb: 'update', table };

const recorded = (...operations: readonly Operation[]): Recording =>
  ({
    step: { revision: { file: 'revisions/c.ts' } },
    before: emptySchema,
    changes: operations.map((operation, at) => ({
      operations: [operation],
      statements: [{ sql: 'x', transactional: true, sort: 'schema' }],
      place: { file: 'revisions/c.ts', line: at + 1 },
    })),
  }) as unknown as Recording;

test('Oracle gives no other type to a column that the revision has filled (ORA-01439)', () => {
  expect(() => withPreconditions(recorded(create, insert, alter), dialects.oracle)).toThrowError(
    expect.objectContaining({
      code: 'impossible',
      message: expect.stringContaining('only in a column without values'),
      place: { file: 'revisions/c.ts', line: 3 },
    }),
  );
  expect(withPreconditions(recorded(create, alter, insert), dialects.oracle).preconditions).toBeUndefined();
  const { preconditions } = withPreconditions(recorded(create, insert, clear, alter), dialects.oracle);
  expect(preconditions).toMatchObject([{ at: 3, check: { loss: false, noun: 'value' } }]);
});

const ofTable = (name: string, sqlType: string, more = {}): Operation => ({
  kind: 'createTable',
  table: {
    name: { name },
    columns: [column('x', sqlType, sqlType, { nullable: false, ...more })],
    constraints: [{ kind: 'primary', columns: ['x'] }],
    indexes: [],
  },
  ifNotExists: false,
});

/** A column is added, and stands in a key at once. */
function countsOf(dialect: DialectName, sqlType: string, more: Partial<Column>, key: 'foreign' | 'unique') {
  const tables = [ofTable('c', 'integer'), ofTable('d', sqlType)];
  const before = tables.reduce((schema, one) => apply(one, schema), emptySchema);
  const references = { table: { name: 'd' }, columns: ['x'] };
  const operations: readonly Operation[] = [
    { kind: 'addColumn', table, column: column('y', sqlType, sqlType, more) },
    { kind: 'addConstraint', table, constraint: { kind: key, name: 'k', columns: ['y'], references } },
  ];
  const change = { operations, statements: [{ sql: 'x', transactional: true, sort: 'schema' }] };
  const recording = { ...recorded(), before, changes: [change] } as unknown as Recording;
  const { preconditions = [] } = withPreconditions(recording, dialects[dialect]);
  return preconditions.map(({ check, at }) => [at, check.count]);
}

const given = (value: unknown) => ({ nullable: false, default: { kind: 'value', value } }) as const;
const none = (dialect: DialectName, value: string): string => {
  const { quote, checks } = dialects[dialect];
  const [c, d, x] = ['c', 'd', 'x'].map(quote);
  const { counted = 'COUNT(*)' } = checks;
  const found = `SELECT 1 FROM ${d} migrator_other WHERE migrator_other.${x} = ${value}`;
  return `SELECT ${counted} FROM ${c} migrator_row WHERE NOT EXISTS (${found})`;
};

test.each(dialectNames)('%s: what all rows refer to by a new column is looked for first', (dialect) => {
  const trusts = dialects[dialect].checks.trustsKeys === true;
  const asked = countsOf(dialect, 'integer', given(7), 'foreign');
  expect(asked).toEqual(trusts ? [] : [[undefined, none(dialect, '7')]]);
  expect(countsOf(dialect, 'integer', {}, 'foreign')).toEqual([]);
});

test.each(['mysql', 'mariadb'] as const)('%s: so is the value that the engine makes up', (dialect) => {
  const made = (sqlType: string) => countsOf(dialect, sqlType, { nullable: false }, 'foreign');
  expect(made('integer')).toEqual([[undefined, none(dialect, '0')]]);
  expect(made('varchar(9)')).toEqual([[undefined, none(dialect, "''")]]);
  expect(made("enum('a')")).toEqual([]);
  const [[, count] = []] = countsOf(dialect, "enum('a')", { nullable: false }, 'unique');
  expect(count).toContain('COUNT(*) > 1');
});
