/** Redshift's types by knex's words, in revisions and in migrations; and what it and CockroachDB have for a point. */

import { expect, test } from 'vitest';
import { cockroachdb } from '../../../src/dialect/cockroachdb.ts';
import { redshiftType } from '../../../src/dialect/redshift/definition.ts';

const typed = (name: string, args: readonly unknown[], likeKnex = false) =>
  redshiftType({ name, args }, () => 'as knex', { version: '1.0', likeKnex });

test.each<[string, readonly unknown[], string]>([
  ['datetime', [{ precision: 6 }], 'timestamptz'],
  ['datetime', [{ useTz: false, precision: 0 }], 'timestamp'],
  ['timestamp', [{ useTz: true }], 'timestamptz'],
  ['timestamp', [{ useTz: false }], 'timestamp'],
  ['timestamp', [true], 'as knex'],
  ['datetime', [], 'as knex'],
])('%s(%j)', (name, args, expected) => {
  expect(typed(name, args)).toBe(expected);
  expect(typed(name, args, true)).toBe('as knex');
});

test("neither Redshift nor CockroachDB has PostgreSQL's point", () => {
  expect(typed('point', [])).toBe('geometry');
  const place = { version: '24.1', likeKnex: false };
  expect(cockroachdb.type?.({ name: 'point', args: [] }, () => 'point', place)).toBe('geometry(point)');
  expect(cockroachdb.type?.({ name: 'text', args: [] }, () => 'text', place)).toBe('text');
});
