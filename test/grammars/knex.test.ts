/** Scripts of knex migrations, with knex's own table and lock in them, read by the grammars of databases that cannot all be had. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stage } from '../cli/transcript.ts';
import { splitSqlplus } from '../clients/sqlplus.ts';
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

describe('a history of 1,100 migrations on Oracle', () => {
  const name = (n: number): string =>
    `2020010100${String(n).padStart(4, '0')}_the_shop_got_a_name_that_was_longer_than_before.js`;
  const many = Object.fromEntries(
    Array.from({ length: 1100 }, (_, n) => [
      `migrations/${name(n)}`,
      n === 0
        ? files['migrations/20200101000000_shops.js']
        : `exports.up = (knex) => knex('shop').insert({ name: '${n}' });\nexports.down = (knex) => knex('shop').where({ name: '${n}' }).del();\n`,
    ]),
  );

  test('its guards and questions keep within what a text and a list may hold', async () => {
    const { root, run } = stage({
      'migrator.toml': '[migrator]\nformat = "knex"\n\n[target.oracle]\ndialect = "oracle"\n',
      ...many,
    });
    const { code, stderr } = await run(['bundle', `${name(1090)}:head`, '--name', 'made']);
    expect(code, stderr).toBe(0);
    for (const file of ['upgrade.sql', 'downgrade.sql', 'verify.sql', 'preflight.sql'])
      expect(splitSqlplus(readFileSync(join(root, 'out', 'oracle', 'made', file), 'utf8')).faults, file).toEqual([]);
  });
});
