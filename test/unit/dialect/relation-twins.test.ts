/** Tables, views, sequences and indexes of one name, which no schema of PostgreSQL has. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

const table = (op: Op, name: string) => op.createTable(name, (t) => void t.integer('id'));
const parted = (op: Op, ...names: readonly string[]) =>
  op.createTable('a', (t) => void t.integer('id'), {
    partitionBy: 'list (id)',
    partitions: names.map((name) => ({ name, values: 'in (1)' })),
  });

const twins: Readonly<Record<string, [says: string, upgrade: (op: Op) => void]>> = {
  'an index as its own table': [
    'index a would be called as a table is',
    (op) => {
      table(op, 'a');
      op.createIndex('a', 'a', ['id']);
    },
  ],
  'an index made with a table that has its name': [
    'index a would be called as a table is',
    (op) => op.createTable('a', (t) => void t.integer('id').index('a')),
  ],
  'a unique key as a view': [
    'index v would be called as a view is',
    (op) => {
      table(op, 'a');
      op.createView('v', 'select id from a');
      op.createUniqueConstraint('v', 'a', ['id']);
    },
  ],
  'a table as an index': [
    'table by_id would be called as an index of a is',
    (op) => {
      table(op, 'a');
      op.createIndex('by_id', 'a', ['id']);
      table(op, 'by_id');
    },
  ],
  'a table under its new name': [
    'table s would be called as a sequence is',
    (op) => {
      op.createSequence('s');
      table(op, 'a');
      op.renameTable('a', 's');
    },
  ],
  'a partition': [
    'partition b would be called as a table is',
    (op) => {
      parted(op);
      table(op, 'b');
      op.addPartition('a', 'b', 'in (1)');
    },
  ],
  'a partition made with its table': [
    'partition v would be called as a view is',
    (op) => {
      op.createView('v', 'select 1 as one');
      parted(op, 'v');
    },
  ],
  'a partition as its own table': ['partition a would be called as a table is', (op) => parted(op, 'a')],
  'a sequence': [
    'sequence a would be called as a table is',
    (op) => {
      table(op, 'a');
      op.createSequence('a');
    },
  ],
};

test.each(Object.keys(twins))('%s', async (name) => {
  const [says, upgrade] = twins[name]!;
  await expect(sqlOf('postgresql', upgrade)).rejects.toMatchObject({
    code: 'impossible',
    message: `PostgreSQL has tables, views, sequences and indexes of a schema under one list of names: ${says}`,
    place: expect.anything(),
  });
});

test('in another schema, and where the other has gone', async () => {
  const made = sqlOf('postgresql', (op) => {
    table(op, 'a');
    op.createSchema('x');
    op.createSequence('a', { schema: 'x' });
    op.createIndex('by_id', 'a', ['id']);
    op.dropIndex('by_id', 'a');
    table(op, 'by_id');
  });
  await expect(made).resolves.toHaveLength(6);
});

test('MySQL asks for nothing of the kind', async () => {
  await expect(
    sqlOf('mysql', (op) => op.createTable('a', (t) => void t.integer('id').index('a'))),
  ).resolves.not.toEqual([]);
});
