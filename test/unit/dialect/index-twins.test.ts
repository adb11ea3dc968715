/** A second index of one name, on another table: PostgreSQL and SQLite have each name once in a schema. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

const two = (op: Op, schema = '') => {
  for (const name of [`${schema}a`, 'b'])
    op.createTable(name, (t) => {
      t.integer('v').notNullable();
      t.integer('w').notNullable();
    });
};

type Upgrade = (op: Op) => void;

const twice: readonly (readonly [string, Upgrade])[] = [
  [
    'made',
    (op) => {
      two(op);
      op.createIndex('by_w', 'a', ['w']);
      op.createIndex('by_w', 'b', ['w']);
    },
  ],
  [
    'made with the table',
    (op) => {
      two(op);
      op.createIndex('by_w', 'a', ['w']);
      op.createTable('c', (t) => void t.integer('w').index('by_w'));
    },
  ],
  [
    'that was renamed',
    (op) => {
      two(op);
      op.createIndex('by_w', 'a', ['w']);
      op.createIndex('by_v', 'b', ['v']);
      op.renameIndex('by_v', 'by_w', 'b');
    },
  ],
  [
    'of a unique key',
    (op) => {
      two(op);
      op.createUniqueConstraint('by_w', 'a', ['w']);
      op.createUniqueConstraint('by_w', 'b', ['w']);
    },
  ],
  [
    'of a table that was renamed since',
    (op) => {
      two(op);
      op.schema.alterTable('a', (t) => t.index(['w'])).then();
      op.renameTable('a', 'old');
      op.createTable('a', (t) => void t.integer('w').index());
    },
  ],
];

const dialects = ['postgresql', 'sqlite'] as const;
test.each(dialects.flatMap((dialect) => twice.map(([what, upgrade]) => [dialect, what, upgrade] as const)))(
  '%s refuses one %s',
  async (dialect, _, upgrade) => {
    await expect(sqlOf(dialect, upgrade)).rejects.toMatchObject({
      code: 'impossible',
      message: expect.stringMatching(
        /^(?:PostgreSQL|SQLite) has one index of a name in a schema: (?:by_w|a_w_index) on \w+ is on (?:a|old) already$/,
      ),
      place: expect.anything(),
    });
  },
);

test.each(dialects)('%s takes the name where the other has gone', async (dialect) => {
  const made = sqlOf(dialect, (op) => {
    two(op);
    op.createIndex('by_w', 'a', ['w']);
    op.dropIndex('by_w', 'a');
    op.createIndex('by_w', 'b', ['w']);
    op.dropTable('b');
    op.createIndex('by_w', 'a', ['w']);
  });
  await expect(made).resolves.toHaveLength(7);
});

test('another schema has names of its own', async () => {
  const made = sqlOf('postgresql', (op) => {
    two(op, 'crm.');
    op.createIndex('by_w', 'crm.a', ['w']);
    op.createIndex('by_w', 'b', ['w']);
  });
  await expect(made).resolves.toHaveLength(4);
});

test('on MySQL each table has names of its own', async () => {
  await expect(sqlOf('mysql', twice[0]![1])).resolves.toHaveLength(4);
});
