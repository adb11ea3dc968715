/** Scripts of knex's migrations and knex itself on one database: each sees what the other has applied, and heeds its lock. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runIn } from '../cli/transcript.ts';
import { type Compiled, compileProject } from '../project.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql } from './engine.ts';
import { withKnex } from './online.ts';
import { careless } from './scripts.ts';

const migrations: Readonly<Record<string, string>> = {
  '20200101_users-first.cjs': `
exports.up = (knex) => knex.schema.createTable('users', (t) => { t.increments(); t.string('name').notNullable(); });
exports.down = (knex) => knex.schema.dropTable('users');
`,
  '20200102_seed.cjs': `
exports.up = async (knex) => { await knex('users').insert([{ name: 'a' }, { name: 'b' }]); };
exports.down = async (knex) => { await knex('users').del(); };
`,
  '20200103_email.cjs': `
exports.up = (knex) => knex.schema.alterTable('users', (t) => { t.string('email'); });
exports.down = (knex) => knex.schema.alterTable('users', (t) => { t.dropColumn('email'); });
`,
};
const [first, second, third] = Object.keys(migrations) as [string, string, string];

function projectFor({ dialect, version }: Engine): string {
  const root = mkdtempSync(join(tmpdir(), 'migrator-knex-'));
  mkdirSync(join(root, 'migrations'));
  writeFileSync(
    join(root, 'migrator.toml'),
    `[migrator]\nformat = "knex"\n[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n`,
  );
  for (const [name, text] of Object.entries(migrations)) writeFileSync(join(root, 'migrations', name), text);
  return root;
}

describeEngines(
  'knex beside scripts',
  (engine) => {
    let root: string;
    let whole: Compiled;
    let rest: Compiled;
    const config = (): Knex.MigratorConfig => ({ directory: join(root, 'migrations') });
    beforeAll(async () => {
      root = projectFor(engine);
      whole = await compileProject(root, 'here');
      rest = await compileProject(root, 'here', `${first}:${third}`);
    });
    afterAll(() => rmSync(root, { recursive: true, force: true }));

    const applied = (database: Database) =>
      withKnex(database, async (knex) => {
        const [completed, pending] = (await knex.migrate.list(config())) as [{ name: string }[], { file: string }[]];
        return { completed: completed.map(({ name }) => name), pending: pending.map(({ file }) => file) };
      });
    const latest = (database: Database) => withKnex(database, (knex) => knex.migrate.latest(config()));
    const apply = async (database: Database, script: string): Promise<string> => {
      const { status, stdout, stderr } = await database.runText(script);
      return status === 0 ? 'applied' : `${stdout}${stderr}`;
    };

    test('knex sees everything applied, in one batch, and has nothing to do', async () => {
      const database = await engine.createDatabase();
      expect(await apply(database, whole.upgrade)).toBe('applied');
      expect(await applied(database)).toEqual({ completed: [first, second, third], pending: [] });
      const before = await database.catalog({ rows: true });
      expect(await latest(database)).toEqual([1, []]);
      expect(await database.catalog({ rows: true })).toEqual(before);
      expect(await withKnex(database, (knex) => knex.migrate.rollback(config()))).toEqual([
        1,
        [third, second, first].map((name) => expect.stringContaining(name)),
      ]);
    });

    test('after knex a script goes on, and one for another place is refused by name', async () => {
      const database = await engine.createDatabase();
      await withKnex(database, (knex) => knex.migrate.up(config()));
      const before = await database.catalog({ rows: true });
      expect(await apply(database, whole.upgrade)).toMatch(first);
      expect(await database.catalog({ rows: true })).toEqual(before);
      expect(await apply(database, rest.upgrade)).toBe('applied');
      expect(await applied(database)).toEqual({ completed: [first, second, third], pending: [] });
      expect(await database.query('select batch from knex_migrations order by id')).toEqual([['1'], ['2'], ['2']]);
    });

    test('undone by a script, the migrations are pending again', async () => {
      const database = await engine.createDatabase();
      await withKnex(database, (knex) => knex.migrate.latest(config()));
      expect(await apply(database, rest.downgrade)).toBe('applied');
      expect(await applied(database)).toEqual({ completed: [first], pending: [second, third] });
      expect(await latest(database)).toMatchObject([2, [expect.any(String), expect.any(String)]]);
    });

    test.each([
      [
        'one has its name in capitals',
        (name: string) => `update knex_migrations set name = upper(name) where name = '${name}'`,
        first,
      ],
      ['one before it is missing', (name: string) => `delete from knex_migrations where name = '${name}'`, first],
      [
        'one is foreign',
        () => "insert into knex_migrations (name, batch) values ('20191231_other.js', 1)",
        '20191231_other.js',
      ],
      ['one stands twice', (name: string) => `insert into knex_migrations (name, batch) values ('${name}', 1)`, second],
    ])('rows of which %s are refused in every client', async (_, sql, word) => {
      const database = await engine.createDatabase();
      await withKnex(database, async (knex) => {
        await knex.migrate.up(config());
        await knex.migrate.up(config());
        await knex.raw(sql(first));
      });
      const script = (await compileProject(root, 'here', `${second}:${third}`)).upgrade;
      const before = await database.catalog({ rows: true });
      for (const text of [script, careless[engine.dialect](script)]) {
        const { stdout, stderr } = await database.runText(text);
        expect(stdout + stderr).toMatch(word === first ? /missing/ : new RegExp(`${word}|missing`));
        expect(await database.catalog({ rows: true })).toEqual(before);
      }
    });

    test('a lock that knex holds refuses a script, and changes nothing', async () => {
      const database = await engine.createDatabase();
      await withKnex(database, async (knex) => {
        await knex.migrate.up(config());
        await knex('knex_migrations_lock').update({ is_locked: 1 });
      });
      const before = await database.catalog({ rows: true });
      expect(await apply(database, rest.upgrade)).toMatch(/held by knex/);
      await database.runText(careless[engine.dialect](rest.upgrade));
      expect(await database.catalog({ rows: true })).toEqual(before);
    });

    test('a script that stopped half-way keeps knex out until it was run to its end', async () => {
      const database = await engine.createDatabase();
      await withKnex(database, async (knex) => {
        await knex.migrate.up(config());
        await knex.raw('create table blocker (id integer)');
      });
      const stopping = rest.upgrade.replace(/^(-- ==== revision 20200103)/m, 'select nothing from nowhere;\n$1');
      expect(await apply(database, stopping)).not.toBe('applied');
      await expect(latest(database)).rejects.toThrow(/lock/i);
      const again =
        engine.dialect === 'sqlite' ? (await compileProject(root, 'here', `${second}:${third}`)).upgrade : rest.upgrade;
      expect(await apply(database, again)).toBe('applied');
      expect(await latest(database)).toEqual([expect.any(Number), []]);
    });

    test.skipIf(!isOfMysql(engine))('a step that was done before knex was let back in is not believed', async () => {
      const home = projectFor(engine);
      const half = `exports.up = async (knex) => {
        await knex('users').insert({ name: 'once' });
        await knex.schema.createTable('blocked', (t) => t.increments());
      };
      exports.down = async (knex) => { await knex.schema.dropTable('blocked'); await knex('users').where({ name: 'once' }).del(); };`;
      writeFileSync(join(home, 'migrations', '20200104_half.cjs'), half);
      const own = { directory: join(home, 'migrations') };
      const script = (await compileProject(home, 'here', `${third}:20200104_half.cjs`)).upgrade;
      const database = await engine.createDatabase();
      await withKnex(database, async (knex) => {
        for (const _ of [first, second, third]) await knex.migrate.up(own);
        await knex.raw('create table blocked (id integer)');
      });
      expect(await apply(database, script)).not.toBe('applied');
      await withKnex(database, async (knex) => {
        await knex.raw('drop table blocked');
        await knex('users').where({ name: 'once' }).del();
        await knex.migrate.forceFreeMigrationsLock(own);
      });
      expect(await apply(database, script)).toMatch(/let back to knex|nobody knows whether it took effect/);
      expect(await database.query("select * from users where name = 'once'")).toEqual([]);
      await withKnex(database, (knex) => knex.raw('delete from knex_migrations_ledger'));
      expect(await apply(database, script)).toBe('applied');
      expect(await database.query("select name from users where name = 'once'")).toEqual([['once']]);
      rmSync(home, { recursive: true, force: true });
    });

    describe('an adopted history', () => {
      let scripts: Readonly<Record<'stamp' | 'whole' | 'next', string>>;
      beforeAll(async () => {
        const home = projectFor(engine);
        writeFileSync(
          join(home, 'migrations', '20200104_last.cjs'),
          'exports.up = async () => {};\nexports.down = async () => {};\n',
        );
        const ran = await runIn(home, ['adopt']);
        expect(ran.code, ran.stderr).toBe(0);
        writeFileSync(
          join(home, 'revisions', '1.ts'),
          "export const revision = 'aa01';\nexport const downRevision = '20200104';\nexport function upgrade(op) { op.addColumn('users', (t) => t.string('phone')); }\n",
        );
        scripts = {
          stamp: readFileSync(join(home, 'out', 'here', 'adopt.sql'), 'utf8'),
          whole: (await compileProject(home, 'here')).upgrade,
          next: (await compileProject(home, 'here', '20200104:aa01')).upgrade,
        };
        rmSync(home, { recursive: true, force: true });
      });
      const built = async (): Promise<Database> => {
        const database = await engine.createDatabase();
        await latest(database);
        return database;
      };
      const missing = "insert into knex_migrations (name, batch) values ('20200104_last.cjs', 1)";

      test('is stamped where knex has applied all of it, and revisions go on from there', async () => {
        const database = await built();
        await withKnex(database, (knex) => knex.raw(missing));
        expect(await apply(database, scripts.stamp)).toBe('applied');
        expect(await apply(database, scripts.next)).toBe('applied');
        expect(await database.query('select version_num from migrator_version')).toEqual([['aa01']]);
      });

      test('is not stamped where knex has applied less, or is at work', async () => {
        const database = await built();
        const before = await database.catalog({ rows: true });
        expect(await apply(database, scripts.stamp)).toMatch(/expects knex_migrations to hold the 4 migrations/);
        expect(await apply(database, scripts.next)).not.toBe('applied');
        expect(await database.catalog({ rows: true })).toEqual(before);
        await withKnex(database, async (knex) => {
          await knex.raw(missing);
          await knex('knex_migrations_lock').update({ is_locked: 1 });
        });
        expect(await apply(database, scripts.stamp)).toMatch(/knex not to be at work/);
      });

      test('is made anew in an empty database, and not in one that knex has built', async () => {
        const database = await built();
        const before = await database.catalog({ rows: true });
        expect(await apply(database, scripts.whole)).toMatch(/expects a database that knex did not build/);
        expect(await database.catalog({ rows: true })).toEqual(before);
        expect(await apply(await engine.createDatabase(), scripts.whole)).toBe('applied');
      });
    });
  },
  oneOfEachFamily,
);
