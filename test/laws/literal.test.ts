/** A literal, sent through the database's own client and read back, is the value that it was made from. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialects } from '../../src/dialect/dialects.ts';
import type { Column } from '../../src/schema/table.ts';
import { describeEngines } from '../engines/describe-engines.ts';
import type { Database, Engine } from '../engines/engine.ts';

type Tested = Engine['dialect'];

const nasty = [
  ...[
    "'",
    "''",
    '"',
    '`',
    '\\',
    '\\\\',
    '\\n',
    "\\'",
    ';',
    ';\n',
    '--',
    '-- x',
    '-\n',
    '/*',
    '*/',
    '#',
    '%',
    '$$',
    '?',
  ],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u0001',
    '\u001a',
    '\u001b',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u202e',
    '\ufeff',
    ' ',
    '\b',
  ],
  ...[
    '$(x)',
    '$',
    '(',
    '&name',
    ':name',
    ':1',
    '\nGO\n',
    '\n/\n',
    '\n.\n',
    '\n\\q\n',
    '\n.quit\n',
    'delimiter //',
    '\\!',
  ],
  ...['é', 'ß', '中', '😀', '👩‍👩‍👧', "E'", "N'", 'NULL', '{"a":"b"}', '\n\n', 'x'],
];

const strings = fc.oneof(
  fc.array(fc.constantFrom(...nasty), { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .array(
      fc.integer({ min: 1, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff),
      { maxLength: 20 },
    )
    .map((codes) => String.fromCodePoint(...codes)),
);

const texts = [
  ...nasty,
  ...fc.sample(strings, { numRuns: 400, seed: 20260731 }),
  Array.from({ length: 3000 }, (_, at) => `line ${at}\t'${at}' \\`).join('\r\n'),
  'ä'.repeat(20_000),
];

const types: Readonly<Record<Tested, Readonly<Record<'text' | 'float' | 'integer' | 'bytes' | 'moment', string>>>> = {
  postgresql: { text: 'text', float: 'double precision', integer: 'bigint', bytes: 'bytea', moment: 'timestamptz' },
  mariadb: { text: 'longtext', float: 'double', integer: 'bigint', bytes: 'longblob', moment: 'datetime(3)' },
  sqlite: { text: 'text', float: 'real', integer: 'integer', bytes: 'blob', moment: 'text' },
};

const column = (word: string, sqlType: string): Column => ({
  name: 'value',
  type: { name: word, args: [] },
  sqlType,
  nullable: true,
  autoIncrement: false,
  unsigned: false,
});

const hexOf: Readonly<Record<Tested, string>> = {
  postgresql: "encode(convert_to(value, 'UTF8'), 'hex')",
  mariadb: 'lower(hex(value))',
  sqlite: 'lower(hex(value))',
};

const opening: Readonly<Record<Tested, string>> = {
  postgresql: '\\set ON_ERROR_STOP on\nset client_encoding = utf8;\n',
  mariadb: "set names utf8mb4;\nset session sql_mode = 'STRICT_ALL_TABLES';\nset time_zone = '+00:00';\n",
  sqlite: '.bail on\n',
};

/** A script that inserts the literals, numbered from 0, into a table of one column. */
function script(dialect: Tested, sqlType: string, literals: readonly string[]): string {
  const { insert } = dialects[dialect];
  const text = dialect === 'mariadb' ? ' character set utf8mb4' : '';
  const makes = `create table kept (id int primary key, value ${sqlType}${/text/.test(sqlType) ? text : ''});\n`;
  const rows = literals.map((literal, at) => [String(at), literal]);
  const statements: string[] = [];
  for (let start = 0; start < rows.length; start += 100) {
    for (const { sql } of insert.spell({ name: 'kept' }, ['id', 'value'], rows.slice(start, start + 100), false)) {
      statements.push(`${String(sql)};\n`);
    }
  }
  return opening[dialect] + makes + statements.join('');
}

async function readBack(database: Database, text: string, expression: string): Promise<readonly (string | null)[]> {
  const ran = await database.runText(text, { strict: true });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
  return (await database.query(`select ${expression} from kept order by id`)).map(([cell]) => cell ?? null);
}

const hex = (text: string): string => Buffer.from(text).toString('hex');

function literalsOf(engine: Engine): void {
  const { dialect } = engine;
  const { literal } = dialects[dialect];
  const textColumn = column('text', 'text');
  const literals = texts.map((text) => literal(text, textColumn));
  const wanted = texts.map(hex);

  test('text', async () => {
    const database = await engine.createDatabase();
    expect(await readBack(database, script(dialect, types[dialect].text, literals), hexOf[dialect])).toEqual(wanted);
  });

  test('text in a file whose line ends were changed on the way', async () => {
    const database = await engine.createDatabase();
    const converted = script(dialect, types[dialect].text, literals).replaceAll('\n', '\r\n');
    expect(await readBack(database, converted, hexOf[dialect])).toEqual(wanted);
  });

  test('bytes', async () => {
    const bytes = fc.sample(fc.uint8Array({ maxLength: 40 }), { numRuns: 50, seed: 1 });
    const database = await engine.createDatabase();
    const spelled = bytes.map((value) => literal(value, column('binary', types[dialect].bytes)));
    const expression = dialect === 'postgresql' ? "encode(value, 'hex')" : 'lower(hex(value))';
    const found = await readBack(database, script(dialect, types[dialect].bytes, spelled), expression);
    expect(found.map((cell) => cell ?? '')).toEqual(bytes.map((value) => Buffer.from(value).toString('hex')));
  });

  test('numbers', async () => {
    const doubles = [0, 1, -1, 0.1, 1e21, 1e-7, 2 ** 53, -(2 ** 63), 123456789.125, 1.5e300, 5e-10];
    const database = await engine.createDatabase();
    const spelled = doubles.map((value) => literal(value, column('double', types[dialect].float)));
    const expression = dialect === 'sqlite' ? "printf('%!.17g', value)" : 'value';
    const found = await readBack(database, script(dialect, types[dialect].float, spelled), expression);
    expect(found.map(Number)).toEqual(doubles);
  });

  test('whole numbers of 64 bits', async () => {
    const whole = [0n, -1n, 9007199254740993n, 9223372036854775807n, -9223372036854775808n];
    const database = await engine.createDatabase();
    const spelled = whole.map((value) => literal(value, column('biginteger', types[dialect].integer)));
    const found = await readBack(database, script(dialect, types[dialect].integer, spelled), 'value');
    expect(found.map((cell) => BigInt(cell ?? ''))).toEqual(whole);
  });

  test('points in time', async () => {
    const moments = ['2024-01-31T10:00:00.000Z', '1999-12-31T23:59:59.999Z', '2038-02-28T00:00:00.001Z'];
    const database = await engine.createDatabase();
    const spelled = moments.map((value) => literal(new Date(value), column('timestamp', types[dialect].moment)));
    const expression =
      dialect === 'postgresql' ? `to_char(value at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')` : 'value';
    const found = await readBack(database, script(dialect, types[dialect].moment, spelled), expression);
    expect(found.map((cell) => `${cell?.replace(' ', 'T')}Z`)).toEqual(moments);
  });

  test.runIf(dialect === 'mariadb')('text where a backslash is only a character', async () => {
    const database = await engine.createDatabase();
    const text = script(dialect, 'longtext', literals).replace('STRICT_ALL_TABLES', 'NO_BACKSLASH_ESCAPES');
    expect(await readBack(database, text, hexOf[dialect])).toEqual(wanted);
  });

  test.runIf(dialect === 'postgresql')('arrays', async () => {
    const arrays = [[], ['a', 'b"c', 'd\\e', "it's", '\n', 'NULL', '', '{}', ',']];
    const database = await engine.createDatabase();
    const spelled = arrays.map((value) => literal(value, column('specifictype', 'text[]')));
    const found = await readBack(database, script(dialect, 'text[]', spelled), 'to_json(value)::text');
    expect(found.map((cell) => JSON.parse(cell ?? ''))).toEqual(arrays);
  });
}

describeEngines('literal', literalsOf);
