import { expect, test } from 'vitest';
import { psql } from '../../src/dialect/client/psql.ts';
import { postgresql } from '../../src/dialect/postgresql.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { block, data, type Made, outside, recordingOf, scriptOf } from '../unit/script/made.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql, type Manner } from './engine.ts';
import { prepared, tools, versionRows, versionTable, waysOf, written } from './scripts.ts';

const onePostgres = oneOfEachFamily.slice(0, 1);
const servers = oneOfEachFamily.filter((name) => name !== 'sqlite');

const table = (name: string) => `create table ${name} (id integer not null primary key)`;
const row = (name: string) => data(`insert into ${name} (id) values (1)`);

/** base -> a1 -> b2 -> b2, c3 -> d4 (a merge) */
const up: readonly Made[] = [
  { id: 'a1', before: [], after: ['a1'], message: "it's /* a */\nGO $(x)", statements: [table('t_a1'), row('t_a1')] },
  { id: 'b2', before: ['a1'], after: ['b2'], statements: [table('t_b2'), row('t_b2')] },
  { id: 'c3', before: ['b2'], after: ['b2', 'c3'], statements: [table('t_c3')] },
  { id: 'd4', before: ['b2', 'c3'], after: ['d4'], statements: [table('t_d4'), row('t_d4')] },
];
const down: readonly Made[] = [
  { id: 'd4', before: ['d4'], after: ['b2', 'c3'], direction: 'down', statements: ['drop table t_d4'] },
  { id: 'c3', before: ['b2', 'c3'], after: ['b2'], direction: 'down', statements: ['drop table t_c3'] },
  { id: 'b2', before: ['b2'], after: ['a1'], direction: 'down', statements: ['drop table t_b2'] },
  { id: 'a1', before: ['a1'], after: [], direction: 'down', statements: ['drop table t_a1'] },
];

/** Makes the database, or the session before the script, read-only. */
function freeze({ dialect }: Engine, database: Database): Promise<unknown> | Manner {
  return dialect === 'postgresql'
    ? database.query(`alter database ${database.name} set default_transaction_read_only = on`)
    : { args: ['--init-command=set session tx_read_only = 1'] };
}

const noTable = /migration refused: there is no version table (?:main\.)?migrator_version that this user can see/;

const halfDone = `CREATE TABLE migrator_version_ledger (revision VARCHAR(32) PRIMARY KEY, direction VARCHAR(5), step INTEGER, steps INTEGER, state VARCHAR(8), digest VARCHAR(64), script VARCHAR(64));
INSERT INTO migrator_version_ledger VALUES ('e5', 'up', 1, 4, 'done', 'd', 'another');\n`;

