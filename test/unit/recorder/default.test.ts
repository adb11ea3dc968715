/** Defaults that fit their columns, and those that do not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileProject } from '../../project.ts';

const versions = { postgresql: '15', mariadb: '10.11', sqlite: '3.40', oracle: '19', mssql: '2019' } as const;

async function script(dialect: keyof typeof versions, column: string, manner: 'revision' | 'knex'): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'migrator-default-'));
  try {
    const folder = manner === 'knex' ? 'migrations' : 'revisions';
    mkdirSync(join(root, folder));
    const target = `[target.t]\ndialect = "${dialect}"\nversion = "${versions[dialect]}"\n`;
    const format = manner === 'knex' ? '[migrator]\nformat = "knex"\n' : '';
    writeFileSync(join(root, 'migrator.toml'), format + target);
    const table = `createTable('k', (t) => { t.integer('id'); ${column}; })`;
    const own = `export const revision = 'r1';\nexport const downRevision = null;
export function upgrade(op) { op.${table}; }\nexport function downgrade(op) {}\n`;
    const knex = `exports.up = (knex) => knex.schema.${table};\nexports.down = (knex) => knex.schema.dropTable('k');\n`;
    writeFileSync(join(root, folder, manner === 'knex' ? '20240101_k.cjs' : 'r1.ts'), manner === 'knex' ? knex : own);
    return (await compileProject(root, 't')).upgrade;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const unfit = [
  "t.integer('v').defaultTo(NaN)",
  "t.integer('v').defaultTo('abc')",
  "t.bigInteger('v').defaultTo(2n ** 63n)",
  "t.boolean('v').defaultTo(5)",
  "t.json('v').defaultTo('not json')",
  "t.enu('v', ['a', 'b']).defaultTo('c')",
  "t.timestamp('v').defaultTo('nonsense')",
];

test.each(['postgresql', 'mariadb', 'sqlite'] as const)('%s refuses what the column does not hold', async (dialect) => {
  for (const column of unfit)
    await expect(script(dialect, column, 'revision'), column).rejects.toMatchObject({
      code: 'unrepresentable',
      place: { file: 'revisions/r1.ts', line: 3 },
    });
});

test.each(Object.keys(versions) as (keyof typeof versions)[])('%s: no default is undefined', async (dialect) => {
  await expect(script(dialect, "t.integer('v').defaultTo(undefined)", 'revision')).rejects.toMatchObject({
    code: 'bad-argument',
    place: { line: 3 },
  });
});

test('a migration of knex has what its databases take', async () => {
  expect(await script('sqlite', "t.boolean('v').defaultTo(5)", 'knex')).toContain("boolean default '1'");
  expect(await script('sqlite', "t.integer('v').defaultTo('abc')", 'knex')).toContain("integer default 'abc'");
  expect(await script('mariadb', "t.integer('v').defaultTo(undefined)", 'knex')).not.toContain('default )');
  await expect(script('postgresql', "t.integer('v').defaultTo(undefined)", 'knex')).rejects.toMatchObject({
    code: 'bad-argument',
  });
});

test.each(['mariadb', 'sqlite'] as const)('%s has brackets around every expression', async (dialect) => {
  expect(await script(dialect, "t.integer('v').defaultTo(op.knex.raw('(1+2)*(3)'))", 'revision')).toContain(
    'default ((1+2)*(3))',
  );
  expect(await script(dialect, "t.integer('v').defaultTo(op.knex.raw('1+2'))", 'revision')).toContain('default (1+2)');
  expect(await script(dialect, "t.string('v').defaultTo(op.knex.raw('(upper(\\')\\'))'))", 'revision')).toContain(
    "default (upper(')'))",
  );
});

test('a day with an offset is the same moment wherever it is written', async () => {
  const column = "t.timestamp('v', { useTz: false }).defaultTo('2024-07-01T12:00:00+02:00')";
  expect(await script('postgresql', column, 'revision')).toContain("default '2024-07-01T10:00:00'");
  expect(await script('mariadb', column, 'revision')).toContain("default '2024-07-01 10:00:00'");
});
