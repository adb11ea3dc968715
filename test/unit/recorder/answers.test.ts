/** Answers that the author declares: what a revision gets of them on each dialect, and what hangs on them. */

import { describe, expect, test } from 'vitest';
import type { DialectName } from '../../../src/dialect/names.ts';
import type { Op } from '../../../src/recorder/op.ts';
import type { Said, SaidAnswer } from '../../../src/recorder/said.ts';
import { recordedAfter } from './recorded.ts';

const place = { file: 'migrator.toml', line: 1 };

const saying = (
  answers: readonly Omit<SaidAnswer, 'direction' | 'place'>[],
): { readonly said: (id: string) => Said | undefined } => ({
  said: (id) => (id !== 'a2' ? undefined : { answers: answers.map((one) => ({ ...one, direction: 'up', place })) }),
});

const dialects: readonly DialectName[] = ['postgresql', 'mysql', 'mariadb', 'sqlite', 'mssql', 'oracle', 'cockroachdb'];

const tables = (op: Op): void => {
  op.createTable('t', (t) => {
    t.integer('a');
    t.string('b', 9);
  });
};

describe.each(dialects)('%s', (dialect) => {
  const record = async (upgrade: (op: Op) => unknown, answers: Parameters<typeof saying>[0]) => {
    const { changes, reads = [] } = await recordedAfter(dialect, [tables, upgrade], saying(answers));
    return {
      sql: changes.flatMap(({ statements }) => statements.map(({ statement }) => String(statement.sql))),
      reads,
    };
  };

  test('rows come as knex hands them out', async () => {
    const { sql, reads } = await record(
      async (op) => {
        const all = await op.knex('t').select('a', 'b');
        const names = await op.knex('t').pluck('a');
        const streamed: unknown[] = [];
        for await (const row of op.knex('t').select('a').stream()) streamed.push(row);
        const one = await op.knex('t').orderBy('a').first('a');
        op.execute(`insert into u values ('${JSON.stringify([all, names, one, streamed])}')`);
      },
      [
        { asked: 'select a, b from t', rows: [{ a: 1, b: 'x' }, { a: 2 }] },
        { asked: 'select a from t', rows: [{ a: 5 }, { a: 6 }] },
        ...(dialect === 'mssql'
          ? [{ asked: 'select top (1) a from t order...', rows: [{ a: 7 }] }]
          : dialect === 'oracle'
            ? [{ asked: 'select * from (select a from t order...', rows: [{ a: 7 }] }]
            : [{ asked: 'select a from t order by a asc limit 1', rows: [{ a: 7 }] }]),
      ],
    );
    expect(sql).toEqual([
      `insert into u values ('[[{"a":1,"b":"x"},{"a":2,"b":null}],[5,6],{"a":7},[{"a":5},{"a":6}]]')`,
    ]);
    expect(reads).toMatchObject([0, 0, 0, 0].map((at) => ({ source: 'declared', kind: 'declared', reaches: [at] })));
  });

  test('what nothing hangs on is a read, and no more', async () => {
    const { sql, reads } = await record(
      async (op) => {
        await op.schema.hasTable('t');
        op.execute('select 1');
      },
      [{ asked: ' hasTable( "t" )', value: { is: true } }],
    );
    expect(sql).toEqual(['select 1']);
    expect(reads).toMatchObject([{ source: 'declared', reaches: [] }]);
  });

  test('a number of rows that is not declared is not heeded', async () => {
    const heeds = async (op: Op) => {
      const counted = await op.knex('t').count({ n: '*' }).first();
      if (await op.knex('t').update({ a: counted?.n })) op.execute('select 1');
    };
    const count = {
      asked:
        dialect === 'mssql'
          ? 'select top (1) count...'
          : dialect === 'oracle'
            ? 'select * from (select count...'
            : 'select count...',
      rows: [{ n: 4 }],
    };
    await expect(record(heeds, [count])).rejects.toThrow('uses how many rows a statement touched (update');
    const { sql } = await record(heeds, [count, { asked: 'update t set a = 4', value: { is: 4 } }]);
    expect(sql).toHaveLength(2);
  });
});