describeEngines(
  'a script',
  (engine) => {
    test('goes from base to the merge and back, and a second run changes nothing', async () => {
      const database = await prepared(engine, '');
      const fresh = await database.catalog({ rows: true });
      const upgrade = database.save(written(engine, up));
      const first = await database.run(upgrade);
      expect(first).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('migrator_version')).toEqual([['d4']]);
      expect(await database.rows('t_d4')).toEqual([['1']]);
      expect(first.stdout.match(/^revision .*: committed$/gm)).toEqual(
        ['a1', 'b2', 'c3', 'd4'].map((id) => `revision ${id}: committed`),
      );
      const after = await database.catalog({ rows: true });
      const again = await database.run(upgrade);
      expect(again.status === 0).toBe(engine.dialect === 'postgresql');
      expect(again.stdout + again.stderr).toMatch(/already applied: the database is at d4, nothing was changed/);
      expect(await database.catalog({ rows: true })).toEqual(after);
      expect(await database.runText(written(engine, down))).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('migrator_version')).toEqual([]);
      const back = await database.catalog({ rows: true, except: [/migrator_version/] });
      expect(back).toEqual(fresh);
    });

    test('takes over the version table that Alembic made', async () => {
      const database = await prepared(
        engine,
        `CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
      INSERT INTO alembic_version (version_num) VALUES ('a1');\n`,
      );
      const ran = await database.runText(written(engine, up.slice(1), 'alembic_version'));
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('alembic_version')).toEqual([['d4']]);
    });

    const wrong: readonly (readonly [string, string, RegExp, readonly Made[]])[] = [
      ['no version table', '', noTable, up.slice(1)],
      ['no version table, on the way to base', '', noTable, down],
      ['no version table, at a merge', '', noTable, up.slice(3)],
      ['an empty version table', versionTable, /needs the database at a1.*but it is at base/s, up.slice(1)],
      ['another revision', versionTable + versionRows(['zz']), /needs the database at base.*but it is at zz/s, up],
      ['a revision of the middle', versionTable + versionRows(['b2']), /at a1.*but it is at b2/s, up.slice(1)],
      ['two heads for one', versionTable + versionRows(['a1', 'x9']), /at a1.*but it is at a1, x9/s, up.slice(1)],
      ['one head for two', versionTable + versionRows(['b2']), /at b2, c3.*but it is at b2/s, up.slice(3)],
      ['a foreign row', versionTable + versionRows(['b2', 'c3', 'x9']), /at b2, c3.*at b2, c3, x9/s, up.slice(3)],
      ['other letters', versionTable + versionRows(['A1']), /at a1.*but it is at A1/s, up.slice(1)],
      ['another table of that name', 'CREATE TABLE migrator_version (id integer);\n', /version_num/, up],
    ];
    const half: typeof wrong = ['d4', 'zz'].map((at) => [
      `${at}, where another script left a revision half done`,
      versionTable + versionRows([at]) + halfDone,
      /another script left a revision half done/,
      up,
    ]);
    test.each([...wrong, ...(engine.dialect === 'sqlite' ? [] : half)])(
      'refuses at %s',
      async (_, before, words, made) => {
        const database = await prepared(engine, before);
        const stood = await database.catalog({ rows: true });
        const ran = await database.runText(written(engine, made));
        expect(ran.stdout + ran.stderr).toMatch(words);
        expect(ran.stdout).not.toContain('committed');
        expect(ran.status).not.toBe(0);
        expect(await database.catalog({ rows: true })).toEqual(stood);
      },
    );

    for (const way of waysOf(engine)) {
      test(`${way.name}: already applied changes nothing`, async () => {
        const database = await prepared(engine, versionTable + versionRows(['d4']));
        const stood = await database.catalog({ rows: true });
        const ran = await database.runText(way.change(written(engine, up)), way.manner);
        expect(ran.stdout + ran.stderr).toMatch(/already applied/);
        expect(ran.status === 0).toBe(way.silent || engine.dialect === 'postgresql');
        expect(await database.catalog({ rows: true })).toEqual(stood);
      });

      test(`${way.name}: a failing statement leaves the version where it was`, async () => {
        const made = up.map((one) =>
          one.id === 'b2' ? { ...one, statements: ['insert into nowhere (id) values (1)', table('t_b2')] } : one,
        );
        const database = await prepared(engine, '');
        const ran = await database.runText(way.change(written(engine, made)), way.manner);
        expect(ran.stdout + ran.stderr).toMatch(/nowhere/);
        expect(ran.status === 0).toBe(way.silent);
        if (engine.dialect === 'sqlite' && way.name !== 'the documented way') return;
        expect(ran.stdout.match(/^revision .*: committed$/gm)).toEqual(['revision a1: committed']);
        expect(await database.rows('migrator_version')).toEqual([['a1']]);
        expect(Object.keys(await database.catalog()).filter((key) => /t_b2|t_c3|t_d4/.test(key))).toEqual([]);
      });
    }

    test('a version row that does not move is noticed and undone', async () => {
      const database = await prepared(engine, versionTable + versionRows(['a1']));
      const sabotage = { id: 'b2', before: ['a1'], after: ['b2'], statements: [data('delete from migrator_version')] };
      const ran = await database.runText(written(engine, [sabotage]));
      expect(ran.status).not.toBe(0);
      expect(ran.stdout + ran.stderr).toMatch(/migration undone/);
      expect(ran.stdout).not.toContain('committed');
      expect(await database.rows('migrator_version')).toEqual([['a1']]);
    });
  },
  oneOfEachFamily,
);

const twice =
  'create trigger g before insert on t_a1 for each row begin set new.id = new.id + 1; set new.id = new.id; end';
const trigger: Readonly<Record<Engine['dialect'], string>> = {
  postgresql: `create function f() returns trigger language plpgsql as $$ begin new.id := new.id + 1; return new; end; $$;
    create trigger g before insert on t_a1 for each row execute function f()`,
  mariadb: twice,
  mysql: twice,
  sqlite: 'create trigger g after insert on t_a1 begin update t_a1 set id = id + 1; update t_a1 set id = id; end',
};

