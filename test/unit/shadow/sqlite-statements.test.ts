import { expect, test } from 'vitest';
import { statementsOf, verbOf } from '../../../src/shadow/sqlite-statements.ts';

const trigger = 'create temp trigger t after insert on a begin select 1; select case 1 when 1 then 2 end; end';

test.each([
  ['', []],
  [' ;; -- nothing\n;', []],
  ['select 1', ['select 1']],
  ['select \';\' as "a;b"; -- ; \nselect [;] /* ; */; ', ['select \';\' as "a;b"', '-- ; \n\nselect [;] /* ; */']],
  [`${trigger}; select 2;`, [trigger, 'select 2']],
  [`select 2;\n${trigger}`, ['select 2', trigger]],
  ['create table trigger_end (a); drop table a', ['create table trigger_end (a)', 'drop table a']],
  ["select 'open", ["select 'open"]],
])('%s', (text, statements) => {
  expect(statementsOf(text)).toEqual(statements);
});

test.each([
  ['insert into a values (1)', 'insert'],
  ['/* update */ REPLACE into a values (1)', 'insert'],
  ['with b as (select 1) insert into a select * from b', 'insert'],
  ['with b as (select 1) update a set c = 1', 'update'],
  ['with b as (select 1) select * from b', 'select'],
  ['values (1)', 'select'],
  ["update a set b = 'insert'", 'update'],
  ['delete from "insert"', 'delete'],
  ['-- nothing', undefined],
])('%s: %s', (text, verb) => {
  expect(verbOf(text)).toBe(verb);
});
