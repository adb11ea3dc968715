/** Shadows: what each engine answers, by type as its usual driver does; several statements, errors, and nothing left behind. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShadow } from '../../src/shadow/open.ts';
import { startPglite } from '../../src/shadow/pglite-start.ts';
import type { Answer, Shadow } from '../../src/shadow/shadow.ts';
import { describeEngines } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql } from './engine.ts';
import { shadowAddress } from './shadow-address.ts';

const require = createRequire(import.meta.url);
/** node-postgres reads a moment without a zone as one of the process's own; a shadow's are in UTC. */
process.env.TZ = 'UTC';

/** Opened for the tests beside it, and closed after them. */
function opened(open: () => Promise<Shadow>): () => Shadow {
  let shadow: Shadow | undefined;
  beforeAll(async () => {
    shadow = await open();
  });
  afterAll(() => shadow?.close());
  return () => shadow!;
}

const embedded = {
  postgresql: opened(() => openShadow({ dialect: 'postgresql', schema: 'shop' })),
  sqlite: opened(() => openShadow({ dialect: 'sqlite' })),
};

/** A value, and what the engine calls its type. */
const postgresValues: readonly (readonly [sql: string, type: string])[] = [
  ["'9223372036854775807'::bigint", 'bigint'],
  ['-7::smallint', 'smallint'],
  ['7', 'integer'],
  ['7::oid', 'oid'],
  ["'12345678901234567890.120'::numeric", 'numeric'],
  ["'NaN'::numeric", 'numeric'],
  ['1.5::real', 'real'],
  ["'-Infinity'::double precision", 'double precision'],
  ['0.1::double precision', 'double precision'],
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null::boolean', 'boolean'],
  ["E'a \\\\ \\n é'::text", 'text'],
  ["'ab'::char(4)", 'character'],
  ["'ab'::varchar(4)", 'character varying'],
  ["'8c2ff2d2-4c1b-4c3a-9c3e-0f2b1a3c4d5e'::uuid", 'uuid'],
  ["date '2026-03-01'", 'date'],
  ["date '0044-03-15 BC'", 'date'],
  ["date '0050-03-15'", 'date'],
  ["date 'infinity'", 'date'],
  ["timestamp '2026-03-01 02:03:04.567891'", 'timestamp without time zone'],
  ["timestamp '-infinity'", 'timestamp without time zone'],
  ["timestamp '12026-03-01 02:03:04'", 'timestamp without time zone'],
  ["timestamptz '2026-03-01 02:03:04.5-03:30'", 'timestamp with time zone'],
  ["time '02:03:04.5'", 'time without time zone'],
  ["timetz '02:03:04.5+02'", 'time with time zone'],
  ["interval '1 year 2 months -3 days 04:05:06.789'", 'interval'],
  ["interval '-04:05:06.000001'", 'interval'],
  ["interval '0'", 'interval'],
  ["'\\x00ff5c'::bytea", 'bytea'],
  ["''::bytea", 'bytea'],
  [`'{"b": [1, null, "x"], "a": 1}'::json`, 'json'],
  [`'{"b": [1, null, "x"], "a": 1}'::jsonb`, 'jsonb'],
  ["'null'::jsonb", 'jsonb'],
  ["'(1.5,-2)'::point", 'point'],
  ["'<(1.5,-2),3>'::circle", 'circle'],
  ["'((0,0),(1,1))'::box", 'box'],
  ["'10.0.0.0/8'::cidr", 'cidr'],
  ["'12.50'::money", 'money'],
  ["B'101'", 'bit'],
  ["'[1,5)'::int4range", 'int4range'],
  ["'a fat cat'::tsvector", 'tsvector'],
  ["'pg_class'::regclass", 'regclass'],
  ["row(1, 'a')", 'record'],
  ["'{1,NULL,3}'::int[]", 'integer[]'],
  ["'{{1,2},{3,4}}'::int[]", 'integer[]'],
  ["'[0:1]={1,2}'::int[]", 'integer[]'],
  ["'{}'::int[]", 'integer[]'],
  ["'{9223372036854775807}'::bigint[]", 'bigint[]'],
  ["'{1.10}'::numeric[]", 'numeric[]'],
  ["'{1.5}'::real[]", 'real[]'],
  ["'{t,f,NULL}'::boolean[]", 'boolean[]'],
  [`'{"a,b","\\"","NULL",NULL,"",x y,"{}","\\\\"}'::text[]`, 'text[]'],
  ["'{a,b}'::varchar(3)[]", 'character varying[]'],
  ["'{8c2ff2d2-4c1b-4c3a-9c3e-0f2b1a3c4d5e}'::uuid[]", 'uuid[]'],
  ["'{2026-03-01}'::date[]", 'date[]'],
  [`'{"2026-03-01 02:03:04.5+02",NULL}'::timestamptz[]`, 'timestamp with time zone[]'],
  ["'{02:03:04}'::time[]", 'time without time zone[]'],
  [`'{"1 day"}'::interval[]`, 'interval[]'],
  [`'{"\\\\x00ff"}'::bytea[]`, 'bytea[]'],
  [`array['{"a": "x"}', '[1]']::jsonb[]`, 'jsonb[]'],
  [`'{"(1,2)"}'::point[]`, 'point[]'],
  ["'{10.0.0.1}'::inet[]", 'inet[]'],
  ["'{10.0.0.0/8}'::cidr[]", 'cidr[]'],
  ["'a'::mood", 'mood'],
  ["'{a,b}'::mood[]", 'mood[]'],
  ['3::small', 'integer'],
];

