import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRevisions } from '../../../src/history/load.ts';
import { mistake } from './graph-of.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(file: string, text = `export const revision = '${file.replace(/\W/g, '_')}';`): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
const files = (locations: readonly string[], recursive = false): string[] =>
  loadRevisions(root, { locations, places: locations.map(named), recursive }).map((revision) => revision.file);
const named = (_: string, n: number) => ({ file: 'migrator.toml', line: n + 1 });

test('locations come in configured order, files by code point', () => {
  for (const name of ['b/2.ts', 'b/10.ts', 'b/é.ts', 'b/Z.ts', 'b/a.mjs', 'b/\u{1f600}.ts', 'b/\uff5e.ts', 'a/1.cts'])
    put(name);
  expect(files(['b', './a/'])).toEqual([
    'b/10.ts',
    'b/2.ts',
    'b/Z.ts',
    'b/a.mjs',
    'b/é.ts',
    'b/\uff5e.ts',
    'b/\u{1f600}.ts',
    'a/1.cts',
  ]);
});

test('declarations, hidden and private files, and other kinds are passed over', () => {
  for (const name of ['r/a.d.ts', 'r/b.d.mts', 'r/.c.ts', 'r/_d.ts', 'r/e.json', 'r/f.sql', 'r/g.ts.bak'])
    put(name, 'nothing');
  put('r/z.ts');
  expect(files(['r'], true)).toEqual(['r/z.ts']);
});

test('folders are entered when asked for', () => {
  for (const name of ['r/2025/b.ts', 'r/a.ts', 'r/2026/x/c.ts', 'r/_old/d.ts', 'r/node_modules/e.ts', 'r/.git/f.ts'])
    put(name);
  expect(files(['r'])).toEqual(['r/a.ts']);
  expect(files(['r'], true)).toEqual(['r/2025/b.ts', 'r/2026/x/c.ts', 'r/a.ts']);
});

test('a file in two locations is one revision', () => {
  put('r/a.ts');
  put('r/sub/b.ts');
  expect(files(['r', 'r/sub'], true)).toEqual(['r/a.ts', 'r/sub/b.ts']);
});

test('links are followed', () => {
  put('elsewhere/a.ts');
  mkdirSync(join(root, 'r'));
  symlinkSync('../elsewhere/a.ts', join(root, 'r/b.ts'));
  expect(files(['r'])).toEqual(['r/b.ts']);
});

test.each(['r/a\nb.ts', 'r/a\u2028b.ts', 'r/a\u0007.js', 'r/a\rb/c.ts'])('the name %j is refused', (file) => {
  put(file, '');
  const { codes, message } = mistake(() => files(['r'], true));
  expect(codes).toEqual(['illegal-file-name']);
  expect(message).toContain(JSON.stringify(file.replace('/c.ts', '')));
});

test('names of what is no revision are nobody’s business', () => {
  for (const name of ['r/a\nb.md', 'r/_a\nb.ts', 'r/a\nb/c.ts']) put(name);
  symlinkSync('nowhere', join(root, 'r/notes.md'));
  symlinkSync('nowhere', join(root, 'r/.#a.ts'));
  expect(files(['r'])).toEqual([]);
});

test.each(['nowhere.ts', 'loop.ts'])('a link to %s is refused', (to) => {
  mkdirSync(join(root, 'r'));
  symlinkSync(to, join(root, 'r/loop.ts'));
  const { codes, message } = mistake(() => files(['r']));
  expect(codes).toEqual(['cannot-read']);
  expect(message).toContain('r/loop.ts');
});

test.each([
  ['itself', { 'r/a': '.' }],
  ['a folder above its location', { 'r/a': '../..' }],
  ['one that leads back', { 'r/a/x': '../b', 'r/b/y': '../a' }],
])('a link to %s is refused, and walked no further', (_, links) => {
  put('r/one.ts');
  for (const [at, to] of Object.entries(links)) {
    mkdirSync(dirname(join(root, at)), { recursive: true });
    symlinkSync(to, join(root, at));
  }
  expect(new Set(mistake(() => files(['r'], true)).codes)).toEqual(new Set(['cannot-read']));
});

test('two links to one folder are no circle', () => {
  put('elsewhere/a.ts');
  mkdirSync(join(root, 'r'));
  for (const name of ['x', 'y']) symlinkSync('../elsewhere', join(root, 'r', name));
  expect(files(['r'], true)).toEqual(['r/x/a.ts', 'r/y/a.ts']);
});

test('a pipe is not waited for', () => {
  put('r/a.ts');
  spawnSync('mkfifo', [join(root, 'r/b.ts')]);
  symlinkSync('b.ts', join(root, 'r/c.ts'));
  const { codes, error } = mistake(() => files(['r']));
  expect(codes).toEqual(['cannot-read', 'cannot-read']);
  expect([error, ...error.others].map(({ message }) => message).sort()).toEqual([
    'r/b.ts is no regular file',
    'r/c.ts is no regular file',
  ]);
});

test.skipIf(process.getuid?.() === 0)('what may not be read is refused by name', () => {
  put('r/a.ts');
  put('r/sub/b.ts');
  chmodSync(join(root, 'r/a.ts'), 0);
  chmodSync(join(root, 'r/sub'), 0);
  const { codes } = mistake(() => files(['r'], true));
  chmodSync(join(root, 'r/sub'), 0o700);
  expect(codes).toEqual(['cannot-read', 'cannot-read']);
});

test('the project itself may be the location', () => {
  put('a.ts');
  expect(files(['.'])).toEqual(['a.ts']);
});

test('all faults of all files are named at once', () => {
  put('r/a.ts', 'export const revision = compute();');
  put('r/b.ts');
  put('r/c.ts', '');
  const { codes, error } = mistake(() => files(['r', 'gone']));
  expect(codes).toEqual(['no-location', 'header-not-literal', 'no-revision-id']);
  expect(error.place).toEqual({ file: 'migrator.toml', line: 2 });
  expect(error.others.map((one) => one.place)).toEqual([{ file: 'r/a.ts', line: 1 }, { file: 'r/c.ts' }]);
});

test('a location that nobody named and that is absent is an empty history', () => {
  expect(loadRevisions(root, { locations: ['gone'], recursive: false })).toEqual([]);
  expect(mistake(() => files(['gone'])).codes).toEqual(['no-location']);
});
