/** Scripts that do not wait for ever: a lock that is not had in time, and a statement that takes too long, undo their revision. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../project.ts';
import { describeEngines } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql } from './engine.ts';

const revision = (id: string, below: string | null, up: string): string => `/** ${id} */
export const revision = '${id}';
export const downRevision = ${below === null ? null : `'${below}'`};
export function upgrade(op) {${up}}
export function downgrade() {}
`;

const setup = `
  op.createTable('item', (t) => { t.integer('id').notNullable().primary(); t.integer('n'); });
  op.execute('insert into item (id, n) values (1, 0)');
`;

async function scriptsOf({ dialect, version }: Engine, up: string, more: string): Promise<readonly [string, string]> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-waits-'));
  try {
    mkdirSync(join(root, 'revisions'));
    const target = `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n${more}\n`;
    writeFileSync(join(root, 'migrator.toml'), target);
    writeFileSync(join(root, 'revisions', '1.ts'), revision('ab01', null, setup));
    writeFileSync(join(root, 'revisions', '2.ts'), revision('ab02', 'ab01', up));
    const base = await compileProject(root, 'here', ':ab01');
    const rest = await compileProject(root, 'here', 'ab01:ab02');
    return [base.upgrade, rest.upgrade];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A session that has the row and the table, and says when. */
async function holding(engine: Engine, database: Database): Promise<{ kill(): void }> {
  const sleep = isOfMysql(engine) ? 'select sleep(20)' : 'select pg_sleep(20)';
  const held = database.start(
    database.save(`create table held (id integer);\nbegin;\nupdate item set n = 1;\n${sleep};\n`),
  );
  for (let tries = 0; tries < 100; tries++) {
    const there = await database.query(`select 1 from information_schema.tables where table_name = 'held'`);
    if (there.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  return held;
}

const lockMessage = /lock timeout|Lock wait timeout exceeded/;

const waiting: readonly (readonly [string, string])[] = [
  ['a row', `op.execute('insert into item (id, n) values (2, 0)'); op.execute('update item set n = 2');`],
  ['a table', `op.addColumn('item', (t) => t.integer('m'));`],
];

describeEngines(
  'a lock that another session has',
  (engine) => {
    test.each(waiting)('%s: fails in time, changes nothing, and goes when the lock is free', async (title, up) => {
      const [base, rest] = await scriptsOf(engine, up, 'lock_timeout = "1s"');
      const database = await engine.createDatabase();
      expect(await database.runText(base)).toMatchObject({ status: 0, stderr: '' });
      const stood = await database.rows('item');
      const holder = await holding(engine, database);
      const began = Date.now();
      const ran = await database.runText(rest);
      const took = Date.now() - began;
      holder.kill();
      expect(ran.stdout + ran.stderr).toMatch(lockMessage);
      expect(ran.status).not.toBe(0);
      expect(took).toBeGreaterThan(900);
      expect(took).toBeLessThan(8000);
      expect(await database.rows('item')).toEqual(stood);
      expect(await database.rows('migrator_version')).toEqual([['ab01']]);
      expect(rest).toMatch(/^-- It waits at most 1 s for a lock/m);
      await ended(engine, database);
      const again = await database.runText(rest);
      if (engine.dialect === 'mysql' && title === 'a table') {
        expect(again.stdout).toMatch(/step 1 of 2 of revision ab02/);
        return;
      }
      expect(again, again.stdout + again.stderr).toMatchObject({ status: 0 });
      expect(await database.rows('migrator_version')).toEqual([['ab02']]);
    });
  },
  ['postgresql', 'mariadb', 'mysql'],
);

/** A killed client's session lives on until the server has noticed. */
async function ended(engine: Engine, database: Database): Promise<void> {
  const sleeping = isOfMysql(engine)
    ? `select id from information_schema.processlist where db = '${database.name}' and info like 'select sleep%'`
    : `select pid from pg_stat_activity where datname = '${database.name}' and query like 'select pg_sleep%'`;
  for (const [id] of await database.query(sleeping)) {
    await database.query(isOfMysql(engine) ? `kill ${id}` : `select pg_terminate_backend(${id})`);
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
}

describeEngines(
  'a statement that takes too long',
  (engine) => {
    const columns = ['a', 'b', 'c'].map((name) => `information_schema.columns ${name}`).join(', ');
    const slow =
      engine.dialect === 'mariadb' ? `update item set n = (select count(*) from ${columns})` : 'select pg_sleep(9)';
    test('fails in time and undoes its revision', async () => {
      const up = `op.execute('insert into item (id, n) values (2, 0)'); op.execute('${slow}');`;
      const [base, rest] = await scriptsOf(engine, up, 'statement_timeout = "1s"');
      const database = await engine.createDatabase();
      expect(await database.runText(base)).toMatchObject({ status: 0, stderr: '' });
      const stood = await database.rows('item');
      const ran = await database.runText(rest);
      expect(ran.stdout + ran.stderr).toMatch(/statement timeout|max_statement_time exceeded/);
      expect(ran.status).not.toBe(0);
      expect(await database.rows('item')).toEqual(stood);
      expect(await database.rows('migrator_version')).toEqual([['ab01']]);
    });
  },
  ['postgresql', 'mariadb'],
);
