import { expect, test } from 'vitest';
import { readsColumn, renamedIn, speaksOf } from '../../../src/schema/expression.ts';

test('names are found outside strings and comments, and functions are none', () => {
  expect(speaksOf('`age` > 0', 'AGE')).toBe(true);
  expect(speaksOf('new.age > 0', 'age')).toBe(true);
  expect(speaksOf("x = 'age' -- age", 'age')).toBe(false);
  expect(speaksOf('ages > 0', 'age')).toBe(false);
  expect(speaksOf('date(x)', 'date')).toBe(false);
  expect(speaksOf('insert into t(a)', 't', 'table')).toBe(true);
  expect(speaksOf('select t.a from s, lateral f(s.a)', 't', 'table')).toBe(true);
  expect(speaksOf('select sum(a) as t, "t" from s where t = 1 group by t', 't', 'table')).toBe(false);
  expect(speaksOf('select sum(a) as "t" from s where t = 1 group by t', 't', 'table')).toBe(false);
});

test.each([
  ['select "a", "licences" from "water"."events"', false],
  ['select (select 1 from y), licences from b', false],
  ['select a from (select b, licences from c) d', false],
  ['select a from x, licences', true],
  ['select a, (select b from c, licences) from d', true],
  ['select a, licences.b from c', true],
])('%s reads the table: %s', (sql, reads) => {
  expect(speaksOf(sql, 'licences', 'table', '"')).toBe(reads);
});

test('a new name is quoted as the old one was', () => {
  expect(renamedIn('`a` + "a" + [a] + a + \'a\' + a(1) + ab', 'a', 'b', undefined)).toBe(
    '`b` + "b" + [b] + b + \'a\' + a(1) + ab',
  );
  expect(renamedIn('a + `a`', 'a', 'it is`', undefined)).toBe('"it is`" + `it is```');
  expect(renamedIn('a + [a]', 'a', 'it]', '[')).toBe('[it]]] + [it]]]');
  expect(renamedIn('a + 1', 'a', 'it is', '`')).toBe('`it is` + 1');
});

test('a query reads a column by its table, by what the query calls that, or by nothing', () => {
  const reads = (query: string): boolean => readsColumn(query, 'person', 'name');
  expect(reads('select name from person')).toBe(true);
  expect(reads('select "p" . "name" from person as "p"')).toBe(true);
  expect(reads('select p.name from s.person p join town t on t.id = p.town')).toBe(true);
  expect(reads('select person.name from town t, person')).toBe(true);
  expect(reads('select t.name from person p join town t on t.id = p.town')).toBe(false);
  expect(reads('select [t].[name] from person, town [t]')).toBe(false);
  expect(reads('select name from town')).toBe(false);
});
