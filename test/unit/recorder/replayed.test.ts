/** Questions about the schema that the history answers, and what a script says of them. */

import { describe, expect, test } from 'vitest';
import { dialectNames } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { recorded } from './recorded.ts';

const table = (op: Op) =>
  op.createTable('users', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 20);
    t.string('town', 20).defaultTo('Linz');
  });

async function asked<T>(question: (op: Op) => PromiseLike<T>, before: (op: Op) => unknown = table): Promise<unknown> {
  const answers: unknown[] = [];
  await recorded('postgresql', async (op) => {
    await before(op);
    answers.push(await question(op));
  });
  return answers[0];
}

describe('the history answers', () => {
  test.each<[string, (op: Op) => PromiseLike<unknown>, unknown]>([
    ['a table that is there', (op) => op.schema.hasTable('users'), true],
    ['a table that is not', (op) => op.schema.hasTable('orders'), false],
    ['a table in a schema', (op) => op.schema.withSchema('shop').hasTable('users'), false],
    ['a column that is there', (op) => op.schema.hasColumn('users', 'name'), true],
    ['a column that is not', (op) => op.schema.hasColumn('users', 'email'), false],
    ['a column of a table that is not', (op) => op.schema.hasColumn('orders', 'id'), false],
    ['in a transaction', (op) => op.knex.transaction((trx) => trx.schema.hasTable('users')), true],
    ['the names of columns', async (op) => Object.keys(await op.knex('users').columnInfo()), ['id', 'name', 'town']],
    ['a column that may be NULL', async (op) => (await op.knex('users').columnInfo('name')).nullable, true],
    ['a column that may not', async (op) => (await op.knex('users').columnInfo('id')).nullable, false],
    ['a column without a default', async (op) => (await op.knex('users').columnInfo()).name?.defaultValue, null],
    ['a column that nobody has', async (op) => Object.keys(await op.knex('users').columnInfo('email')), []],
  ])('%s', async (_, question, answer) => {
    expect(await asked(question)).toEqual(answer);
  });

  test.each(dialectNames)('on %s, after each deed of the same revision', async (dialect) => {
    const answers: boolean[] = [];
    await recorded(dialect, async (op) => {
      answers.push(await op.schema.hasTable('users'));
      table(op);
      answers.push(await op.schema.hasTable('users'), await op.schema.hasColumn('users', 'town'));
      op.dropColumn('users', 'town');
      answers.push(await op.schema.hasColumn('users', 'town'));
      op.dropTable('users');
      answers.push(await op.schema.hasTable('users'));
    });
    expect(answers).toEqual([false, true, true, false, false]);
  });
});

describe('the history does not answer', () => {
  const view = (op: Op) => {
    table(op);
    op.createView('people', 'select id from users');
  };
  test.each<[string, (op: Op) => PromiseLike<unknown>, ((op: Op) => unknown) | undefined, RegExp]>([
    ['a view', (op) => op.schema.hasTable('people'), view, /it is a view/],
    ['another case', (op) => op.schema.hasTable('Users'), table, /the history knows users/],
    ['raw SQL before', (op) => op.schema.hasTable('x'), (op) => op.execute('create table x (id int)'), /raw SQL/],
    ['a type', async (op) => (await op.knex('users').columnInfo('id')).type, table, /uses id\.type/],
    ['a default', async (op) => (await op.knex('users').columnInfo('town')).defaultValue, table, /town\.defaultValue/],
  ])('%s', async (_, question, before, message) => {
    await expect(asked(question, before)).rejects.toMatchObject({
      code: 'needs-data',
      message: expect.stringMatching(message),
      place: { file: 'revisions/a1.ts' },
    });
  });
});
