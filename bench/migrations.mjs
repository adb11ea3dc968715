/**
 * What recording a folder of knex migrations costs beside a bare loop of knex over it, and beside knex itself, which applies
 * it to an empty SQLite in memory: `npm run bench -- migrations [COUNT]`
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import knexFactory from 'knex';
import { rolldown } from 'rolldown';

const packageFolder = fileURLToPath(new URL('../', import.meta.url));
const rounds = 7;

/** The modules under measure as users run them: built, and not through a loader of TypeScript. */
async function builtModules(folder) {
  const modules = [
    'project/read',
    'cli/session',
    'history/graph',
    'history/range',
    'recorder/studio',
    'dialect/dialects',
  ];
  const code = modules.map((name) => `export * from ${JSON.stringify(join(packageFolder, 'src', `${name}.ts`))};`);
  const entry = join(folder, 'measured.ts');
  writeFileSync(entry, code.join('\n'));
  const build = await rolldown({ input: entry, platform: 'node', external: (id) => !/^[./]/.test(id) });
  await build.write({ dir: folder, format: 'esm' });
  return import(pathToFileURL(join(folder, 'measured.js')));
}

function writeFolder(root, count) {
  const home = join(root, 'migrations');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(
    join(root, 'migrator.toml'),
    '[migrator]\nformat = "knex"\n[target.main]\ndialect = "postgresql"\nshadow = false\n',
  );
  for (let n = 0; n < count; n++) {
    const table = `table_${n}`;
    const text = `
exports.up = async (knex) => {
  await knex.schema.createTable('${table}', (t) => {
    t.increments();
    t.string('name').notNullable();
    t.integer('amount').defaultTo(0);
    t.timestamps(true, true);
    ${n === 0 ? '' : `t.integer('parent_id').references('id').inTable('table_${n - 1}').index();`}
  });
  ${n % 3 === 0 ? `if (!(await knex.schema.hasColumn('${table}', 'note'))) ` : ''}await knex.schema.alterTable('${table}', (t) => { t.text('note'); });
  await knex('${table}').insert([{ name: 'one', amount: 0 }, { name: 'two', amount: ${n} }]);
};
exports.down = (knex) => knex.schema.dropTable('${table}');
`;
    writeFileSync(join(home, `${String(20200000 + n)}_${table}.cjs`), text);
  }
}

/** A bare knex whose every awaited call becomes text, and whose questions are answered with no. */
function bareKnex(out) {
  const knex = knexFactory({ client: 'pg' });
  knex.client.runner = (builder) => ({
    run: async () => {
      const asked = builder._sequence?.[0]?.method;
      if (asked === 'hasColumn' || asked === 'hasTable') return false;
      out.push(builder.toString());
      return [];
    },
  });
  return knex;
}

async function plainLoop(root, names) {
  const require = createRequire(join(root, 'x.js'));
  const out = [];
  const knex = bareKnex(out);
  for (const name of names) {
    const file = join(root, 'migrations', name);
    delete require.cache[file];
    await require(file).up(knex);
  }
  return out.join(';\n').length;
}

/** `knex migrate:latest`, with its bookkeeping; in memory nothing waits for a disk or a network. */
async function appliedByKnex(root, client) {
  const knex = knexFactory({ client, connection: { filename: ':memory:' }, useNullAsDefault: true });
  try {
    await knex.migrate.latest({ directory: join(root, 'migrations'), loadExtensions: ['.cjs'] });
  } finally {
    await knex.destroy();
  }
}

export async function measureMigrations(count = 400) {
  const root = mkdtempSync(join(tmpdir(), 'migrator-bench-'));
  const built = mkdtempSync(join(packageFolder, 'dist', 'bench-'));
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  try {
    const { readProject, loadHistory, buildGraph, upgradeWalk, openStudio, dialectOf } = await builtModules(built);
    writeFolder(root, count);
    const project = readProject(undefined, root);
    const record = async () => {
      const graph = buildGraph(loadHistory(project));
      const studio = openStudio({ root, graph, x: {}, plugins: [], transactions: true });
      const dialect = dialectOf('postgresql');
      const stage = studio.open(dialect, dialect.defaultVersion, {});
      const { recordings } = await stage.walk(upgradeWalk(graph, undefined));
      await stage.close();
      studio.dispose();
      return recordings.length;
    };
    const names = buildGraph(loadHistory(project)).nodes.map(({ id }) => id);
    const timed = async (go) => {
      const began = performance.now();
      await go();
      return performance.now() - began;
    };
    const { SqliteWasmClient } = await createJiti(import.meta.url).import('../test/engines/knex-sqlite-wasm.ts');
    const beside = async (title, other) => {
      await record();
      await other();
      const pairs = [];
      for (let n = 0; n < rounds; n++) pairs.push([await timed(record), await timed(other)]);
      const [ours, theirs] = [0, 1].map((side) => median(pairs.map((pair) => pair[side])));
      const ratio = median(pairs.map(([mine, their]) => mine / their));
      console.log(
        `recording ${count} migrations / ${title}: ${ours.toFixed(0)} ms / ${theirs.toFixed(0)} ms = ${ratio.toFixed(2)}  (aim 1.3)`,
      );
    };
    await beside('a bare loop of knex', () => plainLoop(root, names));
    await beside('knex migrate:latest on an empty SQLite in memory', () => appliedByKnex(root, SqliteWasmClient));
  } finally {
    for (const folder of [root, built]) rmSync(folder, { recursive: true, force: true });
  }
}
