/** A value of an enum gets another name: which SQL follows, and which is refused. */

import { expect, test } from 'vitest';
import { isInDefault } from '../../../src/operation/enum-texts.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { Column } from '../../../src/schema/column.ts';
import { emptySchema, type Schema, tableOf } from '../../../src/schema/schema.ts';
import type { Table } from '../../../src/schema/table.ts';

const column = (name: string, sqlType: string, more: Partial<Column> = {}): Column => ({
  name,
  type: { name: 'specificType', args: [sqlType] },
  sqlType,
  nullable: true,
  autoIncrement: false,
  unsigned: false,
  ...more,
});
const name = { name: 'person' };
const columns = [column('mood', 'mood'), column('moods', 'mood[]'), column('note', 'text'), column('age', 'int')];
const plain: Table = { name, columns, constraints: [], indexes: [] };
const rename: Operation = { kind: 'renameEnumValue', type: { name: 'mood' }, value: 'sad', to: "it's" };

function renamed(table: Table, ...more: readonly Operation[]): Schema {
  const made: readonly Operation[] = [
    { kind: 'createEnum', type: { name: { name: 'mood' }, values: ['sad', 'happy'], implicit: false } },
    { kind: 'createTable', table, ifNotExists: false },
    ...more,
    rename,
  ];
  return made.reduce((schema, operation) => apply(operation, schema), emptySchema);
}
const withCheck = (expression: string): Table => ({
  ...plain,
  constraints: [{ kind: 'check', name: 'c', expression }],
});

test.each([
  ["mood <> 'sad'", "mood <> 'it''s'"],
  [`"mood" in ('sad', 'happy') or age > 3`, `"mood" in ('it''s', 'happy') or age > 3`],
  ["mood = 'sad'::mood", "mood = 'it''s'::mood"],
  ["coalesce(mood, 'sad') = any (array['sad'])", "coalesce(mood, 'it''s') = any (array['it''s'])"],
  ["mood = 'happy' and note = 'x'", "mood = 'happy' and note = 'x'"],
])('%s follows', (before, after) => {
  const check = tableOf(renamed(withCheck(before)), name)?.constraints[0];
  expect(check).toMatchObject({ expression: after });
});

test('indexes, computed columns and defaults follow', () => {
  const table: Table = {
    ...plain,
    columns: [
      column('mood', 'mood', { default: { kind: 'sql', sql: "'sad'::mood" } }),
      column('low', 'boolean', { computed: { expression: "mood = 'sad'", persisted: true } }),
    ],
    indexes: [{ name: 'i', columns: [{ expression: "(mood = 'sad')" }], unique: false, where: "mood <> 'sad'" }],
  };
  const after = tableOf(renamed(table), name);
  expect(after?.columns.map((one) => [one.default, one.computed?.expression])).toEqual([
    [{ kind: 'sql', sql: "'it''s'::mood" }, undefined],
    [undefined, "mood = 'it''s'"],
  ]);
  expect(after?.indexes[0]).toMatchObject({ columns: [{ expression: "(mood = 'it''s')" }], where: "mood <> 'it''s'" });
});

test.each(["mood::text = 'sad'", "mood = 'sad' or note = 'sad'", "lower('sad') <> ''", "moods <> '{sad}'"])(
  '%s is refused',
  (expression) => {
    expect(() => renamed(withCheck(expression))).toThrow('the check c of table person may speak of the value "sad"');
  },
);

test('what views and triggers say is refused', () => {
  const view = (query: string): Operation => ({
    kind: 'createView',
    view: { name: { name: 'v' }, query, materialized: false, indexes: [] },
    replace: false,
  });
  const definition = "before update on person for each row when (new.mood = 'sad') execute function f()";
  const trigger: Operation = { kind: 'createTrigger', trigger: { name: 't', table: name, definition }, replace: false };
  expect(() => renamed(plain, view("select age from person where mood = 'sad'"))).toThrow('view v may speak');
  expect(() => renamed(plain, view("select 'sad'::mood as m"))).toThrow('view v may speak');
  expect(() => renamed(plain, trigger)).toThrow('trigger t on person may speak');
  expect(() => renamed(plain, view("select age from person where note = 'sad'"))).not.toThrow();
});

test.each([
  ['sad', "it's"],
  [
    ['happy', 'sad'],
    ['happy', "it's"],
  ],
  ['{happy,sad}', `{happy,"it's"}`],
  ['{"sad","sadder"}', `{"it's","sadder"}`],
  ['{sadder}', '{sadder}'],
])('the default %j follows, and keeps its value from being dropped', (before, after) => {
  const value = { kind: 'value', value: before } as const;
  const table: Table = { ...plain, columns: [column('moods', 'mood[]', { default: value })] };
  expect(tableOf(renamed(table), name)?.columns[0]?.default).toEqual({ kind: 'value', value: after });
  expect(isInDefault(value, 'sad')).toBe(JSON.stringify(before) !== JSON.stringify(after));
});

const withArray = (sql: string): Table => ({
  ...plain,
  columns: [column('moods', 'mood[]', { default: { kind: 'sql', sql } })],
});

test.each([
  ["'{sad}'", `'{"it''s"}'`],
  [`'{happy,"sad",sadder}'::mood[]`, `'{happy,"it''s",sadder}'::mood[]`],
  ["array['sad']::mood[]", "array['it''s']::mood[]"],
  ["'{{sad},{NULL}}'::mood[]", `'{{"it''s"},{NULL}}'::mood[]`],
])('the default %s in SQL follows', (sql, after) => {
  expect(tableOf(renamed(withArray(sql)), name)?.columns[0]?.default).toEqual({ kind: 'sql', sql: after });
});

test.each(["'{sad}'::text[]::mood[]", "'[0:0]={sad}'", "array_append('{sad}', 'happy')", "'{s\\ad,sad}'"])(
  'the default %s in SQL is refused',
  (sql) => {
    expect(() => renamed(withArray(sql))).toThrow('may speak of the value "sad"');
  },
);

test('a default in SQL keeps its value from being dropped', () => {
  expect(isInDefault({ kind: 'sql', sql: "'sad'::mood" }, 'sad')).toBe(true);
  expect(isInDefault({ kind: 'sql', sql: "'happy'::mood" }, 'sad')).toBe(false);
  expect(isInDefault(undefined, 'sad')).toBe(false);
});

test('a routine that speaks of a type keeps the type from another name', () => {
  const routine = {
    kind: 'function' as const,
    name: { name: 'feel' },
    definition: "() returns text language plpgsql as $$ begin return 'sad'::mood; end $$",
  };
  const made: readonly Operation[] = [
    { kind: 'createEnum', type: { name: { name: 'mood' }, values: ['sad'], implicit: false } },
    { kind: 'createRoutine', routine, replace: false },
    { kind: 'renameEnum', type: { name: 'mood' }, to: 'feeling' },
  ];
  expect(() => made.reduce((schema, operation) => apply(operation, schema), emptySchema)).toThrow(
    'function feel speaks of the type mood, and its text would keep the old name',
  );
});
