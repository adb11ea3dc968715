/** A knexfile's `wrapIdentifier`: the SQL and what is known of the schema carry the database's names, made once. */

import type { Knex } from 'knex';
import { describe, expect, test } from 'vitest';
import { dialectOf } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Operation } from '../../../src/operation/operation.ts';
import type { KnexConfig } from '../../../src/recorder/client.ts';
import { createRecorder } from '../../../src/recorder/record.ts';
import { createSpool } from '../../../src/recorder/spool.ts';
import { emptySchema, tableOf } from '../../../src/schema/schema.ts';

type Up = (knex: Knex) => unknown;

function unexpected(): never {
  throw new Error('no CSV file is read here');
}

async function migrated(dialect: DialectName, config: KnexConfig, up: Up) {
  const file = 'migrations/1.js';
  const recorder = createRecorder({
    dialect: dialectOf(dialect),
    version: dialectOf(dialect).defaultVersion,
    x: {},
    spool: createSpool(),
    own: () => undefined,
    readCsv: unexpected,
    plugins: new Map(),
    knex: { transactions: true, config },
    source: () => undefined,
    load: async () => ({ up, down() {} }),
  });
  const places = { revision: { file } };
  const named = { id: '1.js', parents: [], dependsOn: [], labels: [], message: '', comment: [] };
  const revision = { ...named, file, digest: '', migration: '1.js', places };
  const { changes, after } = await recorder.record(
    { revision, direction: 'up', before: [], after: ['1.js'] },
    {
      ...emptySchema,
      mark: dialectOf(dialect).mark,
    },
  );
  return {
    after,
    operations: changes.flatMap(({ operations }): readonly Operation[] => operations),
    sql: changes.flatMap(({ statements }) => statements.map(({ statement }) => String(statement.sql))).join(';\n'),
  };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const wrapping = (make: (name: string) => string): KnexConfig => ({
  wrapIdentifier: (name: string, wrap: (name: string) => string) => wrap(name === '*' ? name : make(name)),
});

const orders: Up = async (knex) => {
  await knex.schema.createTable('salesPerson', (t) => {
    t.integer('personId').notNullable();
    t.string('fullName', 40).notNullable();
    t.primary(['personId']);
    t.unique(['fullName']);
  });
  await knex.schema.createTable('orderItem', (t) => {
    t.integer('itemId').notNullable().primary();
    t.integer('soldBy').references('personId').inTable('salesPerson').onDelete('CASCADE');
    t.integer('boxSize');
    t.string('boxName', 20);
    t.index(['boxSize', 'boxName'], 'byBox');
  });
  await knex('orderItem').insert([{ itemId: 1, boxSize: 3 }]);
};

const changed: Up = async (knex) => {
  await orders(knex);
  await knex.schema.alterTable('orderItem', (t) => {
    t.renameColumn('boxName', 'boxLabel');
    t.dropIndex(['boxSize', 'boxName'], 'byBox');
    t.bigInteger('boxSize').alter();
  });
  await knex.schema.renameTable('orderItem', 'soldItem');
  await knex('soldItem').where({ itemId: 1 }).update({ boxLabel: 'x' });
};

const makers = { 'snake case': snake, 'a prefix': (name: string) => `x_${name}` } as const;

describe.each(Object.entries(makers))('%s', (_, make) => {
  // SQL Server is left out: knex hands names over to sp_rename as they are written, and so would fail when connected, too
  test.each(['postgresql', 'mariadb', 'sqlite'] as const)('is known and written once: %s', async (dialect) => {
    const { after, sql, operations } = await migrated(dialect, wrapping(make), changed);
    const table = tableOf(after, { name: make('soldItem') });
    expect(table?.columns.map(({ name }) => name)).toEqual(['itemId', 'soldBy', 'boxSize', 'boxLabel'].map(make));
    expect(table?.indexes).toEqual([]);
    expect(table?.constraints.find(({ kind }) => kind === 'foreign')).toMatchObject({
      columns: [make('soldBy')],
      references: { table: { name: make('salesPerson') }, columns: [make('personId')] },
      name: make('orderitem_soldby_foreign'),
    });
    expect(tableOf(after, { name: make('salesPerson') })?.constraints.map(({ name }) => name)).toContain(
      make('salesperson_fullname_unique'),
    );
    expect(operations).toContainEqual({ kind: 'dropIndex', table: { name: make('orderItem') }, index: make('byBox') });
    expect(sql).not.toMatch(/[`"[]x_x_|(?<!x_)\b(?:orderItem|boxSize|boxName|soldItem|personId|byBox)\b/);
  });

  test('is in what is replayed, where knex asks for it so', async () => {
    const asked: unknown[] = [];
    const ask: Up = async (knex) => {
      await orders(knex);
      asked.push(await knex.schema.hasTable('orderItem'), await knex.schema.hasTable(make('orderItem')));
      asked.push(Object.keys(await knex('orderItem').columnInfo()));
    };
    await migrated('postgresql', wrapping(make), ask);
    const columns = ['itemId', 'soldBy', 'boxSize', 'boxName'].map(make);
    // https://github.com/knex/knex/blob/3.3.0/lib/dialects/postgres/schema/pg-compiler.js#L12
    expect(asked).toEqual([false, true, columns]);
    asked.length = 0;
    await migrated('sqlite', wrapping(make), async (knex) => {
      await orders(knex);
      asked.push(await knex.schema.hasTable('orderItem'));
    });
    expect(asked).toEqual([true]);
  });
});

test('what comes back goes through postProcessResponse', async () => {
  let columns: readonly string[] = [];
  const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const postProcessResponse = (answer: object) =>
    Object.fromEntries(Object.entries(answer).map(([name, value]) => [camel(name), value]));
  await migrated('postgresql', { ...wrapping(snake), postProcessResponse }, async (knex) => {
    await orders(knex);
    columns = Object.keys(await knex('orderItem').columnInfo());
  });
  expect(columns).toEqual(['itemId', 'soldBy', 'boxSize', 'boxName']);
});

test('useNullAsDefault: what a row leaves out is NULL', async () => {
  const rows: Up = async (knex) => {
    await knex.schema.createTable('t', (t) => {
      t.integer('a');
      t.integer('b').defaultTo(7);
    });
    await knex('t').insert([{ a: 1, b: 2 }, { a: 3 }, { a: 4, b: undefined }]);
  };
  const { sql } = await migrated('postgresql', { useNullAsDefault: true }, rows);
  expect(sql).toMatch(/\("a", "b"\) values\s+\(1, 2\),\s+\(3, NULL\),\s+\(4, NULL\)/i);
  const without = await migrated('postgresql', {}, rows);
  expect(without.sql).not.toContain('NULL');
});
