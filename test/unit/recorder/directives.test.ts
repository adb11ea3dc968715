/** What directives take beside a table's name, and what they refuse. */

import type { Knex } from 'knex';
import { describe, expect, test } from 'vitest';
import { dialectNames } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import { recorded, sqlOf } from './recorded.ts';

const table = (op: Op) =>
  op.createTable('t', (t) => {
    t.integer('id').notNullable().primary();
    t.string('name', 20);
  });

async function lastOf(upgrade: (op: Op) => unknown, dialect: 'postgresql' | 'mysql' = 'postgresql'): Promise<string> {
  return (await sqlOf(dialect, upgrade)).at(-1) ?? '';
}

describe('op.execute', () => {
  test.each([
    "select ':name, 50% of \t what?'",
    'select a::integer[1:2], b ->> 0',
    'update t set name = ?',
    "select '\\\\n' -- why: ?",
  ])('leaves %j as it is', async (sql) => {
    expect(await lastOf((op) => op.execute(sql))).toBe(sql);
  });

  test('fills in values and names by place and by name', async () => {
    expect(await lastOf((op) => op.execute('update ?? set name = ?', { bindings: ['t', "it's"] }))).toBe(
      `update "t" set name = 'it''s'`,
    );
    expect(await lastOf((op) => op.execute('update :t: set name = :n', { bindings: { t: 't', n: null } }))).toBe(
      'update "t" set name = NULL',
    );
  });

  test('takes a text for each dialect', async () => {
    const texts = { postgresql: 'select 1', default: 'select 2' };
    expect(await lastOf((op) => op.execute(texts))).toBe('select 1');
    expect(await lastOf((op) => op.execute(texts), 'mysql')).toBe('select 2');
    expect(await sqlOf('mysql', (op) => op.execute({ mysql: null, default: 'select 2' }))).toEqual([]);
  });

  test('says which dialects it has a text for', async () => {
    const error = sqlOf('mysql', (op) => op.execute({ postgresql: 'select 1', oracle: 'select 2' }));
    await expect(error).rejects.toMatchObject({
      code: 'no-text',
      message: expect.stringContaining('postgresql, oracle'),
    });
  });

  test('declares what it does: later directives know it, and nothing of the declaration is written', async () => {
    const sql = await sqlOf('mysql', (op) => {
      op.execute('create table u (a int not null default 3)', {
        does: [(declared) => declared.createTable('u', (t) => void t.integer('a').notNullable().defaultTo(3))],
      });
      op.alterColumn('u', 'a', { comment: 'counted' });
    });
    expect(sql).toEqual([
      'create table u (a int not null default 3)',
      expect.stringMatching(/modify `a` int not null default 3 comment 'counted'$/),
    ]);
  });

  test('what it is declared to do must be possible', async () => {
    const error = sqlOf('postgresql', (op) =>
      op.execute('alter table t drop column gone', { does: [(declared) => declared.dropColumn('t', 'gone')] }),
    );
    await expect(error).rejects.toMatchObject({ code: 'impossible', place: { file: 'revisions/a1.ts' } });
  });
});

describe('op.autocommitBlock', () => {
  test('its statements stand outside transactions, and only its', async () => {
    const statements = await recorded('postgresql', async (op) => {
      table(op);
      op.autocommitBlock(() => op.execute('vacuum t'));
      await op.autocommitBlock(async () => {
        await op.knex('t').update({ name: 'x' });
      });
      op.dropTable('t');
    });
    expect(statements.map(({ transactional }) => transactional)).toEqual([true, false, false, true]);
  });
});

