import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { digestOf, readRevision } from '../../../src/history/header.ts';
import { mistake } from './graph-of.ts';

const read = (text: string) => readRevision(text, 'revisions/x.ts');
const core = (text: string): unknown => {
  const { id, parents, labels, dependsOn } = read(text);
  return { id, parents, labels, dependsOn };
};

describe('a header is read', () => {
  const whole = { id: 'b2', parents: ['a1'], labels: ['shop'], dependsOn: ['c', 'd'] };
  test.each([
    [
      'as it is written by us',
      `import type { Op } from 'migrator';
export const revision = 'b2';
export const downRevision: string | readonly string[] | null = 'a1';
export const branchLabels: readonly string[] | null = ['shop'];
export const dependsOn: readonly string[] | null = ['c', 'd'];
export async function upgrade(op: Op) {}`,
    ],
    [
      'with as const and satisfies, other quotes and no semicolons',
      `export const revision = "b2" as const
export const downRevision = \`a1\` satisfies string
export const branchLabels = ['shop',] as const
export let dependsOn: Array<string>= ["c", // why
  'd']`,
    ],
    [
      'in one statement',
      `export const revision = 'b2', downRevision = 'a1', branchLabels = 'shop', dependsOn = ['c', 'd'];`,
    ],
    [
      'from exports',
      `'use strict';
exports.revision = 'b2';
module.exports.downRevision = 'a1';
exports.branchLabels = ['shop']; exports.dependsOn = ['c', 'd'];
exports.upgrade = async (op) => {};`,
    ],
    [
      'from an exported object',
      `module.exports = { upgrade: async (op) => { const revision = 'no'; }, revision: 'b2', 'downRevision': 'a1',
  async down(op) { return { revision: 'no' }; }, branchLabels: ['shop'], dependsOn: ['c', 'd'] };`,
    ],
    [
      'from a default export',
      `export default { revision: 'b2', downRevision: 'a1', branchLabels: 'shop', dependsOn: ['c', 'd'] } satisfies Revision;`,
    ],
    [
      'from names exported later',
      `const revision = 'b2';
const downRevision = 'a1', branchLabels = ['shop'];
function upgrade() {}
const dependsOn = ['c', 'd'];
export { revision, downRevision, branchLabels, dependsOn, upgrade };`,
    ],
    [
      'from shorthand',
      `const revision = 'b2'; const downRevision = 'a1'; const branchLabels = ['shop']; const dependsOn = ['c', 'd'];
module.exports = { revision, downRevision, branchLabels, dependsOn };`,
    ],
    [
      'wherever it stands',
      `import { helper } from './_helper';
export async function upgrade(op) { const t = \`\${{ a: 1 }.a} export const revision = 'no';\`; }
export const revision = 'b2';
/* export const downRevision = 'no'; */
export const downRevision = 'a1';
export const dependsOn = ['c', 'd'];
export const branchLabels = ['shop'];`,
    ],
  ])('%s', (_, text) => {
    expect(core(text)).toEqual(whole);
    expect(core(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(whole);
    expect(core(`#!/usr/bin/env node\n${text}`)).toEqual(whole);
  });

  test('and what is absent or null is empty', () => {
    const base = { id: 'a', parents: [], labels: [], dependsOn: [] };
    expect(core(`export const revision = 'a';`)).toEqual(base);
    expect(
      core(`export const revision = 'a'; export const downRevision = null; export const dependsOn = undefined;`),
    ).toEqual(base);
    expect(core(`export const revision = 'a'; export const branchLabels: string[] = [];`)).toEqual(base);
  });

  test('with escapes', () => {
    expect(
      core(String.raw`export const revision = '\x61\u0062\u{63}\
d';`),
    ).toMatchObject({ id: 'abcd' });
  });

  test('with the lines where its parts stand', () => {
    const text = `\n\nexport const revision = 'a';\nexport const downRevision = [\n 'b', 'c'];\n\nexport const dependsOn = 'd';`;
    expect(read(text).places).toEqual({
      revision: { file: 'revisions/x.ts', line: 3 },
      parents: { file: 'revisions/x.ts', line: 4 },
      dependsOn: { file: 'revisions/x.ts', line: 7 },
    });
  });

  test('not from locals, strings, comments, types or inner scopes', () => {
    const text = `export const revision = 'a';
const dependsOn = compute();
type downRevision = 'no';
const s = "export const branchLabels = ['no']";
{ exports.downRevision = 'no'; }`;
    expect(core(text)).toEqual({ id: 'a', parents: [], labels: [], dependsOn: [] });
  });
});

describe('the first comment', () => {
  const rest = `export const revision = 'a';`;
  test.each([
    ['/** Add users. */', 'Add users.', undefined],
    [
      '/**\n * Add users\n * and roles\n *\n * More.\n *\n * Revision ID: a\n * Create Date: 2026-01-02 03:04:05+00:00\n */',
      'Add users and roles',
      '2026-01-02 03:04:05+00:00',
    ],
    ['/*\nAdd users\n\nRevision ID: a\n*/', 'Add users', undefined],
    ['/**\n * Add users\n * Revision ID: a\n * Create Date: now\n */', 'Add users', 'now'],
    ['// Add users\n// and roles\n//\n// More.\n\n// other', 'Add users and roles', undefined],
    ['// @ts-check\n/* eslint-disable no-var */\n/// <reference types="x" />\n// Add users', 'Add users', undefined],
    ['/**\n * Revision ID: a\n */', '', undefined],
    ["import x from 'y'; // not this\n/** Add users */", 'Add users', undefined],
    ['', '', undefined],
  ])('%j says %j', (comment, message, created) => {
    const revision = read(`${comment}\n${rest}`);
    expect(revision.message).toBe(message);
    expect(revision.created).toBe(created);
  });

  test('is kept line by line', () => {
    expect(read(`/**\n * Add users\n *\n *   - indented\n */\n${rest}`).comment).toEqual([
      'Add users',
      '',
      '  - indented',
    ]);
  });
});

describe('a header is refused', () => {
  test.each([
    [`export const revision = id('a');`, ['header-not-literal'], 1],
    [`export const revision = 'a' + 'b';`, ['header-not-literal'], 1],
    [`export const revision = \`a\${1}\`;`, ['header-not-literal'], 1],
    [`export const revision = 'a'.trim();`, ['header-not-literal'], 1],
    [`export const revision = 'a'\n + 'b';`, ['header-not-literal'], 1],
    [`export const revision = 'a';\nexport const downRevision = previous;`, ['header-not-literal'], 2],
    [`export const revision = 'a';\nexport const dependsOn = ['b', c];`, ['header-not-literal'], 2],
    [`export const revision = 'a';\nexport const dependsOn = [...['b']];`, ['header-not-literal'], 2],
    [`export const revision = x;\nexport const downRevision = y;`, ['header-not-literal', 'header-not-literal'], 1],
    [`export const revision = ['a'];`, ['no-revision-id'], 1],
    [`export const revision = null;`, ['no-revision-id'], 1],
    [`export const table = 'users';`, ['no-revision-id'], undefined],
    ['', ['no-revision-id'], undefined],
    ['export const revision = "a', ['header-not-literal'], 1],
    [`export const revision = 'a';\nexport const down_revision = 'b';`, ['header-misspelled'], 2],
  ])('%j: %j', (text, codes, line) => {
    const refused = mistake(() => read(text));
    expect(refused.codes).toEqual(codes);
    expect(refused.error.place).toEqual({ file: 'revisions/x.ts', ...(line && { line }) });
    expect(refused.hint).not.toBe('');
  });
});

test('the digest is of the text with LF line ends', () => {
  const text = 'a\nb\n';
  expect(digestOf(text)).toBe(createHash('sha256').update(text).digest('hex'));
  expect(digestOf('a\r\nb\r\n')).toBe(digestOf(text));
  expect(digestOf('a\rb')).not.toBe(digestOf('a\nb'));
});
