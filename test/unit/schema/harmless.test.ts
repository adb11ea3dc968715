import { expect, test } from 'vitest';
import { keepsColumns, makesViews } from '../../../src/schema/harmless.ts';

test.each([
  'create index a on b (c)',
  "CREATE UNIQUE INDEX CONCURRENTLY a ON b (c); insert into t values ('; alter table x')",
  'truncate "a;b" cascade',
  'create function f() returns trigger as $$ begin alter table x drop y; end $$ language plpgsql;',
  '-- alter table\nupdate t set a = 1;',
  'create extension if not exists "uuid-ossp"',
  'drop trigger a on b',
])('%s', (sql) => {
  expect(keepsColumns(sql)).toBe(true);
});

test.each([
  'alter table t add c integer',
  'update t set a = 1; alter table t add c integer',
  'do $$ begin create table t (); end $$',
  'with x as (delete from t returning *) select * into y from x',
  'select create_it()',
  'drop function f() cascade',
  'drop type t cascade',
  'create table t (a integer)',
  'create trigger t after insert on a for each row begin insert into b values (1); end',
])('%s may not', (sql) => {
  expect(keepsColumns(sql)).toBe(false);
});

test.each([
  'create view v as select id, a from t',
  'CREATE VIEW IF NOT EXISTS "v;1" (a, b) AS\n  WITH w AS (SELECT 1) SELECT * FROM w, t;',
  'create temp view v as select 1; -- the second\ncreate temporary view w as values (1)',
])('it makes views: %s', (sql) => {
  expect(makesViews(sql)).toBe(true);
});

test.each([
  'create view v as select id from t; alter table t add column b',
  'create table v as select id from t',
  'create trigger v after insert on t begin select 1; end',
  'drop view v',
])('it does something else: %s', (sql) => {
  expect(makesViews(sql)).toBe(false);
});
