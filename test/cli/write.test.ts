import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configuration, history, revisionFile, stage } from './transcript.ts';

const template = [
  '/**',
  ' * <% message %>',
  ' *',
  ' * Create Date: <% created %>',
  ' */',
  'export const revision = <% revision %>;',
  'export const downRevision = <% downRevision %>;',
  'export const branchLabels = <% branchLabels %>;',
  'export const dependsOn = <% dependsOn %>;',
  'export async function upgrade() {}',
  'export async function downgrade() {}',
  '',
].join('\n');

const project = { 'migrator.toml': configuration, 'revision.ts.mustache': template };
const withHook = (lines: string): string => `${configuration}\n[[hooks]]\nname = "tidy"\n${lines}\n`;

test('init makes a project in which the next commands work', async () => {
  const { run, files } = stage();
  const made = await run(['init', 'shop']);
  expect(made).toEqual({
    code: 0,
    stdout: 'shop/migrator.toml\nshop/revision.ts.mustache\nshop/revisions/README.md\n',
    stderr: 'next, in shop: migrator revision -m "what it does"\n',
  });
  expect(Object.keys(files())).toEqual(['shop/migrator.toml', 'shop/revision.ts.mustache', 'shop/revisions/README.md']);
});

test('every template is a project that reads, and they are listed sorted', async () => {
  const { run, files, root } = stage();
  const { templates } = JSON.parse((await run(['list-templates', '--json'])).stdout);
  const names = templates.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['alembic', 'all', 'default']);
  expect((await run(['list-templates'])).stdout).toContain('default  One PostgreSQL database.\n');
  for (const name of names) {
    expect((await run(['init', name, '-t', name])).code).toBe(0);
    const inside = { cwd: join(root, name) };
    expect((await run(['revision', '-m', 'Größe, and more', '--rev-id', 'r1'], inside)).stdout).toBe(
      'revisions/r1_größe_and_more.ts\n',
    );
    expect((await run(['history'], inside)).stdout).toBe('<base> -> r1 (head), Größe, and more\n');
  }
  expect(files()['all/migrator.toml']).toContain('dialect = "redshift"');
});

test('init names every file that is in the way, and writes none', async () => {
  const place = stage({ 'migrator.toml': '# mine\n', 'revision.ts.mustache': 'mine' });
  const before = place.files();
  const { code, stderr, stdout } = await place.run(['init']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('error[file-exists]: migrator.toml is there already\n');
  expect(stderr).toContain('error[file-exists]: revision.ts.mustache is there already\n');
  expect(place.files()).toEqual(before);
});

test('init --dry-run writes nothing', async () => {
  const { run, files } = stage();
  expect((await run(['init', 'shop', '--dry-run'])).stdout).toContain('shop/migrator.toml\n');
  expect(files()).toEqual({});
});

test('revision writes a file after the head and says its path', async () => {
  const { run, files } = stage(project);
  expect(await run(['revision', '-m', 'Create orders'])).toEqual({
    code: 0,
    stdout: 'revisions/010101010101_create_orders.ts\n',
    stderr: '',
  });
  const second = await run(['revision', '-m', 'two', '--branch-label', 'shop', '--json']);
  expect(JSON.parse(second.stdout)).toEqual({
    id: '030303030303',
    parents: ['010101010101'],
    file: 'revisions/030303030303_two.ts',
    written: true,
  });
  expect(Object.keys(files()).filter((path) => path.includes('revisions/'))).toHaveLength(2);
  expect(files()['revisions/030303030303_two.ts']).toContain("export const downRevision = '010101010101';");
  expect(files()['revisions/030303030303_two.ts']).toContain('Create Date: 2026-03-01 12:34:56+00:00');
});

test('revision without a message says where one goes', async () => {
  const { run, files } = stage(project);
  const { code, stderr } = await run(['revision']);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      'the revision has no message: say what it does in the first line of its comment, or the next time with -m "what it does"\n',
  });
  expect((await run(['revision', '--dry-run'])).stderr).toBe(stderr);
  const [file = ''] = Object.keys(files()).filter((path) => path.includes('revisions/'));
  expect(files()[file]).toMatch(/^\/\*\*\n \* *\n/);
});

test('a missing template is had from a project beside', async () => {
  const { run, files } = stage({ 'migrator.toml': configuration });
  expect((await run(['revision', '-m', 'x'])).stderr).toContain('help: "migrator init example" writes one');
  const made = await run(['init', 'example']);
  expect(made.stderr).toBe('next, in example: migrator revision -m "what it does"\n');
  expect(files()).toHaveProperty(['example/revision.ts.mustache']);
});

test('revision takes every option', async () => {
  const place = stage({ ...history, 'revision.ts.mustache': template });
  const argv = ['revision', '--head', 'a1', '--splice', '--branch-label', 'x', '--branch-label', 'y'];
  const { code } = await place.run([
    ...argv,
    '--depends-on',
    'bill',
    '--depends-on',
    'b1',
    '--rev-id',
    'zz',
    '-m',
    'z',
  ]);
  expect(code).toBe(0);
  const text = place.files()['revisions/zz_z.ts'];
  expect(text).toContain("export const downRevision = 'a1aaaa';");
  expect(text).toContain("export const branchLabels = ['x', 'y'];");
  expect(text).toContain("export const dependsOn = ['bill', 'b1bbbb'];");
});