describeEngines(
  'a script of another kind',
  (engine) => {
    const [dialect, client] = tools[engine.dialect];

    test('a body with semicolons, and data from a temporary file', async () => {
      const database = await prepared(engine, '');
      const values = Array.from({ length: 30_000 }, (_, n) => `(${n + 10})`).join(',\n');
      const text = `-- ä not this\ninsert into t_a1 (id) values ${values}\n-- nor this`;
      const file = database.save(text);
      const start = Buffer.byteLength('-- ä not this\n');
      const sql = { file, start, end: Buffer.byteLength(text) - '\n-- nor this'.length };
      const statements = [
        table('t_a1'),
        { sql, transactional: true, sort: 'data' } as const,
        block(trigger[engine.dialect]),
      ];
      const made = [{ id: 'a1', before: [], after: ['a1'], statements }];
      expect(await database.runText(written(engine, made))).toMatchObject({ status: 0, stderr: '' });
      expect(await database.query('select count(*), max(id) from t_a1')).toEqual([['30000', '30009']]);
      await database.query('delete from t_a1');
      await database.query('insert into t_a1 (id) values (1)');
      expect(await database.rows('t_a1')).toEqual([['2']]);
    });

    test('a stamp moves the version rows only, and refuses elsewhere', async () => {
      const database = await prepared(engine, versionTable + versionRows(['a1']));
      const stamp = (from: readonly string[], to: readonly string[]): string =>
        [
          ...scriptText({
            ...scriptOf(dialect, client, [], { from, to, serverVersion: engine.version }),
            kind: 'stamp',
          }),
        ].join('');
      expect((await database.runText(stamp(['b2'], ['d4']))).status).not.toBe(0);
      expect(await database.rows('migrator_version')).toEqual([['a1']]);
      expect(await database.runText(stamp(['a1'], ['b2', 'x9']))).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('migrator_version')).toEqual([['b2'], ['x9']]);
      expect(await database.runText(stamp(['b2', 'x9'], []))).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('migrator_version')).toEqual([]);
    });

    test('ensure-version makes the table once', async () => {
      const database = await prepared(engine, '');
      const ensure = [
        ...scriptText({ ...scriptOf(dialect, client, [], { serverVersion: engine.version }), kind: 'ensure-version' }),
      ].join('');
      expect(await database.runText(ensure)).toMatchObject({ status: 0, stderr: '' });
      const made = await database.catalog();
      expect(await database.runText(ensure)).toMatchObject({ status: 0, stderr: '' });
      expect(await database.catalog()).toEqual(made);
      expect(await database.rows('migrator_version')).toEqual([]);
    });

    test('names and revisions with every quote there is', async () => {
      const database = await prepared(engine, '');
      const id = 'o\'b\\r"i`e]n';
      const made = [{ id, before: [], after: [id], message: "*/ '; \\q", statements: [table('t_a1')] }];
      const ran = await database.runText(written(engine, made, 'odd "\'name'));
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      const name = isOfMysql(engine) ? '`odd "\'name`' : '"odd ""\'name"';
      expect(await database.query(`select version_num from ${name}`)).toEqual([[id]]);
    });
  },
  oneOfEachFamily,
);

describeEngines(
  'a target with a schema of its own',
  (engine) => {
    const script = (): string => {
      const recordings = up.map(recordingOf);
      return [...scriptText(scriptOf(postgresql, psql, recordings, { schema: 'Sh"op' }))].join('');
    };
    test('keeps its tables and its version there, and refuses without it', async () => {
      const database = await prepared(engine, versionTable + versionRows(['zz']));
      const stood = await database.catalog({ rows: true });
      const ran = await database.runText(script());
      expect(ran.status).toBe(3);
      expect(ran.stderr).toContain('there is no schema Sh"op');
      expect(await database.catalog({ rows: true })).toEqual(stood);
      await database.query('CREATE SCHEMA "Sh""op"');
      expect(await database.runText(script())).toMatchObject({ status: 0, stderr: '' });
      expect(await database.query('select version_num from "Sh""op".migrator_version')).toEqual([['d4']]);
      expect(await database.query('select id from "Sh""op".t_d4')).toEqual([['1']]);
      expect(await database.rows('migrator_version')).toEqual([['zz']]);
    });
  },
  onePostgres,
);