describe('expectRows', () => {
  test.each([
    ['update t set name = ?', 3, { min: 3, max: 3 }],
    ['-- a; b\ndelete from t;', { min: 1 }, { min: 1 }],
    ["/* c */ insert into t values (1, 'a; b')", { max: 2 }, { min: 0, max: 2 }],
    ['with n as (select 1 as id) update t set id = (select id from n)', { min: 0, max: 9 }, { min: 0, max: 9 }],
  ])('goes with %j', async (sql, expectRows, range) => {
    const statements = await recorded('postgresql', (op) => op.execute(sql, { expectRows }));
    expect(statements).toMatchObject([{ sql: expect.any(String), expectRows: range }]);
  });

  test.each([
    ['select 1', /one insert, update, delete, merge or replace: PostgreSQL counts no rows/],
    ['alter table t add c int', /counts no rows/],
    ['with d as (delete from t returning id) select count(*) from d', /counts no rows/],
    ['do $$ begin update t set id = 1; end $$', /counts no rows/],
    ['update t set id = 1; update t set id = 2', /and this text holds more/],
  ])('does not go with %j', async (sql, message) => {
    const error = recorded('postgresql', (op) => op.execute(sql, { expectRows: 1 }));
    await expect(error).rejects.toMatchObject({ code: 'expect-rows', message: expect.stringMatching(message) });
  });

  test.each([-1, 1.5, '3', null, {}, { min: 3, max: 2 }, { least: 3 }, { max: -1 }])(
    'is not %j',
    async (expectRows) => {
      const error = recorded('postgresql', (op) => op.execute('delete from t', { expectRows: expectRows as never }));
      await expect(error).rejects.toMatchObject({ code: 'bad-argument', place: { file: 'revisions/a1.ts' } });
    },
  );

  test.each([
    ['an update', (knex: Knex) => knex('t').where({ id: 1 }).update({ name: 'x' }).expectRows(1)],
    ['a delete', (knex: Knex) => knex('t').expectRows(1).where({ id: 1 }).del()],
    ['an insert', (knex: Knex) => knex('t').insert({ id: 1 }).expectRows(1)],
    ['a copy of a builder', (knex: Knex) => knex('t').expectRows(1).clone().del()],
  ])('is a word of knex for %s', async (_, build) => {
    const statements = await recorded('postgresql', async (op) => {
      table(op);
      await build(op.knex);
    });
    expect(statements.at(-1)).toMatchObject({ sort: 'data', expectRows: { min: 1, max: 1 } });
  });

  test.each([
    ['bad-argument', (knex: Knex) => knex('t').del().expectRows(-1)],
    ['expect-rows', (knex: Knex) => knex('t').truncate().expectRows(1)],
    [
      'expect-rows',
      (knex: Knex) =>
        knex('t')
          .insert(Array.from({ length: 2000 }, (_, id) => ({ id })))
          .expectRows(2000),
    ],
  ])('is refused: %s', async (code, build) => {
    const error = recorded('postgresql', async (op) => {
      table(op);
      await build(op.knex);
    });
    await expect(error).rejects.toMatchObject({ code, place: { file: 'revisions/a1.ts' } });
  });

  test.each(['postgresql', 'mysql'] as const)('needs a transaction on %s', async (dialect) => {
    const error = recorded(dialect, (op) => {
      op.autocommitBlock(() => op.execute('delete from t', { expectRows: 1 }));
    });
    await expect(error).rejects.toMatchObject({ code: 'expect-rows', message: expect.stringMatching(/could undo/) });
  });
});

describe('how a table is changed', () => {
  const inplace = { algorithm: 'inplace', lock: 'none' } as const;

  test.each<readonly [string, (op: Op) => void, RegExp]>([
    ['createIndex', (op) => op.createIndex('i', 't', ['name'], inplace), /add index.*, algorithm=inplace, lock=none$/],
    ['addColumn', (op) => op.addColumn('t', (t) => t.integer('m'), { algorithm: 'instant' }), /, algorithm=instant$/],
    ['dropColumn', (op) => op.dropColumn('t', 'name', { lock: 'shared' }), /drop `name`, lock=shared$/],
    ['alterColumn', (op) => op.alterColumn('t', 'name', { nullable: false, algorithm: 'copy' }), /, algorithm=copy$/],
  ])('is the end of the statement of %s', async (_, change, sql) => {
    expect(await lastOf((op) => [table(op), change(op)], 'mysql')).toMatch(sql);
  });

  test.each<readonly ['postgresql' | 'mysql', (op: Op) => void, string]>([
    ['postgresql', (op) => op.createIndex('i', 't', ['id'], inplace), 'PostgreSQL has no ALGORITHM for changes'],
    [
      'postgresql',
      (op) => op.createIndex('i', 't', ['id'], { online: true }),
      'PostgreSQL has no ONLINE for the index i',
    ],
    ['mysql', (op) => op.createIndex('i', 't', ['id'], { online: true }), 'MySQL has no ONLINE for the index i'],
    ['mysql', (op) => op.dropIndex('i', 't', { algorithm: 'nocopy' }), 'MySQL has no algorithm "nocopy"'],
  ])('is refused on %s', async (dialect, change, message) => {
    const error = sqlOf(dialect, (op) => [table(op), change(op)]);
    await expect(error).rejects.toMatchObject({
      message: expect.stringContaining(message),
      place: { line: expect.any(Number) },
    });
  });
});

describe('numbers of sequences', () => {
  test.each([1.5, 2 ** 60, 'a', NaN])('%s is no whole number', async (start) => {
    const error = sqlOf('postgresql', (op) => op.createSequence('s', { start }));
    await expect(error).rejects.toMatchObject({ code: 'bad-argument' });
  });
});

describe('parts of an index', () => {
  test('are columns or expressions', async () => {
    const error = sqlOf('postgresql', (op) => {
      table(op);
      op.createIndex('i', 't', [{ order: 'desc' } as never]);
    });
    await expect(error).rejects.toMatchObject({ code: 'bad-argument' });
  });
});

const asking = dialectNames.filter((name) => name !== 'redshift');

