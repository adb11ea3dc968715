/** What a revision reads: who answers it, what kind of answer it is, and which statements hang on it. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import type { ReadKind, Recording } from '../../../src/recorder/recording.ts';
import { openShadow } from '../../../src/shadow/open.ts';
import type { Shadow } from '../../../src/shadow/shadow.ts';
import { recordedAfter } from './recorded.ts';

type Upgrade = (op: Op) => unknown;

const dialects = ['postgresql', 'sqlite'] as const satisfies readonly DialectName[];

/** One engine for all tests of a dialect: what the last one made is swept away. */
const engines = new Map<DialectName, Shadow>();

async function emptied(dialect: DialectName): Promise<Shadow> {
  if (dialect === 'sqlite') return openShadow({ dialect });
  const shadow = engines.get(dialect)!;
  await shadow.send('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  return { ...shadow, close: async () => undefined };
}

beforeAll(async () => {
  engines.set('postgresql', await openShadow({ dialect: 'postgresql' }));
});

afterAll(async () => {
  for (const shadow of engines.values()) await shadow.close();
});

const history: Upgrade = async (op) => {
  op.createTable('roles', (t) => {
    t.increments('id');
    t.string('name', 40).notNullable().unique();
    t.string('kind', 40);
    t.integer('rank').notNullable().defaultTo(0);
  });
  op.createTable('settings', (t) => {
    t.integer('id').notNullable().primary();
    t.string('key', 40);
    t.string('value', 90);
  });
  op.createTable('people', (t) => {
    t.increments('id');
    t.string('name', 40);
    t.integer('role_id');
    t.string('note', 200);
  });
  await op.knex('roles').insert([
    { name: 'admin', kind: 'staff', rank: 7 },
    { name: 'guest', kind: 'other', rank: 1 },
  ]);
  await op.knex('settings').insert({ id: 1, key: 'lang', value: '{"code":"de"}' });
};

const accepts = { accepts: () => 'the same everywhere' };

const record = (dialect: DialectName, upgrade: Upgrade, more: object = accepts): Promise<Recording> =>
  recordedAfter(dialect, [history, upgrade], { shadow: () => emptied(dialect), ...more });

interface Expected {
  readonly kind: ReadKind;
  readonly reaches: readonly number[];
  readonly decides?: true;
}

type Row = [what: string, upgrade: Upgrade, ...expected: Expected[]];

const insert = (op: Op, row: object) => op.knex('people').insert(row);

const table: readonly Row[] = [
  [
    'a value by a key',
    async (op) => {
      const { value } = await op.knex('settings').where({ id: 1 }).first();
      await insert(op, { name: 'first' });
      await insert(op, { name: value.slice(2, 6) });
    },
    { kind: 'history rows', reaches: [1], decides: true },
  ],
  [
    'an id by a key',
    async (op) => {
      const { id } = await op.knex('roles').where({ name: 'admin' }).first('id');
      await insert(op, { name: 'a', role_id: id });
      await insert(op, { name: 'b' });
    },
    { kind: 'generated ids', reaches: [0], decides: true },
  ],
  [
    'a name by a key, where the row has an id',
    async (op) => {
      const [row] = await op.knex('roles').where({ name: 'admin' });
      await insert(op, { name: row.kind });
    },
    { kind: 'history rows', reaches: [0], decides: true },
  ],
  [
    'a value by a key that the engine generated',
    async (op) => {
      const { kind } = await op.knex('roles').where({ id: 1 }).first('kind');
      await insert(op, { name: kind });
    },
    { kind: 'production rows', reaches: [0], decides: true },
  ],
  [
    'a value by a key of an insert that was answered',
    async (op) => {
      const [row] = await op.knex('settings').insert({ id: 2, value: 'two' }).returning(['id', 'value']);
      await insert(op, { name: row.value, role_id: row.id });
    },
    { kind: 'history rows', reaches: [1] },
  ],
  [
    'the first of many',
    async (op) => {
      const row = await op.knex('roles').orderBy('rank').first();
      await insert(op, { name: row.name });
    },
    { kind: 'production rows', reaches: [0], decides: true },
  ],
  [
    'a row of many, found by its key',
    async (op) => {
      const rows = await op.knex('roles').select('id', 'name', 'rank');
      await insert(op, { name: String(rows.find(({ name }) => name === 'guest')?.rank) });
    },
    { kind: 'history rows', reaches: [0] },
  ],
  [
    'a row of many, found by what is no key',
    async (op) => {
      const rows = await op.knex('roles').select();
      await insert(op, { name: rows.find(({ kind }) => kind === 'other').name });
    },
    { kind: 'production rows', reaches: [0], decides: true },
  ],
  [
    'each row',
    async (op) => {
      for (const { name } of await op.knex('roles').select('name')) await insert(op, { name });
    },
    { kind: 'production rows', reaches: [0, 1], decides: true },
  ],
  [
    'no row, of which each would be written',
    async (op) => {
      for (const { name } of await op.knex('people').select('name')) await insert(op, { name });
      await insert(op, { name: 'last' });
    },
    { kind: 'production rows', reaches: [], decides: true },
  ],
  [
    'a count that decides',
    async (op) => {
      const [row] = await op.knex('people').count('* as n');
      if (Number(row?.n) === 0) await insert(op, { name: 'root' });
    },
    { kind: 'production rows', reaches: [0], decides: true },
  ],
  [
    'names only',
    async (op) => {
      const names = await op.knex('roles').pluck('name');
      await insert(op, { note: names.join(' ') });
    },
    { kind: 'production rows', reaches: [0] },
  ],
  [
    'a value that leads to another question',
    async (op) => {
      const { value } = await op.knex('settings').where({ id: 1 }).first('value');
      const role = await op
        .knex('roles')
        .where({ name: value === 'x' ? 'guest' : 'admin' })
        .first('id', 'kind');
      await insert(op, { name: role.kind });
    },
    { kind: 'history rows', reaches: [0], decides: true },
    { kind: 'history rows', reaches: [0], decides: true },
  ],
  [
    'what nothing hangs on',
    async (op) => {
      const rows = await op.knex('roles').select();
      rows.map(({ name }) => name);
      await insert(op, { name: 'x' });
    },
    { kind: 'history rows', reaches: [] },
  ],
  [
    'an id that an insert gives back',
    async (op) => {
      const [{ id }] = await op.knex('roles').insert({ name: 'new', rank: 2 }).returning('id');
      await insert(op, { role_id: id });
    },
    { kind: 'generated ids', reaches: [1] },
  ],
  [
    'a value that an insert gives back',
    async (op) => {
      const [{ name }] = await op.knex('roles').insert({ name: 'new' }).returning(['id', 'name']);
      await insert(op, { name });
    },
    { kind: 'history rows', reaches: [1] },
  ],
  [
    'what an update touched',
    async (op) => {
      const touched = await op.knex('roles').where('rank', '>', 3).update({ rank: 3 });
      if (touched === 1) await insert(op, { name: 'one' });
    },
    { kind: 'counts', reaches: [1], decides: true },
  ],
  [
    'raw SQL',
    async (op) => {
      const answer = await op.knex.raw('select value from settings where id = ?', [1]);
      await insert(op, { name: (answer.rows ?? answer)[0].value.slice(2, 6) });
    },
    { kind: 'history rows', reaches: [0], decides: true },
  ],
  [
    'a stream',
    async (op) => {
      for await (const { name } of op.knex('roles').select('name').stream()) await insert(op, { name });
    },
    { kind: 'production rows', reaches: [0, 1], decides: true },
  ],
  [
    'a table that raw SQL made',
    async (op) => {
      op.execute('create table extra (id int)');
      if (await op.schema.hasTable('extra')) await insert(op, { name: 'there' });
    },
    { kind: 'schema', reaches: [1], decides: true },
  ],
  [
    'the type of a column',
    async (op) => {
      const { rank } = await op.knex('roles').columnInfo();
      await insert(op, { name: rank!.type });
    },
    { kind: 'schema', reaches: [0], decides: true },
  ],
  [
    'beside the clock, chance and a nap',
    async (op) => {
      const rows = await op.knex('roles').pluck('name');
      if (rows.length > 2) await new Promise((done) => setTimeout(done, 20_000));
      await insert(op, { name: `${Math.random()}`.slice(0, 20), note: `${new Date().toISOString()} ${randomUUID()}` });
      await insert(op, { note: `${rows.length}` });
    },
    { kind: 'production rows', reaches: [1] },
  ],
  [
    'in a transaction',
    async (op) =>
      op.knex.transaction(async (trx) => {
        const row = await trx('settings').where('id', 1).first();
        await trx('people').insert({ name: row.key });
      }),
    { kind: 'history rows', reaches: [0], decides: true },
  ],
];

test('what cannot be repeated is accepted as a whole, or not at all', async () => {
  let runs = 0;
  const upgrade: Upgrade = async (op) => {
    runs += 1;
    await op.knex('roles').pluck('name');
    await insert(op, { name: `run ${runs}` });
  };
  const { reads = [] } = await record('sqlite', upgrade);
  expect(reads).toMatchObject([{ kind: 'production rows', reaches: [0], accepted: 'the same everywhere' }]);
  await expect(record('sqlite', upgrade, {})).rejects.toMatchObject({ code: 'unrepeatable' });
});

describe.each(dialects)('%s', (dialect) => {
  test.each(table)('%s', async (_, upgrade, ...expected) => {
    const { reads = [] } = await record(dialect, upgrade);
    expect(reads.map(({ kind, reaches, decides }) => ({ kind, reaches, ...(decides ? { decides } : {}) }))).toEqual(
      expected,
    );
  });
});
