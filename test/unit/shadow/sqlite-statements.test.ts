import { expect, test } from 'vitest';
import { isInsert, statementsOf } from '../../../src/shadow/sqlite-statements.ts';

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
  ['insert into a values (1)', true],
  ['/* update */ REPLACE into a values (1)', true],
  ['with b as (select 1) insert into a select * from b', true],
  ['with b as (select 1) update a set c = 1', false],
  ["update a set b = 'insert'", false],
  ['delete from "insert"', false],
])('%s inserts: %s', (text, inserts) => {
  expect(isInsert(text)).toBe(inserts);
});
