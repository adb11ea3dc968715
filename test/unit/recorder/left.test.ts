/** Reads whose rows go into statements as they are: the statements ask for them themselves. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Op } from '../../../src/recorder/op.ts';
import { openShadow } from '../../../src/shadow/open.ts';
import type { Shadow } from '../../../src/shadow/shadow.ts';
import { recordedAfter } from './recorded.ts';

type Upgrade = (op: Op) => unknown;

let engine: Shadow;
beforeAll(async () => {
  engine = await openShadow({ dialect: 'postgresql' });
});
afterAll(() => engine.close());

const history: Upgrade = async (op) => {
  op.createTable('people', (t) => {
    t.increments('id');
    t.string('name', 40).notNullable().unique();
    t.string('mail', 90);
    t.boolean('active').notNullable().defaultTo(true);
    t.date('since');
  });
  op.createTable('accounts', (t) => {
    t.increments('id');
    t.integer('person_id').notNullable();
    t.string('label', 60);
    t.date('opened');
  });
  await op.knex('people').insert([{ name: 'Ada' }, { name: 'Bob', active: false }]);
};

async function written(upgrade: Upgrade): Promise<readonly string[]> {
  await engine.send('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const shadow = async () => ({ ...engine, close: async () => undefined });
  const { changes, reads } = await recordedAfter('postgresql', [history, upgrade], { shadow });
  expect(reads?.every(({ left }) => left)).toBe(true);
  return changes.flatMap(({ statements }) => statements.map(({ statement }) => String(statement.sql)));
}

const label = (op: Op) => op.knex('accounts');

describe('is left to the database', () => {
  const table: readonly (readonly [string, Upgrade, readonly string[]])[] = [
    [
      'an insert for each row',
      async (op) => {
        const people = await op.knex('people').select('id', 'name').orderBy('name');
        for (const { id, name } of people) await label(op).insert({ person_id: id, label: name, opened: '2024-02-29' });
      },
      [
        `insert into "accounts" ("label", "opened", "person_id") select migrator_read."name", '2024-02-29', migrator_read."id" from (select "id", "name" from "people" order by "name" asc) migrator_read`,
      ],
    ],
    [
      'one insert of all rows, and others around it',
      async (op) => {
        await op.execute(`insert into accounts (person_id, label) values (0, 'before')`);
        const people = await op.knex('people').where({ active: true });
        await label(op).insert(people.map((person) => ({ person_id: person.id })));
        await label(op).insert({ person_id: 0, label: 'after' });
      },
      [
        `insert into accounts (person_id, label) values (0, 'before')`,
        `insert into "accounts" ("person_id") select migrator_read."id" from (select * from "people" where "active" = true) migrator_read`,
        `insert into "accounts" ("person_id", "label") values\n  (0, 'after')`,
      ],
    ],
    [
      'a read that finds nothing in the history',
      async (op) => {
        const accounts = await op.knex('accounts').select('id', 'opened');
        for (const { id, opened } of accounts) await op.knex('people').where({ id }).update({ since: opened });
      },
      [
        `update "people" set "since" = (select migrator_read."opened" from (select "id", "opened" from "accounts") migrator_read where migrator_read."id" = "people"."id") where "id" in (select migrator_read."id" from (select "id", "opened" from "accounts") migrator_read)`,
      ],
    ],
    [
      'a delete for each row',
      async (op) => {
        for (const { id } of await op.knex('people').where({ active: false }).select('id'))
          await label(op).where({ person_id: id, label: 'old' }).del();
      },
      [
        `delete from "accounts" where "person_id" in (select migrator_read."id" from (select "id" from "people" where "active" = false) migrator_read) and "label" = 'old'`,
      ],
    ],
    [
      'the greatest of a column',
      async (op) => {
        const { last } = (await op.knex('people').max('id as last').first())!;
        await label(op).insert({ person_id: last });
      },
      [
        `insert into "accounts" ("person_id") select migrator_read."last" from (select max("id") as "last" from "people" limit 1) migrator_read`,
      ],
    ],
    [
      'rows of the table that is written',
      async (op) => {
        for (const { id, name } of await op.knex('people').select('id', 'name'))
          await op.knex('people').where({ id }).update({ mail: name });
      },
      [
        `update "people" set "mail" = (select migrator_read."name" from (select "id", "name" from "people") migrator_read where migrator_read."id" = "people"."id") where "id" in (select migrator_read."id" from (select "id", "name" from "people") migrator_read)`,
      ],
    ],
    [
      'an id by a key',
      async (op) => {
        const ada = await op.knex('people').where({ name: 'Ada' }).first();
        await label(op).insert({ person_id: ada.id, label: 'first' });
      },
      [
        `insert into "accounts" ("label", "person_id") select 'first', migrator_read."id" from (select * from "people" where "name" = 'Ada' limit 1) migrator_read`,
      ],
    ],
    [
      'the id of a row that was inserted with a key',
      async (op) => {
        const [{ id }] = await op.knex('people').insert({ name: "O'Hara", mail: 'o@h' }).returning('id');
        await op.knex('people').insert({ name: 'Cleo' });
        await label(op).insert({ person_id: id, label: 'new' });
      },
      [
        `insert into "people" ("name", "mail") values\n  ('O''Hara', 'o@h')`,
        `insert into "people" ("name") values\n  ('Cleo')`,
        `insert into "accounts" ("label", "person_id") select 'new', migrator_read."id" from (select "id" from "people" where "name" = 'O''Hara') migrator_read`,
      ],
    ],
  ];
  test.each(table)('%s', async (_, upgrade, sql) => {
    expect(await written(upgrade)).toEqual(sql);
  });
});

describe('is not left to the database', () => {
  const table: readonly (readonly [string, because: string, Upgrade])[] = [
    [
      'a value that is worked out',
      'label is worked out in JavaScript',
      async (op) => {
        for (const { id, name } of await op.knex('people').select('id', 'name'))
          await label(op).insert({ person_id: id, label: `${name}!` });
      },
    ],
    [
      'a day that becomes text',
      'label is not of the type of since, which JavaScript writes its own way',
      async (op) => {
        for (const { id, since } of await op.knex('people').select('id', 'since'))
          await label(op).insert({ person_id: id, label: since });
      },
    ],
    [
      'a value that is looked up',
      'its file looks something up by a value, and nobody can try every one',
      async (op) => {
        const others = { zork: 'S' } as Record<string, string>;
        for (const { id, name } of await op.knex('people').select('id', 'name'))
          await label(op).insert({ person_id: id, label: others[name] || name });
      },
    ],
    [
      'a value in other letters',
      'label is worked out in JavaScript',
      async (op) => {
        for (const { id, name } of await op.knex('people').select('id', 'name'))
          await label(op).insert({ person_id: id, label: name.toLowerCase() });
      },
    ],
    [
      'a value that has a word in its place where it is missing',
      'label is worked out in JavaScript for some rows',
      async (op) => {
        for (const { id, mail } of await op.knex('people').select('id', 'mail'))
          await label(op).insert({ person_id: id, label: mail ?? 'none' });
      },
    ],
    [
      'rows that are chosen by a value',
      'rows are chosen or gathered in JavaScript',
      async (op) => {
        for (const { id, name } of await op.knex('people').select('id', 'name'))
          if (name !== 'Ada') await label(op).insert({ person_id: id });
      },
    ],
    [
      'rows that are chosen by two values',
      'rows are chosen or gathered in JavaScript',
      async (op) => {
        for (const { id, name, mail } of await op.knex('people').select('id', 'name', 'mail'))
          if (!(name === 'Eve' && mail === 'eve@example.org')) await label(op).insert({ person_id: id });
      },
    ],
    [
      'rows that are chosen by two that are the same',
      'rows are chosen or gathered in JavaScript',
      async (op) => {
        for (const { id, name, mail } of await op.knex('people').select('id', 'name', 'mail'))
          if (name !== mail) await label(op).insert({ person_id: id });
      },
    ],
    [
      'the number of a row',
      'label is worked out in JavaScript',
      async (op) => {
        const people = await op.knex('people').select('id');
        for (const [n, { id }] of people.entries()) await label(op).insert({ person_id: id, label: String(n) });
      },
    ],
    [
      'rows without those that are there twice',
      'rows are chosen or gathered in JavaScript',
      async (op) => {
        const people = await op.knex('people').select('mail');
        for (const mail of new Set(people.map((one) => one.mail)))
          await label(op).insert({ person_id: 1, label: mail });
      },
    ],
    [
      'the first few rows',
      'rows are chosen or gathered in JavaScript',
      async (op) => {
        const people = await op.knex('people').select('id');
        for (const { id } of people.slice(0, 5)) await label(op).insert({ person_id: id });
      },
    ],
    [
      'rows that change between',
      'what is read may be changed before it is used',
      async (op) => {
        const people = await op.knex('people').select('id', 'name');
        await op.knex('people').where({ name: 'Ada' }).update({ name: 'Eve' });
        for (const { id, name } of people) await label(op).insert({ person_id: id, label: name });
      },
    ],
    [
      'a read of what was read',
      'another read hangs on it',
      async (op) => {
        for (const { id } of await op.knex('people').select('id')) {
          const row = await op.knex('people').where({ id }).first();
          await label(op).insert({ person_id: row?.id ?? 0 });
        }
      },
    ],
    [
      'what the engine makes up as it answers',
      'the engine makes up what it answers',
      async (op) => {
        const people = await op.knex('people').select(op.knex.raw('gen_random_uuid()::text as mark'));
        for (const { mark } of people) await label(op).insert({ person_id: 1, label: mark });
      },
    ],
    [
      'rows of which others may be the first',
      'a read with a limit may have other rows when it is asked again',
      async (op) => {
        const people = await op.knex('people').select('id', 'name').limit(1);
        for (const { id, name } of people) await label(op).where({ person_id: id }).update({ label: name });
      },
    ],
    [
      'rows that a pattern chooses',
      'its file looks for a pattern, or at what is not in it',
      async (op) => {
        for (const { id, name } of await op.knex('people').select('id', 'name'))
          if (!/^tmp_/.test(name)) await label(op).insert({ person_id: id });
      },
    ],
    [
      'a number of rows',
      'rows are chosen or gathered in JavaScript',
      async (op) => {
        const people = await op.knex('people').select('id');
        await label(op).insert({ person_id: people.length });
      },
    ],
    [
      'the id of a row that was inserted without a key',
      'the insert says no unique key by which its row could be found again',
      async (op) => {
        const [{ id }] = await label(op).insert({ person_id: 7, label: 'new' }).returning('id');
        await label(op).insert({ person_id: id });
      },
    ],
    [
      'the id of a row whose key holds under a condition',
      'the insert says no unique key by which its row could be found again',
      async (op) => {
        await op.createIndex('accounts_label', 'accounts', ['label'], { unique: true, where: 'opened is not null' });
        const [{ id }] = await label(op).insert({ person_id: 7, label: 'new' }).returning('id');
        await label(op).insert({ person_id: id });
      },
    ],
    [
      'an id that is worked with',
      'person_id is worked out in JavaScript',
      async (op) => {
        const [{ id }] = await op.knex('people').insert({ name: 'Cleo' }).returning('id');
        await label(op).insert({ person_id: id * 10 });
      },
    ],
    [
      'ids of several rows at once',
      'several rows are inserted at once',
      async (op) => {
        const made = await op
          .knex('people')
          .insert([{ name: 'Cleo' }, { name: 'Dan' }])
          .returning('id');
        for (const { id } of made) await label(op).insert({ person_id: id });
      },
    ],
    [
      'the id of a row whose key was changed since',
      'what is read may be changed before it is used',
      async (op) => {
        const [{ id }] = await op.knex('people').insert({ name: 'Cleo' }).returning('id');
        await op.knex('people').where({ name: 'Cleo' }).update({ name: 'Dan' });
        await label(op).insert({ person_id: id });
      },
    ],
    [
      'the id of a row whose key was read',
      'another read hangs on it',
      async (op) => {
        const { last } = (await op.knex('people').max('id as last').first())!;
        const [{ id }] = await op.knex('people').insert({ name: last }).returning('id');
        await label(op).insert({ person_id: id });
      },
    ],
    [
      'two reads in one statement',
      'another read goes into the same statement',
      async (op) => {
        const ada = await op.knex('people').where({ name: 'Ada' }).first('id');
        const { last } = (await op.knex('people').max('mail as last').first())!;
        await label(op).insert({ person_id: ada.id, label: last });
      },
    ],
    [
      'two statements for each row',
      'there are 2 statements for each row',
      async (op) => {
        for (const { id, name } of await op.knex('people').select('id', 'name')) {
          await label(op).insert({ person_id: id, label: name });
          await op.knex('people').where({ id }).update({ mail: name });
        }
      },
    ],
    [
      'a row that decides',
      'JavaScript decides by the row which statements there are',
      async (op) => {
        const { last } = (await op.knex('people').max('id as last').first())!;
        if (last > 3) await label(op).insert({ person_id: 0, label: 'many' });
      },
    ],
  ];
  test.each(table)('%s', async (_, because, upgrade) => {
    await expect(written(upgrade)).rejects.toMatchObject({
      code: 'needs-acceptance',
      message: expect.stringMatching(`; it is not left to the database, because ${because}$`),
    });
  });
});