const postgresTypes = "create type mood as enum ('a', 'b'); create domain small as integer check (value < 9)";

interface Driver {
  connect(): Promise<void>;
  query(sql: string): Promise<{ rows: readonly unknown[] }>;
  end(): Promise<void>;
}

/** The same classes, too. */
const exactly = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(exactly);
  const bound = (value as { toPostgres?: () => string } | null)?.toPostgres?.();
  return [bound, (value as object | null)?.constructor?.name, value];
};

describeEngines(
  'values as node-postgres gives them',
  (engine) => {
    let driver: Driver;
    const server = opened(async () => {
      const database = await engine.createDatabase();
      const { Client } = require('pg');
      driver = new Client(database.knex.connection) as Driver;
      await driver.connect();
      await driver.query(postgresTypes);
      return openShadow({ dialect: 'postgresql', url: shadowAddress(engine, database) });
    });
    const shadows = () => [embedded.postgresql(), server()];
    beforeAll(async () => {
      for (const shadow of shadows()) await shadow.send(postgresTypes);
    });
    afterAll(() => driver.end());

    test('they say what they are', () => {
      expect(shadows().map(({ title }) => title)).toEqual([
        expect.stringMatching(/^PostgreSQL \d+\.\d+ \(embedded\)$/),
        expect.stringMatching(/^PostgreSQL \d+\.\d+$/),
      ]);
    });

    test.each(postgresValues)('%s', async (sql, type) => {
      const { rows } = await driver.query(`select ${sql} as a`);
      for (const shadow of shadows()) {
        const answer = await shadow.send(`select ${sql} as a`);
        expect(answer, shadow.title).toEqual({ fields: [{ name: 'a', type }], rows, count: 0 });
        expect(exactly(answer.rows[0]!.a)).toEqual(exactly((rows[0] as { a: unknown }).a));
      }
    });
  },
  ['postgresql'],
);

type Value = readonly [column: string, value: string, type: string, expected: unknown];

const mysqlValues: readonly Value[] = [
  ['bigint', '9007199254740991', 'bigint', 9007199254740991],
  ['int unsigned', '7', 'int', 7],
  ['mediumint', '-7', 'mediumint', -7],
  ['tinyint(1)', '1', 'tinyint', 1],
  ['decimal(10,2)', '1.5', 'decimal', '1.50'],
  ['double', '0.1', 'double', 0.1],
  ['float', '1.5', 'float', 1.5],
  ['bit(8)', '5', 'bit', Buffer.from([5])],
  ['varchar(20)', "'ä\\\\b'", 'varchar', 'ä\\b'],
  ['char(4)', "'ab'", 'char', 'ab'],
  ['text', "'long'", 'text', 'long'],
  ['longtext', "'longer'", 'text', 'longer'],
  ['varbinary(4)', "x'00ff'", 'varbinary', Buffer.from([0, 255])],
  ['blob', "x'00ff'", 'blob', Buffer.from([0, 255])],
  ['date', "'2026-03-01'", 'date', new Date('2026-03-01T00:00:00Z')],
  ['datetime(3)', "'2026-03-01 02:03:04.567'", 'datetime', new Date('2026-03-01T02:03:04.567Z')],
  ['timestamp null', "'2026-03-01 02:03:04'", 'timestamp', new Date('2026-03-01T02:03:04Z')],
  ['time', "'02:03:04'", 'time', '02:03:04'],
  ['year', '2026', 'year', 2026],
  ["enum('a','b')", "'b'", 'enum', 'b'],
  ["set('a','b')", "'b'", 'set', 'b'],
  ['int', 'null', 'int', null],
];

