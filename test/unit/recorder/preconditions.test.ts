/** What the rows that a revision inserts itself make impossible. */

import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import { withPreconditions } from '../../../src/recorder/preconditions.ts';
import type { Recording } from '../../../src/recorder/recording.ts';
import { emptySchema } from '../../../src/schema/schema.ts';
import { column } from '../dialect/lower-cases.ts';

const table = { name: 'c' };
const create: Operation = {
  kind: 'createTable',
  table: { name: table, columns: [column('x', 'varchar', 'varchar2(9 char)')], constraints: [], indexes: [] },
  ifNotExists: false,
};
const insert: Operation = { kind: 'insert', table, columns: ['x'], rows: 1 };
const type = { type: { name: 'date', args: [] }, sqlType: 'date', unsigned: false };
const alter: Operation = { kind: 'alterColumn', table, column: 'x', change: { type } };
const clear: Operation = { kind: 'data', verb: 'update', table };

const recorded = (...operations: readonly Operation[]): Recording =>
  ({
    step: { revision: { file: 'revisions/c.ts' } },
    before: emptySchema,
    changes: operations.map((operation, at) => ({
      operations: [operation],
      statements: [{ sql: 'x', transactional: true, sort: 'schema' }],
      place: { file: 'revisions/c.ts', line: at + 1 },
    })),
  }) as unknown as Recording;

test('Oracle gives no other type to a column that the revision has filled (ORA-01439)', () => {
  expect(() => withPreconditions(recorded(create, insert, alter), dialects.oracle)).toThrowError(
    expect.objectContaining({
      code: 'impossible',
      message: expect.stringContaining('only in a column without values'),
      place: { file: 'revisions/c.ts', line: 3 },
    }),
  );
  expect(withPreconditions(recorded(create, alter, insert), dialects.oracle).preconditions).toBeUndefined();
  const { preconditions } = withPreconditions(recorded(create, insert, clear, alter), dialects.oracle);
  expect(preconditions).toMatchObject([{ at: 3, check: { loss: false, noun: 'value' } }]);
});
