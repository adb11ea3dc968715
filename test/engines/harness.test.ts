import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import knexFactory from 'knex';
import { describe, expect, test } from 'vitest';
import { describeEngines } from './describe-engines.ts';
import type { Catalog, Engine } from './engine.ts';
import { sqliteWasm } from './sqlite.ts';

const table = 'CREATE TABLE author (id integer NOT NULL PRIMARY KEY, name varchar(20));\n';
const strictly: Readonly<Record<Engine['dialect'], string>> = {
  postgresql: '\\set ON_ERROR_STOP on\n',
  mariadb: '',
  mysql: '',
  sqlite: '.bail on\n',
};

const told: Readonly<Record<Engine['dialect'], Catalog>> = {
  postgresql: {
    'column public.author.name': 'character varying(20)',
    'column public.book.author': 'integer default 7',
    'constraint public.book.few': 'CHECK ((id < 9))',
    'constraint public.book.fk': 'FOREIGN KEY (author) REFERENCES author(id) ON DELETE CASCADE',
    'index public.author_name': 'CREATE INDEX author_name ON public.author USING btree (name)',
    'order public.author': 'id, name, born',
    'row public.author 0001': '["1","one",null]',
  },
  mariadb: {
    'column author.name': 'varchar(20) default NULL collate utf8mb4_general_ci',
    'column book.author': 'int(11) default 7',
    'constraint book.few': 'CHECK `id` < 9',
    'constraint book.fk': 'FOREIGN KEY (author) REFERENCES author (id) ON DELETE CASCADE ON UPDATE RESTRICT',
    'index author.author_born': 'unique BTREE (born, name)',
    'order author': 'id, name, born',
    'row author 0001': '["1","one",null]',
    'view names': 'select `author`.`name` AS `name` from `author` NONE DEFINER',
  },
  mysql: {
    'column author.name': 'varchar(20) collate utf8mb4_general_ci',
    'column book.author': 'int(11) default 7',
    'constraint book.fk': 'FOREIGN KEY (author) REFERENCES author (id) ON DELETE CASCADE ON UPDATE RESTRICT',
    'index author.author_born': 'unique BTREE (born, name)',
    'order author': 'id, name, born',
    'row author 0001': '["1","one",null]',
    'view names': 'select `author`.`name` AS `name` from `author` NONE DEFINER',
  },
  sqlite: {
    'column author.name': 'varchar(20)',
    'column book.author': 'INTEGER default 7',
    'constraint book.author': 'references author (id) on update NO ACTION on delete CASCADE',
    'index author.author_name': 'name BINARY CREATE INDEX author_name ON author (name)',
    'order author': 'id, name, born',
    'row author 0001': '["1","one",null]',
  },
};