describeEngines(
  'an index that no transaction may enclose',
  (engine) => {
    const made: readonly Made[] = [
      up[0]!,
      {
        id: 'b2',
        before: ['a1'],
        after: ['b2'],
        statements: [table('t_b2'), outside('create index concurrently t_b2_ix on t_b2 (id)'), row('t_b2')],
      },
      {
        id: 'c3',
        before: ['b2'],
        after: ['c3'],
        statements: [outside('create index concurrently c3_ix on t_b2 (id)')],
      },
    ];
    test('is built between two transactions', async () => {
      const database = await prepared(engine, '');
      expect(await database.runText(written(engine, made))).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('migrator_version')).toEqual([['c3']]);
      expect(Object.keys(await database.catalog())).toContain('index public.c3_ix');
    });

    test('waits for a long reader, which would leave it invalid, and the next revision waits no longer than others', async () => {
      const database = await prepared(engine, 'create table busy (id integer);\n');
      const shown = outside("select current_setting('lock_timeout') as outside");
      const later = data("select current_setting('lock_timeout') as inside");
      const statements = [outside('create index concurrently busy_ix on busy (id)'), shown, later];
      const script = database.save(written(engine, [{ id: 'a1', before: [], after: ['a1'], statements }]));
      const reader = database.start(
        database.save('begin isolation level repeatable read;\nselect * from busy;\nselect pg_sleep(13);\n'),
      );
      const ran = await database.run(script);
      await reader.done;
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout).toMatch(/outside.*\n.*\n 0\n[\s\S]*inside.*\n.*\n 10s\n/);
      expect(await database.query('select indexrelid::regclass from pg_index where not indisvalid')).toEqual([]);
    });

    test('does not count as built when it failed, in a client that goes on either', async () => {
      for (const way of waysOf(engine)) {
        const broken = made.map((one) =>
          one.id === 'b2' ? { ...one, statements: [outside('create index concurrently ix on nowhere (id)')] } : one,
        );
        const database = await prepared(engine, '');
        const ran = await database.runText(way.change(written(engine, broken)), way.manner);
        expect(ran.stderr).toMatch(/nowhere/);
        expect(await database.rows('migrator_version')).toEqual([['a1']]);
      }
    });
  },
  onePostgres,
);

describeEngines(
  'foreign keys',
  (engine) => {
    const family = `CREATE TABLE parent (id integer PRIMARY KEY);
      CREATE TABLE strict_child (id integer REFERENCES parent (id));
      CREATE TABLE fond_child (id integer REFERENCES parent (id) ON DELETE CASCADE);
      INSERT INTO parent VALUES (1), (2);
      INSERT INTO strict_child VALUES (1);
      INSERT INTO fond_child VALUES (2);\n`;
    const removing = (id: number): string =>
      written(engine, [
        {
          id: 'a1',
          before: [],
          after: ['a1'],
          statements: [table('t_a1'), data(`delete from parent where id = ${id}`)],
        },
      ]);

    test('what would leave an orphan fails, and nothing of its revision stays', async () => {
      const database = await prepared(engine, family);
      const ran = await database.runText(removing(1));
      expect(ran.status).not.toBe(0);
      expect(ran.stdout + ran.stderr).toMatch(/foreign key constraint fail/i);
      expect(await database.rows('parent')).toEqual([['1'], ['2']]);
      expect(await database.rows('migrator_version')).toEqual([]);
      expect(Object.keys(await database.catalog()).filter((key) => key.includes('t_a1'))).toEqual([]);
    });

    test('ON DELETE fires', async () => {
      const database = await prepared(engine, family);
      expect(await database.runText(removing(2))).toMatchObject({ status: 0, stderr: '' });
      expect(await database.rows('fond_child')).toEqual([]);
      expect(await database.rows('strict_child')).toEqual([['1']]);
    });
  },
  ['sqlite'],
);

describeEngines(
  'a server with habits of its own',
  (engine) => {
    test('tables keep their foreign keys where MyISAM is the default', async () => {
      const database = await prepared(engine, '');
      const child = 'create table t_b2 (id integer not null primary key, foreign key (id) references t_a1 (id))';
      const made = [{ id: 'a1', before: [], after: ['a1'], statements: [table('t_a1'), child] }];
      const habits =
        'set default_storage_engine=MyISAM, session foreign_key_checks=0, session unique_checks=0, autocommit=0';
      const ran = await database.runText(written(engine, made), { args: [`--init-command=${habits}`] });
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      const engines =
        "select distinct engine from information_schema.tables where table_schema = database() and table_name like 't\\_%'";
      expect(await database.query(engines)).toEqual([['InnoDB']]);
      expect(await database.query(engines.replace('t\\_%', 'migrator%'))).toEqual([['InnoDB']]);
      await expect(database.query('insert into t_b2 (id) values (1)')).rejects.toThrow(/foreign key constraint fails/);
    });
  },
  ['mariadb', 'mysql'],
);

