/** A revision that is done online in the middle of a script: the script stops there, and goes on when it is done. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Compiled, compileProject } from '../project.ts';
import { describeEngines } from './describe-engines.ts';
import type { Database, Engine } from './engine.ts';
import { withKnex } from './online.ts';
import { careless } from './scripts.ts';

const migrations: Readonly<Record<string, string>> = {
  '1_tables.cjs': `
exports.up = (knex) => knex.schema.createTable('rates', (t) => { t.integer('id'); t.integer('rate'); });
exports.down = (knex) => knex.schema.dropTable('rates');
`,
  '2_rates.cjs': `
exports.up = async (knex) => { await knex('rates').insert({ id: 1, rate: await Promise.resolve(7) }); };
exports.down = async (knex) => { await knex('rates').del(); };
`,
  '3_more.cjs': `
exports.up = (knex) => knex.schema.createTable('more', (t) => { t.integer('id'); });
exports.down = (knex) => knex.schema.dropTable('more');
`,
};
const [first, second, third] = Object.keys(migrations) as [string, string, string];

function projectFor({ dialect, version }: Engine): string {
  const root = mkdtempSync(join(tmpdir(), 'migrator-online-'));
  mkdirSync(join(root, 'migrations'));
  writeFileSync(
    join(root, 'migrator.toml'),
    `[migrator]\nformat = "knex"\n[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n[revision."${second}"]\nonline_only = "it asks a service for its rates"\n`,
  );
  for (const [name, text] of Object.entries(migrations)) writeFileSync(join(root, 'migrations', name), text);
  return root;
}

describeEngines('a revision that is done online', (engine) => {
  let root: string;
  let whole: Compiled;
  beforeAll(async () => {
    root = projectFor(engine);
    whole = await compileProject(root, 'here');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const names = async (database: Database) =>
    (await database.query('select name from knex_migrations order by id')).map(([name]) => name);
  const config = () => ({ directory: join(root, 'migrations') });
  /** As the message says. */
  const online = (database: Database, go: (knex: Knex) => Promise<unknown>) =>
    withKnex(database, async (knex) => {
      await knex.migrate.forceFreeMigrationsLock(config());
      await go(knex);
    });
  const stops = async (database: Database, script: string, deed: string, left: readonly string[]): Promise<void> => {
    const { status, stdout, stderr } = await database.runText(script);
    const said = `${stdout}${stderr}`;
    expect(status, said).not.toBe(0);
    expect(said).toContain(`migration refused: ${deed} is left to be done online: it asks a service for its rates`);
    expect(said).toMatch(/Nothing of it was done.*knex migrate:unlock, and knex migrate:/s);
    expect(await names(database)).toEqual(left);
  };

  test('up and down: what comes before it is done, and the same file goes on after it', async () => {
    const database = await engine.createDatabase();
    const looked = await database.runText(whole.preflight);
    expect(looked, looked.stdout + looked.stderr).toMatchObject({ status: 0 });
    expect(looked.stdout).toContain(`revision ${second}: it asks a service for its rates`);
    await stops(database, whole.upgrade, `revision ${second}`, [first]);
    await database.runText(careless[engine.dialect](whole.upgrade));
    expect(await names(database)).toEqual([first]);
    await expect(withKnex(database, (knex) => knex.migrate.latest(config()))).rejects.toThrow('locked');
    await online(database, (knex) => knex.migrate.up({ ...config(), name: second }));
    expect(await names(database)).toEqual([first, second]);
    const resumes = engine.dialect !== 'sqlite';
    const rest = await compileProject(root, 'here', `${second}:${third}`);
    const again = await database.runText(whole.upgrade);
    expect(again.status === 0, again.stdout + again.stderr).toBe(resumes);
    if (!resumes) expect(await database.runText(rest.upgrade)).toMatchObject({ status: 0 });
    expect(await names(database)).toEqual([first, second, third]);
    const verified = await database.runText(resumes ? whole.verify : rest.verify);
    expect(verified, verified.stdout + verified.stderr).toMatchObject({ status: 0 });
    expect(await database.query('select rate from rates')).toEqual([['7']]);

    await stops(database, whole.downgrade, `undoing revision ${second}`, [first, second]);
    await online(database, (knex) => knex.migrate.down({ ...config(), name: second }));
    const back = await database.runText(whole.downgrade);
    expect(back.status === 0, back.stdout + back.stderr).toBe(resumes);
    expect(await names(database)).toEqual(resumes ? [] : [first]);
  });

  test('done by hand: the message says how, and the same file goes on', async () => {
    const own = mkdtempSync(join(tmpdir(), 'migrator-online-'));
    mkdirSync(join(own, 'revisions'));
    const { dialect, version } = engine;
    writeFileSync(join(own, 'migrator.toml'), `[target.here]\ndialect = "${dialect}"\nversion = "${version}"\n`);
    const table = (name: string) =>
      `export function upgrade(op) { op.createTable('${name}', (t) => t.integer('id')); }`;
    const revisions = [table('t'), "export const onlineOnly = 'by hand'; export const rowsOnly = true;", table('u')];
    for (const [n, text] of revisions.entries()) {
      const head = `export const revision = 'r${n + 1}'; export const downRevision = ${n === 0 ? null : `'r${n}'`};`;
      writeFileSync(join(own, 'revisions', `${n + 1}.ts`), `${head}\n${text}\n`);
    }
    const { upgrade } = await compileProject(own, 'here');
    const database = await engine.createDatabase();
    const { stdout, stderr } = await database.runText(upgrade);
    const [, sql = ''] = /by hand, and then (DELETE.*?'r2'\))/.exec(stdout + stderr) ?? [];
    expect(await database.rows('migrator_version')).toEqual([['r1']]);
    for (const one of sql.split('; ')) await database.query(one);
    expect(await database.rows('migrator_version')).toEqual([['r2']]);
    const again = await database.runText(upgrade);
    if (dialect === 'sqlite') expect(again.status).not.toBe(0);
    else expect(again, again.stdout + again.stderr).toMatchObject({ status: 0 });
    expect(await database.rows('migrator_version')).toEqual([[dialect === 'sqlite' ? 'r2' : 'r3']]);
    rmSync(own, { recursive: true, force: true });
  });
});