const sqliteValues: readonly Value[] = [
  ['integer', '7', 'integer', 7],
  ['bigint', '9223372036854775807', 'bigint', Number('9223372036854775807')],
  ['varchar(20)', "'ä;b'", 'varchar(20)', 'ä;b'],
  ['decimal(10,2)', '1.5', 'decimal(10,2)', 1.5],
  ['boolean', '1', 'boolean', 1],
  ['datetime', "'2026-03-01'", 'datetime', '2026-03-01'],
  ['blob', "x'00ff'", 'blob', Buffer.from([0, 255])],
  ['text', 'null', 'text', null],
];

async function kept(shadow: Shadow, [type, value]: Value): Promise<Answer> {
  await shadow.send(`create table kept (a ${type}); insert into kept values (${value})`);
  const answer = await shadow.send('select a from kept');
  await shadow.send('drop table kept');
  return answer;
}

describeEngines(
  'values as mysql2 gives them',
  (engine) => {
    const shadow = opened(async () => {
      const url = shadowAddress(engine, await engine.createDatabase());
      return openShadow({ dialect: engine.dialect, url });
    });
    test.each(mysqlValues)('%s %s', async (...value) => {
      const [, , type, expected] = value;
      const answer = await kept(shadow(), value);
      expect(answer).toEqual({ fields: [{ name: 'a', type }], rows: [{ a: expected }], count: 0 });
    });

    test('a body with semicolons, a comment at the end, an upsert', async () => {
      const { send } = shadow();
      await send('create table a (id int auto_increment primary key, n int unique)');
      await send(
        'create trigger t before insert on a for each row begin set new.n = new.n + 1; set @seen = 1; end; -- of it',
      );
      expect((await send('insert into a (n) values (1); /* done; */ # ;')).insertId).toBe(1);
      const again = await send('insert into a (n) values (1) on duplicate key update n = 7');
      expect(again.count).toBe(2); // as MySQL counts
      expect((await send('select n from a -- ;')).rows).toEqual([{ n: 7 }]);
      expect((await send('select 5--3 as a')).rows).toEqual([{ a: 8 }]);
      await send('drop table a');
    });

    test('the session is that of a script', async () => {
      const { rows } = await shadow().send('select @@sql_mode as mode, @@time_zone as zone');
      expect(rows).toEqual([{ mode: expect.stringContaining('STRICT_TRANS_TABLES'), zone: '+00:00' }]);
    });
  },
  ['mariadb', 'mysql'],
);

test.each(sqliteValues)("values as SQLite's usual drivers give them: %s %s", async (...value) => {
  const [, , type, expected] = value;
  const answer = await kept(embedded.sqlite(), value);
  expect(answer).toEqual({ fields: [{ name: 'a', type }], rows: [{ a: expected }], count: 0 });
});

const numbered: Readonly<Record<Engine['dialect'], string>> = {
  postgresql: 'serial primary key',
  mariadb: 'int auto_increment primary key',
  mysql: 'int auto_increment primary key',
  sqlite: 'integer primary key',
};

/** What every shadow does. */
function behaviour(dialect: Engine['dialect'], shadow: () => Shadow): void {
  const send = (sql: string) => shadow().send(sql);
  const generated = (id: number) => (dialect === 'postgresql' ? {} : { insertId: id });
  const nothing = { fields: [], rows: [] };
  const two = "insert into item (n) values ('a'), ('b;c')";

  test('tables are made, rows counted and read back', async () => {
    expect(await send(`create table item (id ${numbered[dialect]}, n varchar(20))`)).toEqual({ ...nothing, count: 0 });
    // MySQL names the first of two
    expect(await send(two)).toEqual({ ...nothing, count: 2, ...generated(dialect === 'sqlite' ? 2 : 1) });
    expect(await send('select id, n from item order by id')).toMatchObject({
      rows: [
        { id: 1, n: 'a' },
        { id: 2, n: 'b;c' },
      ],
      count: 0,
    });
    expect(await send("update item set n = 'z' where id < 3")).toEqual({ ...nothing, count: 2 });
    expect(await send('delete from item where id > 3')).toEqual({ ...nothing, count: 0 });
    expect(await send('create table other (id int)')).toEqual({ ...nothing, count: 0 });
  });

  test('columns are told where there is no row', async () => {
    const { fields, rows } = await send('select id, n from item where id > 99');
    expect(rows).toEqual([]);
    expect(fields.map(({ name }) => name)).toEqual(['id', 'n']);
    expect(fields[1]!.type).toMatch(/^(varchar|character varying)/);
  });

  test('of several statements the last one answers', async () => {
    const told = await send(`${two}; select count(*) as c from item; -- the end`);
    expect(told.rows).toEqual([{ c: dialect === 'postgresql' ? '4' : 4 }]);
    expect((await send(`${two}; delete from item where id = 1;`)).count).toBe(1);
    expect(await send("select 1 as one; update item set n = 'y' where id = 2")).toEqual({ ...nothing, count: 1 });
  });

  test('what the engine refuses is said in its words, and the next statement is heard', async () => {
    await expect(send('insert into item (id) values (2)')).rejects.toThrow(/duplicate|UNIQUE/i);
    await expect(send('select * from nowhere')).rejects.toThrow(/nowhere/);
    await expect(send('selec 1')).rejects.toThrow(/syntax/);
    expect((await send('select id from item where id = 2')).rows).toEqual([{ id: 2 }]);
  });

  test('transactions are kept', async () => {
    await send('begin');
    await send('delete from item');
    expect((await send('select id from item')).rows).toEqual([]);
    await send('rollback');
    expect((await send('select id from item where id = 2')).rows).toEqual([{ id: 2 }]);
  });
}

