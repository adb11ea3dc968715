/** Rows without a value that their table needs. */

import { describe, expect, test } from 'vitest';
import { dialectNames } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from './recorded.ts';

type Table = Parameters<Op['createTable']>[1];

const people: Table = (t) => {
  t.increments('id');
  t.string('n', 10).notNullable();
  t.integer('q');
  t.integer('size').notNullable().defaultTo(1);
};

const inserted =
  (build: Table, ...rows: readonly object[]) =>
  async (op: Op) => {
    op.createTable('t', build);
    await op.bulkInsert('t', rows);
  };

const absent = 'the row leaves it out, and the column has no default and takes no NULL';

describe.each(dialectNames)('on %s', (dialect) => {
  test.each<[object, string]>([
    [{ n: null, q: 1 }, 'row 2, column n: the column takes no NULL'],
    [{ q: 1 }, `row 2, column n: ${absent}`],
    [{ n: undefined, q: 1 }, `row 2, column n: ${absent}`],
    [{ n: 'a', size: null }, 'row 2, column size: the column takes no NULL'],
  ])('%j is refused', async (row, message) => {
    const made = sqlOf(dialect, inserted(people, { n: 'a' }, row));
    await expect(made).rejects.toMatchObject({ code: 'unrepresentable', message, place: { line: expect.any(Number) } });
  });

  test('what a default or a number fills may be left out', async () => {
    await expect(sqlOf(dialect, inserted(people, { n: 'a' }, { n: 'b', q: null }))).resolves.toBeDefined();
  });
});

test('an insert of knex is looked at, too', async () => {
  const made = sqlOf('postgresql', async (op) => {
    op.createTable('t', people);
    await op.knex('t').insert({ q: 1 });
  });
  await expect(made).rejects.toMatchObject({ code: 'unrepresentable', message: `row 1, column n: ${absent}` });
});

test('an empty text is NULL on Oracle', async () => {
  const row = { n: '' };
  await expect(sqlOf('oracle', inserted(people, row))).rejects.toMatchObject({
    message: 'row 1, column n: the column takes no NULL, and Oracle Database takes an empty text for one',
  });
  await expect(sqlOf('postgresql', inserted(people, row))).resolves.toBeDefined();
});

test.each<[string, (op: Op) => unknown]>([
  ['declares', (op) => op.createTrigger('fill', 't', 'before insert on t for each row execute function fill()')],
  ['writes', (op) => op.execute('create trigger fill before insert on t for each row execute function fill()')],
])('nothing is refused where the history %s a trigger', async (_, watch) => {
  const made = sqlOf('postgresql', async (op) => {
    op.createTable('t', people);
    await watch(op);
    await op.bulkInsert('t', [{ q: 1 }]);
  });
  await expect(made).resolves.toBeDefined();
});

describe('a column that the engine fills by itself', () => {
  test.each<[Parameters<typeof sqlOf>[0], Table]>([
    ['sqlite', (t) => void t.integer('a').notNullable().primary()],
    ['mysql', (t) => void t.timestamp('a').notNullable()],
    ['mysql', (t) => void t.enum('a', ['x', 'y']).notNullable()],
    ['mariadb', (t) => void t.timestamp('a').notNullable()],
    ['mssql', (t) => void t.specificType('a', 'timestamp').notNullable()],
    ['mssql', (t) => void t.specificType('a', 'rowversion').notNullable()],
    ['postgresql', (t) => void t.specificType('a', 'serial').notNullable()],
    ['postgresql', (t) => void t.specificType('a', 'integer generated always as identity').notNullable()],
    ['postgresql', (t) => void t.specificType('a', 'domain_with_default').notNullable()],
    ['postgresql', (t) => void t.integer('a').notNullable().identity()],
    ['postgresql', (t) => void t.integer('a').notNullable().computed('b + 1', { persisted: true })],
  ])('may be left out on %s (%#)', async (dialect, a) => {
    const build: Table = (t) => {
      a(t);
      t.integer('b');
    };
    await expect(sqlOf(dialect, inserted(build, { b: 1 }))).resolves.toBeDefined();
  });

  test('is not a key of SQLite that is no number', async () => {
    const build: Table = (t) => {
      t.string('a').notNullable().primary();
      t.integer('b');
    };
    await expect(sqlOf('sqlite', inserted(build, { b: 1 }))).rejects.toMatchObject({ code: 'unrepresentable' });
  });
});
