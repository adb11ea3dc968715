/** Projects of knex migrations, unchanged: what the script does to an empty database is what knex does to another one. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createJiti } from 'jiti';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { runIn } from '../cli/transcript.ts';
import { openProject } from '../project.ts';
import { runAccepting } from './accept-loss.ts';
import { describeEngines } from './describe-engines.ts';
import type { Catalog, Database, Engine, Ran } from './engine.ts';
import { type Difference, type Folder, folders } from './knex-folders.ts';
import { withKnex } from './online.ts';
import { shadowAddress } from './shadow-address.ts';

/** PostgreSQL within takes seconds to start: one folder reads there, the others in a database on a server. */
const embedded = 'reads-rows';

const fixtures = new URL('../knex', import.meta.url).pathname;

/** What only one of the two keeps, and in which words SQLite remembers a table. */
const except = [/_log\b/, /_lock\b/, /^(create|counter) /, /^row .*sqlite_sequence/];

describeEngines(
  'folders of knex migrations',
  (engine) => {
    const roots: string[] = [];
    let address: string | undefined;
    let nothing: Catalog;
    beforeAll(async () => {
      nothing = await (await engine.createDatabase()).catalog({ rows: true, except });
      if (engine.dialect !== 'sqlite') address = shadowAddress(engine, await engine.createDatabase());
    });
    afterAll(() => {
      for (const root of roots) rmSync(root, { recursive: true, force: true });
    });

    const copied = (name: string): string => {
      const root = mkdtempSync(join(tmpdir(), `migrator-${name}-`));
      roots.push(root);
      cpSync(join(fixtures, name), root, { recursive: true });
      if (address === undefined || (engine.dialect === 'postgresql' && name === embedded)) return root;
      const toml = join(root, 'migrator.toml');
      const text = readFileSync(toml, 'utf8');
      writeFileSync(
        toml,
        text.replace(`[target.${engine.dialect}]\n`, (line) => `${line}shadow = ${JSON.stringify(address)}\n`),
      );
      return root;
    };

    for (const [name, folder] of Object.entries(folders)) {
      if (!folder.engines.includes(engine.dialect as Folder['engines'][number])) continue;
      test(`${name}: the script does what knex does, and takes it back`, async () => {
        const root = copied(name);
        const scripts = await bundled(root, engine);
        for (const [variable, value] of Object.entries(folder.env ?? {})) vi.stubEnv(variable, value);
        onTestFinished(() => void vi.unstubAllEnvs());
        const config = await configOf(root, engine, folder);
        const { migrations } = config;
        const [scripted, online] = [await prepared(engine, folder, config), await prepared(engine, folder, config)];
        const empty = folder.before === undefined ? nothing : await scripted.catalog({ rows: true, except });
        await Promise.all([applied(scripted, scripts.upgrade), withKnex(online, (knex) => knex.migrate.latest())]);
        const [made, byKnex] = await Promise.all([seen(scripted, migrations), seen(online, migrations)]);
        expect(Object.keys(made).length).toBeGreaterThan(Object.keys(empty).length);
        const differences = folder.differences?.filter((one) => one.engine === engine.dialect);
        expectSame(made, byKnex, differences);
        expect(await listed(scripted)).toEqual({ ...(await listed(online)), pending: [] });
        succeeded(await runAccepting(engine, scripted, scripts.downgrade));
        expect(own(await scripted.catalog({ rows: true, except }), migrations)).toEqual(own(empty, migrations));
      });
    }
  },
  ['postgresql', 'mariadb', 'sqlite'],
);

async function bundled(root: string, { dialect }: Engine): Promise<{ upgrade: string; downgrade: string }> {
  const { code, stderr } = await runIn(root, ['bundle', '--target', dialect, '--name', 'made']);
  expect(code, stderr).toBe(0);
  const script = (name: string): string => readFileSync(join(root, 'out', dialect, 'made', name), 'utf8');
  return { upgrade: script('upgrade.sql'), downgrade: script('downgrade.sql') };
}

async function prepared(engine: Engine, { before, connection }: Folder, config: Knex.Config): Promise<Database> {
  const database = await engine.createDatabase();
  if (before !== undefined) await applied(database, before);
  const { connection: where, ...rest } = database.knex;
  return { ...database, knex: { ...rest, connection: Object.assign({}, where, connection), ...config } };
}