test('revision --dry-run shows the file and writes nothing', async () => {
  const place = stage(project);
  const before = place.files();
  const { stdout } = await place.run(['revision', '-m', 'x', '--rev-id', 'r1', '--dry-run']);
  expect(stdout).toMatch(/^revisions\/r1_x\.ts\n\n\/\*\*\n \* x\n/);
  expect(place.files()).toEqual(before);
});

test('several locations: beside the parent, or where it is told', async () => {
  const toml = '[migrator]\nlocations = ["one", "two"]\n';
  const place = stage({ ...project, 'migrator.toml': toml, 'one/a.ts': revisionFile('a', null), 'two/.gitkeep': '' });
  expect((await place.run(['revision', '-m', 'b', '--rev-id', 'b'])).stdout).toBe('one/b_b.ts\n');
  const argv = ['revision', '-m', 'c', '--rev-id', 'c', '--head', 'base', '--version-path', 'two'];
  expect((await place.run(argv)).stdout).toBe('two/c_c.ts\n');
  const wrong = await place.run(['revision', '--head', 'b', '--version-path', 'three']);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('error[unknown-location]');
});

test('merge joins the heads', async () => {
  const place = stage({ ...history, 'revision.ts.mustache': template });
  expect((await place.run(['merge', '--rev-id', 'm1'])).stdout).toBe('revisions/m1_merge_d1dddd_and_e1eeee.ts\n');
  expect(place.files()['revisions/m1_merge_d1dddd_and_e1eeee.ts']).toContain("downRevision = ['d1dddd', 'e1eeee']");
  const again = await place.run(['merge']);
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('error[nothing-to-merge]: there is only m1 to merge\n');
});

test('a hook runs on the new file, and what it says goes to stderr', async () => {
  const hook = `command = ["${process.execPath}", "-e", "require('fs').appendFileSync(process.argv[1], '// tidy'); console.log('done')"]`;
  const place = stage({ ...project, 'migrator.toml': withHook(hook) });
  const { code, stderr } = await place.run(['revision', '-m', 'x', '--rev-id', 'r1']);
  expect([code, stderr]).toEqual([0, 'tidy: done\n']);
  expect(place.files()['revisions/r1_x.ts']).toMatch(/\/\/ tidy$/);
});

test('REVISION_FILE stands for the file wherever it occurs', async () => {
  const hook = `command = ["${process.execPath}", "-e", "console.log(process.argv.slice(1).join())", "--", "--file=REVISION_FILE", "-x"]`;
  const place = stage({ ...project, 'migrator.toml': withHook(hook) });
  const { stderr } = await place.run(['revision', '-m', 'x', '--rev-id', 'r1']);
  expect(stderr).toBe(`tidy: --file=${place.root}/revisions/r1_x.ts,-x\n`);
});

test.each([
  ['that fails', `["${process.execPath}", "-e", "console.error('bad style'); process.exit(3)"]`, 'ended with status 3'],
  ['that is not there', '"no-such-program-at-all"', 'cannot be started'],
])('a hook %s fails the command, and nothing stays', async (_, command, how) => {
  const place = stage({ ...project, 'migrator.toml': withHook(`command = ${command}`) });
  const before = place.files();
  const { code, stdout, stderr } = await place.run(['revision', '-m', 'x']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`error[hook-failed]: the hook "tidy" ${how}`);
  expect(stderr).toContain('  --> migrator.toml:6:1\n');
  if (how.includes('status')) expect(stderr).toContain('    bad style\n');
  expect(place.files()).toEqual(before);
});

test('nothing is overwritten, not even what is no revision', async () => {
  const place = stage({ ...project, 'migrator.toml': '[migrator]\nfile_template = "%(slug)s"\n' });
  expect((await place.run(['revision', '-m', 'x'])).code).toBe(0);
  const before = place.files();
  const again = await place.run(['revision', '-m', 'x']);
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain('error[file-exists]: revisions/x.ts already is revision');
  expect(place.files()).toEqual(before);
  mkdirSync(join(place.root, 'revisions/y.ts'));
  const folder = await place.run(['revision', '-m', 'y']);
  expect(folder).toMatchObject({ code: 2, stdout: '' });
  expect(folder.stderr).toContain('error[file-exists]: revisions/y.ts is there already\n');
  expect(place.files()).toEqual(before);
});

test('a folder that cannot be written to is said so', async () => {
  const place = stage(project);
  writeFileSync(join(place.root, 'revisions'), 'a file');
  const { code, stderr } = await place.run(['revision', '-m', 'x']);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^error\[cannot-write\]: revisions\/\w+\.ts cannot be written: a part of its path is a file\n$/,
  );
});

test('a template of no use is refused before anything is written', async () => {
  for (const text of ['no revision here', '<% nonsense %>', '<%# open %>']) {
    const place = stage({ ...project, 'revision.ts.mustache': text });
    const before = place.files();
    const { code, stdout, stderr } = await place.run(['revision', '-m', 'x']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error\[/);
    expect(place.files()).toEqual(before);
  }
});
