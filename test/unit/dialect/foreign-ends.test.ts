/** What foreign keys stand on and act on, and what a change would make of it. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

const family = (op: Op): void => {
  op.createTable('p', (t) => t.string('m', 5).primary());
  op.createTable('q', (t) => t.string('m', 5).references('m').inTable('p').withKeyName('q_p'));
};
const wholeNumbers = (op: Op, table: string): void =>
  op.alterColumn(table, 'm', { type: (t, name) => t.integer(name), using: 'm::integer' });

test('no end of a foreign key gets a type of another family on PostgreSQL', async () => {
  const changed = (table: string) => sqlOf('postgresql', (op) => [family(op), wholeNumbers(op, table)]);
  await expect(changed('p')).rejects.toThrow('the foreign key q_p would compare q.m (varchar(5)) with p.m (integer)');
  await expect(changed('q')).rejects.toThrow('the foreign key q_p would compare q.m (integer) with p.m (varchar(5))');
  const both = await sqlOf('postgresql', (op) => {
    family(op);
    op.dropConstraint('q_p', 'q', { type: 'foreign' });
    for (const table of ['p', 'q']) wholeNumbers(op, table);
    op.createForeignKey('q_p', 'q', 'p', ['m'], ['m']);
  });
  expect(both.at(-1)).toContain('add constraint "q_p" foreign key');
});

test('no enum is compared with text', async () => {
  const made = sqlOf('postgresql', (op) => {
    op.createEnum('mood', ['a']);
    op.createTable('p', (t) => t.specificType('m', 'mood').primary());
    op.createTable('q', (t) => t.text('m').references('m').inTable('p').withKeyName('q_p'));
  });
  await expect(made).rejects.toThrow('would compare q.m (text) with p.m (mood)');
});

test.each(['postgresql', 'mariadb'] as const)('no action writes a computed column on %s', async (dialect) => {
  const made = (action: 'onDelete' | 'onUpdate', word: string) =>
    sqlOf(dialect, (op) => {
      op.createTable('p', (t) => t.integer('id').primary());
      op.createTable('q', (t) => [
        t.integer('a'),
        t.integer('c').computed('a + 1', { persisted: true }),
        t.foreign('c', 'q_p').references('id').inTable('p')[action](word),
      ]);
    });
  await expect(made('onDelete', 'set null')).rejects.toThrow('q_p would write q.c, which is computed, on delete set');
  await expect(made('onUpdate', 'cascade')).rejects.toThrow(
    'q_p would write q.c, which is computed, on update cascade',
  );
  expect(await made('onDelete', 'cascade')).not.toEqual([]);
});

test('no primary key fills what a foreign key sets to NULL on MariaDB', async () => {
  const made = sqlOf('mariadb', (op) => {
    op.createTable('p', (t) => t.integer('id').primary());
    op.createTable('q', (t) => t.integer('m').references('id').inTable('p').onDelete('set null').withKeyName('q_p'));
    op.createPrimaryKey('q_pk', 'q', ['m']);
  });
  await expect(made).rejects.toThrow('foreign key q_p would set q.m to NULL, and that column is NOT NULL');
});
