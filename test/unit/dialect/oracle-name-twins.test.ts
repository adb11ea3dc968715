/** Names of constraints and of indexes, which a schema of Oracle has once, whatever tables they stand on. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

const make = (op: Op, name: string) =>
  op.createTable(name, (t) => {
    t.integer('id').primary();
    t.integer('w');
  });

test.each<[string, string, (op: Op) => void]>([
  [
    'a nameless key of a table under the name of one that was renamed',
    'Oracle has one constraint of a name in a schema: a_pkey on a is on b already',
    (op) => {
      make(op, 'a');
      op.renameTable('a', 'b');
      make(op, 'a');
    },
  ],
  [
    'a check',
    'Oracle has one constraint of a name in a schema: positive on b is on a already',
    (op) => {
      make(op, 'a');
      make(op, 'b');
      op.createCheckConstraint('positive', 'a', '"w" > 0');
      op.createCheckConstraint('positive', 'b', '"w" > 0');
    },
  ],
  [
    'an index',
    'Oracle has one index of a name in a schema: by_w on b is on a already',
    (op) => {
      make(op, 'a');
      make(op, 'b');
      op.createIndex('by_w', 'a', ['w']);
      op.createIndex('by_w', 'b', ['w']);
    },
  ],
])('%s', async (_, message, upgrade) => {
  await expect(sqlOf('oracle', upgrade)).rejects.toMatchObject({
    code: 'impossible',
    message,
    place: expect.anything(),
  });
});

test('but when the other has gone', async () => {
  const made = sqlOf('oracle', (op) => {
    make(op, 'a');
    make(op, 'b');
    op.createIndex('by_w', 'a', ['w']);
    op.dropIndex('by_w', 'a');
    op.createIndex('by_w', 'b', ['w']);
    op.renameTable('b', 'c');
    op.dropTable('c');
    make(op, 'b');
  });
  await expect(made).resolves.not.toEqual([]);
});
