/** Three revisions with steps of every kind, and for each statement what makes it wait and how one sees that it took effect. */
import type { Statement } from '../../src/dialect/statement.ts';
import { data, type Made, outside, schema } from '../unit/script/made.ts';
import { type Engine, isOfMysql } from './engine.ts';

export interface Blockable {
  readonly statement: Statement;
  /** Held by another session, it makes the statement wait. */
  readonly blocked: string;
  /** A query with a row where the statement took effect; for statements that may be in doubt. */
  readonly took?: string;
}

export const before = 'create table pattern (id integer not null primary key);\ninsert into pattern values (1), (2);\n';

type Steps = readonly (readonly [id: string, ...steps: Blockable[]])[];

const lock = (table: string, mode = 'access exclusive'): string => `begin;\nlock table ${table} in ${mode} mode;\n`;

const postgres: Steps = [
  [
    'a1',
    { statement: schema("create type mood as enum ('a')"), blocked: '' },
    { statement: schema('create table t_a1 (id integer not null primary key)'), blocked: '' },
    { statement: data('insert into t_a1 (id) select id from pattern'), blocked: lock('pattern') },
  ],
  [
    'b2',
    { statement: schema('alter table t_a1 add column extra integer'), blocked: lock('t_a1') },
    { statement: data('update t_a1 set extra = id * 2'), blocked: '' },
    {
      statement: outside('create index concurrently t_a1_extra on t_a1 (extra)'),
      blocked: lock('t_a1', 'row exclusive'),
    },
    { statement: data('insert into t_a1 (id, extra) values (10, 20)'), blocked: lock('t_a1') },
    {
      statement: outside("alter type mood add value 'b'"),
      blocked: "begin;\nalter type mood add value 'z';\n",
      took: "select 1 from pg_enum where enumlabel = 'b'",
    },
  ],
  [
    'c3',
    {
      statement: outside('create unique index concurrently t_a1_both on t_a1 (id, extra)'),
      blocked: lock('t_a1', 'row exclusive'),
    },
    { statement: outside('drop index concurrently t_a1_extra'), blocked: 'begin;\nselect * from t_a1;\n' },
    { statement: data('delete from t_a1 where id = 1'), blocked: lock('t_a1') },
  ],
];

const write = (table: string): string => `lock tables ${table} write;\n`;
const there = (table: string, column: string): string =>
  `select 1 from information_schema.columns where table_schema = database() and table_name = '${table}' and column_name = '${column}'`;

const mysql: Steps = [
  [
    'a1',
    {
      statement: schema('create table t_a1 like pattern'),
      blocked: write('pattern'),
      took: there('t_a1', 'id'),
    },
    { statement: data('insert into t_a1 (id) select id from pattern'), blocked: write('pattern') },
  ],
  [
    'b2',
    {
      statement: schema('alter table t_a1 add column extra integer'),
      blocked: write('t_a1'),
      took: there('t_a1', 'extra'),
    },
    { statement: data('update t_a1 set extra = id * 2'), blocked: write('t_a1') },
    {
      statement: schema('create index t_a1_extra on t_a1 (extra)'),
      blocked: write('t_a1'),
      took: "select 1 from information_schema.statistics where table_schema = database() and index_name = 't_a1_extra'",
    },
    { statement: data('insert into t_a1 (id, extra) values (10, 20)'), blocked: write('t_a1') },
  ],
  [
    'c3',
    {
      statement: schema('create table t_c3 like t_a1'),
      blocked: write('t_a1'),
      took: there('t_c3', 'id'),
    },
    { statement: data('insert into t_c3 (id, extra) select id, extra from t_a1'), blocked: write('t_a1') },
    {
      statement: schema('alter table t_c3 drop column extra'),
      blocked: write('t_c3'),
      took: "select 1 from dual where not exists (select 1 from information_schema.columns where table_schema = database() and table_name = 't_c3' and column_name = 'extra')",
    },
  ],
];

export const stepsOf = (engine: Engine): Steps => (isOfMysql(engine) ? mysql : postgres);

export const logHeld = (engine: Engine): string =>
  isOfMysql(engine) ? write('migrator_version_log') : lock('migrator_version_log');

export function madeOf(engine: Engine): readonly Made[] {
  return stepsOf(engine).map(([id, ...steps], n, all) => ({
    id,
    before: n === 0 ? [] : [all[n - 1]![0]],
    after: [id],
    statements: steps.map(({ statement }) => statement),
  }));
}
