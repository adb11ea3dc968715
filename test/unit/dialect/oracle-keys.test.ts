/** A primary key of Oracle keeps NULL from its columns while it stands, and no longer. */

import { expect, test } from 'vitest';
import { refuseNullInKey } from '../../../src/dialect/null-in-key.ts';
import { checksOf } from '../../../src/operation/check.ts';
import type { ColumnChange, Operation } from '../../../src/operation/operation.ts';
import { reverse } from '../../../src/operation/reverse.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { PrimaryKey } from '../../../src/schema/constraint.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema, tableOf } from '../../../src/schema/schema.ts';
import { columnsInForce, type Table } from '../../../src/schema/table.ts';
import { column, sqlOf } from './lower-cases.ts';

const table = { name: 'bill' };
const key: PrimaryKey = { kind: 'primary', name: 'bill_key', columns: ['number'], fills: 'while it stands' };
const bill: Table = {
  name: table,
  columns: [column('number', 'integer', 'integer'), column('year', 'integer', 'integer', { nullable: false })],
  constraints: [],
  indexes: [],
};
const schemaOf = (more: Partial<Table>): Schema => ({
  ...emptySchema,
  tables: put(nothing, 'bill', { ...bill, ...more }),
});
const loose = schemaOf({});
const keyed = schemaOf({ constraints: [key] });
const add: Operation = { kind: 'addConstraint', table, constraint: key };
const alter = (name: string, change: ColumnChange): Operation => ({ kind: 'alterColumn', table, column: name, change });
const inForce = (schema: Schema) => columnsInForce(tableOf(schema, table)!).map(({ nullable }) => nullable);

test('the key goes, and nothing else is said of its columns', () => {
  expect(apply(add, loose)).toEqual(keyed);
  expect(reverse(add, loose)).toMatchObject({
    operations: [{ kind: 'dropConstraint', table, constraint: { kind: 'primary', name: 'bill_key' } }],
  });
});

test('its columns take no NULL meanwhile', () => {
  expect(inForce(loose)).toEqual([true, false]);
  expect(inForce(keyed)).toEqual([false, false]);
  expect(checksOf(add, loose)).toContainEqual(expect.objectContaining({ counts: 'nulls', column: 'number' }));
});

test('a column of the key says NOT NULL for itself', () => {
  expect(sqlOf('oracle', alter('number', { nullable: false }), { before: keyed })).toEqual([
    'alter table "bill" modify ("number" not null)',
  ]);
});

test('no column of the key takes NULL (ORA-01451)', () => {
  for (const schema of [keyed, schemaOf({ constraints: [{ ...key, columns: ['year'] }] })]) {
    const [name] = (tableOf(schema, table)!.constraints as readonly PrimaryKey[])[0]!.columns;
    const refused = expect.objectContaining({ code: 'unsupported' });
    expect(() => refuseNullInKey(alter(name!, { nullable: true }), schema, 'Oracle')).toThrow(refused);
  }
  expect(() => refuseNullInKey(alter('year', { nullable: true }), keyed, 'Oracle')).not.toThrow();
  expect(sqlOf('oracle', alter('year', { nullable: true }), { before: keyed })).toEqual([
    'alter table "bill" modify ("year" null)',
  ]);
});

test('NOT NULL that goes with an identity comes back beside the key', () => {
  const columns = [column('number', 'integer', 'integer', { nullable: false, identity: { always: true } })];
  const before = schemaOf({ columns, constraints: [key] });
  expect(sqlOf('oracle', alter('number', { identity: null }), { before })).toEqual([
    'alter table "bill" modify ("number" drop identity)',
    'alter table "bill" modify ("number" not null)',
  ]);
});

test('the way back leaves NOT NULL in a column of the key, and says so', () => {
  const tighten = (before: Schema) => reverse(alter('number', { nullable: false, comment: 'ours' }), before);
  expect(tighten(keyed)).toEqual({
    operations: [alter('number', { comment: null })],
    notes: [{ kind: 'lacks', what: 'that column bill.number takes NULL once its primary key is gone' }],
  });
  expect(tighten(loose)).toEqual({ operations: [alter('number', { comment: null, nullable: true })], notes: [] });
  expect(reverse(alter('number', { nullable: false }), keyed)).toMatchObject({ operations: [] });
});

test('a default that is empty is none for a column of the key', () => {
  const columns = [column('number', 'varchar', 'varchar2(9 char)', { default: { kind: 'value', value: '' } })];
  const made = (constraints: Table['constraints']): Operation => ({
    kind: 'createTable',
    table: { ...bill, columns, constraints },
    ifNotExists: false,
  });
  expect(sqlOf('oracle', made([key]))).toBe('!unsupported');
  expect(sqlOf('oracle', made([]))).toBeUndefined();
});
