/** One index over a list of columns: what Oracle refuses beside it, and whose it is. */

import { describe, expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { parseOracle } from '../../grammars/script.ts';
import { sqlOf } from '../recorder/recorded.ts';

const table = (op: Op, keys: (t: Parameters<Parameters<Op['createTable']>[1]>[0]) => void = () => {}) =>
  op.createTable('a', (t) => {
    t.integer('id').primary();
    t.integer('w');
    t.integer('z');
    keys(t);
  });

describe('no second index or key over the same columns', () => {
  test.each<[string, (op: Op) => void]>([
    ['a unique column with an index', (op) => table(op, (t) => void t.integer('u').unique().index())],
    ['an index over the columns of the key', (op) => [table(op), op.createIndex('a_id', 'a', ['id'])]],
    ['two indexes', (op) => [table(op, (t) => void t.index(['w', 'z'])), op.createIndex('a_wz', 'a', ['w', 'z'])]],
    [
      'two indexes over one expression',
      (op) => {
        table(op);
        op.createIndex('a_x', 'a', [{ expression: 'abs("w")' }]);
        op.createIndex('a_y', 'a', [{ expression: 'abs("w")' }]);
      },
    ],
    ['two keys', (op) => [table(op), op.createUniqueConstraint('a_id', 'a', ['id'])]],
    [
      'a deferrable key over a unique index',
      (op) => {
        table(op);
        op.createIndex('a_w', 'a', ['w'], { unique: true });
        op.createUniqueConstraint('p_w', 'a', ['w'], { deferrable: 'deferred' });
      },
    ],
  ])('%s', async (_, upgrade) => {
    await expect(sqlOf('oracle', upgrade)).rejects.toMatchObject({
      code: 'impossible',
      hint: expect.any(String),
      place: expect.anything(),
    });
    await expect(sqlOf('postgresql', upgrade)).resolves.not.toEqual([]);
  });

  test.each<[string, (op: Op) => void]>([
    [
      'the columns in another order',
      (op) => [table(op, (t) => void t.index(['w', 'z'])), op.createIndex('a_zw', 'a', ['z', 'w'])],
    ],
    [
      'from the greatest to the least',
      (op) => [table(op), op.createIndex('a_id', 'a', [{ column: 'id', order: 'desc' }])],
    ],
    [
      'the same index, unless it exists',
      (op) => [table(op, (t) => void t.index(['w'], 'a_w')), op.createIndex('a_w', 'a', ['w'], { ifNotExists: true })],
    ],
    [
      'when the other has gone',
      (op) => [
        table(op, (t) => void t.index(['w'], 'a_w')),
        op.dropIndex('a_w', 'a'),
        op.createIndex('a_v', 'a', ['w']),
      ],
    ],
    [
      'when raw SQL may have dropped the other',
      (op) => [
        table(op, (t) => void t.index(['w'], 'a_w')),
        op.execute('drop index "a_w"'),
        op.createIndex('a_v', 'a', ['w']),
      ],
    ],
  ])('but %s', async (_, upgrade) => {
    await expect(sqlOf('oracle', upgrade)).resolves.not.toEqual([]);
  });
});

const taken = (op: Op) => {
  table(op);
  op.createIndex('a_w', 'a', ['w']);
  op.createUniqueConstraint('p_w', 'a', ['w']);
};

describe('an index that a key has taken', () => {
  test('does not go before the key', async () => {
    const gone = sqlOf('oracle', (op) => [taken(op), op.dropIndex('a_w', 'a')]);
    await expect(gone).rejects.toMatchObject({
      code: 'impossible',
      message: 'Oracle drops no index that a key uses: a_w on a serves the unique constraint p_w',
    });
    await expect(
      sqlOf('oracle', (op) => [taken(op), op.dropConstraint('p_w', 'a'), op.dropIndex('a_w', 'a')]),
    ).resolves.not.toEqual([]);
  });

  test('keeps its name when the key gets another', async () => {
    const renamed = await sqlOf('oracle', (op) => [taken(op), op.renameConstraint('p_w', 'p_w9', 'a')]);
    expect(renamed.slice(-1)).toEqual(['alter table "a" rename constraint "p_w" to "p_w9"']);
  });
});

describe('the index of a key goes by its name', () => {
  test('its own', async () => {
    const renamed = await sqlOf('oracle', (op) => {
      table(op, (t) => void t.unique(['w'], { indexName: 'p_w' }));
      op.renameConstraint('p_w', 'p_w9', 'a');
    });
    expect(renamed.slice(-2)).toEqual([
      'alter table "a" rename constraint "p_w" to "p_w9"',
      'alter index "p_w" rename to "p_w9"',
    ]);
    expect(renamed.flatMap((sql) => parseOracle(sql))).toEqual([]);
  });

  test('where another that begins with its columns may serve it', async () => {
    const renamed = await sqlOf('oracle', (op) => {
      table(op, (t) => void t.index(['w', 'z']));
      op.createUniqueConstraint('p_w', 'a', ['w']);
      op.renameConstraint('p_w', 'p_w9', 'a');
    });
    expect(renamed.at(-1)).toContain('if sqlcode not in (-1418)');
  });
});
