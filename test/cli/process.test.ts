/** The built program as a process: what only a process shows. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { configuration, history, revisionFile, stage } from './transcript.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

beforeAll(() => {
  if (!existsSync(main)) throw new Error('dist/main.js is missing: run "npm run build" first');
});

function start(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stdout, stderr };
}

test('the exit status, stdout and stderr are what the command answers', () => {
  const { root } = stage(history);
  expect(start(['--help'], root)).toMatchObject({ status: 0, stderr: '' });
  expect(start(['heads'], root)).toEqual({
    status: 0,
    stdout: 'd1dddd (shop) (head)\ne1eeee (bill) (head)\n',
    stderr: '',
  });
  expect(start(['heads', '--nope'], root)).toMatchObject({ status: 64, stdout: '' });
  expect(start(['show', 'nope'], root)).toMatchObject({ status: 2, stdout: '' });
});

test('MIGRATOR_CONFIG names the configuration', () => {
  const { root } = stage({ ...history, 'conf/m.toml': configuration });
  expect(start(['heads'], root, { MIGRATOR_CONFIG: 'conf/m.toml' })).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('no colours in a pipe', () => {
  const { stderr } = start(['nope'], stage().root, { TERM: 'xterm-256color', FORCE_COLOR: '1' });
  expect(stderr).toMatch(/^error\[unknown-command\]: /);
});

test.each(['history -v | head -n 1', 'upgrade --sql | head -n 1', 'history --json | true', 'nope 2>&1 | true'])(
  'a reader that goes away is no fault: %s',
  (line) => {
    const { root } = stage(history);
    const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" ${line}`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  },
);

test('large output arrives whole', () => {
  const many = Object.fromEntries(
    Object.entries(history).map(([path, text]) => [
      path,
      text.replace('/**\n', `/**\n${' * much to say\n'.repeat(20_000)} *\n`),
    ]),
  );
  const { root } = stage({ ...many, 'migrator.toml': configuration });
  const { stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${main}" history -v | cat`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  expect(stdout.match(/much to say/g)).toHaveLength(120_000);
});

/** A limit of one block: the first write takes a part, the next is refused. */
test.each([
  ['a script', 'upgrade --sql -o up.sql', 'up.sql cannot be written: it grows larger than is allowed'],
  ['a bundle', 'bundle', 'cannot be written: it grows larger than is allowed'],
  ['a revision', `revision -m "${'long '.repeat(200)}" --head base`, 'cannot be written: it grows larger'],
  ['redirected output', 'upgrade --sql > out.sql', 'standard output cannot be written: it grows larger'],
  ['output as JSON', 'history --json > out.json', 'standard output cannot be written: it grows larger'],
  ['a full device', 'history --json > /dev/full', 'standard output cannot be written: the disk is full'],
])('%s that the disk does not take whole is an error', (_, line, sentence) => {
  const long = { 'revisions/f1.ts': revisionFile('f1ffff', 'e1eeee', { message: 'very '.repeat(300) }) };
  const { root } = stage({
    ...history,
    ...long,
    'revision.ts.mustache':
      '/** <% message %> */\nexport const revision = <% revision %>;\nexport const downRevision = <% downRevision %>;\n',
  });
  const script = `ulimit -f 1; "${process.execPath}" "${main}" ${line}`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' });
  expect(stderr).toMatch(/^error\[cannot-write\]: /);
  expect(stderr).toContain(sentence);
  expect(status).toBe(2);
  expect(readdirSync(root).filter((name) => /tmp|^up/.test(name))).toEqual([]);
});

test('so is a temporary file that the disk does not take whole', () => {
  const rows = "op.bulkInsert('t', Array.from({ length: 12 }, (_, n) => ({ id: n, text: 'x'.repeat(500_000) })));";
  const { root } = stage({
    'migrator.toml': configuration,
    'revisions/a1.ts': revisionFile('a1aaaa', null).replace('upgrade() {', `upgrade(op) {\n  await ${rows}`),
  });
  const script = `ulimit -f 1; "${process.execPath}" "${main}" upgrade --sql > /dev/null`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' });
  expect(stderr).toMatch(
    /^error\[cannot-write\]: the temporary file .*migrator-\w+\/statements cannot be written: it grows larger/,
  );
  expect(status).toBe(2);
});

test('revision writes a file, and the next one follows it', () => {
  const { root, files } = stage();
  expect(start(['init'], root).status).toBe(0);
  expect(start(['revision', '-m', 'one'], root).stdout).toMatch(/^revisions\/[0-9a-f]{12}_one\.ts\n$/);
  expect(start(['revision', '-m', 'two'], root).status).toBe(0);
  expect(start(['history'], root).stdout).toMatch(/^(\w{12}) -> \w{12} \(head\), two\n<base> -> \1, one\n$/);
  expect(Object.keys(files()).filter((path) => path.endsWith('.tmp'))).toEqual([]);
});

test('rows pass through: more of them than the memory would hold', () => {
  const { root } = stage({
    'migrator.toml': '[target.main]\ndialect = "postgresql"\n',
    'revisions/1.ts': `export const revision = 'aa01';
export const downRevision = null;
export function upgrade(op) {
  op.createTable('visit', (t) => { t.integer('id').notNullable().primary(); t.string('page', 200); });
  async function* rows() { for (let id = 0; id < 300_000; id++) yield { id, page: \`/articles/\${id}/\${'x'.repeat(120)}\` }; }
  return op.bulkInsert('visit', rows());
}
`,
  });
  const argv = ['--max-old-space-size=32', main, 'bundle', '--name', 'made'];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(statSync(join(root, 'out', 'main', 'made', 'upgrade.sql')).size).toBeGreaterThan(40_000_000);
});
