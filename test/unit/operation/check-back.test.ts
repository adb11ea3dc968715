/** A check without a name has a way back where it goes with its column. */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { reverseAll } from '../../../src/operation/reverse.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import { emptySchema } from '../../../src/schema/schema.ts';

const column = (name: string): Column => ({
  name,
  type: { name: 'integer', args: [] },
  sqlType: 'integer',
  nullable: true,
  autoIncrement: false,
  unsigned: false,
});
const table = { name: 'item' };
const before = apply(
  {
    kind: 'createTable',
    table: { name: table, columns: [column('id')], constraints: [], indexes: [] },
    ifNotExists: false,
  },
  emptySchema,
);
const add: Operation = { kind: 'addColumn', table, column: column('n') };
const check = (expression: string): Operation => ({
  kind: 'addConstraint',
  table,
  constraint: { kind: 'check', expression },
});

test('it goes with a column of the same revision', () => {
  const steps = reverseAll([add, check('"n" > 0')], before);
  expect(steps).toMatchObject([{ at: 0, operations: [{ kind: 'dropColumn', column: 'n' }] }]);
});

test('not with another one, nor with one that was there', () => {
  const noWay = { at: 1, irreversible: expect.stringContaining('a name that the history does not know') };
  expect(reverseAll([add, check('"id" > 0')], before)).toMatchObject(noWay);
  expect(reverseAll([{ ...add, column: column('id'), ifNotExists: true }, check('"id" > 0')], before)).toMatchObject(
    noWay,
  );
});