describeEngines(
  'a database that is frozen',
  (engine) => {
    const frozen = /migration refused: the session was read-only before this script began/;

    test.each(waysOf(engine))('$name: is not thawed', async ({ change, manner, silent }) => {
      const database = await prepared(engine, versionTable + versionRows(['a1']));
      const stood = await database.catalog({ rows: true });
      const more = await freeze(engine, database);
      const frozenly = { ...manner, ...(isOfMysql(engine) ? (more as Manner) : {}) };
      const ran = await database.runText(change(written(engine, up.slice(1))), frozenly);
      expect(ran.stdout + ran.stderr).toMatch(frozen);
      if (isOfMysql(engine)) expect(ran.stdout).toContain('must allow writing first\tNothing was changed.\n');
      expect(ran.status === 0).toBe(silent);
      expect(await database.catalog({ rows: true })).toEqual(stood);
    });

    test('and a session of its own choice stays so after a script that had nothing to do', async () => {
      const database = await prepared(engine, versionTable + versionRows(['d4']));
      const script = database.save(written(engine, up));
      const [include, variable] =
        engine.dialect === 'postgresql'
          ? [`\\i ${script}`, 'default_transaction_read_only']
          : [`source ${script}`, 'session tx_read_only'];
      const asked = engine.dialect === 'postgresql' ? `show ${variable}` : 'select if(@@tx_read_only, "on", "off")';
      const ran = await database.runText(`set ${variable} = 1;\n${include}\n${asked};\n`, { strict: false });
      expect(ran.stdout + ran.stderr).toContain('already applied');
      expect(ran.stdout).toMatch(/^ ?on$/m);
    });

    test('a script that was refused and runs again in its session finds its own setting, and opens it', async () => {
      const database = await prepared(engine, versionTable + versionRows(['zz']));
      const script = database.save(written(engine, up.slice(1)));
      const include = engine.dialect === 'postgresql' ? `\\i ${script}` : `source ${script}`;
      const move = "update migrator_version set version_num = 'a1'";
      const thaw =
        engine.dialect === 'postgresql'
          ? `\\set ON_ERROR_STOP off\nbegin read write;\n${move};\ncommit;`
          : `start transaction read write;\n${move};\ncommit;`;
      const careless = database.save(`${include}\n${thaw}\n${include}\n`);
      const ran = await database.run(careless, { strict: false });
      expect(ran.stdout + ran.stderr).toMatch(/refused.*zz/s);
      expect(ran.stdout + ran.stderr).not.toMatch(frozen);
      expect(ran.stdout).toContain('done: the database is at d4');
      expect(await database.rows('migrator_version')).toEqual([['d4']]);
    });
  },
  servers,
);

describeEngines(
  'two sessions at once',
  (engine) => {
    const slow: readonly Made[] = [
      {
        id: 'a1',
        before: [],
        after: ['a1'],
        statements: [data(isOfMysql(engine) ? 'do sleep(4)' : 'select pg_sleep(4)'), table('t_a1')],
      },
    ];
    const held = isOfMysql(engine)
      ? "select is_used_lock(concat('migrator:', md5(concat(database(), '.', '`migrator_version`')))) is null"
      : "select count(*) = 0 from pg_locks where locktype = 'advisory'";

    test('exactly one applies, the other is refused at once', async () => {
      const database = await prepared(engine, '');
      const script = database.save(written(engine, slow));
      const ran = await Promise.all([database.run(script), database.run(script)]);
      expect(ran.map(({ status }) => status === 0).sort()).toEqual([false, true]);
      const refused = ran.find(({ status }) => status !== 0)!;
      expect(refused.stdout + refused.stderr).toContain('migration refused: another session is running a script');
      expect(await database.rows('migrator_version')).toEqual([['a1']]);
    });

    test('what was taken is given back when a script is done or has nothing to do', async () => {
      const database = await prepared(engine, '');
      const script = database.save(written(engine, up));
      const include = isOfMysql(engine) ? `source ${script}` : `\\i ${script}`;
      const ran = await database.runText(`${include}\n${held};\n${include}\n${held};\n`, { strict: false });
      expect(ran.stdout + ran.stderr).toMatch(/done: the database is at d4.*already applied/s);
      expect(ran.stdout).not.toMatch(/^ ?(?:f|0)$/m);
      expect(ran.stdout.match(/^ ?(?:t|1)$/gm)).toHaveLength(2);
    });
  },
  servers,
);
