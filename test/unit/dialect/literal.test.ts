/** How each dialect spells values. What engines make of the spelling is in test/laws/literal.test.ts. */
import { describe, expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import { type DialectName, dialectNames } from '../../../src/dialect/names.ts';
import type { Column } from '../../../src/schema/column.ts';
import { column } from './lower-cases.ts';

type Expected = Readonly<Record<DialectName, string>>;

function spelled(name: DialectName, value: unknown, typed?: Column): string {
  return dialects[name].literal(value, typed);
}

const everywhere = (text: string): Expected =>
  Object.fromEntries(dialectNames.map((name) => [name, text])) as unknown as Expected;

const noon = new Date('2024-01-31T10:00:00.000Z');
const backslash = String.raw`a\b`;

const cases: Readonly<Record<string, readonly [unknown, Column | undefined, Expected]>> = {
  null: [null, undefined, everywhere('NULL')],
  'a quote': ["it's; --", undefined, { ...everywhere("'it''s; --'"), mssql: "N'it''s; --'" }],
  'a backslash': [
    backslash,
    undefined,
    {
      ...everywhere(String.raw`'a\b'`),
      mysql: "concat('a', char(92 using utf8mb4), 'b')",
      mariadb: "concat('a', char(92 using utf8mb4), 'b')",
      mssql: String.raw`N'a\b'`,
      redshift: "('a' || chr(92) || 'b')",
    },
  ],
  'a line GO between line ends': [
    'a\r\nGO\n',
    undefined,
    {
      postgresql: String.raw`E'a\r\nGO\n'`,
      mysql: "concat('a', char(13,10 using utf8mb4), 'GO', char(10 using utf8mb4))",
      mariadb: "concat('a', char(13,10 using utf8mb4), 'GO', char(10 using utf8mb4))",
      sqlite: "('a' || char(13,10) || 'GO' || char(10))",
      mssql: "(N'a' + NCHAR(13) + NCHAR(10) + N'GO' + NCHAR(10))",
      oracle: "('a' || chr(13) || chr(10) || 'GO' || chr(10))",
      cockroachdb: String.raw`E'a\r\nGO\n'`,
      redshift: "('a' || chr(13) || chr(10) || 'GO' || chr(10))",
    },
  ],
  'a variable of sqlcmd': ['$(x) &y', undefined, { ...everywhere("'$(x) &y'"), mssql: "(N'$' + N'(x) &y')" }],
  'a mark that turns the reading direction': [
    'a\u202eb',
    undefined,
    {
      postgresql: String.raw`E'a\u202eb'`,
      mysql: "concat('a', char(226,128,174 using utf8mb4), 'b')",
      mariadb: "concat('a', char(226,128,174 using utf8mb4), 'b')",
      sqlite: "('a' || char(8238) || 'b')",
      mssql: "(N'a' + NCHAR(8238) + N'b')",
      oracle: String.raw`('a' || to_char(unistr('\202e')) || 'b')`,
      cockroachdb: String.raw`E'a\u202eb'`,
      redshift: "'a\u202eb'",
    },
  ],
  true: [true, undefined, { ...everywhere('1'), postgresql: 'true', cockroachdb: 'true', redshift: 'true' }],
  'true among integers': [true, column('c', 'integer', 'integer'), everywhere('1')],
  '1 for a boolean': [
    1,
    column('c', 'bool', 'boolean'),
    { ...everywhere('1'), postgresql: 'true', cockroachdb: 'true', redshift: 'true' },
  ],
  'a small number': [-1.5e-7, undefined, everywhere('-1.5e-7')],
  'a bigint': [9007199254740993n, column('c', 'biginteger', 'bigint'), everywhere('9007199254740993')],
  'a decimal given as text': ['0012.50', column('c', 'decimal', 'decimal(8, 2)'), everywhere('12.50')],
  'a number among texts': [1.5, column('c', 'varchar', 'varchar(9)'), { ...everywhere("'1.5'"), mssql: "N'1.5'" }],
  'a Date': [
    noon,
    undefined,
    {
      postgresql: "'2024-01-31T10:00:00.000+00:00'",
      mysql: "'2024-01-31 10:00:00.000'",
      mariadb: "'2024-01-31 10:00:00.000'",
      sqlite: "'2024-01-31 10:00:00.000'",
      mssql: "'2024-01-31T10:00:00.000'",
      oracle: "timestamp '2024-01-31 10:00:00.000 +00:00'",
      cockroachdb: "'2024-01-31T10:00:00.000+00:00'",
      redshift: "'2024-01-31 10:00:00.000+00'",
    },
  ],
  'a Date for a day': [
    noon,
    column('c', 'date', 'date'),
    { ...everywhere("'2024-01-31'"), oracle: "to_date('2024-01-31 10:00:00', 'YYYY-MM-DD HH24:MI:SS')" },
  ],
  'a day given as text': [
    '2024-01-31',
    column('c', 'date', 'date'),
    { ...everywhere("'2024-01-31'"), oracle: "date '2024-01-31'" },
  ],
  'a point in time given as text': [
    '2024-01-31T10:00Z',
    column('c', 'timestamp', 'timestamp'),
    {
      ...everywhere("'2024-01-31 10:00:00'"),
      postgresql: "'2024-01-31T10:00:00'",
      cockroachdb: "'2024-01-31T10:00:00'",
      mssql: "'2024-01-31T10:00:00'",
      oracle: "timestamp '2024-01-31 10:00:00'",
    },
  ],
  bytes: [
    Buffer.from('hi'),
    undefined,
    {
      postgresql: String.raw`'\x6869'::bytea`,
      mysql: "x'6869'",
      mariadb: "x'6869'",
      sqlite: "x'6869'",
      mssql: '0x6869',
      oracle: "hextoraw('6869')",
      cockroachdb: String.raw`'\x6869'::bytea`,
      redshift: "from_hex('6869')",
    },
  ],
  'an object, its keys as given': [
    { b: 1, a: [true] },
    undefined,
    { ...everywhere(`'{"b":1,"a":[true]}'`), mssql: `N'{"b":1,"a":[true]}'` },
  ],
  'an array for JSON': [[1, 'x'], column('c', 'json', 'json'), { ...everywhere(`'[1,"x"]'`), mssql: `N'[1,"x"]'` }],
  'true for JSON': [true, column('c', 'jsonb', 'jsonb'), { ...everywhere("'true'"), mssql: "N'true'" }],
  'JSON given as text': [
    '{"a": 1}',
    column('c', 'json', 'json'),
    { ...everywhere(`'{"a": 1}'`), mssql: `N'{"a": 1}'` },
  ],
};

describe.each(Object.entries(cases))('%s', (_, [value, typed, expected]) => {
  test.each(dialectNames)('%s', (name) => {
    expect(spelled(name, value, typed)).toBe(expected[name]);
  });
});

const refused: readonly (readonly [what: string, value: unknown, typed?: Column])[] = [
  ['undefined', undefined],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['an invalid Date', new Date('nope')],
  ['NUL', 'a\0b'],
  ['half a character', 'a\ud800b'],
  ['NUL inside JSON', { a: 'x\0' }],
  ['NaN inside JSON', { a: [Number.NaN] }],
  ['a class instance', new Map([[1, 2]])],
  ['text for a number', 'many', column('c', 'integer', 'bigint')],
  ['a fraction for a whole number', 1.5, column('c', 'integer', 'bigint')],
  ['an exponent for a decimal', '1e3', column('c', 'decimal', 'decimal(8, 2)')],
  ['broken JSON', '{a}', column('c', 'json', 'json')],
  ['2 for a boolean', 2, column('c', 'bool', 'boolean')],
  ['a Date for a number', noon, column('c', 'integer', 'bigint')],
  ['bytes for text', Buffer.from('x'), column('c', 'text', 'text')],
];

describe.each(refused.map(([what, value, typed]) => ({ what, value, typed })))(
  '$what is refused',
  ({ value, typed }) => {
    test.each(dialectNames)('%s', (name) => {
      expect(() => spelled(name, value, typed)).toThrow(expect.objectContaining({ code: 'unrepresentable' }));
    });
  },
);

test('whole numbers beyond their column are refused', () => {
  const limits: Expected = {
    ...everywhere('2147483648'),
    sqlite: '9223372036854775808',
    cockroachdb: '9223372036854775808',
    oracle: '',
  };
  for (const name of dialectNames) {
    if (limits[name] === '') continue;
    const typed = column('c', 'integer', 'int');
    expect(() => spelled(name, BigInt(limits[name]), typed), name).toThrow(/is not between/);
    expect(spelled(name, BigInt(limits[name]) - 1n, typed)).toBe(String(BigInt(limits[name]) - 1n));
  }
  expect(() => spelled('mssql', -1, column('c', 'tinyint', 'tinyint'))).toThrow(/between 0 and 255/);
  expect(spelled('mysql', 4294967295, column('c', 'integer', 'int', { unsigned: true }))).toBe('4294967295');
});

test('SQLite refuses digits that a double does not hold', () => {
  const typed = column('c', 'decimal', 'float');
  expect(spelled('sqlite', '123456789.125', typed)).toBe('123456789.125');
  expect(() => spelled('sqlite', '0.12345678901234567890', typed)).toThrow(/lose digits/);
  expect(() => spelled('sqlite', 2n ** 63n)).toThrow(/lose digits/);
});

test('PostgreSQL has NaN and the infinities among floats', () => {
  const typed = column('c', 'double', 'double precision');
  expect(spelled('postgresql', Number.NaN, typed)).toBe("'NaN'::float8");
  expect(spelled('postgresql', '-Infinity', typed)).toBe("'-Infinity'::float8");
});

test('PostgreSQL has arrays and years before Christ', () => {
  expect(spelled('postgresql', ['1', null, 'a"b', "it's"], column('c', 'specificType', 'text[]'))).toBe(
    `ARRAY['1', NULL, 'a"b', 'it''s']::text[]`,
  );
  expect(spelled('postgresql', [[1n], [2n]], column('c', 'specificType', 'int[][]'))).toBe(
    'ARRAY[ARRAY[1], ARRAY[2]]::int[]',
  );
  expect(spelled('postgresql', [1, null, 'a"b', true])).toBe(String.raw`'{1,NULL,"a\"b",true}'`);
  expect(spelled('postgresql', [], column('c', 'specificType', 'text[]'))).toBe("'{}'");
  expect(spelled('postgresql', new Date('-000043-03-15T00:00:00Z'))).toBe("'0044-03-15T00:00:00.000+00:00 BC'");
});

test('SQL Server reads old datetime columns by the letter T only', () => {
  expect(spelled('mssql', '2024-01-31 10:00', column('c', 'specificType', 'datetime'))).toBe("'2024-01-31T10:00:00'");
  expect(spelled('mssql', noon, column('c', 'timestamp', 'datetimeoffset'))).toBe("'2024-01-31T10:00:00.000+00:00'");
});

test('SQL Server keeps long text whole', () => {
  const long = spelled('mssql', `${'x'.repeat(4000)}\ny`);
  expect(long).toMatch(/^\(CAST\(N'' AS nvarchar\(max\)\) \+ N'x{4000}' \+ NCHAR\(10\) \+ N'y'\)$/);
  const lines = spelled('mssql', Array.from({ length: 1000 }, () => 'line').join('\n'));
  expect(lines.startsWith("CONCAT(CAST(N'' AS nvarchar(max)), CONCAT(")).toBe(true);
  expect(Math.max(...lines.split('CONCAT(').map((group) => group.split(',').length))).toBeLessThan(254);
});

test('Oracle reads long text in pieces and keeps its lines short', () => {
  const long = spelled('oracle', 'é'.repeat(3000));
  expect(long.split('\n').every((line) => Buffer.byteLength(line) < 2000)).toBe(true);
  expect(long.match(/to_clob\('é+'\)/g)?.length).toBe(6);
  expect(spelled('oracle', '', column('c', 'text', 'clob'))).toBe('empty_clob()');
  expect(() => spelled('oracle', '', column('c', 'varchar', 'varchar2(9)', { nullable: false }))).toThrow(
    /takes for NULL/,
  );
  expect(() => spelled('oracle', 'yesterday', column('c', 'date', 'date'))).toThrow(/is not a date like/);
});