async function applied(database: Database, script: string): Promise<void> {
  succeeded(await database.runText(script, { strict: true }));
}

function succeeded({ status, stdout, stderr }: Ran): void {
  expect(status, `${stdout}${stderr}`).toBe(0);
}

/** Every difference that is said is one. */
function expectSame(made: Catalog, byKnex: Catalog, differences: readonly Difference[] = []): void {
  const isSaid = (key: string) => differences.some(({ keys }) => keys.test(key));
  const without = (catalog: Catalog) => Object.fromEntries(Object.entries(catalog).filter(([key]) => !isSaid(key)));
  expect(without(made)).toEqual(without(byKnex));
  for (const { keys, because } of differences) {
    const [ours, theirs] = [made, byKnex].map((catalog) => Object.entries(catalog).filter(([key]) => keys.test(key)));
    expect(ours, because).not.toEqual(theirs);
  }
}

async function listed(database: Database) {
  const [completed, pending] = await withKnex(database, (knex) => knex.migrate.list());
  return { completed: (completed as { name: string }[]).map(({ name }) => name), pending };
}

/** The migrations' own part of a catalog. */
function own(catalog: Catalog, { tableName = 'knex_migrations', schemaName }: Knex.MigratorConfig): Catalog {
  return Object.fromEntries(
    Object.entries(catalog).filter(([key]) => !key.includes(tableName) && key !== `schema ${schemaName}`),
  );
}

const moment = /\b20[2-9]\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d(?::?\d\d)?|Z)?/g;

/**
 * Moments of the clock are none of the migrations' doing: those that fixtures write themselves are older. Scripts indent
 * what SQLite remembers of a view.
 */
async function seen(database: Database, config: Knex.MigratorConfig): Promise<Catalog> {
  const catalog = own(await database.catalog({ rows: true, except }), config);
  const tidied = (key: string, text: string) => (key.startsWith('view ') ? text.replace(/\s+/g, ' ') : text);
  return Object.fromEntries(
    Object.entries(catalog).map(([key, text]) => [key, tidied(key, text).replace(moment, '(now)')]),
  );
}

interface Configured extends Knex.Config {
  readonly migrations: Knex.MigratorConfig;
}

/** As the project's knexfile has it, or would have it. */
async function configOf(root: string, { dialect }: Engine, { typescript, knexfile }: Folder): Promise<Configured> {
  if (knexfile !== undefined) {
    const { migrations, seeds, wrapIdentifier } = await knexfile(
      createRequire(join(root, 'knexfile.js'))('./knexfile.js'),
    );
    const within = <T extends { directory?: string }>(folder: T) => ({
      ...folder,
      directory: join(root, folder.directory!),
    });
    return { migrations: within(migrations), seeds: within(seeds), wrapIdentifier };
  }
  const { project, graph } = openProject(root);
  const target = project.targets.find(({ name }) => name === dialect)!;
  const { locations, extensions, sortDirsSeparately, disableTransactions } = project.knex!;
  const { name, schema } = target.versionTable;
  const table = { tableName: name, ...(schema === undefined ? {} : { schemaName: schema }), disableTransactions };
  if (typescript !== undefined) {
    const files = graph.nodes.map(({ revision }) => revision.file);
    return { migrations: { ...table, migrationSource: typescriptSource(root, files, typescript) } };
  }
  const directory = locations.map((folder) => join(root, folder));
  return { migrations: { ...table, directory, loadExtensions: extensions, sortDirsSeparately } };
}

function typescriptSource(
  root: string,
  files: readonly string[],
  aliases: Readonly<Record<string, string>>,
): Knex.MigrationSource<string> {
  const jiti = createJiti(join(root, 'knexfile.ts'), {
    fsCache: false,
    moduleCache: false,
    alias: Object.fromEntries(Object.entries(aliases).map(([alias, folder]) => [alias, join(root, folder)])),
  });
  return {
    getMigrations: async () => [...files],
    getMigrationName: (file) => basename(file),
    getMigration: async (file) => {
      const loaded = (await jiti.import(join(root, file))) as { default?: Knex.Migration } & Knex.Migration;
      return loaded.up === undefined ? loaded.default! : loaded;
    },
  };
}
