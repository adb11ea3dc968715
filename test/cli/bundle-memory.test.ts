/** An unchanged bundle is not made again; anything that could change it makes it anew. */

import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stage } from './transcript.ts';

const plain = `/** First. */
import { name } from './_names.js';
export const revision = 'aa11';
export const downRevision = null;
export function upgrade(op) { op.createTable(name, (t) => t.integer('id')); }
export function downgrade(op) { op.dropTable(name); }
`;

interface Project {
  readonly root: string;
  bundle(...more: string[]): Promise<string>;
  script(): string;
}

function project(revision: string = plain): Project {
  const { root, run } = stage({
    'migrator.toml': '[target.db]\ndialect = "postgresql"\n',
    'revisions/_names.ts': "export const name: string = 'one';\n",
    'revisions/aa11_first.ts': revision,
  });
  return {
    root,
    async bundle(...more) {
      const { code, stdout, stderr } = await run(['bundle', ...more]);
      expect(code, stderr).toBe(0);
      return stdout;
    },
    script: () => readFileSync(join(root, 'out/db/base_to_aa11/upgrade.sql'), 'utf8'),
  };
}

test('a second run leaves it as it stands', async () => {
  const { bundle, script } = project();
  expect(await bundle()).not.toContain('unchanged');
  const first = script();
  expect(await bundle()).toContain('unchanged');
  expect(script()).toBe(first);
});

test.each([
  ['the revision', (root: string) => appendFileSync(join(root, 'revisions/aa11_first.ts'), '// more\n')],
  [
    'a module that it imports',
    (root: string) => writeFileSync(join(root, 'revisions/_names.ts'), "export const name: string = 'two';\n"),
  ],
  [
    'a file that would be imported instead',
    (root: string) => writeFileSync(join(root, 'revisions/_names.js'), "export const name = 'two';\n"),
  ],
  ['the configuration', (root: string) => appendFileSync(join(root, 'migrator.toml'), 'version = "16"\n')],
  ['the bundle itself', (root: string) => appendFileSync(join(root, 'out/db/base_to_aa11/upgrade.sql'), '-- edited\n')],
  ['a file added to the bundle', (root: string) => writeFileSync(join(root, 'out/db/base_to_aa11/more.sql'), '')],
])('it is made again when %s changed', async (_, change) => {
  const { root, bundle } = project();
  await bundle();
  change(root);
  expect(await bundle()).not.toContain('unchanged');
});

test.each([
  'null',
  '"s"',
  '5',
  '[]',
  '{',
  '{"KEY":5}',
  '{"KEY":null}',
  '{"KEY":{"inputs":"","files":null,"absent":{},"sums":""}}',
])('a memory that holds %s is empty, and written anew', async (text) => {
  const { root, bundle } = project();
  await bundle();
  writeFileSync(join(root, '.migrator/bundles.json'), text.replace('KEY', join(root, 'out/db/base_to_aa11')));
  expect(await bundle()).not.toContain('unchanged');
  expect(await bundle()).toContain('unchanged');
});

test.each([
  ['its file is a folder', (root: string) => mkdirSync(join(root, '.migrator/bundles.json'), { recursive: true })],
  [
    'its file is a link that leads nowhere',
    (root: string) => {
      mkdirSync(join(root, '.migrator'));
      symlinkSync('/nowhere/at/all', join(root, '.migrator/bundles.json'));
    },
  ],
  ['its folder is a link that leads nowhere', (root: string) => symlinkSync('nowhere', join(root, '.migrator'))],
  ['its folder is a file', (root: string) => writeFileSync(join(root, '.migrator'), '')],
])('bundles are made where %s', async (_, spoil) => {
  const { root, bundle, script } = project();
  spoil(root);
  await bundle();
  expect(await bundle()).toContain('base_to_aa11');
  expect(script()).toContain('CREATE TABLE');
});

test('a revision that was changed while others ran is refused', async () => {
  const { root, run } = stage({ 'migrator.toml': '[target.db]\ndialect = "postgresql"\n' });
  const next = join(root, 'revisions/bb22_next.js');
  mkdirSync(join(root, 'revisions'));
  writeFileSync(next, "exports.revision = 'bb22';\nexports.downRevision = 'aa11';\nexports.upgrade = () => {};\n");
  writeFileSync(
    join(root, 'revisions/aa11_first.js'),
    `exports.revision = 'aa11';
exports.downRevision = null;
exports.upgrade = () => require('node:fs').appendFileSync(${JSON.stringify(next)}, '// more');
`,
  );
  const { code, stderr } = await run(['bundle']);
  expect(stderr).toMatch(/^error\[changed-meanwhile\]: revisions\/bb22_next\.js was changed/);
  expect(code).toBe(2);
});

test('it is made again with other arguments', async () => {
  const { bundle } = project();
  await bundle();
  expect(await bundle('-x', 'tenant=acme')).not.toContain('unchanged');
});

test('a revision that looks at the outside world is never remembered', async () => {
  const { bundle } = project(plain.replace('createTable(name', 'createTable(process.env.NONE ?? name'));
  await bundle();
  expect(await bundle()).not.toContain('unchanged');
});

test('it is made again when a folder of seeds has one more', async () => {
  const seed = (id: number) => `exports.seed = (knex) => knex('one').insert({ id: ${id} });`;
  const { root, run } = stage({
    'migrator.toml': '[migrator]\nformat = "knex"\nlocations = ["migrations"]\n[target.db]\ndialect = "postgresql"\n',
    'migrations/1_one.js': `exports.up = async (knex) => {
  await knex.schema.createTable('one', (t) => t.integer('id'));
  await knex.seed.run();
};`,
    'seeds/1.js': seed(1),
  });
  await run(['bundle']);
  writeFileSync(join(root, 'seeds/2.js'), seed(2));
  expect((await run(['bundle'])).stdout).not.toContain('unchanged');
});
