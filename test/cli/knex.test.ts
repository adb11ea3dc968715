/** A folder of knex migrations on the command line. */

import { expect, test } from 'vitest';
import { type Files, stage } from './transcript.ts';

const configuration = '[migrator]\nformat = "knex"\n[target.main]\ndialect = "sqlite"\nversion = "3.40"\n';

const table = (name: string, down = `knex.schema.dropTable('${name}')`): string =>
  `exports.up = (knex) => knex.schema.createTable('${name}', (t) => { t.increments(); });\nexports.down = (knex) => ${down};\n`;

const project: Files = {
  'migrator.toml': configuration,
  'migrations/20200101_first.cjs': table('first'),
  'migrations/20200102-second.cjs': table('second'),
  'migrations/notes.md': 'no migration',
};

test('the history is a line in the order of the names', async () => {
  const { run } = stage(project);
  const { stdout } = await run(['history']);
  expect(stdout).toBe('20200101_first.cjs -> 20200102-second.cjs (head)\n<base> -> 20200101_first.cjs\n');
});

test('a range of it is written by names and by beginnings of names', async () => {
  const { run } = stage(project);
  const { stdout, code } = await run(['upgrade', '--sql', '20200101_first.cjs:20200102-s']);
  expect(code).toBe(0);
  expect(stdout).toContain('create table `second`');
  expect(stdout).not.toContain('create table `first`');
});

test('a way back that nobody ever tried keeps no bundle from being made, and stands in it', async () => {
  const { run, files } = stage({
    ...project,
    'migrations/20200103_third.cjs': table('third', "knex.schema.dropTable('thrid')"),
  });
  expect(await run(['bundle'])).toMatchObject({ code: 0 });
  const names = Object.keys(files());
  expect(names.some((name) => name.endsWith('/upgrade.sql'))).toBe(true);
  expect(names.some((name) => name.endsWith('/downgrade.sql'))).toBe(false);
  const readme = Object.entries(files()).find(([name]) => name.startsWith('out/') && name.endsWith('README.md'))![1];
  expect(readme).toMatch(/there is no table thrid at this point of the history.*migrations\/20200103_third\.cjs:2/s);
});

test('a key that is longer than SQL Server holds stays as its databases took it', async () => {
  const { run } = stage({
    'migrator.toml': configuration.replace('"sqlite"\nversion = "3.40"', '"mssql"'),
    'migrations/1_pages.cjs':
      "exports.up = async (knex) => {\n  await knex.schema.createTable('pages', (t) => { t.string('path', 2000); });\n" +
      "  await knex.schema.alterTable('pages', (t) => { t.setNullable('path'); t.unique('path'); });\n};\n",
  });
  const { stdout, code } = await run(['upgrade', '--sql']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('CREATE UNIQUE INDEX [pages_path_unique]')]);
});

test('the rehearsal knows the table of knex', async () => {
  const { run } = stage(project);
  const { stdout, code } = await run(['rehearse']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('downgrade.sql took everything back')]);
});

test('revisions follow when the history was adopted', async () => {
  const { run, files } = stage(project);
  expect(await run(['revision', '-m', 'more'])).toMatchObject({ code: 2 });
  const adopted = await run(['adopt']);
  expect(adopted).toMatchObject({ code: 0, stdout: expect.stringContaining('out/main/adopt.sql') });
  expect(files()['migrator.toml']).toBe(`${configuration.trimEnd()}\n\n[knex]\nadopted = "revisions"\n`);
  expect(await run(['revision', '-m', 'more', '--rev-id', 'aa01'])).toMatchObject({ code: 0 });
  expect((await run(['history'])).stdout).toBe(
    '20200102 -> aa01 (head), more\n20200101 -> 20200102, second\n<base> -> 20200101, first\n',
  );
  expect(await run(['adopt'])).toMatchObject({ code: 2, stderr: expect.stringContaining('adopted already') });
});
