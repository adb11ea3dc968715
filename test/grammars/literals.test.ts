/** Hostile texts for the databases that are not here: split as their clients split, read by the grammars, and put together again. */
import { describe, expect, test } from 'vitest';
import { mysql } from '../../src/dialect/client/mysql.ts';
import { sqlcmd } from '../../src/dialect/client/sqlcmd.ts';
import { sqlplus } from '../../src/dialect/client/sqlplus.ts';
import type { Client, Frame } from '../../src/dialect/client.ts';
import { dialects } from '../../src/dialect/dialects.ts';
import type { Column } from '../../src/schema/column.ts';
import { scriptText } from '../../src/script/script-text.ts';
import type { Fault, Piece } from '../clients/fault.ts';
import { innerMssql, innerOracle } from '../clients/inner.ts';
import { splitMysql } from '../clients/mysql.ts';
import { splitSqlcmd } from '../clients/sqlcmd.ts';
import { splitSqlplus } from '../clients/sqlplus.ts';
import { meaningful, textOf, unistr } from '../clients/tokens.ts';
import { hostile, long } from '../laws/literals/hostile.ts';
import { column } from '../unit/dialect/lower-cases.ts';
import { recordingOf, scriptOf } from '../unit/script/made.ts';
import { parseMssql, parseMysql, parseOracle } from './script.ts';

type Parsed = 'mssql' | 'oracle' | 'mysql';

const clients: Readonly<Record<Parsed, Client>> = { mssql: sqlcmd, oracle: sqlplus, mysql };
/** The client splits the whole script; the grammar reads what holds the row, since other tests have it read the rest. */
const readers = {
  mssql: { split: splitSqlcmd, parse: parseMssql },
  oracle: { split: splitSqlplus, parse: parseOracle },
  mysql: { split: splitMysql, parse: (piece: Piece) => parseMysql(piece) },
} as const;
const typeOf: Readonly<Record<Parsed, string>> = { mssql: 'nvarchar(max)', oracle: 'clob', mysql: 'longtext' };

function scriptFor(dialect: Parsed, literals: readonly string[], frame: Partial<Frame> = {}): string {
  const { insert } = dialects[dialect];
  const numbered = literals.map((literal, at) => [String(at), literal]);
  const statements = insert.spell({ name: 'kept' }, ['id', 'value'], numbered, 'none');
  const made = recordingOf({ id: 'a1', before: [], after: ['a1'], statements });
  return [...scriptText(scriptOf(dialects[dialect], clients[dialect], [made], frame))].join('');
}

function faultsIn(dialect: Parsed, script: string): readonly Fault[] {
  const { pieces, faults } = readers[dialect].split(script);
  const holding = pieces.filter(({ sql }) => /\bkept\b/.test(sql));
  expect(holding).toHaveLength(1);
  return [...faults, ...holding.flatMap(readers[dialect].parse)];
}

/** What the strings and the characters named by number come to, in their order; everything between only joins them. */
function put(sql: string, accent: 'mssql' | 'oracle'): string {
  const tokens = meaningful(sql, accent);
  return tokens
    .map(({ kind, text }, at) => {
      const inside = tokens[at + 2]?.text ?? '';
      if (kind === 'word' && /^(n?char|chr)$/i.test(text)) return String.fromCodePoint(Number(inside));
      if (kind === 'word' && /^unistr$/i.test(text)) return unistr(textOf(inside));
      return kind === 'string' && !/^unistr$/i.test(tokens[at - 2]?.text ?? '') ? textOf(text) : '';
    })
    .join('');
}

