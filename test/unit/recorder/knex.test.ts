/** What application code does with knex, and what must come of it in a script. */

import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { describe, expect, test } from 'vitest';
import { dialectNames } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { recorded, recordedAfter, sqlOf } from './recorded.ts';

const table = (op: Op) =>
  op.createTable('t', (t) => [t.integer('a').unique(), t.integer('n').defaultTo(7), t.string('s')]);

describe('values', () => {
  test('a question mark in a name is no place for a value', async () => {
    const sql = await sqlOf('postgresql', (op) =>
      op.knex('u').withSchema('x').where({ 'c?': "' or 1=1 --" }).update({ 'b?': 'z?' }),
    );
    expect(sql).toEqual([`update "x"."u" set "b?" = 'z?' where "c?" = ''' or 1=1 --'`]);
  });

  test('question marks and values must be as many', async () => {
    await expect(sqlOf('postgresql', (op) => op.knex.raw('select ? + ?', [1, 2, 3] as never))).rejects.toThrow(
      /Expected 3 bindings|not as many/,
    );
  });

  test('a column that a row leaves out takes its default', async () => {
    const rows = [{ a: 1 }, { a: 2, n: 3 }];
    const [, , ...sql] = await sqlOf('postgresql', (op) => {
      table(op);
      return op.knex('t').insert(rows).onConflict('a').ignore();
    });
    expect(sql).toEqual(['insert into "t" ("a", "n") values (1, DEFAULT), (2, 3) on conflict ("a") do nothing']);
  });

  test.each(['mysql', 'mariadb'] as const)('a raw default of a JSON column stays what it is on %s', async (dialect) => {
    const [sql] = await sqlOf(dialect, (op) =>
      op.createTable('t', (t) => t.json('j').defaultTo(op.knex.raw("('{}')"))),
    );
    expect(sql).toContain("`j` json default ('{}')");
  });

  test('the condition of an index has its values', async () => {
    const [create, index] = await sqlOf('mssql', (op) =>
      op.createTable('t', (t) => [
        t.integer('a').primary(),
        t.string('s'),
        t.unique(['a'], { indexName: 'u', predicate: op.knex.where('s', "it's?"), useConstraint: false } as object),
      ]),
    );
    expect(create).toContain('CREATE TABLE');
    expect(index).toMatch(/where \[s\] = N'it''s\?'/i);
  });

  test('an alias is not a part of the name', async () => {
    const sql = await sqlOf('postgresql', (op) => op.knex('x.t as m').insert({ a: 1 }));
    expect(sql).toEqual(['insert into "x"."t" as "m" ("a") values (1)']);
  });
});

test.each<readonly [string, (knex: Knex) => unknown, reads: true | undefined]>([
  ['a condition', (knex) => knex('t').where({ a: 1 }).update({ n: 2 }), true],
  ['a list', (knex) => knex('t').whereIn('a', [1, 2]).del(), true],
  ['none', (knex) => knex('t').update({ n: 2 }), undefined],
  ["one of the author's own words", (knex) => knex('t').whereRaw('1 = 0').del(), undefined],
  ['a join', (knex) => knex('t').updateFrom('u').where('u.a', 1).where('b', 1).update({ n: 2 }), undefined],
  ['new rows', (knex) => knex('t').where('a', 1).insert({ a: 1 }), undefined],
])('rows are chosen by columns of their own with %s', async (_, build, reads) => {
  const { changes } = await recordedAfter('postgresql', [
    (op) => {
      table(op);
      return build(op.knex);
    },
  ]);
  const [operation] = changes.at(-1)!.operations;
  expect(operation).toMatchObject({ kind: expect.stringMatching(/data|insert/) });
  expect((operation as { reads?: true }).reads).toBe(reads);
});

