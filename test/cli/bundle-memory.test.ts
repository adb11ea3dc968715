/** An unchanged bundle is not made again; anything that could change it makes it anew. */

import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createContext } from './transcript.ts';
import { run } from '../../src/cli/run.ts';

let root: string;

function revision(text: string): void {
  writeFileSync(join(root, 'revisions', 'aa11_first.ts'), text);
}

const plain = `/** First. */
import { name } from './_names.js';
export const revision = 'aa11';
export const downRevision = null;
export function upgrade(op) { op.createTable(name, (t) => t.integer('id')); }
export function downgrade(op) { op.dropTable(name); }
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'migrator-memory-'));
  mkdirSync(join(root, 'revisions'));
  writeFileSync(join(root, 'migrator.toml'), '[target.db]\ndialect = "postgresql"\n');
  writeFileSync(join(root, 'revisions', '_names.ts'), "export const name: string = 'one';\n");
  revision(plain);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function bundle(...more: string[]): Promise<string> {
  const context = createContext(root);
  expect(await run(['bundle', ...more], context), context.stderrText()).toBe(0);
  return context.stdoutText();
}

const script = () => readFileSync(join(root, 'out/db/base_to_aa11/upgrade.sql'), 'utf8');

test('a second run leaves it as it stands', async () => {
  expect(await bundle()).not.toContain('unchanged');
  const first = script();
  expect(await bundle()).toContain('unchanged');
  expect(script()).toBe(first);
});

test.each([
  ['the revision', () => appendFileSync(join(root, 'revisions/aa11_first.ts'), '// more\n')],
  ['a module that it imports', () => writeFileSync(join(root, 'revisions/_names.ts'), "export const name: string = 'two';\n")],
  ['a file that would be imported instead', () => writeFileSync(join(root, 'revisions/_names.js'), "export const name = 'two';\n")],
  ['the configuration', () => appendFileSync(join(root, 'migrator.toml'), 'version = "16"\n')],
  ['the bundle itself', () => appendFileSync(join(root, 'out/db/base_to_aa11/upgrade.sql'), '-- edited\n')],
  ['a file added to the bundle', () => writeFileSync(join(root, 'out/db/base_to_aa11/more.sql'), '')],
])('it is made again when %s changed', async (_, change) => {
  await bundle();
  change();
  expect(await bundle()).not.toContain('unchanged');
});

test('it is made again with other arguments', async () => {
  await bundle();
  expect(await bundle('-x', 'tenant=acme')).not.toContain('unchanged');
});

test('a revision that looks at the outside world is never remembered', async () => {
  revision(plain.replace('createTable(name', "createTable(process.env.NONE ?? name"));
  await bundle();
  expect(await bundle()).not.toContain('unchanged');
});
