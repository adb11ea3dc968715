/** A literal, sent through the database's own client and read back, is the value that it was made from. */
import { expect, test } from 'vitest';
import { dialects } from '../../src/dialect/dialects.ts';
import { describeEngines } from '../engines/describe-engines.ts';
import type { Database, Engine, Manner } from '../engines/engine.ts';
import { columnOf, type Kind, type Sample } from './literals/kind.ts';
import { mariadbKinds } from './literals/kinds-mariadb.ts';
import { postgresKinds } from './literals/kinds-postgres.ts';
import { sqliteKinds } from './literals/kinds-sqlite.ts';
import { randomFrom } from './literals/random.ts';
import { opening } from './literals/script.ts';

type Tested = Engine['dialect'];

const values = 100_000;
const kindsOf: Readonly<Record<Tested, readonly Kind[]>> = {
  postgresql: postgresKinds,
  // MySQL 5.6 has neither JSON nor UUID.
  mysql: mariadbKinds.filter(({ sqlType }) => !/json|uuid/.test(sqlType)),
  mariadb: mariadbKinds,
  sqlite: sqliteKinds,
};

/** One table for each kind, its rows numbered from 0; one in fifty values is NULL. */
function drawn(kinds: readonly Kind[]): readonly (readonly Sample[])[] {
  const each = Math.ceil(values / kinds.length);
  const random = randomFrom(20260731);
  return kinds.map(({ make }) =>
    Array.from({ length: each }, () => (random.below(50) === 0 ? { value: null, kept: null } : make(random))),
  );
}

function script(dialect: Tested, kinds: readonly Kind[], samples: readonly (readonly Sample[])[]): string {
  const { insert, literal } = dialects[dialect];
  const text: string[] = [opening[dialect]];
  for (const [at, kind] of kinds.entries()) {
    const column = columnOf(kind);
    const type = `${kind.sqlType}${kind.unsigned && !/unsigned/.test(kind.sqlType) ? ' unsigned' : ''}`;
    text.push(`create table kept_${at} (id int primary key, value ${type});\n`);
    const rows = samples[at]!.map(({ value }, id) => [String(id), literal(value, column)]);
    for (let start = 0; start < rows.length; start += 500) {
      const part = rows.slice(start, start + 500);
      for (const { sql } of insert.spell({ name: `kept_${at}` }, ['id', 'value'], part, 'none'))
        text.push(`${String(sql)};\n`);
    }
  }
  return `${text.join('')}commit;\n`;
}

async function compare(
  database: Database,
  kinds: readonly Kind[],
  samples: readonly (readonly Sample[])[],
): Promise<void> {
  for (const [at, { read, show = (cell: string): string => cell, sqlType, word }] of kinds.entries()) {
    const found = await database.query(
      `select case when value is not null then ${read} end from kept_${at} order by id`,
    );
    const cells = found.map(([cell]): string | null => (cell === null || cell === undefined ? null : show(cell)));
    const wrong = samples[at]!.map((sample, id) => ({ ...sample, found: cells[id] })).filter(
      (row) => row.kept !== row.found,
    );
    expect(wrong.slice(0, 5), `${word}, ${sqlType}`).toEqual([]);
    expect(cells).toHaveLength(samples[at]!.length);
  }
}

const ways: readonly { readonly name: string; readonly change: (text: string) => string; readonly manner: Manner }[] = [
  { name: 'as they are', change: (text) => text, manner: {} },
  {
    name: 'in a file whose line ends were changed on the way',
    change: (text) => text.replaceAll('\n', '\r\n'),
    manner: {},
  },
  { name: 'in the locale C', change: (text) => text, manner: { env: { LC_ALL: 'C' } } },
];

function valuesOf(engine: Engine): void {
  // The function that shows a double bit by bit is the shell's.
  const shown = ({ read }: Kind): boolean => engine.client !== 'node-sqlite3-wasm' || !read.includes('ieee754');
  const kinds = kindsOf[engine.dialect].filter(shown);
  const samples = drawn(kinds);
  const text = script(engine.dialect, kinds, samples);
  test.each(ways)(`${values} values of all kinds, $name`, async ({ change, manner }) => {
    const database = await engine.createDatabase();
    const ran = await database.runText(change(text), { strict: true, ...manner });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    await compare(database, kinds, samples);
  });
}

describeEngines('literals', valuesOf);
