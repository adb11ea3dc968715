/** Scripts of knex migrations, with knex's own table and lock in them, read by the grammars of databases that cannot all be had. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stage } from '../cli/transcript.ts';
import { parseScript } from './script.ts';

const files = {
  'migrator.toml': `[migrator]
format = "knex"

[target.mssql]
dialect = "mssql"

[target.oracle]
dialect = "oracle"
`,
  'migrations/20200101000000_shops.js': `exports.up = (knex) =>
  knex.schema.createTable('shop', (t) => {
    t.increments('id');
    t.string('name', 60).notNullable();
  });
exports.down = (knex) => knex.schema.dropTable('shop');
`,
  'migrations/20200102000000_first_shop.js': `exports.up = (knex) => knex('shop').insert({ name: "O'Hara's" });
exports.down = (knex) => knex('shop').where({ name: "O'Hara's" }).del();
`,
};

test.each([
  ['mssql', 'sqlcmd'],
  ['oracle', 'sqlplus'],
] as const)('what %s runs, checks and asks is read without a fault', async (dialect, client) => {
  const { root, run } = stage(files);
  const { code, stderr } = await run(['bundle', '--target', dialect, '--name', 'made']);
  expect(code, stderr).toBe(0);
  const script = (name: string): string => readFileSync(join(root, 'out', dialect, 'made', name), 'utf8');
  expect(script('upgrade.sql')).toContain('knex_migrations_lock');
  for (const name of ['upgrade.sql', 'downgrade.sql', 'verify.sql', 'preflight.sql'])
    expect(parseScript(client, script(name)), name).toEqual([]);
});
