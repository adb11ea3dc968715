import { expect, test } from 'vitest';
import { isPureImport, isPureText } from '../../../src/loader/purity.ts';

test.each([
  ['process.env.SCHEMA', false],
  ['new Date()', false],
  ['Math . random()', false],
  ['const { random } = Math;', false],
  ["Math['random']()", false],
  ['Math?.random()', false],
  ['Math.floor(2.5) + Math\n  .max(1, 2)', true],
  ['Math.randomized', true],
  ["['b', 'a'].sort((a, b) => a.localeCompare(b))", false],
  ['join(__dirname, "seed.csv")', false],
  ['op.execute(__filename)', false],
  ['navigator.language', false],
  ['import . meta.url', false],
  ["Symbol.for('mark')", true],
  ['globalThis["pro" + "cess"]', false],
  [' * Create Date: 2026-03-02 09:15:00+00:00\n', true],
  ["op.createTable('processes', (t) => t.date('dated'))", true],
])('%s depends on nothing outside: %s', (code, pure) => {
  expect(isPureText(code)).toBe(pure);
});

test('only builtins that look at nothing are pure', () => {
  expect(['node:path', 'util', 'fs', 'node:fs/promises', 'lodash'].map(isPureImport)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
