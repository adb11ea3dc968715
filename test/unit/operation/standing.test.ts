import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { standing } from '../../../src/operation/standing.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';

const column = (name: string): Column => ({
  name,
  type: { name: 'integer', args: [] },
  sqlType: 'integer',
  nullable: true,
  autoIncrement: false,
  unsigned: false,
});
const create = (name: string, ...columns: readonly string[]): Operation => ({
  kind: 'createTable',
  table: { name: { name }, columns: columns.map(column), constraints: [], indexes: [] },
  ifNotExists: false,
});
const before: Schema = [create('a', 'x', 'y'), create('b', 'x')].reduce(
  (schema, one) => apply(one, schema),
  emptySchema,
);

const a = { name: 'a' };
const dropX: Operation = { kind: 'dropColumn', table: a, column: 'x' };
const raw = (sql: string, does?: readonly Operation[]): Operation => ({
  kind: 'raw',
  sql,
  ...(does === undefined ? {} : { does }),
});

/** Where the checks stand when each operation is a call of its own; `start` is before the first. */
const stands = (...operations: readonly Operation[]) =>
  standing(
    operations.map((one) => ({ operations: [one] })),
    before,
  ).map(({ check, at }) => `${check.counts} ${at ?? 'start'}`);

describe('a check stands', () => {
  test('at the beginning, whatever other things come before', () => {
    expect(stands({ kind: 'addColumn', table: a, column: column('z') }, dropX)).toEqual(['values start']);
    expect(stands({ kind: 'insert', table: { name: 'b' }, columns: ['x'], rows: 1 }, dropX)).toEqual(['values start']);
    expect(stands(raw('update b set x = 1'), dropX)).toEqual(['values start']);
  });

  test('before its statement when the rows may have been written', () => {
    expect(stands({ kind: 'data', verb: 'update', table: a }, dropX)).toEqual(['values 1']);
    expect(stands(raw('update a set x = null'), dropX)).toEqual(['values 1']);
    expect(stands(raw('call mend()'), dropX)).toEqual(['values 1']);
  });

  test('before its statement when the column is another than at the beginning', () => {
    expect(
      stands({ kind: 'renameColumn', table: a, column: 'x', to: 'z' }, { kind: 'dropColumn', table: a, column: 'z' }),
    ).toEqual(['values 1']);
    expect(stands({ kind: 'renameTable', table: a, to: 'c' }, { ...dropX, table: { name: 'c' } })).toEqual([
      'values 1',
    ]);
  });

  test('at the beginning for a key on a new column, until it or its rows may be others', () => {
    const given = { kind: 'value', value: 7 } as const;
    const add = (more: Partial<Column> = { default: given }): Operation => ({
      kind: 'addColumn',
      table: a,
      column: { ...column('z'), ...more },
    });
    const key: Operation = {
      kind: 'addConstraint',
      table: a,
      constraint: { kind: 'unique', name: 'u', columns: ['z'] },
    };
    const other: Operation = { kind: 'data', verb: 'update', table: { name: 'b' } };
    const change = { default: { kind: 'value', value: 8 } } as const;
    expect(stands(add(), key)).toEqual(['alike start']);
    expect(stands(add(), other, key)).toEqual(['alike start']);
    expect(stands(add(), { kind: 'data', verb: 'update', table: a }, key)).toEqual(['duplicates 2']);
    expect(stands(add(), { kind: 'alterColumn', table: a, column: 'z', change }, key)).toEqual(['duplicates 2']);
    expect(stands(add({}), key)).toEqual(['duplicates 1']);
    expect(stands({ ...add(), ifNotExists: true } as Operation, key)).toEqual(['duplicates 1']);
    const insert: Operation = { kind: 'insert', table: a, columns: ['x'], rows: 2 };
    expect(
      standing([{ operations: [insert] }, { operations: [add(), key] }], before).map(({ check, at }) => [
        check.counts,
        at,
      ]),
    ).toEqual([['alike', 1]]);
  });

  test('nowhere for a table that the revision makes', () => {
    const drop: Operation = { kind: 'dropTable', table: { name: 'd' }, ifExists: false };
    expect(stands(create('c', 'x'), { kind: 'renameTable', table: { name: 'c' }, to: 'd' }, drop)).toEqual([]);
  });

  test('nowhere for what one call makes and uses', () => {
    const operations: readonly Operation[] = [
      { kind: 'addColumn', table: a, column: column('z') },
      { kind: 'alterColumn', table: a, column: 'z', change: { nullable: false } },
    ];
    expect(standing([{ operations }], before)).toEqual([]);
  });

  test('nowhere for a loss that is accepted, or a column that is worked out', () => {
    expect(stands({ ...dropX, dataLoss: 'old' } as Operation)).toEqual([]);
    const computed: Operation = {
      kind: 'addColumn',
      table: a,
      column: { ...column('twice'), computed: { expression: 'x * 2', persisted: true } },
    };
    expect(stands(computed, { kind: 'dropColumn', table: a, column: 'twice' })).toEqual([]);
  });

  test('for what raw SQL declares to drop, and not for what it may have mended', () => {
    expect(stands(raw('alter table a drop x', [dropX]))).toEqual(['values start']);
    expect(stands(raw('…', [{ kind: 'alterColumn', table: a, column: 'x', change: { nullable: false } }]))).toEqual([]);
  });

  test.each([
    ['cascade', 1],
    ['SET NULL', 1],
    ['restrict', undefined],
    [undefined, undefined],
  ] as const)('before its statement when rows follow those of another table: %s', (onDelete, place) => {
    const key: Operation = {
      kind: 'addConstraint',
      table: { name: 'b' },
      constraint: {
        kind: 'foreign',
        name: 'k',
        columns: ['x'],
        references: { table: a, columns: ['x'] },
        ...(onDelete === undefined ? {} : { onDelete }),
        notValid: true,
      },
    };
    const unique: Operation = {
      kind: 'addConstraint',
      table: a,
      constraint: { kind: 'unique', name: 'u', columns: ['x'] },
    };
    const after = [unique, key].reduce((schema, one) => apply(one, schema), before);
    const operations: readonly Operation[] = [
      { kind: 'data', verb: 'delete', table: a },
      { kind: 'dropColumn', table: { name: 'b' }, column: 'x' },
    ];
    const found = standing(
      operations.map((one) => ({ operations: [one] })),
      after,
    );
    expect(found.map(({ at }) => at)).toEqual([place]);
  });
});

describe('the type of a column in a table that the revision makes', () => {
  const typed = { kind: 'alterColumn', table: { name: 'c' }, column: 'x' } as const;
  const alter: Operation = {
    ...typed,
    change: { type: { type: { name: 'smallint', args: [] }, sqlType: 'smallint', unsigned: false } },
  };
  const insert = (...columns: readonly string[]): Operation => ({
    kind: 'insert',
    table: { name: 'c' },
    columns,
    rows: 2,
  });
  const update: Operation = { kind: 'data', verb: 'update', table: { name: 'c' } };
  const found = (...operations: readonly Operation[]) =>
    standing(
      [create('c', 'x', 'y'), ...operations].map((one) => ({ operations: [one] })),
      before,
    ).map(({ check, at, filled }) => `${check.counts} ${at}${filled ? ' for sure' : ''}`);

  test('is looked at once it has rows, and known to hold values until something may have taken them away', () => {
    expect(found(alter)).toEqual([]);
    expect(found(insert('x'), alter)).toEqual(['misfits 2 for sure']);
    expect(found(insert('y'), alter)).toEqual(['misfits 2']);
    expect(found(insert('x'), update, alter)).toEqual(['misfits 3']);
  });
});
