/** A column that needs a value, after rows that the same revision put there. */

import { expect, test } from 'vitest';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { recorded } from './recorded.ts';

const start = async (op: Op) => {
  op.createTable('a', (t) => void t.integer('id').primary());
  await op.bulkInsert('a', [{ id: 1 }]);
};
const needs = (op: Op) => op.addColumn('a', (t) => t.integer('size').notNullable());

test.each<DialectName>(['postgresql', 'sqlite', 'mssql', 'oracle', 'cockroachdb'])(
  'is refused on %s',
  async (dialect) => {
    const made = recorded(dialect, async (op) => {
      await start(op);
      needs(op);
    });
    await expect(made).rejects.toMatchObject({
      code: 'impossible',
      message: expect.stringContaining('refuses the column a.size, which needs a value'),
      place: { line: expect.any(Number) },
    });
  },
);

test('is refused when knex says it, of a table that was renamed', async () => {
  const made = recorded('postgresql', async (op) => {
    op.createTable('a', (t) => void t.integer('id').primary());
    await op.knex('a').insert({ id: 1 });
    op.renameTable('a', 'b');
    await op.schema.alterTable('b', (t) => void t.string('size').notNullable());
  });
  await expect(made).rejects.toMatchObject({ code: 'impossible', message: expect.stringContaining('b.size') });
});

test.each<[string, (op: Op) => unknown]>([
  ['the rows were deleted', (op) => op.knex('a').delete()],
  ['SQL may have taken them', (op) => op.execute('truncate a')],
  [
    'the table is another one',
    (op) => {
      op.dropTable('a');
      op.createTable('a', (t) => void t.integer('id').primary());
    },
  ],
])('is taken where %s', async (_, between) => {
  const made = recorded('postgresql', async (op) => {
    await start(op);
    await between(op);
    needs(op);
  });
  await expect(made).resolves.toBeDefined();
});

test('is taken with a value, and on MySQL, which makes one up', async () => {
  const made = recorded('postgresql', async (op) => {
    await start(op);
    op.addColumn('a', (t) => t.integer('size').notNullable().defaultTo(1));
    op.addColumn('a', (t) => t.specificType('n', 'serial').notNullable());
    op.addColumn('a', (t) => t.integer('free'));
  });
  await expect(made).resolves.toBeDefined();
  const mysql = recorded('mysql', async (op) => {
    await start(op);
    needs(op);
  });
  await expect(mysql).resolves.toBeDefined();
});