describe('embedded postgresql', () => behaviour('postgresql', embedded.postgresql));
describe('embedded sqlite', () => behaviour('sqlite', embedded.sqlite));

describeEngines(
  'a database on a server',
  (engine) => {
    let database: Database;
    const shadow = opened(async () => {
      database = await engine.createDatabase();
      return openShadow({ dialect: engine.dialect, url: shadowAddress(engine, database) });
    });
    behaviour(engine.dialect, shadow);

    const named = () =>
      database.query(
        isOfMysql(engine)
          ? `select schema_name from information_schema.schemata where schema_name = 'migrator_shadow_${database.name}'`
          : `select datname from pg_database where datname = 'migrator_shadow_${database.name}'`,
      );

    test('it is the only one of its name', async () => {
      const settings = { dialect: engine.dialect, url: shadowAddress(engine, database) };
      await expect(openShadow(settings)).rejects.toMatchObject({ code: 'no-shadow', message: /in use by another run/ });
      expect((await shadow().send('select id from item where id = 2')).rows).toEqual([{ id: 2 }]);
    });

    test('what was left behind is dropped, and nothing stays', async () => {
      const other = await engine.createDatabase();
      await other.query(`create database migrator_shadow_${other.name}`);
      const settings = { dialect: engine.dialect, url: shadowAddress(engine, other) };
      const again = await openShadow(settings);
      await again.send('create table item (id int)');
      await again.close();
      const third = await openShadow(settings);
      await third.send('create table item (id int)');
      await third.close();
      expect(await named()).toHaveLength(1);
      const left = isOfMysql(engine) ? 'schema_name from information_schema.schemata' : 'datname from pg_database';
      const names = (await other.query(`select ${left}`)).flat();
      expect(names.filter((name) => name === `migrator_shadow_${other.name}`)).toEqual([]);
    });

    test('an address may name no database, and the schema of the target is looked in first', async () => {
      const other = await engine.createDatabase();
      const { host } = other.knex.connection as { host?: string };
      const url = isOfMysql(engine)
        ? shadowAddress(engine, other).replace(`/${other.name}`, '')
        : `postgresql:///?host=${encodeURIComponent(host!)}&user=postgres`;
      const bare = await openShadow({ dialect: engine.dialect, url, schema: 'shop' });
      const asked = isOfMysql(engine) ? 'select database() as name' : 'select current_database() as name';
      const { rows } = await bare.send(`create table item (id int); ${asked}`);
      const tables = `select table_schema as s from information_schema.tables where table_name = 'item'`;
      const schemas = (await bare.send(`${tables} and table_schema in ('shop', 'migrator_shadow')`)).rows;
      await bare.close();
      expect(rows).toEqual([{ name: 'migrator_shadow' }]);
      expect(schemas).toEqual([{ s: isOfMysql(engine) ? 'migrator_shadow' : 'shop' }]);
    });

    test('its end is quiet where the connection was lost', async () => {
      const lost = await engine.createDatabase();
      const cut = await openShadow({ dialect: engine.dialect, url: shadowAddress(engine, lost) });
      const own = isOfMysql(engine) ? 'kill connection_id()' : 'select pg_terminate_backend(pg_backend_pid())';
      await expect(cut.send(own)).rejects.toThrow();
      await expect(cut.send('select 1')).rejects.toThrow();
      await cut.close();
    });

    test('a server that is not there', async () => {
      const url = shadowAddress(engine, database).replace('%2F', '%2Fnowhere%2F');
      await expect(openShadow({ dialect: engine.dialect, url })).rejects.toMatchObject({
        code: 'no-shadow',
        message: expect.stringMatching(/^the server of the shadow cannot be used: .*ENOENT/),
      });
    });
  },
  ['postgresql', 'mariadb', 'mysql'],
);

