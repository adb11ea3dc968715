/** SQL Server wants one collation at both ends of a foreign key (message 1757). */
import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import type { Constraint } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';
import { column, lower } from './lower-cases.ts';

const key: Constraint = {
  kind: 'foreign',
  name: 'k_p',
  columns: ['x'],
  references: { table: { name: 'p' }, columns: ['d'] },
};

const table = (
  name: string,
  own: string,
  collation: string | undefined,
  constraints: readonly Constraint[],
): Table => ({
  name: { name },
  columns: [
    column(own, 'varchar', 'nvarchar(20)', { nullable: false, ...(collation === undefined ? {} : { collation }) }),
  ],
  constraints,
  indexes: [],
});

function schemaOf(one: string | undefined, other: string | undefined, constraints: readonly Constraint[] = []): Schema {
  const p = table('p', 'd', one, [{ kind: 'unique', name: 'p_d', columns: ['d'] }]);
  return { ...emptySchema, tables: put(put(nothing, 'p', p), 'k', table('k', 'x', other, constraints)) };
}

const add: Operation = { kind: 'addConstraint', table: { name: 'k' }, constraint: key };
const sql = (operation: Operation, before: Schema) => () => lower('mssql', operation, { before });
const refused = expect.objectContaining({
  code: 'impossible',
  message: expect.stringMatching(/k_p would tie x \(collation Latin1\w+\) to p\.d \(collation Latin1\w+\)/),
});

test('two that the history knows to differ are refused', () => {
  expect(sql(add, schemaOf('Latin1_General_BIN2', 'Latin1_General_CI_AS'))).toThrow(refused);
  const alter: Operation = {
    kind: 'alterColumn',
    table: { name: 'p' },
    column: 'd',
    change: { collation: 'Latin1_General_CI_AS' },
  };
  expect(sql(alter, schemaOf('Latin1_General_BIN2', 'Latin1_General_BIN2', [key]))).toThrow(refused);
});

test('the same, or one of which nobody knows what the database has, are left to the server', () => {
  for (const [one, other] of [
    ['Latin1_General_BIN2', 'latin1_general_bin2'],
    ['Latin1_General_BIN2', undefined],
    [undefined, undefined],
  ]) {
    expect(sql(add, schemaOf(one, other))).not.toThrow();
  }
});
