/** Which column a value of a query is spelled by. */

import { expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { sqlOf } from './recorded.ts';

const due = new Date('2024-02-29T00:00:00Z');

const invoices = (op: Op): void => {
  op.createTable('invoice', (t) => {
    t.integer('id').notNullable().primary();
    t.date('due');
    t.jsonb('lines');
    t.string('note', 5);
  });
  op.createTable('payment', (t) => {
    t.integer('id').notNullable().primary();
    t.timestamp('due');
  });
};

const table: readonly (readonly [what: string, run: (op: Op) => unknown, sql: string])[] = [
  ['an update', (op) => op.knex('invoice').update({ due }), `update "invoice" set "due" = '2024-02-29'`],
  ['a list', (op) => op.knex('invoice').update({ lines: [] }), `update "invoice" set "lines" = '[]'`],
  [
    'a merge',
    (op) =>
      op
        .knex('invoice')
        .insert({ id: 1, lines: [] })
        .onConflict('id')
        .merge({ lines: ['?'] }),
    `insert into "invoice" ("id", "lines") values (1, '[]') on conflict ("id") do update set "lines" = '["?"]'`,
  ],
  [
    'conditions in brackets',
    (op) =>
      op
        .knex('invoice as i')
        .where((either) => either.where('i.due', '<', due).orWhereNotIn('due', [due]))
        .del(),
    `delete from "invoice" as "i" where ("i"."due" < '2024-02-29' or "due" not in ('2024-02-29'))`,
  ],
  [
    'a question of another table',
    (op) =>
      op
        .knex('invoice')
        .whereIn('id', op.knex('payment').where({ due }).select('id'))
        .orWhereBetween('due', [due, due])
        .del(),
    `delete from "invoice" where "id" in (select "id" from "payment" where "due" = '2024-02-29T00:00:00.000+00:00') or "due" between '2024-02-29' and '2024-02-29'`,
  ],
  [
    'what the column cannot hold',
    (op) => op.knex('invoice').where('note', '<>', 'much too long').del(),
    `delete from "invoice" where "note" <> 'much too long'`,
  ],
];

test.each(table)('%s', async (_, run, sql) => {
  const [statement] = (
    await sqlOf('postgresql', async (op) => {
      invoices(op);
      await run(op);
    })
  ).slice(-1);
  expect(statement).toBe(sql);
});

test('what the column cannot hold is not written into it', async () => {
  const written = sqlOf('postgresql', async (op) => {
    invoices(op);
    await op.knex('invoice').update({ note: 'much too long' });
  });
  await expect(written).rejects.toMatchObject({ code: 'unrepresentable', place: { file: 'revisions/a1.ts' } });
});

test('on Oracle nothing is equal to an empty text', async () => {
  const written = sqlOf('oracle', async (op) => {
    invoices(op);
    await op.knex('invoice').where({ note: '' }).del();
  });
  await expect(written).rejects.toThrow('note is compared with an empty text, which is NULL on Oracle Database');
});
