/** What stands on a column or a table of Oracle and keeps it as it is: taken away and put back, or refused with a way out. */

import { describe, expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { parseOracle } from '../../grammars/script.ts';
import { sqlOf } from '../recorder/recorded.ts';

type TableBuilder = Parameters<Parameters<Op['createTable']>[1]>[0];

function table(op: Op) {
  op.createTable('a', (t) => {
    t.string('code', 10);
    t.integer('v').computed('"w" + 1');
    t.integer('w');
  });
}

async function last(count: number, upgrade: (op: Op) => void): Promise<readonly string[]> {
  const found = (await sqlOf('oracle', upgrade)).slice(-count);
  expect(found.flatMap((sql) => parseOracle(sql))).toEqual([]);
  return found;
}

describe('indexes go and come back around', () => {
  test.each([
    ['an expression', { expression: 'upper("code")' }, 'upper("code")'],
    ['the greatest first', { column: 'code', order: 'desc' as const }, '"code" desc'],
  ])('a longer column, of %s', async (_, part, text) => {
    const found = await last(3, (op) => {
      table(op);
      op.createIndex('a_plain', 'a', ['code']);
      op.createIndex('a_code', 'a', [part], { unique: true });
      op.alterColumn('a', 'code', { type: (t, name) => t.string(name, 20) });
    });
    expect(found).toEqual([
      'drop index "a_code"',
      'alter table "a" modify ("code" varchar2(20 char))',
      `create unique index "a_code" on "a" (${text})`,
    ]);
  });

  test('another expression', async () => {
    const found = await last(3, (op) => {
      table(op);
      op.createIndex('a_v', 'a', ['v']);
      op.alterColumn('a', 'v', { computed: '"w" + 2' });
    });
    expect(found).toEqual([
      'drop index "a_v"',
      'alter table "a" modify ("v" generated always as ("w" + 2) virtual)',
      'create index "a_v" on "a" ("v")',
    ]);
  });

  test('but not around what leaves the type', async () => {
    const found = await last(1, (op) => {
      table(op);
      op.createIndex('a_code', 'a', [{ expression: 'upper("code")' }]);
      op.alterColumn('a', 'code', { nullable: false });
    });
    expect(found).toEqual(['alter table "a" modify ("code" not null)']);
  });
});

function partitioned(op: Op) {
  const columns = (t: TableBuilder) => {
    t.integer('year');
    t.integer('w');
  };
  op.createTable('p', columns, {
    partitionBy: 'range (year)',
    partitions: [{ name: 'p1', values: 'less than (2027)' }],
  });
}

function compressed(op: Op) {
  const columns = (t: TableBuilder) => {
    t.integer('w');
    t.integer('z');
  };
  op.createTable('c', columns, { options: { compress: true } });
}

describe('refused with a way out', () => {
  test.each<[string, string, (op: Op) => void]>([
    [
      'another expression of a column with a key',
      'impossible',
      (op) => {
        table(op);
        op.createUniqueConstraint('a_v', 'a', ['v']);
        op.alterColumn('a', 'v', { computed: '"w" + 2' });
      },
    ],
    [
      'another type of what the table is partitioned by',
      'impossible',
      (op) => {
        partitioned(op);
        op.alterColumn('p', 'year', { type: (t, name) => t.string(name, 4) });
      },
    ],
    [
      'dropping what the table is partitioned by',
      'impossible',
      (op) => {
        partitioned(op);
        op.dropColumn('p', 'year');
      },
    ],
    [
      'a default of a compressed table',
      'impossible',
      (op) => {
        compressed(op);
        op.addColumn('c', (t) => t.integer('more').defaultTo(1));
      },
    ],
    [
      'dropping a column of a compressed table',
      'impossible',
      (op) => {
        compressed(op);
        op.dropColumn('c', 'z');
      },
    ],
    [
      'a computed column that becomes NULL with what it refers to',
      'unsupported',
      (op) => {
        table(op);
        op.createTable('b', (t) => void t.integer('id').primary());
        op.createForeignKey('a_b', 'a', 'b', ['v'], ['id'], { onDelete: 'SET NULL' });
      },
    ],
  ])('%s', async (_, code, upgrade) => {
    const made = sqlOf('oracle', upgrade);
    await expect(made).rejects.toMatchObject({ code, hint: expect.any(String), place: expect.anything() });
  });

  test.each<[string, (op: Op) => void]>([
    ['another column of a partitioned table', (op) => [partitioned(op), op.dropColumn('p', 'w')]],
    [
      'a column NOT NULL of a compressed table',
      (op) => [compressed(op), op.addColumn('c', (t) => t.integer('more').notNullable().defaultTo(1))],
    ],
    [
      'when it is compressed no more',
      (op) => [compressed(op), op.alterTableOptions('c', { compress: false }), op.dropColumn('c', 'z')],
    ],
  ])('but %s', async (_, upgrade) => {
    await expect(sqlOf('oracle', upgrade)).resolves.not.toEqual([]);
  });
});

describe('lists of more than 1,000 values', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => at);

  test('of a query', async () => {
    const ask = (count: number) => (op: Op) => {
      table(op);
      return op.knex('a').whereIn('w', many(count)).update({ code: 'x' });
    };
    await expect(sqlOf('oracle', ask(1001))).rejects.toMatchObject({
      code: 'impossible',
      message: 'Oracle Database takes 1000 values in a list, and that of w has 1001',
      place: expect.anything(),
    });
    await expect(sqlOf('oracle', ask(1000))).resolves.not.toEqual([]);
    await expect(sqlOf('mariadb', ask(1001))).resolves.not.toEqual([]);
  });

  test('of an enum', async () => {
    const [made] = await last(1, (op) => op.createTable('e', (t) => void t.enu('e', many(1001).map(String))));
    expect(made).toContain(`'999') or "e" in ('1000')`);
  });
});

test('a text of fewer letters than bytes', async () => {
  const insert = (text: string) => (op: Op) => {
    op.createTable('n', (t) => void t.string('note', 4000));
    return op.bulkInsert('n', [{ note: text }]);
  };
  await expect(sqlOf('oracle', insert('ä'.repeat(2001)))).rejects.toMatchObject({
    code: 'unrepresentable',
    message: expect.stringContaining('4002 bytes, and the column takes 4000'),
  });
  await expect(sqlOf('oracle', insert('ä'.repeat(2000)))).resolves.not.toEqual([]);
});
