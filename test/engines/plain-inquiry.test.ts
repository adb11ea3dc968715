/** preflight.sql and verify.sql of plain targets through drivers: statement by statement, with nothing of a client's own language. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectPlain } from '../clients/profiles.ts';
import { type Compiled, compileProject } from '../project.ts';
import { describeEngines } from './describe-engines.ts';
import { type DriverWay, driverWays, sendAll } from './driver.ts';
import type { Database, Engine } from './engine.ts';

const ups: readonly string[] = [
  `op.createTable('town', (t) => { t.integer('id').notNullable().primary(); t.string('name', 20); });
   op.execute("insert into town (id, name) values (1, 'it''s')");`,
  `op.alterColumn('town', 'name', { nullable: false });
   op.createTable('thing', (t) => { t.integer('id').notNullable().primary(); });`,
  `op.addColumn('thing', (t) => t.integer('m'));`,
];

const known = new Map<string, Promise<Compiled>>();

function compiled(engine: Engine, range: string): Promise<Compiled> {
  const key = `${engine.name} ${range}`;
  const made = known.get(key) ?? compiledAnew(engine, range);
  known.set(key, made);
  return made;
}

async function compiledAnew({ dialect, version }: Engine, range: string): Promise<Compiled> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-plain-inquiry-'));
  try {
    mkdirSync(join(root, 'revisions'));
    writeFileSync(
      join(root, 'migrator.toml'),
      `[target.here]\ndialect = "${dialect}"\nclient = "plain"\nversion = "${version}"\nexpect = ["free names"]\n`,
    );
    for (const [at, up] of ups.entries()) {
      const parent = at === 0 ? 'null' : `'r${at}'`;
      writeFileSync(
        join(root, 'revisions', `r${at + 1}.ts`),
        `export const revision = 'r${at + 1}';\nexport const downRevision = ${parent};\nexport function upgrade(op) {${up}}\nexport function downgrade() {}\n`,
      );
    }
    return await compileProject(root, 'here', range);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describeEngines(
  'an inquiry in SQL alone',
  (engine) => {
    const ways = driverWays.filter(({ dialects }) => dialects.includes(engine.dialect));
    const [stopping, goingOn] = ways as [DriverWay, DriverWay];

    /** What it says; it changes nothing. */
    async function asked(database: Database, text: string, way = stopping): Promise<string> {
      expectPlain(text, engine.dialect);
      const stood = await database.catalog({ rows: true });
      const { said } = await sendAll(database, engine, text, way);
      expect(await database.catalog({ rows: true })).toEqual(stood);
      return said;
    }

    async function run(database: Database, sql: string): Promise<void> {
      const ran = await sendAll(database, engine, sql, stopping);
      expect(ran.failed, ran.said).toBe(false);
    }

    test('preflight: at the beginning, and a database that has no table yet', async () => {
      const first = await compiled(engine, ':r1');
      const rest = await compiled(engine, 'r1:r3');
      const database = await engine.createDatabase();
      for (const way of ways) expect(await asked(database, first.preflight, way)).toContain('upgrade.sql would run');
      const nowhere = await asked(database, rest.preflight);
      expect(nowhere).toMatch(/there is no version table|but it is at base/);
      expect(nowhere).toContain('upgrade.sql would refuse');

      await run(database, first.upgrade);
      for (const way of ways) {
        const says = await asked(database, rest.preflight, way);
        expect(says, says).toContain('upgrade.sql would run');
        expect(says).toContain('It touches these tables.');
        expect(says).toMatch(/\btown\b/);
        expect(says).not.toContain('upgrade.sql would refuse');
      }
      await run(database, rest.upgrade);
      for (const way of [stopping, goingOn]) {
        const after = await asked(database, rest.preflight, way);
        expect(after).toContain('already applied: the database is at r3; upgrade.sql would change nothing');
        expect(after).toContain(engine.dialect === 'sqlite' ? 'upgrade.sql would refuse' : 'upgrade.sql would run');
      }
    });

    test('preflight: what would stop the script', async () => {
      const database = await engine.createDatabase();
      await run(database, (await compiled(engine, ':r1')).upgrade);
      const rest = await compiled(engine, 'r1:r3');
      await run(database, 'insert into town (id) values (7);\ncreate table thing (n integer);\n');
      for (const way of [stopping, goingOn]) {
        const says = await asked(database, rest.preflight, way);
        expect(says).toContain('Revision r2 finds no NULLs in town.name.');
        expect(says).toMatch(/\b1\b[^[\]]*id = 7\b/);
        expect(says).toContain('makes table thing, but that name is taken already');
        expect(says).toContain('upgrade.sql would refuse: see what was found above');
        expect(says).not.toContain('upgrade.sql would run');
      }
      const elsewhere = await compiled(engine, 'r2:r3');
      for (const way of [stopping, goingOn]) {
        const says = await asked(database, elsewhere.preflight, way);
        expect(says).toContain('upgrade.sql needs the database at r2, but it is at r1');
        expect(says).toContain('upgrade.sql would refuse');
        expect(says).not.toContain('upgrade.sql would run');
      }
    });

    test('verify: the same catalog, and one that was changed', async () => {
      const database = await engine.createDatabase();
      const all = await compiled(engine, ':r3');
      await run(database, all.upgrade);
      for (const way of ways) {
        const says = await asked(database, all.verify, way);
        expect(says, says).toContain('verified: the database is what the revisions say at r3');
      }
      await run(database, "drop table thing;\nupdate migrator_version set version_num = 'zz';\n");
      for (const way of ways) {
        const says = await asked(database, all.verify, way);
        expect(says).toContain('not verified: the database is not what the revisions say');
        expect(says).not.toContain('"verified: ');
        expect(says).toMatch(/table\W[^\n]*thing\W/);
        expect(says).toMatch(/version row\W[^\n]*zz\W/);
      }
    });

    test('in the session of a question that was answered badly, it can be asked again', async () => {
      const database = await engine.createDatabase();
      const { preflight } = await compiled(engine, 'r1:r3');
      const says = await asked(database, preflight + preflight, goingOn);
      expect(says).toContain('upgrade.sql would refuse');
      expect(says).not.toContain('upgrade.sql would run');
      const good = (await compiled(engine, ':r1')).preflight;
      expect(await asked(database, preflight + good, goingOn)).toContain('upgrade.sql would run');
    });

    test('an error on the way is no good verdict, whatever the tool does after it', async () => {
      const database = await engine.createDatabase();
      await run(database, (await compiled(engine, ':r1')).upgrade);
      const { preflight } = await compiled(engine, 'r1:r3');
      const broken = preflight.replaceAll(/(?<=FROM )(["`])town\1/g, 'nowhere');
      expect(broken.indexOf('nowhere')).toBeGreaterThan(0);
      for (const way of [stopping, goingOn]) {
        const says = await asked(database, broken, way);
        expect(says).toContain('nowhere');
        expect(says).not.toContain('upgrade.sql would run');
      }
    });
  },
  ['postgresql', 'mariadb', 'sqlite'],
);
