/** Oracle's types by knex's words, in revisions and in migrations, and those that it does not have. */

import { expect, test } from 'vitest';
import { oracleType } from '../../../src/dialect/oracle/type.ts';
import { column, sqlOf } from './lower-cases.ts';

const typed = (name: string, args: readonly unknown[], likeKnex = false) =>
  oracleType({ name, args }, () => 'as knex', { version: '19.0', likeKnex });

test.each<[string, readonly unknown[], string]>([
  ['floating', [12, 4], 'number(12, 4)'],
  ['floating', [12], 'number(12, 2)'],
  ['floating', [], 'as knex'],
  ['decimal', [null], 'number'],
  ['decimal', [], 'as knex'],
  ['datetime', [], 'timestamp with local time zone'],
  ['datetime', [{ precision: 6 }], 'timestamp(6) with local time zone'],
  ['datetime', [{ useTz: false, precision: 0 }], 'timestamp(0)'],
  ['timestamp', [{ useTz: true }], 'timestamp with local time zone'],
  ['timestamp', [{ useTz: false }], 'timestamp'],
  ['timestamp', [true], 'timestamp'],
])('%s(%j)', (name, args, expected) => {
  expect(typed(name, args)).toBe(expected);
  expect(typed(name, args, true)).toBe('as knex');
});

test.each<[string, readonly unknown[], string, string]>([
  ['varchar', [60], 'varchar2(60)', 'varchar2(60 char)'],
  ['enu', [['a']], 'varchar2(1)', 'varchar2(1 char)'],
  ['double', [], 'number(8, 2)', 'binary_double'],
  ['bool', [], 'number(1, 0)', 'boolean'],
])('a migration keeps its %s(%j)', (name, args, knex, ours) => {
  const made = (likeKnex: boolean) => oracleType({ name, args }, () => knex, { version: '23.0', likeKnex });
  expect([made(true), made(false)]).toEqual([knex, ours]);
});

test.each<[string, string]>([
  ['point', 'point'],
  ['geometry', 'geometry'],
  ['specificType', 'POLYGON'],
  ['decimal', 'decimal(40, 2)'],
  ['floating', 'number(0, 0)'],
  ['timestamp', 'timestamp(10)'],
  ['varchar', 'varchar2(0 char)'],
  ['varchar', 'varchar2(8000 char)'],
])('%s: %s is refused', (word, sqlType) => {
  const one = column('spot', word, sqlType);
  const table = { name: { name: 't' }, columns: [one], constraints: [], indexes: [] };
  expect(sqlOf('oracle', { kind: 'createTable', table, ifNotExists: false })).toBe('!unsupported');
  expect(sqlOf('oracle', { kind: 'addColumn', table: table.name, column: one })).toBe('!unsupported');
});

test('a length in words of Oracle may fit its MAX_STRING_SIZE', () => {
  const one = column('spot', 'specificType', 'varchar2(8000 char)');
  expect(sqlOf('oracle', { kind: 'addColumn', table: { name: 't' }, column: one })).toBeUndefined();
});
