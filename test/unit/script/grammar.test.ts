import { describe, expect, test } from 'vitest';
import { cockroach } from '../../../src/dialect/client/cockroach.ts';
import { mariadb } from '../../../src/dialect/client/mariadb.ts';
import { mysql } from '../../../src/dialect/client/mysql.ts';
import { psql } from '../../../src/dialect/client/psql.ts';
import { redshift } from '../../../src/dialect/client/redshift.ts';
import { sqlcmd } from '../../../src/dialect/client/sqlcmd.ts';
import { sqlplus } from '../../../src/dialect/client/sqlplus.ts';
import type { Client } from '../../../src/dialect/client.ts';
import type { Dialect } from '../../../src/dialect/dialect.ts';
import { mariadb as mariadbDialect } from '../../../src/dialect/mariadb.ts';
import { mssql } from '../../../src/dialect/mssql.ts';
import { mysql as mysqlDialect } from '../../../src/dialect/mysql.ts';
import { oracle } from '../../../src/dialect/oracle.ts';
import { postgresql } from '../../../src/dialect/postgresql.ts';
import { scriptText } from '../../../src/script/script-text.ts';
import { parsePostgres } from '../../grammars/postgres.ts';
import { parseScript } from '../../grammars/script.ts';
import { block, data, type Made, outside, recordingOf, scriptOf } from './made.ts';

const nasty = "it's */ /* a\r\nGO\n$(x) &y ; \u202e-\n/\nEXIT -";
const long = `insert into t (a) values ('${'ä'.repeat(9000)}')`;
const lines = `insert into t (a)\nvalues ('a\n\n/\nGO\n.\n@x\n#y\n:r z\nexit -\nb')`;

const made: readonly Made[] = [
  {
    id: 'a1',
    before: [],
    after: ['a1'],
    message: nasty,
    statements: [
      `create table employee (id integer not null, name varchar(100) not null, note varchar(2000) default 'it''s', primary key (id))`,
      data(long),
      data(lines),
      data(`insert into t (a) values ('${'x'.repeat(40_000)}')`),
    ],
  },
  { id: 'b2', before: ['a1'], after: ['a1', 'b2'], statements: [] },
  { id: 'c3', before: ['a1', 'b2'], after: ['c3'], statements: [outside('alter table t add a integer')] },
  { id: 'c3', before: ['c3'], after: ['a1', 'b2'], direction: 'down', statements: ['drop table t'] },
];
const many = Array.from({ length: 200 }, (_, n) => `revision_${n}`);
const crowd: readonly Made[] = [{ id: 'all', before: many, after: ['all'], statements: [] }];

const oddNames: Readonly<Record<string, string>> = { psql: 'odd"\'name', sqlcmd: "odd'`]name" };

const text = (dialect: Dialect, client: Client, recordings: readonly Made[], schema?: string): string => {
  const frame = {
    versionTable: { name: oddNames[client.tool] ?? "odd'name" },
    ...(schema === undefined ? {} : { schema }),
  };
  return [...scriptText(scriptOf(dialect, client, recordings.map(recordingOf), frame))].join('');
};

const read: Readonly<Record<string, readonly [Dialect, Client, string]>> = {
  sqlcmd: [mssql, sqlcmd, 'create trigger g on t after insert as begin select 1; select 2; end'],
  sqlplus: [oracle, sqlplus, 'create trigger g before insert on t for each row begin :new.a := 1; end'],
  mysql: [mysqlDialect, mysql, 'create trigger g before insert on t for each row begin set new.a = 1; end'],
  mariadb: [mariadbDialect, mariadb, 'create trigger g before insert on t for each row begin set new.a = 1; end'],
};

describe.each(Object.entries(read))('%s', (name, [dialect, client, trigger]) => {
  const tool = name as 'sqlcmd' | 'sqlplus' | 'mysql' | 'mariadb';
  const all =
    tool === 'mysql' || tool === 'mariadb'
      ? [{ ...made[0]!, statements: made[0]!.statements!.slice(0, 2) }, ...made.slice(1)]
      : made;

  test('the whole file parses, whatever stands in it', () => {
    const withBlock = [{ ...all[0]!, statements: [...all[0]!.statements!, block(trigger)] }, ...all.slice(1)];
    expect(parseScript(tool, text(dialect, client, withBlock, tool === 'sqlplus' ? 'app' : "sch'em"))).toEqual([]);
  });

  test('hundreds of heads fit on lines that a client reads', () => {
    const script = text(dialect, client, crowd);
    expect(parseScript(tool, script)).toEqual([]);
    expect(Math.max(...script.split('\n').map((line) => Buffer.byteLength(line)))).toBeLessThan(2000);
  });
});

test.each([
  ['psql', psql],
  ['cockroach', cockroach],
  ['redshift', redshift],
] as const)('%s: the whole file parses', async (_, client) => {
  expect(await parsePostgres(text(postgresql, client, made, 'sch"em'))).toEqual([]);
  expect(await parsePostgres(text(postgresql, client, crowd))).toEqual([]);
});
