import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Asked, type Memory, openMemory } from '../../../src/bundle/memory.ts';
import { createLoader } from '../../../src/loader/load.ts';

let root: string;
let asked: Asked;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'memory-'));
  asked = { inputs: [1], folder: join(root, 'out') };
  mkdirSync(asked.folder);
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(asked.folder, 'SHA256SUMS'), '');
  release('knex', '1.0.0');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const open = (): Memory => openMemory(root, join(root, 'dist'));

/** A package that does not let its package.json be imported. */
function release(name: string, version: string): void {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version, exports: {} }));
}

function remember(files: ReadonlyMap<string, string>): void {
  const memory = open();
  memory.remember(asked, { files, absent: [] });
  memory.save();
}

test('another release of a package that decides bytes makes bundles anew', () => {
  remember(new Map());
  expect(open().stands(asked)).toBe(true);
  release('knex', '1.0.1');
  expect(open().stands(asked)).toBe(false);
});

test('other code makes bundles anew, built or not', () => {
  remember(new Map());
  for (const [folder, file] of [
    ['built', 'main.js'],
    ['source', 'script/print.ts'],
  ] as const) {
    const code = join(root, folder);
    mkdirSync(join(code, 'script'), { recursive: true });
    writeFileSync(join(code, file), 'one');
    const memory = openMemory(root, code);
    expect(memory.stands(asked)).toBe(false);
    memory.remember(asked, { files: new Map(), absent: [] });
    expect(memory.stands(asked)).toBe(true);
  }
});

test('numbers for which JSON has no word are told apart', () => {
  const memory = open();
  memory.remember({ ...asked, inputs: Number.NaN }, { files: new Map(), absent: [] });
  for (const inputs of [Number.POSITIVE_INFINITY, null, 'NaN']) expect(memory.stands({ ...asked, inputs })).toBe(false);
  expect(memory.stands({ ...asked, inputs: Number.NaN })).toBe(true);
});

test('a file that was changed after it was read is not taken for what was read', async () => {
  const file = join(root, 'a.js');
  const text = "exports.a = 'ü';\n";
  writeFileSync(file, text);
  const loader = createLoader({ root, provided: new Map() });
  await loader.load(file);
  writeFileSync(file, '// another\n');
  expect([...loader.files]).toEqual([[file, createHash('sha256').update(text).digest('hex')]]);
  remember(loader.files);
  expect(open().stands(asked)).toBe(false);
  writeFileSync(file, text);
  expect(open().stands(asked)).toBe(true);
});
