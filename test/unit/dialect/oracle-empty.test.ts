/** Changes that Oracle makes only of a column without values, however small these are: they are counted before. */
import { describe, expect, test } from 'vitest';
import { spellCheck } from '../../../src/dialect/check.ts';
import { oracle } from '../../../src/dialect/oracle.ts';
import type { Table } from '../../../src/schema/table.ts';
import { column } from './lower-cases.ts';

function checked(from: string, to: string, word = '') {
  const old = column('pay', '', from);
  const table: Table = { name: { name: 'w' }, columns: [old], constraints: [], indexes: [] };
  const next = column('pay', word, to);
  return spellCheck({ counts: 'misfits', table: table.name, columns: ['pay'], from: old, to: next }, table, oracle);
}

const all = 'SELECT COUNT(*) FROM "w" WHERE "pay" IS NOT NULL';

describe('every value is in the way', () => {
  test.each([
    ['decimal(14, 2)', 'decimal(12, 2)'],
    ['decimal(12, 2)', 'decimal(12, 4)'],
    ['decimal(12, 2)', 'decimal(13, 4)'],
    ['decimal(12, 4)', 'decimal(14, 2)'],
    ['number', 'number(10)'],
    ['number(20, 0)', 'number(10)'],
    ['integer', 'number(10)'],
    ['integer', 'decimal(14, 2)'],
    ['number(*, 2)', 'number(12, 2)'],
    ['varchar2(40 char)', 'integer'],
    ['integer', 'varchar2(40 char)'],
    ['varchar2(40 char)', 'nvarchar2(40)'],
    ['varchar2(10 char)', 'date'],
    ['date', 'timestamp with time zone'],
    ['timestamp with time zone', 'timestamp'],
    ['timestamp', 'date'],
    ['timestamp(6)', 'timestamp(3)'],
    ['binary_double', 'number(12, 2)'],
    ['raw(16)', 'varchar2(36 char)'],
  ])('%s to %s', (from, to) => {
    const found = checked(from, to);
    expect(found).toEqual([
      expect.objectContaining({
        loss: false,
        count: all,
        of: ` of w.pay, which becomes ${to} only while it holds none`,
        mend: expect.stringContaining('set this one to NULL'),
      }),
    ]);
  });
});

describe('the values stay', () => {
  test.each([
    ['decimal(12, 2)', 'decimal(14, 2)'],
    ['decimal(12, 2)', 'decimal(14, 4)'],
    ['decimal(12, 2)', 'number'],
    ['number(10)', 'integer'],
    ['number(20, 0)', 'integer'],
    ['decimal(12, 2)', 'number(12,2)'],
    ['varchar2(40 char)', 'varchar2(60 char)'],
    ['char(10)', 'varchar2(10 char)'],
    ['date', 'timestamp'],
    ['timestamp(3)', 'timestamp(6)'],
    ['timestamp with local time zone', 'date'],
  ])('%s to %s', (from, to) => {
    expect(checked(from, to).filter(({ count }) => count === all)).toEqual([]);
  });
});

test('an INTEGER that is to be a bigint is left as it is', () => {
  expect(checked('integer', 'number(20, 0)', 'bigInteger').filter(({ count }) => count === all)).toEqual([]);
});
