/** A value is the same in the database whichever way it came there, and is found by the same value. */
import { expect, test } from 'vitest';
import type { Op } from '../../src/recorder/op.ts';
import { describeEngines } from '../engines/describe-engines.ts';
import type { Engine } from '../engines/engine.ts';
import { recorded } from '../unit/recorder/recorded.ts';
import type { Kind, Sample } from './literals/kind.ts';
import { mariadbKinds } from './literals/kinds-mariadb.ts';
import { postgresKinds } from './literals/kinds-postgres.ts';
import { sqliteKinds } from './literals/kinds-sqlite.ts';
import { randomFrom } from './literals/random.ts';
import { opening } from './literals/script.ts';

const kindsOf: Readonly<Record<Engine['dialect'], readonly Kind[]>> = {
  postgresql: postgresKinds,
  // MySQL 5.6 has neither JSON nor UUID.
  mysql: mariadbKinds.filter(({ sqlType }) => !/json|uuid/.test(sqlType)),
  mariadb: mariadbKinds,
  sqlite: sqliteKinds,
};

/** Compared as texts, or not at all. */
const incomparable = /^(?:json|float|real)/;

const ways = ['bulk', 'updated', 'merged'] as const;

const typeOf = ({ sqlType, unsigned }: Kind): string =>
  `${sqlType}${unsigned && !/unsigned/.test(sqlType) ? ' unsigned' : ''}`;

/** Three rows for each value, one for each way; the first one is looked for by it. */
async function fill(op: Op, table: string, kind: Kind, samples: readonly Sample[]): Promise<void> {
  op.createTable(table, (t) => {
    t.integer('id').notNullable().primary();
    if (kind.word === 'uuid') t.uuid('value', { useBinaryUuid: kind.sqlType.startsWith('binary') });
    else t.specificType('value', typeOf(kind));
    t.integer('found').notNullable().defaultTo(0);
  });
  const rows = () => op.knex(table);
  for (const [n, sample] of samples.entries()) {
    const value = sample.value as string;
    const [bulk, updated, merged] = ways.map((_, at) => n * ways.length + at) as [number, number, number];
    await op.bulkInsert(table, [{ id: bulk, value }, { id: updated }, { id: merged }]);
    await rows().where({ id: updated }).update({ value });
    await rows().insert({ id: merged, value }).onConflict('id').merge();
    if (incomparable.test(kind.sqlType)) continue;
    await rows()
      .where((either) => either.where({ value }).orWhereIn('value' as string, [value, value]))
      .andWhere({ id: bulk })
      .whereBetween(`${table}.value`, [value, value])
      .update({ found: 1 });
  }
}

function sameEveryWay(engine: Engine): void {
  const shown = ({ read }: Kind): boolean => engine.client !== 'node-sqlite3-wasm' || !read.includes('ieee754');
  const kinds = kindsOf[engine.dialect].filter(shown);
  const random = randomFrom(20261127);
  const drawn = kinds.map(({ make }) => Array.from({ length: 20 }, () => make(random)));

  test('rows, updates, merges and conditions agree', async () => {
    const texts: string[] = [];
    for (const [at, kind] of kinds.entries()) {
      const statements = await recorded(engine.dialect, (op) => fill(op, `kept_${at}`, kind, drawn[at]!));
      texts.push(...statements.map(({ sql }) => `${String(sql)};\n`));
    }
    const database = await engine.createDatabase();
    const ran = await database.runText(`${opening[engine.dialect]}${texts.join('')}commit;\n`, { strict: true });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    for (const [at, kind] of kinds.entries()) {
      const { read, show = (cell: string): string => cell, sqlType, word } = kind;
      const found = await database.query(`select id, ${read}, found from kept_${at} order by id`);
      const cells = found.map(([id, cell, seen]) => [Number(id), show(String(cell)), Number(seen)]);
      const seen = incomparable.test(sqlType) ? 0 : 1;
      const wanted = drawn[at]!.flatMap(({ kept }, n) =>
        [seen, 0, 0].map((flag, way) => [n * ways.length + way, kept, flag]),
      );
      expect(cells, `${word}, ${sqlType}`).toEqual(wanted);
    }
  });
}

describeEngines('typed values', sameEveryWay);
