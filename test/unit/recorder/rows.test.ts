/** Rows that no statement could carry. */
import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import { dialectNames } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { createRowWriter } from '../../../src/recorder/rows.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import { sqlOf } from './recorded.ts';

const limited = ['mysql', 'mariadb', 'cockroachdb', 'redshift'] as const;

test.each(limited)('a row longer than a statement of %s may be is refused with its number', (name) => {
  const writer = createRowWriter({ name: 't' }, emptySchema, dialects[name]);
  writer.push({ a: 'x'.repeat(15_999_000) });
  expect(() => writer.push({ a: 'x'.repeat(16_000_000) })).toThrow(
    expect.objectContaining({
      code: 'unrepresentable',
      message: expect.stringMatching(/^row 2 takes 17 MB of SQL, and .* takes no statement over 16 MB$/),
    }),
  );
});

test('a statement is cut by its bytes, not by its characters', () => {
  const { maxBytes } = dialects.oracle.insert;
  const writer = createRowWriter({ name: 't' }, emptySchema, dialects.oracle);
  const batches = Array.from({ length: 40 }, () => writer.push({ a: '中'.repeat(1000) })).filter(
    (batch) => batch !== undefined,
  );
  expect(batches.length).toBeGreaterThan(3);
  for (const { statements } of batches) {
    for (const { sql } of statements) expect(Buffer.byteLength(String(sql))).toBeLessThan(maxBytes + 4000);
  }
});

test('no dialect makes statements that are longer than its longest row may be', () => {
  for (const name of dialectNames) {
    const { maxBytes, maxRowBytes = Number.POSITIVE_INFINITY } = dialects[name].insert;
    expect(maxBytes, name).toBeLessThan(maxRowBytes);
  }
});

test.each<readonly [string, (op: Op) => unknown]>([
  ['a row', (op) => op.bulkInsert('person', [{ mood: 'glad' }])],
  ['an update', (op) => op.knex('person').update({ mood: 'glad' })],
])('%s holds no value that its enum has not', async (_, write) => {
  const made = sqlOf('postgresql', (op) => {
    op.createEnum('mood', ['sad']);
    op.createTable('person', (t) => t.specificType('mood', 'mood'));
    return write(op);
  });
  await expect(made).rejects.toThrow('"glad" is not among the values of the column');
});