function theHarness(engine: Engine): void {
  test('a file is applied by the real client, and rows are read back', async () => {
    const database = await engine.createDatabase();
    const ran = await database.runText(
      `${table}INSERT INTO author VALUES (2, 'é\t<&>'), (1, NULL), (3, 'NULL'), (4, '');\n`,
    );
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(await database.rows('author')).toEqual([
      ['1', null],
      ['2', 'é\t<&>'],
      ['3', 'NULL'],
      ['4', ''],
    ]);
    expect(await database.query('SELECT id FROM author WHERE id > 9')).toEqual([]);
    await expect(database.query('SELECT nope FROM author')).rejects.toThrow(/nope/);
  });

  test('each case has a database of its own', async () => {
    const database = await engine.createDatabase();
    await database.query(table);
    expect(Object.keys(await database.catalog())).toContain(keyOf(engine, 'table author'));
  });

  test('a client stops, or goes on after an error, as it is told', async () => {
    const text = `${table}SELECT * FROM nothing_here;\nINSERT INTO author VALUES (1, 'after');\n`;
    const strict = await engine.createDatabase();
    expect((await strict.runText(text, { strict: true })).status).not.toBe(0);
    expect(await strict.rows('author')).toEqual([]);
    const careless = await engine.createDatabase();
    expect((await careless.runText(text, { strict: false })).stderr).toMatch(/nothing_here/);
    expect(await careless.rows('author')).toEqual([['1', 'after']]);
    const header = await engine.createDatabase();
    expect((await header.runText(strictly[engine.dialect] + text)).status).not.toBe(0);
    expect(await header.rows('author')).toEqual([]);
  });

  test('both ways into the client do the same', async () => {
    for (const by of ['stdin', 'command'] as const) {
      const database = await engine.createDatabase();
      expect(await database.runText(table, { by })).toMatchObject({ status: 0 });
      expect(await database.rows('author')).toEqual([]);
    }
  });

  test('the catalog tells every kind of change, and equal databases are equal', async () => {
    const [left, right] = [await engine.createDatabase(), await engine.createDatabase()];
    await left.query(table);
    await right.query(table);
    const before = await left.catalog({ rows: true });
    expect(await right.catalog({ rows: true })).toEqual(before);
    const changes = [
      'ALTER TABLE author ADD COLUMN born date',
      'CREATE INDEX author_name ON author (name)',
      'CREATE UNIQUE INDEX author_born ON author (born, name)',
      'CREATE VIEW names AS SELECT name FROM author',
      'CREATE TABLE book (id integer PRIMARY KEY, author integer DEFAULT 7, CONSTRAINT fk FOREIGN KEY (author) REFERENCES author (id) ON DELETE CASCADE, CONSTRAINT few CHECK (id < 9))',
      "INSERT INTO author (id, name) VALUES (1, 'one')",
    ];
    const seen = [before];
    for (const change of changes) {
      await left.query(change);
      seen.push(await left.catalog({ rows: true }));
      expect(seen.at(-1), change).not.toEqual(seen.at(-2));
    }
    expect(seen.at(-1)).toMatchObject(told[engine.dialect]);
    expect(Object.keys(await left.catalog({ except: [/^(table|column|order) /] })).join()).not.toMatch(
      /\b(table|column|order) /,
    );
  });

  test('knex works online on the same database', async () => {
    const database = await engine.createDatabase();
    const knex = knexFactory(database.knex);
    try {
      await knex.schema.createTable('pet', (pet) => {
        pet.increments('id');
        pet.string('name').notNullable();
        pet.boolean('tame').defaultTo(false);
      });
      await knex.transaction(async (trx) => {
        await trx('pet').insert([
          { name: 'ada', tame: true },
          { name: 'bob', tame: false },
        ]);
      });
      await expect(
        knex.transaction(async (trx) => {
          await trx('pet').insert({ name: 'gone', tame: false });
          throw new Error('rolled back');
        }),
      ).rejects.toThrow('rolled back');
      expect(await knex('pet').where({ name: 'bob' }).update({ name: 'bea' })).toBe(1);
      await knex.schema.alterTable('pet', (pet) => pet.renameColumn('tame', 'mild'));
      await knex.schema.alterTable('pet', (pet) => pet.dropColumn('mild'));
      expect(await knex('pet').orderBy('id').pluck('name')).toEqual(['ada', 'bea']);
      expect(await knex.schema.hasColumn('pet', 'mild')).toBe(false);
    } finally {
      await knex.destroy();
    }
    expect(await database.rows('pet')).toEqual([
      ['1', 'ada'],
      ['2', 'bea'],
    ]);
  });

  test('what was committed is there after a crash', async () => {
    const database = await engine.createDatabase();
    await database.query(table);
    await engine.crash();
    expect(await database.rows('author')).toEqual([]);
  });
}

describeEngines('the harness', theHarness);

describe('the harness: sqlite without its shell', () => {
  const engine = sqliteWasm();
  theHarness(engine);
  test('a trigger is one statement', async () => {
    const database = await engine.createDatabase();
    const trigger = `CREATE TEMP TRIGGER guard BEFORE INSERT ON author BEGIN SELECT RAISE(ABORT, 'no; not yet') WHERE 1; END;\n`;
    const ran = await database.runText(
      `.bail on\n.timeout 100\n${table}-- now; \n${trigger}INSERT INTO author VALUES (1, 'x');\n.print 'done'\n`,
    );
    expect(ran).toEqual({ status: 1, stdout: '', stderr: 'Error: near line 6: no; not yet\n' });
  });
});

const killed = (engine: Engine): void => {
  const sleeps = 'SELECT SLEEP(30);';
  const pauses = { postgresql: 'SELECT pg_sleep(30);', mariadb: sleeps, mysql: sleeps, sqlite: '' };
  const pause = pauses[engine.dialect];
  test('leaves its status and no lock', async () => {
    const database = await engine.createDatabase();
    const text = pause
      ? `${pause}\n`
      : '.timeout 30000\nBEGIN IMMEDIATE;\nWITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n;\n';
    const running = database.start(database.save(text));
    setTimeout(() => running.kill(), 800);
    expect((await running.done).status).toBe(137);
    await database.query('CREATE TABLE free (id integer)');
  });
};

describeEngines('a killed client', killed);
describe('a killed client: sqlite without its shell', () => killed(sqliteWasm()));

describeEngines('a killed test process', (engine) => {
  test('leaves no server and no folder behind', async () => {
    const program = fileURLToPath(new URL('left-running.ts', import.meta.url));
    const jiti = fileURLToPath(new URL('../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));
    const child = spawn(process.execPath, [jiti, program, engine.name], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const folder = dirname(said.toString().trim());
    expect(existsSync(folder)).toBe(true);
    const server = existsSync(join(folder, 'server.pid'))
      ? Number(readFileSync(join(folder, 'server.pid'), 'utf8'))
      : undefined;
    child.kill('SIGKILL');
    await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);
    expect(server === undefined || !isAlive(server)).toBe(true);
  });
});

/** A server that nobody has waited for yet is dead, too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function keyOf(engine: Engine, key: string): string {
  return engine.dialect === 'postgresql' ? key.replace(' ', ' public.') : key;
}