/** The values of the one row of the insert that the script carries in a string. */
function carried(dialect: 'mssql' | 'oracle', script: string): string {
  const { pieces } = readers[dialect].split(script);
  const inner = pieces.flatMap(dialect === 'mssql' ? innerMssql : innerOracle);
  const built = pieces.flatMap(({ sql }) => {
    const parts = [...sql.matchAll(/migrator_sql := ([\s\S]*?);\n(?= {2}(?:migrator_sql|EXECUTE))/g)];
    return parts.length === 0 ? [] : [parts.map(([, expression = '']) => put(expression, 'oracle')).join('')];
  });
  const insert = [...built, ...inner.map(({ sql }) => sql)].find((sql) => /^insert into/.test(sql));
  if (insert === undefined) throw new Error('the script carries no insert');
  return insert.slice(insert.search(dialect === 'mssql' ? /\(0, / : /select 0,\s/));
}

describe.each(['mssql', 'oracle', 'mysql'] as const)('a hostile text for %s', (dialect) => {
  const known = column('value', 'text', typeOf[dialect]);

  test.each(Object.entries(hostile))('%s', (_, value) => {
    const script = scriptFor(dialect, [dialects[dialect].literal(value, known)]);
    expect(faultsIn(dialect, script)).toEqual([]);
    if (dialect !== 'mysql') expect(put(carried(dialect, script), dialect)).toBe(value);
  });

  test.runIf(dialect !== 'mysql').each(Object.entries(long))('%s, as its client splits it', (_, value) => {
    const script = scriptFor(dialect, [dialects[dialect].literal(value, known)]);
    expect(readers[dialect].split(script).faults).toEqual([]);
    if (dialect !== 'mysql') expect(put(carried(dialect, script), dialect) === value).toBe(true);
  });
});

/** MySQL itself reads the same text: the grammar knows no introducer before hexadecimal digits. */
test.each(['mssql', 'oracle'] as const)('hostile texts in ASCII for %s', (dialect) => {
  const known = column('value', 'text', typeOf[dialect]);
  const beyond = Object.entries({ ...hostile, ...long }).filter(([, value]) => /\P{ASCII}/u.test(value));
  for (const [name, value] of beyond) {
    const script = scriptFor(dialect, [dialects[dialect].literal(value, known)], { ascii: true });
    expect(script, name).toMatch(/^\p{ASCII}+$/u);
    expect(readers[dialect].split(script).faults, name).toEqual([]);
    if (value.length < 60) expect(faultsIn(dialect, script), name).toEqual([]);
    expect(put(carried(dialect, script), dialect) === value, name).toBe(true);
  }
});

const odd = '2024-02-29T23:30:00.123456-05:30';
const day = new Date('2024-02-29T00:00:00Z');
const typed: Readonly<
  Record<Exclude<Parsed, 'mysql'>, Readonly<Record<string, readonly [unknown, Column | undefined, string]>>>
> = {
  mssql: {
    null: [null, undefined, 'NULL'],
    bytes: [Buffer.from([0, 39, 255]), column('v', 'binary', 'varbinary(9)'), '0x0027ff'],
    true: [true, column('v', 'boolean', 'bit'), '1'],
    'a zone and microseconds': [odd, column('v', 'datetime', 'datetime2'), "'2024-03-01T05:00:00.123456'"],
    'a zone that is kept': [odd, column('v', 'timestamp', 'datetimeoffset'), "'2024-02-29T23:30:00.123456-05:30'"],
    'no zone where the column keeps one': [
      '2024-02-29 01:02',
      column('v', 'timestamp', 'datetimeoffset(0)'),
      "'2024-02-29T01:02:00+00:00'",
    ],
    'a time of day': ['10:00:00.1234567', column('v', 'time', 'time'), "'10:00:00.1234567'"],
    'a Date for a day': [day, column('v', 'date', 'date'), "'2024-02-29'"],
    'a bigint': [2n ** 63n - 1n, column('v', 'biginteger', 'bigint'), '9223372036854775807'],
    'a decimal': ['12345678901234567890.12', column('v', 'decimal', 'decimal(38, 2)'), '12345678901234567890.12'],
    'a double': [0.1, column('v', 'double', 'float'), '0.1e0'],
    'a UUID': [
      '0f8fad5b-d9cb-469f-a165-70867728950e',
      column('v', 'uuid', 'uniqueidentifier'),
      "N'0f8fad5b-d9cb-469f-a165-70867728950e'",
    ],
    'a UUID given as bytes': [
      Buffer.from('0f8fad5bd9cb469fa16570867728950e', 'hex'),
      column('v', 'uuid', 'uniqueidentifier'),
      "N'0f8fad5b-d9cb-469f-a165-70867728950e'",
    ],
    JSON: [{ a: "it's" }, column('v', 'json', 'nvarchar(max)'), `N'{"a":"it''s"}'`],
  },
  oracle: {
    null: [null, undefined, 'NULL'],
    bytes: [Buffer.from([0, 39, 255]), column('v', 'binary', 'blob'), "hextoraw('0027ff')"],
    true: [true, column('v', 'boolean', 'number(1, 0)'), '1'],
    'a zone and microseconds': [odd, column('v', 'timestamp', 'timestamp'), "timestamp '2024-03-01 05:00:00.123456'"],
    'a zone that is kept': [
      odd,
      column('v', 'timestamp', 'timestamp with time zone'),
      "timestamp '2024-02-29 23:30:00.123456 -05:30'",
    ],
    'no zone where the column keeps one': [
      '2024-02-29 01:02',
      column('v', 'timestamp', 'timestamp(0) with local time zone'),
      "timestamp '2024-02-29 01:02:00 +00:00'",
    ],
    'a date with a time': [
      '2024-02-29 10:00',
      column('v', 'date', 'date'),
      "to_date('2024-02-29 10:00:00', 'YYYY-MM-DD HH24:MI:SS')",
    ],
    'a Date for a day': [day, column('v', 'date', 'date'), "date '2024-02-29'"],
    'a bigint': [2n ** 64n, column('v', 'biginteger', 'number(20, 0)'), '18446744073709551616'],
    'a decimal': ['12345678901234567890.12', column('v', 'decimal', 'decimal(38, 2)'), '12345678901234567890.12'],
    'a double': [-1.5e-200, column('v', 'double', 'binary_double'), '-1.5e-200d'],
    'a UUID given for bytes': [
      '0f8fad5b-d9cb-469f-a165-70867728950e',
      column('v', 'uuid', 'raw(16)'),
      "hextoraw('0f8fad5bd9cb469fa16570867728950e')",
    ],
    'days and seconds': [
      'P-1DT-2H-3.5S',
      column('v', 'specificType', 'interval day(3) to second(6)'),
      "interval '-1 02:00:03.5' day(3) to second(6)",
    ],
    'years and months': [
      '3 years 14 months',
      column('v', 'specificType', 'interval year(2) to month'),
      "interval '4-2' year(2) to month",
    ],
    JSON: [{ a: "it's" }, column('v', 'json', 'varchar2(4000)'), `'{"a":"it''s"}'`],
  },
};

describe.each(['mssql', 'oracle'] as const)('a value of a kind for %s', (dialect) => {
  test.each(Object.entries(typed[dialect]))('%s', (_, [value, known, expected]) => {
    const literal = dialects[dialect].literal(value, known);
    expect(literal).toBe(expected);
    expect(faultsIn(dialect, scriptFor(dialect, [literal, 'NULL', literal]))).toEqual([]);
  });
});
