/** Rows as INSERT statements. */
import { describe, expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import { type DialectName, dialectNames } from '../../../src/dialect/names.ts';

const rows = [
  ['1', "'x'"],
  ['2', 'NULL'],
];

const values = (head: string): string => `insert into ${head} values\n  (1, 'x'),\n  (2, NULL)`;

const expected: Readonly<Record<DialectName, string>> = {
  postgresql: values('"s"."t" ("id", "b")'),
  mysql: values('`s`.`t` (`id`, `b`)'),
  mariadb: values('`s`.`t` (`id`, `b`)'),
  sqlite: values('`s`.`t` (`id`, `b`)'),
  mssql: values('[s].[t] ([id], [b])'),
  oracle: `insert into "s"."t" ("id", "b")\n  select 1, 'x' from dual union all\n  select 2, NULL from dual`,
  cockroachdb: values('"s"."t" ("id", "b")'),
  redshift: values('"s"."t" ("id", "b")'),
};

const table = { schema: 's', name: 't' };

describe.each(dialectNames)('%s', (name) => {
  const { insert } = dialects[name];

  test('one row a line', () => {
    expect(insert.spell(table, ['id', 'b'], rows, 'none')).toEqual([
      { sql: expected[name], transactional: true, sort: 'data' },
    ]);
  });

  test('no rows, no statement', () => expect(insert.spell(table, ['id'], [], 'none')).toEqual([]));

  test('rows that name no column', () => {
    const spell = () => insert.spell({ name: 't' }, [], [[], []], 'none').map(({ sql }) => sql);
    if (name === 'oracle') expect(spell).toThrow(expect.objectContaining({ code: 'unsupported' }));
    else expect(spell()).toHaveLength(2);
  });
});

test('SQL Server writes an identity column between its switches, in one batch', () => {
  const [statement, ...more] = dialects.mssql.insert.spell({ name: 't' }, ['id'], [['1']], 'by default');
  expect(statement?.sql).toBe(
    'SET IDENTITY_INSERT [t] ON;\ninsert into [t] ([id]) values\n  (1);\nSET IDENTITY_INSERT [t] OFF',
  );
  expect(more).toEqual([]);
});

test('a column that the engine always numbers takes values on PostgreSQL, where they are said to win, and nowhere else', () => {
  const spell = (name: DialectName) => dialects[name].insert.spell({ name: 't' }, ['id'], [['1']], 'always')[0]?.sql;
  expect(spell('postgresql')).toBe('insert into "t" ("id") overriding system value values\n  (1)');
  expect(spell('mssql')).toContain('SET IDENTITY_INSERT [t] ON');
  for (const name of ['oracle', 'cockroachdb', 'redshift'] as const) {
    expect(() => spell(name)).toThrow(expect.objectContaining({ code: 'impossible' }));
  }
});

test('Oracle starts another statement where the types of a column part', () => {
  const { literal, insert } = dialects.oracle;
  const column = ['short', null, 'x'.repeat(5000), null, 'short', 1].map((value) => [literal(value)]);
  const statements = insert.spell({ name: 't' }, ['a'], column, 'none');
  expect(statements.map(({ sql }) => String(sql).split('union all').length)).toEqual([2, 1, 2, 1]);
});

test('Oracle keeps the lines of wide rows short enough for SQL*Plus', () => {
  const { literal, insert } = dialects.oracle;
  const row = Array.from({ length: 40 }, () => literal('é'.repeat(400)));
  const columns = row.map((_, at) => `c${at}`);
  const [statement] = insert.spell({ name: 't' }, columns, [row], 'none');
  expect(
    Math.max(
      ...String(statement?.sql)
        .split('\n')
        .map((line) => Buffer.byteLength(line)),
    ),
  ).toBeLessThan(2499);
});
