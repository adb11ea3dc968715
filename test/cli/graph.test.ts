import { expect, test } from 'vitest';
import { configuration, history, revisionFile, stage } from './transcript.ts';

test('history lists revisions, newest first, with parents, dependencies, labels and marks', async () => {
  const { code, stdout, stderr } = await stage(history).run(['history']);
  expect(stdout).toMatchInlineSnapshot(`
    "b1bbbb, c1cccc -> d1dddd (shop) (head) (mergepoint), join
    a2aaaa -> b1bbbb (shop), step b1bbbb
    <base> (a2aaaa) -> e1eeee (bill) (head), billing
    a2aaaa -> c1cccc, step c1cccc
    a1aaaa -> a2aaaa (branchpoint), a column
    <base> -> a1aaaa, accounts
    "
  `);
  expect([code, stderr]).toEqual([0, '']);
});

test('a range that begins with a minus is a range, in every spelling', async () => {
  const { run } = stage({
    'migrator.toml': configuration,
    'revisions/1.ts': revisionFile('r1', null),
    'revisions/2.ts': revisionFile('r2', 'r1'),
    'revisions/3.ts': revisionFile('r3', 'r2'),
  });
  const expected = { code: 0, stderr: '', stdout: 'r2 -> r3 (head), step r3\nr1 -> r2, step r2\n' };
  for (const argv of [['-r', '-1:'], ['-r=-1:'], ['-r-1:'], ['--rev-range', '-1:'], ['--rev-range=-1:']]) {
    expect(await run(['history', ...argv])).toEqual(expected);
  }
  expect((await run(['show', '-1'])).stdout).toContain('Rev: r2\n');
});

test('history at length', async () => {
  const { stdout } = await stage(history).run(['history', '-v', '-r', 'b1:d1']);
  expect(stdout).toMatchInlineSnapshot(`
    "Rev: d1dddd (head) (mergepoint)
    Merges: b1bbbb, c1cccc
    Branch names: shop
    Path: revisions/d1.ts

        join

        Revision ID: d1dddd
        Create Date: 2026-01-02 03:04:05+00:00

    Rev: b1bbbb
    Parent: a2aaaa
    Branch names: shop
    Path: revisions/b1.ts

        step b1bbbb

        Revision ID: b1bbbb
        Create Date: 2026-01-02 03:04:05+00:00

    "
  `);
});

test('heads, and heads with dependencies resolved', async () => {
  const { run } = stage({ ...history, 'revisions/f1.ts': revisionFile('f1ffff', 'd1dddd', { needs: 'bill' }) });
  expect((await run(['heads'])).stdout).toBe('e1eeee (bill) (effective head)\nf1ffff (shop) (head)\n');
  expect((await run(['heads', '--resolve-dependencies'])).stdout).toBe('f1ffff (shop) (head)\n');
  expect((await run(['heads', '-v'])).stdout).toContain('Also depends on: e1eeee\n');
});

test('branches shows each branch point and what follows it', async () => {
  const { stdout } = await stage(history).run(['branches']);
  expect(stdout).toBe('a2aaaa (branchpoint)\n       -> b1bbbb (shop)\n       -> c1cccc\n');
});

test('show takes every form of a reference', async () => {
  const { run } = stage(history);
  for (const reference of ['d1dddd', 'd1', 'shop@head', 'b1+1', 'a1+1+0']) {
    const { code, stdout } = await run(['show', reference]);
    if (reference === 'a1+1+0') expect(code).toBe(2);
    else expect(stdout).toContain('Rev: d1dddd (head) (mergepoint)\nMerges: b1bbbb, c1cccc\n');
  }
  const nothing = await run(['show', 'base']);
  expect(nothing).toEqual({ code: 0, stdout: '', stderr: 'no revision stands for base\n' });
});

test('--json tells the same as one document', async () => {
  const { run } = stage(history);
  const { revisions } = JSON.parse((await run(['history', '--json', '-r', 'e1:e1'])).stdout);
  expect(revisions).toEqual([
    {
      id: 'e1eeee',
      parents: [],
      dependsOn: ['a2aaaa'],
      labels: ['bill'],
      head: true,
      effectiveHead: false,
      branchPoint: false,
      mergePoint: false,
      message: 'billing',
      created: '2026-01-02 03:04:05+00:00',
      file: 'revisions/e1.ts',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
  const { branches } = JSON.parse((await run(['--json', 'branches'])).stdout);
  expect(branches).toMatchObject([{ point: { id: 'a2aaaa' }, into: ['b1bbbb', 'c1cccc'] }]);
});

test('a project is found from a folder below it, by --config and by MIGRATOR_CONFIG', async () => {
  const place = stage({ ...history, 'src/deep/x.txt': '', 'conf/other.toml': configuration });
  const inner = { cwd: `${place.root}/src/deep` };
  expect((await place.run(['heads'], inner)).stdout).toContain('d1dddd');
  expect((await place.run(['heads', '--config', '../../migrator.toml'], inner)).stdout).toContain('d1dddd');
  expect((await place.run(['--config', 'conf/other.toml', 'heads'])).stdout).toBe('');
  const named = await place.run(['heads'], { env: { MIGRATOR_CONFIG: 'conf/other.toml' } });
  expect(named).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('revision files are not executed by commands of the graph', async () => {
  const file = `${revisionFile('r1', null)}throw new Error('executed');\n`;
  const { run } = stage({ 'migrator.toml': configuration, 'revisions/r1.ts': file });
  for (const command of ['history', 'heads', 'branches']) expect((await run([command])).code).toBe(0);
  expect((await run(['show', 'r1'])).code).toBe(0);
});

test('what would steer a terminal is not printed', async () => {
  const file = revisionFile('r1', null, { message: 'red \u001b[31m message' });
  const { run } = stage({ 'migrator.toml': configuration, 'revisions/r1.ts': file });
  expect((await run(['history'])).stdout).not.toContain('\u001b');
  expect((await run(['show', 'r1'])).stdout).not.toContain('\u001b');
});

test('edit opens the file in VISUAL or EDITOR, arguments included', async () => {
  const place = stage(history);
  const script = `require('fs').appendFileSync(process.argv[1], '// edited\\n')`;
  const editor = stage({ 'editor.cjs': script.replace('argv[1]', 'argv[2]') });
  const env = { PATH: process.env.PATH, EDITOR: `${process.execPath} ${editor.root}/editor.cjs` };
  expect(await place.run(['edit', 'd1'], { env })).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(place.files()['revisions/d1.ts']).toContain('// edited');
});
