/** The check of a list of values goes before the next one comes, for both would hold. */
import { expect, test } from 'vitest';
import type { ColumnChange } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import { nothing, put } from '../../../src/schema/registry.ts';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import { parseOracle } from '../../grammars/script.ts';
import { column, sqlOf } from './lower-cases.ts';

const of = (values: readonly string[]) => ({ type: { name: 'enum', args: [values] }, sqlType: 'varchar2(1 char)' });
const e: Column = column('e', 'enum', 'varchar2(1 char)', { ...of(['a', 'b']), nullable: false });

function schemaOf(one: Column): Schema {
  const table = {
    name: { name: 'c' },
    columns: [column('id', 'integer', 'integer'), one],
    constraints: [],
    indexes: [],
  };
  return { ...emptySchema, tables: put(nothing, 'c', table) };
}

function altered(change: ColumnChange, before: Schema = schemaOf(e), name = 'e') {
  return sqlOf('oracle', { kind: 'alterColumn', table: { name: 'c' }, column: name, change }, { before });
}

const dropped = (check: string) => expect.stringContaining(`= '${check.replaceAll("'", "''")}' then`);
const old = dropped(`"e"in('a','b')`);

test.each<[string, ColumnChange, string]>([
  ['longer', { type: { ...of(['a', 'b', 'c']), unsigned: false } }, `"e" check ("e" in ('a', 'b', 'c'))`],
  [
    'with NULL',
    { type: { ...of(['a', 'b', 'c']), unsigned: false }, nullable: true },
    `"e" check ("e" in ('a', 'b', 'c')) null`,
  ],
])('a list of values of the same length: %s', (_, change, modified) => {
  expect(altered(change)).toEqual([old, `alter table "c" modify (${modified})`]);
});

test('text of the same length', () => {
  const type = { type: { name: 'varchar', args: [1] }, sqlType: 'varchar2(1 char)', unsigned: false };
  expect(altered({ type })).toEqual([old]);
});

test('the same list', () => {
  expect(altered({ type: { ...of(['a', 'b']), unsigned: false }, nullable: true })).toEqual([
    'alter table "c" modify ("e" null)',
  ]);
});

test('in a renamed column', () => {
  const before = schemaOf(e);
  const renamed = apply({ kind: 'renameColumn', table: { name: 'c' }, column: 'e', to: 'f' }, before);
  expect(altered({ type: { ...of(['a', 'c']), unsigned: false } }, renamed, 'f')).toEqual([
    dropped(`"f"in('a','b')`),
    `alter table "c" modify ("f" check ("f" in ('a', 'c')))`,
  ]);
});

test('the check that goes is looked for by its column, and has to be there once', () => {
  const type = { type: { name: 'varchar', args: [1] }, sqlType: 'varchar2(1 char)', unsigned: false };
  const [sql] = altered({ type }) as readonly string[];
  expect(parseOracle(sql!)).toEqual([]);
  expect(sql).toContain("k.column_name = 'e'");
  const [counted, dropped] = [sql!.indexOf('if found <> 1 then'), sql!.indexOf('execute immediate')];
  expect(sql!.slice(counted, dropped)).toContain('raise_application_error(');
  expect(dropped).toBeGreaterThan(sql!.indexOf('end loop;'));
});