describe('calls that must work', () => {
  test('batchInsert', async () => {
    const [, , ...sql] = await sqlOf('postgresql', (op) => {
      table(op);
      return op.knex.batchInsert('t', [{ a: 1 }, { a: 2 }, { a: 3 }], 2);
    });
    expect(sql).toEqual(['insert into "t" ("a") values\n  (1),\n  (2)', 'insert into "t" ("a") values\n  (3)']);
  });

  test.each<[string, (op: Op) => unknown]>([
    ['a builder used for its text', (op) => op.execute(`${op.knex('x.t').where({ a: 1 }).del()}`)],
    ['a builder that was cloned', (op) => op.knex('x.t').where({ a: 1 }).del().clone()],
    ['an expression that nobody needed', (op) => [op.knex.raw('now()'), op.execute('delete from t')]],
    [
      'a statement inside another',
      (op) => op.knex.with('m', op.knex('x.t').del().returning('*')).insert({ a: 1 }).into('x.t'),
    ],
  ])('%s is not forgotten', async (_, upgrade) => {
    expect(await sqlOf('postgresql', upgrade)).toHaveLength(1);
  });

  test('the name of the client tells databases apart', async () => {
    const sql = await sqlOf('mysql', (op) => op.execute(`select '${op.knex.client.config.client}'`));
    expect(sql).toEqual(["select 'mysql2'"].map((text) => text.replace('mysql2', String(sql[0]).slice(8, -1))));
    expect(sql[0]).toMatch(/mysql/);
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [string, (op: Op) => unknown, string])[] = [
    [
      'an async table callback',
      (op) => op.createTable('q', (async (t: { integer(name: string): unknown }) => t.integer('a')) as never),
      'forgotten-await',
    ],
    [
      'an answer looked at and the error swallowed',
      async (op) => {
        const answer = await op.knex('x.t').insert({ a: 1 });
        try {
          String(answer[0]);
        } catch {}
      },
      'needs-data',
    ],
    [
      'a rollback whose error is swallowed',
      async (op) => {
        await op.knex
          .transaction(async (trx) => {
            await trx('x.t').insert({ a: 1 });
            throw new Error('no');
          })
          .catch(() => undefined);
      },
      'rolled-back',
    ],
    [
      'SQL that ends the transaction',
      (op) => op.execute('insert into t values (1); commit; insert into t values (2)'),
      'transaction-control',
    ],
    ['SQL that begins one', (op) => op.knex.raw('BEGIN'), 'transaction-control'],
    [
      'work that comes late',
      (op) =>
        void wait(1)
          .then(() => op.execute('select 1'))
          .catch(() => undefined),
      'forgotten-await',
    ],
  ];
  test.each(refused)('%s', async (_, upgrade, code) => {
    await expect(recorded('postgresql', upgrade)).rejects.toMatchObject({ code });
  });

  test("work that comes late is seen among timers that are not the revision's", async () => {
    setTimeout(() => undefined, 1);
    const late = (op: Op) =>
      void wait(5)
        .then(() => op.execute('select 1'))
        .catch(() => undefined);
    await expect(recorded('postgresql', late)).rejects.toMatchObject({ code: 'forgotten-await' });
  });

  test("the error of a transaction is the author's own", async () => {
    const upgrade = (op: Op) => op.knex.transaction(async () => Promise.reject(new Error('mine')));
    await expect(recorded('postgresql', upgrade)).rejects.toThrow(/mine|rolled back/);
  });
});

describe('raw SQL', () => {
  test('stands outside transactions where the engine wants it', async () => {
    const statements = await recorded('postgresql', (op) =>
      op.knex.raw('-- soon\ncreate index concurrently i on t (a)'),
    );
    expect(statements).toMatchObject([{ transactional: false }]);
  });

  test.each([
    ['redshift', 'alter table a append from b', false],
    ['redshift', '-- longer\nALTER TABLE "a" ALTER COLUMN b TYPE varchar(90)', false],
    ['redshift', 'create external table s.t (a int)', false],
    ['redshift', 'alter table a add column type integer', true],
    ['redshift', "update t set a = 'alter table a append from b'", true],
    ['postgresql', 'alter table a alter column b type varchar(90)', true],
    ['cockroachdb', 'refresh materialized view v', false],
    ['cockroachdb', 'alter table a alter b type text', false],
    ['postgresql', 'refresh materialized view v', true],
  ] as const)('on %s %s: in a transaction %s', async (dialect, sql, transactional) => {
    expect(await recorded(dialect, (op) => op.execute(sql))).toMatchObject([{ transactional }]);
  });

  test.each([
    '-- keeps n\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.n = 1; END',
    'drop procedure if exists p; create procedure p() begin select 1; end',
  ])('a body is known as one: %s', async (sql) => {
    expect(await recorded('mariadb', (op) => op.execute(sql))).toMatchObject([{ sort: 'block', sql }]);
  });

  test('what it alters is not remembered any more', async () => {
    const altered = (op: Op) => {
      table(op);
      op.execute('alter table t modify s varchar(500)');
      op.alterColumn('t', 's', { nullable: false });
    };
    await expect(recorded('mariadb', altered)).rejects.toMatchObject({ code: 'needs-database' });
    const dropped = await sqlOf('postgresql', (op) => {
      table(op);
      op.execute('alter table "t" add column raw int');
      op.dropColumn('t', 'raw');
    });
    expect(dropped.at(-1)).toBe('alter table "t" drop column "raw"');
  });
});

test('Redshift gets the primary key that knex leaves out of a table whose columns do not say NOT NULL', async () => {
  const written = await sqlOf('redshift', async (op) => {
    op.createTable('a', (t) => {
      t.integer('id');
      t.primary(['id'], { constraintName: 'a_key' });
    });
    op.createTable('b', (t) => void t.integer('id').notNullable());
    await op.schema.alterTable('b', (t) => {
      t.integer('more');
      t.primary(['id'], { constraintName: 'b_key' });
    });
  });
  expect(written).toEqual([
    'create table "a" ("id" integer not null, constraint "a_key" primary key ("id"))',
    'create table "b" ("id" integer not null)',
    'alter table "b" add column "more" integer',
    'alter table "b" add constraint "b_key" primary key ("id")',
  ]);
});

test.each(dialectNames)('uuid makes the primary key that it is asked for: %s', async (dialect) => {
  const made = await sqlOf(dialect, (op) => op.createTable('a', (t) => void t.uuid('id', { primaryKey: true })));
  expect(made.join('\n')).toMatch(/primary key \(\W?id\W?\)/i);
});

test.each(['mysql', 'mariadb'] as const)(
  'a primary key keeps to its columns where another holds the counter: %s',
  async (dialect) => {
    const make = (keyed: boolean) => (op: Op) =>
      op.createTable('a', (t) => {
        t.increments('n', { primaryKey: false });
        t.string('code', 9).primary();
        if (keyed) t.unique(['n']);
      });
    expect((await sqlOf(dialect, make(true)))[0]).toContain('primary key (`code`)');
    // MySQL and MariaDB have no counter without a key
    expect((await sqlOf(dialect, make(false)))[0]).toContain('primary key (`n`, `code`)');
  },
);

test('a name with a dot is refused', async () => {
  const dotted = (op: Op) => op.createTable('a', (t) => void t.integer('a.b'));
  await expect(sqlOf('sqlite', dotted)).rejects.toMatchObject({ code: 'bad-name' });
});

test('on SQLite a check by a regular expression is refused, since no row could be written', async () => {
  const make = (op: Op) => op.createTable('a', (t) => void t.string('code').checkRegex('^a'));
  await expect(sqlOf('sqlite', make)).rejects.toMatchObject({ code: 'unsupported' });
  await expect(
    sqlOf('sqlite', (op) => op.createTable('a', (t) => void t.string('regexp').checkIn(['regexp']))),
  ).resolves.toHaveLength(1);
  expect((await sqlOf('postgresql', make))[0]).toContain(`"code" ~ '^a'`);
});

test.each(['sqlite', 'mssql', 'oracle', 'redshift'] as const)(
  'a table like one that no revision made is refused: %s',
  async (dialect) => {
    const copy = sqlOf(dialect, (op) => op.schema.createTableLike('a', 'b'));
    await expect(copy).rejects.toMatchObject({ code: 'needs-database' });
  },
);