test.each(asking)('a key beside a column that may be there already is refused: %s', async (dialect) => {
  const keyed = (key: (column: Knex.ColumnBuilder) => unknown) => (op: Op) => {
    op.createTable('a', (t) => void t.integer('id').notNullable().primary());
    op.addColumn('a', (t) => key(t.integer('b')), { ifNotExists: true });
  };
  const refused = { code: 'unsupported', message: expect.stringContaining('asked for the column alone') };
  const keys = [(b: Knex.ColumnBuilder) => b.unique(), (b: Knex.ColumnBuilder) => b.references('id').inTable('a')];
  for (const key of keys) await expect(sqlOf(dialect, keyed(key))).rejects.toMatchObject(refused);
  const plain = await sqlOf(dialect, keyed(String));
  expect(plain.slice(1).join('\n')).toMatch(/\badd\b.*\bb\b/is);
});

test.each(dialectNames)('%s: the only column of a table', async (dialect) => {
  const dropped = recorded(dialect, (op) => {
    op.createTable('t', (t) => t.integer('id'));
    op.dropColumn('t', 'id');
  });
  if (dialect === 'postgresql' || dialect === 'cockroachdb' || dialect === 'redshift') await dropped;
  else
    await expect(dropped).rejects.toMatchObject({
      code: 'impossible',
      message: expect.stringMatching(/only one of t/),
    });
});

test.each(dialectNames)('%s: a column of a primary key that shall hold NULL', async (dialect) => {
  const loosened = (loosen: (op: Op) => unknown) =>
    recorded(dialect, async (op) => {
      op.createTable('t', (t) => {
        t.string('id', 20).notNullable().primary();
        t.integer('n');
      });
      await loosen(op);
    });
  const ways = [
    (op: Op) => op.alterColumn('t', 'id', { nullable: true }),
    (op: Op) => op.schema.alterTable('t', (t) => void t.string('id', 40).alter()),
    (op: Op) => op.schema.alterTable('t', (t) => void t.setNullable('id')),
    (op: Op) => op.createTable('u', (t) => void t.integer('id').primary().nullable()),
  ];
  const message = expect.stringMatching(/lets no column of a primary key hold NULL: [tu]\.id/);
  for (const way of ways) {
    // there it may, unless the table is strict
    if (dialect === 'sqlite') await loosened(way);
    else await expect(loosened(way)).rejects.toMatchObject({ code: 'unsupported', message });
  }
});

test.each<[string, string, { schema: string } | undefined, string]>([
  ['crm.touch', 'crm.t', undefined, '`crm`.`touch`'],
  ['touch', 'crm.t', undefined, '`crm`.`touch`'],
  ['touch', 't', { schema: 'crm' }, '`crm`.`touch`'],
  ['crm.touch', 't', { schema: 'crm' }, '`crm`.`crm.touch`'],
])('trigger %s on %s with %j is %4$s', async (trigger, on, options, name) => {
  const body = 'before insert on t for each row set new.id = 1';
  const create = (op: Op) => op.createTrigger(trigger, on, body, options);
  expect(await lastOf(create, 'mysql')).toBe(`create trigger ${name} ${body}`);
  const drop = (op: Op) => {
    create(op);
    op.dropTrigger(trigger, on, options);
  };
  expect(await lastOf(drop, 'mysql')).toBe(`drop trigger ${name}`);
});

test.each<[string, string, { schema: string } | undefined]>([
  ['crm.ix', 'crm.t', undefined],
  ['ix', 'crm.t', undefined],
  ['ix', 't', { schema: 'crm' }],
  ['crm.ix', 't', { schema: 'crm' }],
])('index %s on %s with %j is its own', async (index, on, options) => {
  const make = (op: Op) => {
    op.createTable(on, (t) => void t.integer('a'), options);
    op.createIndex(index, on, ['a'], options);
  };
  expect(await lastOf(make)).toContain('create index "ix" on "crm"."t"');
  const drop = (op: Op) => {
    make(op);
    op.renameIndex(index, `${index}_2`, on, options);
    op.dropIndex(`${index}_2`, on, options);
  };
  expect(await lastOf(drop)).toBe('drop index "crm"."ix_2"');
});

test.each<[string, (op: Op) => void]>([
  ['made', (op) => op.createIndex('crm.ix', 't', ['a'])],
  ['dropped', (op) => op.dropIndex('crm.ix', 'shop.t')],
  ['renamed', (op) => op.renameIndex('ix', 'crm.ix', 't')],
])('an index of another schema than its table is not %s', async (_, upgrade) => {
  await expect(sqlOf('postgresql', upgrade)).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringMatching(/^index crm\.ix cannot live in another schema than its table (?:shop\.)?t$/),
    place: expect.anything(),
  });
});

test('options for which knex has words are told to it', async () => {
  const options = { engine: 'MyISAM', charset: 'latin1', collate: 'latin1_bin' };
  const create = (op: Op) => op.createTable('t', (t) => void t.integer('a'), { options });
  expect(await lastOf(create, 'mysql')).toBe(
    'create table `t` (`a` int) default character set latin1 collate latin1_bin engine = MyISAM',
  );
  const inherit = (op: Op) => {
    op.createTable('p', (t) => void t.integer('a'));
    op.createTable('t', (t) => void t.integer('b'), { options: { inherits: 'p' } });
  };
  expect(await lastOf(inherit)).toContain('inherits ("p")');
});
