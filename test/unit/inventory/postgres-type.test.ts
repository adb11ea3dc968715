/** Types of PostgreSQL as its catalog writes them: https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CATALOG */

import { expect, test } from 'vitest';
import { postgresAccent } from '../../../src/inventory/canonical/postgres.ts';

test.each([
  ['int[][]', 'integer[]'],
  ['int[3][2]', 'integer[]'],
  ['integer array', 'integer[]'],
  ['numeric(10, 2) ARRAY[4]', 'numeric(10,2)[]'],
  ['timestamptz(3)[][]', 'timestamp(3) with time zone[]'],
  ['time(6) with time zone[]', 'time with time zone[]'],
  ['timestamp[]', 'timestamp without time zone[]'],
  ['char[]', 'character(1)[]'],
  ['"char"', '"char"'],
  ['"char"[]', '"char"[]'],
  ['"Mood of Day"[]', 'Mood of Day[]'],
])('%s', (sqlType, written) => {
  expect(postgresAccent.type({ sqlType, type: { name: 'specificType', args: [] }, unsigned: false })).toBe(written);
});
