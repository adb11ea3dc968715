/** What becomes of rights on columns when a column goes or gets another name. */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { reverse } from '../../../src/operation/reverse.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Grant } from '../../../src/schema/objects.ts';
import { entries } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import { column } from '../dialect/lower-cases.ts';

const name = { name: 't' };
const right = (columns: readonly string[], ...privileges: readonly string[]): Grant => ({
  privileges,
  on: { kind: 'table', name, columns },
  to: 'reader',
  withGrantOption: false,
});
const granting = (grant: Grant): Operation => ({ kind: 'grant', grant });
const after = (...operations: readonly Operation[]): Schema =>
  operations.reduce((before, operation) => apply(operation, before), emptySchema);
const made: Operation = {
  kind: 'createTable',
  ifNotExists: false,
  table: {
    name,
    columns: ['id', 'a', 'b'].map((one) => column(one, 'integer', 'integer')),
    constraints: [],
    indexes: [],
  },
};
const rights = (schema: Schema) => entries(schema.grants).map(([, { privileges, on }]) => [on.columns, privileges]);
const back = (operation: Operation, before: Schema) => {
  const way = reverse(operation, before);
  if ('irreversible' in way) throw new Error(way.irreversible);
  return way.operations;
};
const rename: Operation = { kind: 'renameColumn', table: name, column: 'a', to: 'aa' };
const drop: Operation = { kind: 'dropColumn', table: name, column: 'a' };

test('rights follow a column’s new name', () => {
  expect(rights(after(made, granting(right(['a', 'b'], 'select')), rename))).toEqual([[['aa', 'b'], ['select']]]);
});

test('rights that were given to a name before its column was there are one with those that follow', () => {
  const raw: Operation = { kind: 'raw', sql: 'call may_add_columns()' };
  const given = after(made, raw, granting(right(['a'], 'select')), granting(right(['aa'], 'update')), rename);
  expect(rights(given)).toEqual([[['aa'], ['select', 'update']]]);
});

test('what is revoked of a renamed column has a way back', () => {
  const before = after(made, granting(right(['a'], 'select')), rename);
  expect(back({ kind: 'revoke', grant: right(['aa'], 'select') }, before)).toEqual([granting(right(['aa'], 'select'))]);
});

test('a table that comes back has its rights on the names that its columns have', () => {
  const before = after(made, granting(right(['a'], 'select')), rename);
  expect(back({ kind: 'dropTable', table: name, ifExists: false }, before).at(-1)).toEqual(
    granting(right(['aa'], 'select')),
  );
});

test('rights go with a column, and those on others stay', () => {
  const before = after(made, granting(right(['a', 'b'], 'select')), granting(right(['a'], 'update')));
  expect(rights(apply(drop, before))).toEqual([[['b'], ['select']]]);
});

test('a column that comes back has its rights, and no other column gets any', () => {
  const before = after(made, granting(right(['a', 'b'], 'select')), granting(right(['b'], 'update')));
  expect(back(drop, before).filter(({ kind }) => kind === 'grant')).toEqual([granting(right(['a'], 'select'))]);
});