test('embedded postgresql looks in the schema of the target first, and has the extensions that histories ask for', async () => {
  const shadow = embedded.postgresql();
  expect((await shadow.send('show search_path')).rows).toEqual([{ search_path: 'shop, public' }]);
  const asked = [
    'uuid-ossp',
    'pgcrypto',
    'citext',
    'hstore',
    'ltree',
    'pg_trgm',
    'unaccent',
    'btree_gist',
    'btree_gin',
  ];
  for (const name of asked) await shadow.send(`create extension if not exists "${name}"`);
  const told = await shadow.send("select 'A'::citext = 'a' as same, length(uuid_generate_v4()::text) as length");
  expect(told.rows).toEqual([{ same: true, length: 36 }]);
});

test('embedded sqlite: a trigger is one statement, and foreign keys are not looked at unless asked', async () => {
  const shadow = embedded.sqlite();
  await shadow.send('create table p (id integer primary key); create table c (p integer references p)');
  await shadow.send(`create trigger t after insert on c begin
    insert or ignore into p values (case when new.p > 1 then 100 else 200 end); -- ;
    delete from p where id = 0; end; insert into c values (7)`);
  expect((await shadow.send('select id from p')).rows).toEqual([{ id: 100 }]);
  expect((await shadow.send('insert into c values (8)')).count).toBe(1);
});

test('embedded sqlite: columns of one name, of no table, and of what is no SELECT', async () => {
  const { send } = embedded.sqlite();
  await send('create table pair (id integer primary key, n varchar(9))');
  const both = 'select a.id, a.n || 1 as m, b.id from pair a, pair b';
  const fields = [
    { name: 'id', type: 'integer' },
    { name: 'm', type: '' },
  ];
  expect(await send(both)).toEqual({ fields, rows: [], count: 0 });
  const made = { fields: [{ name: 'id', type: '' }], rows: [{ id: 1 }], count: 1, insertId: 1 };
  expect(await send("insert into pair (n) values ('a') returning id")).toEqual(made);
  expect(await send(both)).toEqual({ fields, rows: [{ id: 1, m: 'a1' }], count: 0 });
  expect((await send('pragma table_info(pair)')).rows).toHaveLength(2);
  await expect(send('select absent from pair')).rejects.toThrow('no such column: absent');
  expect((await send("select name from sqlite_temp_schema where type = 'view'")).rows).toEqual([]);
});

test('embedded postgresql: half a kept cluster is made anew, and both starts are the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrator-cluster-'));
  const file = join(folder, 'deep', 'cluster.tar.gz');
  const made = async () => {
    const database = await startPglite(file);
    const [, told] = await database.exec("create table item (id serial); select 'item'::regclass::oid, txid_current()");
    await database.close();
    return told?.rows;
  };
  try {
    mkdirSync(dirname(file));
    writeFileSync(file, gzipSync('a cluster').subarray(0, 12));
    const first = await made();
    expect(readFileSync(file).length).toBeGreaterThan(1_000_000);
    expect(readdirSync(dirname(file))).toEqual(['cluster.tar.gz']);
    expect(await made()).toEqual(first);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('nothing is printed, and nothing keeps the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migrator-shadow-'));
  const program = join(folder, 'program.ts');
  const open = fileURLToPath(new URL('../../src/shadow/open.ts', import.meta.url));
  const jiti = fileURLToPath(new URL('../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));
  writeFileSync(
    program,
    `import { openShadow } from '${open}';
for (const dialect of ['postgresql', 'sqlite']) {
  const shadow = await openShadow({ dialect });
  await shadow.send('create table item (id int); drop table if exists item; drop table if exists item');
  await shadow.send('no sql').catch(() => {});
  await shadow.close();
}`,
  );
  try {
    const ran = spawnSync(process.execPath, [jiti, program], { encoding: 'utf8', timeout: 30_000 });
    expect(ran).toMatchObject({ status: 0, stdout: '', stderr: '' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
