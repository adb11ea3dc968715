/** Each hostile text and each value of a kind that clients spoil, in a whole script, through the real client. */
import { expect, test } from 'vitest';
import { mariadb } from '../../src/dialect/client/mariadb.ts';
import { mysql } from '../../src/dialect/client/mysql.ts';
import { psql } from '../../src/dialect/client/psql.ts';
import { sqlite3 } from '../../src/dialect/client/sqlite3.ts';
import type { Client, Frame } from '../../src/dialect/client.ts';
import { dialects } from '../../src/dialect/dialects.ts';
import type { Column } from '../../src/schema/column.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { describeEngines } from '../engines/describe-engines.ts';
import { type Cell, type Database, type Engine, isOfMysql, type Manner } from '../engines/engine.ts';
import { column } from '../unit/dialect/lower-cases.ts';
import { recordingOf, scriptOf } from '../unit/script/made.ts';
import { hostile, long } from './literals/hostile.ts';
import { bytes, type Read, typed } from './literals/spoilt.ts';

type Tested = Engine['dialect'];

const clients: Readonly<Record<Tested, Client>> = { postgresql: psql, mysql, mariadb, sqlite: sqlite3 };
const longText: Readonly<Record<Tested, string>> = {
  postgresql: 'text',
  mysql: 'longtext character set utf8mb4',
  mariadb: 'longtext character set utf8mb4',
  sqlite: 'text',
};
const shown: Readonly<Record<Tested, string>> = {
  postgresql: "encode(convert_to(value, 'UTF8'), 'hex')",
  mysql: 'lower(hex(value))',
  mariadb: 'lower(hex(value))',
  sqlite: 'lower(hex(value))',
};

/** The whole script of a revision that makes a table and puts these values into it, numbered from 0. */
function scriptFor(engine: Engine, literals: readonly string[], sqlType: string, frame: Partial<Frame> = {}): string {
  const dialect = dialects[engine.dialect];
  const numbered = literals.map((literal, at) => [String(at), literal]);
  const rows = dialect.insert.spell({ name: 'kept' }, ['id', 'value'], numbered, 'none');
  const statements = [`create table kept (id int primary key, value ${sqlType})`, ...rows];
  const made = recordingOf({ id: 'a1', before: [], after: ['a1'], statements });
  return [...scriptText(scriptOf(dialect, clients[engine.dialect], [made], frame))].join('');
}

async function read(
  database: Database,
  script: string,
  expression: string,
  manner: Manner = {},
): Promise<readonly (Cell | undefined)[]> {
  const ran = await database.runText(script, manner);
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  const rows = await database.query(`select ${expression} from kept order by id`);
  await database.query('drop table kept; delete from migrator_version');
  return rows.map(([cell]) => cell);
}

const ways: readonly (readonly [name: string, change: (script: string) => string, manner: Manner])[] = [
  ['with the line ends of Windows', (script) => script.replaceAll('\n', '\r\n'), {}],
  ['in the locale C', (script) => script, { env: { LC_ALL: 'C' } }],
];
const all = { ...hostile, ...long };
const hexes = Object.values(all).map((value) => Buffer.from(value).toString('hex'));

describeEngines('a hostile text', (engine) => {
  const { dialect } = engine;
  let database: Promise<Database> | undefined;
  const typedColumn = column('value', 'text', isOfMysql(engine) ? 'longtext' : 'text');

  const literalOf = (value: string): string => dialects[dialect].literal(value, typedColumn);

  test.each(Object.entries(all))('%s', async (_, value) => {
    database ??= engine.createDatabase();
    const script = scriptFor(engine, [literalOf(value)], longText[dialect]);
    expect(await read(await database, script, shown[dialect])).toEqual([Buffer.from(value).toString('hex')]);
  });

  test.each(ways)('all of them in a file %s', async (_, change, manner) => {
    database ??= engine.createDatabase();
    const script = scriptFor(engine, Object.values(all).map(literalOf), longText[dialect]);
    expect(await read(await database, change(script), shown[dialect], manner)).toEqual(hexes);
  });

  test('all of them in a file of ASCII characters alone', async () => {
    database ??= engine.createDatabase();
    const script = scriptFor(engine, Object.values(all).map(literalOf), longText[dialect], { ascii: true });
    expect(script).toMatch(/^\p{ASCII}+$/u);
    expect(await read(await database, script, shown[dialect], { env: { LC_ALL: 'C' } })).toEqual(hexes);
  });

  test.runIf(dialect === 'mariadb')('all of them where a backslash is only a character', async () => {
    const one = await engine.createDatabase();
    const literal = dialects.mariadb.literal(Object.values(all).join(''), typedColumn);
    const mode = "set session sql_mode = 'NO_BACKSLASH_ESCAPES';\n";
    const ran = await one.runText(
      `set names utf8mb4;\n${mode}create table kept (value longtext);\ninsert into kept values (${literal});\n`,
    );
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    const [row] = await one.query('select lower(hex(value)) from kept');
    expect(row?.[0]).toBe(Buffer.from(Object.values(all).join('')).toString('hex'));
  });
});

describeEngines('a value that clients and sessions spoil', (engine) => {
  const { dialect } = engine;
  let database: Promise<Database> | undefined;
  const check = async (
    value: unknown,
    known: Column | undefined,
    sqlType: string,
    { expression, found }: Read,
  ): Promise<void> => {
    database ??= engine.createDatabase();
    const script = scriptFor(engine, [dialects[dialect].literal(value, known)], sqlType);
    expect(await read(await database, script, expression)).toEqual([found]);
  };

  test.each(Object.entries(typed[dialect]))('%s', async (_, { word, sqlType, value, ...rest }) => {
    await check(value, column('value', word, sqlType), sqlType, rest);
  });

  test('all bytes there are', async () => {
    const sqlType = { postgresql: 'bytea', mysql: 'longblob', mariadb: 'longblob', sqlite: 'blob' }[dialect];
    const expression = dialect === 'postgresql' ? "encode(value, 'hex')" : 'lower(hex(value))';
    await check(bytes, column('value', 'binary', sqlType), sqlType, { expression, found: bytes.toString('hex') });
  });

  test('an SQL expression stays one', async () => {
    database ??= engine.createDatabase();
    const script = scriptFor(engine, ["upper('a''b')"], longText[dialect]);
    expect(await read(await database, script, 'value')).toEqual(["A'B"]);
  });
});
