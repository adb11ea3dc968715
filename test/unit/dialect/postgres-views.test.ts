/** Rights on the columns of a view that PostgreSQL makes anew. */

import { expect, test } from 'vitest';
import type { Operation } from '../../../src/operation/operation.ts';
import { apply } from '../../../src/operation/verbs.ts';
import type { View } from '../../../src/schema/objects.ts';
import { shop, sqlOf } from './lower-cases.ts';

const name = { name: 'v' };
const view = (query: string, more: Partial<View> = {}): View => ({
  name,
  query,
  materialized: false,
  indexes: [],
  ...more,
});
const made: readonly Operation[] = [
  { kind: 'createView', view: view('select id, age from users'), replace: false },
  {
    kind: 'grant',
    grant: {
      privileges: ['select'],
      on: { kind: 'table', name, columns: ['age'] },
      to: 'reader',
      withGrantOption: false,
    },
  },
];
const before = made.reduce((schema, operation) => apply(operation, schema), shop);
const replaced = (next: View) => sqlOf('postgresql', { kind: 'createView', view: next, replace: true }, { before });

test.each<[string, View]>([
  ['another column in its place', view('select id, town from users')],
  ['whatever the table has', view('select * from users')],
  ['the column under another name', view('select id, age as years from users')],
  ['an expression that speaks of it', view('select id, coalesce(age, 0) from users')],
  ['a list without it', view('select age from users', { columns: ['years'] })],
])('%s: rights on a column that may be gone are refused', (_, next) => {
  expect(replaced(next)).toBe('!impossible');
});

test.each<[string, View]>([
  ['a query that names it', view('select age, u.town from users as u')],
  ['a query that calls another so', view('select town as age from users')],
  ['a list with it', view('select * from users', { columns: ['id', 'email', 'age', 'town', 'bio'] })],
])('%s: rights on its columns are given again', (_, next) => {
  expect(replaced(next)).toContain('grant select ("age") on table "v" to "reader"');
});

test('a view that is replaced in place keeps its rights', () => {
  expect(replaced(view('select id, age from users where town > 1'))).toHaveLength(1);
});
