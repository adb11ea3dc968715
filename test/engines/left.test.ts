/** What a migration reads is asked again when its script runs: on rows that no history knows, the script does as a connected knex. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { expect, test } from 'vitest';
import { compileProject } from '../project.ts';
import { describeEngines, oneOfEachFamily } from './describe-engines.ts';
import { type Database, type Engine, isOfMysql } from './engine.ts';
import { withKnex } from './online.ts';
import { shadowAddress } from './shadow-address.ts';

const first = '1_shops.js';

const migrations: Readonly<Record<string, string>> = {
  [first]: `exports.up = async (knex) => {
  await knex.schema.createTable('shop', (t) => {
    t.increments('id');
    t.string('name', 60).notNullable().unique();
    t.string('city', 60);
    t.decimal('rent', 10, 2);
    t.boolean('open').notNullable().defaultTo(true);
    t.dateTime('since', { useTz: false });
  });
  await knex.schema.createTable('ledger', (t) => {
    t.increments('id');
    t.integer('shop_id').notNullable();
    t.string('label', 80);
    t.decimal('amount', 12, 2);
    t.dateTime('at', { useTz: false });
  });
  await knex('shop').insert({ name: "O'Hara", city: 'Cork', rent: 10.5 });
  await knex('shop').insert({ name: 'Zoë', open: false });
};
`,
  '2_open_books.js': `exports.up = async (knex) => {
  const shops = await knex('shop').where({ open: true });
  for (const shop of shops) await knex('ledger').insert({ shop_id: shop.id, label: shop.name, amount: shop.rent, at: shop.since });
};
`,
  '3_all_at_once.js': `exports.up = async (knex) => {
  const shops = await knex('shop').whereNotNull('city').select('id', 'city').orderBy('id');
  await knex('ledger').insert(shops.map(({ id, city }) => ({ shop_id: id, label: city, amount: 1 })));
};
`,
  '4_rents.js': `exports.up = async (knex) => {
  for (const { shop_id, amount } of await knex('ledger').where({ amount: 1 }).select('shop_id', 'amount'))
    await knex('shop').where({ id: shop_id }).update({ rent: amount, city: 'moved' });
};
`,
  '5_closed.js': `exports.up = async (knex) => {
  const closed = await knex('shop').where({ open: false }).select('id');
  for (const { id } of closed) await knex('ledger').where({ shop_id: id, label: 'old' }).del();
};
`,
  '6_head_office.js': `exports.up = async (knex) => {
  const { id } = await knex('shop').where({ name: 'Zoë' }).first('id');
  await knex('ledger').insert({ shop_id: id, label: 'head office' });
};
`,
};

const production = [
  "insert into shop (name, city, rent, since) values ('a;b', 'Köln', 7.25, '2024-02-29 10:00:00'), ('%', NULL, NULL, NULL)",
  "insert into ledger (shop_id, label) values (1, 'old'), (2, 'old'), (2, 'new')",
  "insert into shop (name, city) values ('x', 'Bonn')",
];

/** Numbers that a table gives its rows have gaps of their own on MariaDB. */
const rowsIn = async (database: Database): Promise<unknown> => [
  await database.query('select id, name, city, rent, open, since from shop order by id'),
  await database.query('select shop_id, label, amount, at from ledger order by shop_id, label, amount, at'),
];

async function asScript(engine: Engine, root: string): Promise<unknown> {
  const database = await engine.createDatabase();
  const shadow = isOfMysql(engine) ? `shadow = "${shadowAddress(engine, database)}"\n` : '';
  const target = `[target.here]\ndialect = "${engine.dialect}"\nversion = "${engine.version}"\n${shadow}`;
  writeFileSync(join(root, 'migrator.toml'), `[migrator]\nformat = "knex"\n\n${target}`);
  const begin = await compileProject(root, 'here', `:${first}`);
  const rest = await compileProject(root, 'here', `${first}:head`);
  expect(rest.recordings.flatMap(({ reads = [] }) => reads.map(({ left }) => left))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  for (const script of [begin.upgrade, `${production.join(';\n')};\n`, rest.upgrade]) {
    const ran = await database.runText(script);
    expect(ran, `${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 });
  }
  return rowsIn(database);
}

async function asKnex(engine: Engine, root: string): Promise<unknown> {
  const load = createRequire(join(root, 'x.js'));
  const up = (name: string) => (load(join(root, 'migrations', name)) as { up(knex: Knex): Promise<void> }).up;
  const database = await engine.createDatabase();
  await withKnex(database, async (knex) => {
    for (const name of Object.keys(migrations)) {
      await up(name)(knex);
      if (name === first) for (const sql of production) await knex.raw(sql);
    }
  });
  return rowsIn(database);
}

describeEngines(
  'what is left to the database',
  (engine) => {
    test('is done as by a connected knex, with rows that only production has', async () => {
      const root = mkdtempSync(join(tmpdir(), 'migrator-left-'));
      try {
        mkdirSync(join(root, 'migrations'));
        for (const [name, text] of Object.entries(migrations))
          writeFileSync(join(root, 'migrations', name), `${text}exports.down = async () => {};\n`);
        expect(await asScript(engine, root)).toEqual(await asKnex(engine, root));
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    });
  },
  oneOfEachFamily,
);
