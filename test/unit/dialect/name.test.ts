/** Names and single string tokens, quoted. */
import { describe, expect, test } from 'vitest';
import { quoteName } from '../../../src/dialect/dialect.ts';
import { dialects } from '../../../src/dialect/dialects.ts';
import { type DialectName, dialectNames } from '../../../src/dialect/names.ts';

const odd: Readonly<Record<DialectName, readonly [string, string]>> = {
  postgresql: ['a"b', '"a""b"'],
  mysql: ['a`b', '`a``b`'],
  mariadb: ['a`b', '`a``b`'],
  sqlite: ['a`b', '`a``b`'],
  mssql: ['a]b[', '[a]]b[]'],
  oracle: ['a`b', '"a`b"'],
  cockroachdb: ['a"b', '"a""b"'],
  redshift: ['a"b', '"a""b"'],
};

describe.each(dialectNames)('%s', (name) => {
  const dialect = dialects[name];
  const { length, unit } = dialect.maxIdentifier;

  test('its own quote is doubled', () => expect(dialect.quote(odd[name][0])).toBe(odd[name][1]));

  test('a name with its schema', () => {
    const [open, close] = [odd[name][1].at(0), odd[name][1].at(-1)];
    expect(quoteName(dialect, { schema: 's', name: 't' })).toBe(`${open}s${close}.${open}t${close}`);
  });

  test.each(['', 'a\0', 'a\nb', 'a\u001b[31m', 'a\u202eb', 'a\ud800'])('%j is refused', (bad) => {
    expect(() => dialect.quote(bad)).toThrow(expect.objectContaining({ code: 'bad-name' }));
  });

  test('the longest name', () => {
    expect(dialect.quote('a'.repeat(length))).toContain('a'.repeat(length));
    expect(() => dialect.quote('a'.repeat(length + 1))).toThrow(`${length + 1} ${unit}`);
    const wide = 'é'.repeat(length);
    if (unit === 'bytes') expect(() => dialect.quote(wide)).toThrow(`${2 * length} bytes`);
    else expect(dialect.quote(wide)).toContain(wide);
  });
});

const refused: readonly (readonly [DialectName, string])[] = [
  ['mysql', 'a '],
  ['mariadb', '😀'],
  ['oracle', 'a"b'],
  ['mssql', '$(x)'],
];

test.each(refused)('%s refuses %j', (name, bad) => {
  expect(() => dialects[name].quote(bad)).toThrow(expect.objectContaining({ code: 'bad-name' }));
});

const tokens: Readonly<Record<DialectName, string | RegExp>> = {
  postgresql: String.raw`E'it''s\n\\'`,
  mysql: String.raw`'it''s\n\\'`,
  mariadb: String.raw`'it''s\n\\'`,
  sqlite: /use plain text|comment/,
  mssql: "N'it''s\n\\'",
  oracle: "'it''s\n\\'",
  cockroachdb: String.raw`E'it''s\n\\'`,
  redshift: "'it''s\n\\\\'",
};

test.each(dialectNames)('%s writes text of two lines as one token, or refuses', (name) => {
  const { text } = dialects[name];
  const expected = tokens[name];
  if (typeof expected === 'string') expect(text("it's\n\\")).toBe(expected);
  else expect(() => text("it's\n\\")).toThrow(expected);
  const half = name === 'mysql' || name === 'mariadb';
  if (half) expect(() => text('😀')).toThrow(/comment/);
  expect(text("it's")).toBe(name === 'mssql' ? "N'it''s'" : "'it''s'");
});
