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

test('a rehearsal that meets a loss names all that the script would meet', async () => {
  const less = (name: string) =>
    `exports.up = (knex) => knex.schema.alterTable('notes', (t) => { t.dropColumn('${name}'); });\nexports.down = () => {};\n`;
  const { run } = stage({
    'migrator.toml': configuration,
    'migrations/1_notes.cjs': `exports.up = async (knex) => {
  await knex.schema.createTable('notes', (t) => { t.increments(); t.string('title'); t.string('body'); });
  await knex('notes').insert({ title: 'a', body: 'b' });
};
exports.down = (knex) => knex.schema.dropTable('notes');
`,
    'migrations/2_title.cjs': less('title'),
    'migrations/3_body.cjs': less('body'),
  });
  const { stderr, code } = await run(['rehearse']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/stopped in revision 2_title\.cjs: .* would lose .*\n {2}--> migrations\/2_title\.cjs\n/);
  expect(stderr).toContain('revision 2_title.cjs: values of notes.title; revision 3_body.cjs: values of notes.body.');
});

test('a rehearsal that a statement stops names its migration and its line', async () => {
  const { run } = stage({
    'migrator.toml': configuration,
    'migrations/1_notes.cjs':
      "exports.up = (knex) => knex.schema.createTable('notes', (t) => { t.string('title').unique(); });\nexports.down = () => {};\n",
    'migrations/2_rows.cjs':
      "exports.up = async (knex) => {\n  await knex('notes').insert({ title: 'a' });\n  await knex('notes').insert({ title: 'a' });\n};\n",
  });
  const { stderr, code } = await run(['rehearse']);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /main: upgrade\.sql stopped in revision 2_rows\.cjs: UNIQUE .*\n {2}--> migrations\/2_rows\.cjs:3\n/,
  );
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

test('a migration that was adopted is found by the name that it has for knex, and by its beginning', async () => {
  const { run, files } = stage(project);
  await run(['adopt']);
  const shown = (await run(['show', '20200101'])).stdout;
  expect(shown).toContain('migrations/20200101_first.cjs');
  for (const name of ['20200101_first.cjs', '20200101_fi'])
    expect(await run(['show', name])).toMatchObject({ code: 0, stdout: shown });
  expect(await run(['upgrade', '--sql', '20200101_first.cjs:'])).toMatchObject({ code: 0 });
  const more = ['revision', '-m', 'more', '--rev-id', 'aa01', '--depends-on', '20200101_first.cjs'];
  expect(await run([...more, '--splice', '--head', '20200102-second.cjs'])).toMatchObject({ code: 0 });
  const made = Object.values(files()).find((text) => text.includes("'aa01'"));
  expect(made).toContain("dependsOn: readonly string[] | null = ['20200101'];");
});

test('a value of rows that were there before the script begins is not written back without words', async () => {
  const site = `exports.up = async (knex) => {
  await knex.schema.createTable('settings', (t) => { t.string('key', 20).primary(); t.text('value'); });
  await knex('settings').insert({ key: 'site', value: '{"name":"acme"}' });
};
`;
  const rewrite = `exports.up = async (knex) => {
  const { value } = await knex('settings').where({ key: 'site' }).first();
  await knex('settings').where({ key: 'site' }).update({ value: JSON.stringify({ ...JSON.parse(value), plan: 'free' }) });
};
`;
  const own = `exports.up = async (knex) => {
  await knex.schema.createTable('plans', (t) => { t.string('key', 20).primary(); t.string('title', 20); });
  await knex('plans').insert({ key: 'free', title: 'Free' });
  const { title } = await knex('plans').where({ key: 'free' }).first();
  await knex('plans').where({ key: 'free' }).update({ title: title.toUpperCase() });
};
`;
  const files = {
    'migrator.toml': configuration,
    'migrations/1_s.cjs': site,
    'migrations/2_w.cjs': rewrite,
    'migrations/3_o.cjs': own,
  };
  const { run } = stage(files);
  const refused = await run(['bundle', '1_s.cjs:']);
  expect([refused.code, refused.stderr.match(/^error\[.*/gm)?.length]).toEqual([2, 1]);
  expect(refused.stderr).toMatch(
    /needs-acceptance\]: revision 2_w\.cjs reads .*inserted before the script begins, and may have been changed/,
  );
  expect(refused.stderr).toMatch(/help: Let the database look the value up: .*accepts_reads/s);
  expect(await run(['bundle'])).toMatchObject({ code: 0 });
  expect(await run(['bundle', '2_w.cjs:'])).toMatchObject({ code: 0 });
  expect(await run(['check', '--offline'])).toMatchObject({ code: 0 });
  const words = '[revision."2_w.cjs"]\naccepts_reads = "nobody changes settings but migrations"\n';
  expect(await stage({ ...files, 'migrator.toml': configuration + words }).run(['bundle', '1_s.cjs:'])).toMatchObject({
    code: 0,
  });
});
