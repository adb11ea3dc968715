/** Two names that an engine takes for one, because they differ in case alone. */

import { expect, test } from 'vitest';
import { type DialectName, dialectNames } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from '../recorder/recorded.ts';

const folding: readonly DialectName[] = ['mysql', 'mariadb', 'sqlite', 'mssql', 'redshift'];

const make = (op: Op, ...columns: readonly string[]) =>
  op.createTable('item', (t) => {
    for (const column of columns) t.integer(column);
  });

const columns: Readonly<Record<string, (op: Op) => void>> = {
  'in a new table': (op) => make(op, 'size', 'Size'),
  'by a new column': (op) => {
    make(op, 'size');
    op.addColumn('item', (t) => t.integer('SIZE'));
  },
  'by a new column with a key': (op) => {
    make(op, 'size');
    op.addColumn('item', (t) => t.integer('SIZE').unique());
  },
  'by another name': (op) => {
    make(op, 'size', 'weight');
    op.alterColumn('item', 'weight', { newColumnName: 'sizE' });
  },
};

test.each(Object.keys(columns))('two columns %s', async (name) => {
  for (const dialect of dialectNames) {
    const made = sqlOf(dialect, columns[name]!);
    if (folding.includes(dialect)) await expect(made).rejects.toMatchObject({ code: 'impossible' });
    else await expect(made).resolves.not.toEqual([]);
  }
});

const keeping = dialectNames.filter((name) => name !== 'redshift');

test.each(keeping)('a column may get its own name in other letters: %s', async (dialect) => {
  const renamed = sqlOf(dialect, (op) => {
    make(op, 'size');
    op.alterColumn('item', 'size', { newColumnName: 'SIZE' });
  });
  await expect(renamed).resolves.toHaveLength(2);
});

test('an index of SQLite may get its own name in other letters', async () => {
  const made = sqlOf('sqlite', (op) => {
    make(op, 'size');
    op.createIndex('by_size', 'item', ['size']);
    op.renameIndex('by_size', 'By_Size', 'item');
  });
  expect((await made).slice(2)).toEqual(['drop index `by_size`', 'create index `By_Size` on `item` (`size`)']);
});

const objects: Readonly<Record<string, (op: Op) => void>> = {
  'two tables': (op) => op.createTable('Item', (t) => void t.integer('size')),
  'a table by another name': (op) => {
    op.createTable('other', (t) => void t.integer('size'));
    op.renameTable('other', 'ITEM');
  },
  'a view and a table': (op) => op.createView('ITEM', 'select 1 as one'),
  'an index and a table': (op) => op.createIndex('ITEM', 'item', ['size']),
  'indexes of two tables': (op) => {
    op.createIndex('by_size', 'item', ['size']);
    op.createTable('other', (t) => void t.integer('size').index('BY_SIZE'));
  },
  'an index by another name': (op) => {
    op.createIndex('by_size', 'item', ['size']);
    op.createIndex('other', 'item', ['size']);
    op.renameIndex('other', 'BY_SIZE', 'item');
  },
  'a unique key and an index': (op) => {
    op.createIndex('by_size', 'item', ['size']);
    op.createUniqueConstraint('By_Size', 'item', ['size']);
  },
};

test.each(Object.keys(objects))('on SQLite %s', async (name) => {
  const made = sqlOf('sqlite', (op) => {
    make(op, 'size');
    objects[name]!(op);
  });
  await expect(made).rejects.toMatchObject({ code: 'impossible', message: expect.stringContaining('for one name') });
});

test.each(['two tables', 'a table by another name', 'a view and a table'])('on Redshift %s', async (name) => {
  const made = sqlOf('redshift', (op) => {
    make(op, 'size');
    objects[name]!(op);
  });
  await expect(made).rejects.toMatchObject({ code: 'impossible', message: expect.stringContaining('for one name') });
});

test('Redshift keys have names of their own, and other letters are no other name', async () => {
  const keys = sqlOf('redshift', (op) => {
    make(op, 'size');
    op.createUniqueConstraint('by_size', 'item', ['size']);
    op.createTable('other', (t) => void t.integer('size'));
    op.createUniqueConstraint('BY_SIZE', 'other', ['size']);
  });
  await expect(keys).resolves.not.toEqual([]);
  const again = { code: 'impossible', message: expect.stringContaining('keeps names in lower case') };
  const column = (op: Op) => op.alterColumn('item', 'size', { newColumnName: 'SIZE' });
  for (const rename of [column, (op: Op) => op.renameTable('item', 'Item')]) {
    const made = sqlOf('redshift', (op) => {
      make(op, 'size');
      rename(op);
    });
    await expect(made).rejects.toMatchObject(again);
  }
});
