/** Text beyond ASCII in the places where it may stand, spelled by each dialect or refused. */

import { expect, test } from 'vitest';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';
import { MigratorError } from '../../../src/errors.ts';

const ascii = (dialect: DialectName, text: string): string => dialects[dialect].clients[0]!.ascii(text);

const refused = undefined;

const spelled: readonly (readonly [DialectName, text: string, found: string | undefined])[] = [
  [
    'postgresql',
    `-- é\nSELECT 'it''s é\\ 😀' AS "é"`,
    `-- \\u{e9}\nSELECT E'it''s \\u00e9\\\\ \\U0001f600' AS U&"\\00e9"`,
  ],
  ['postgresql', "SELECT E'\\é\\\\é'", "SELECT E'\\u00e9\\\\\\u00e9'"],
  ['postgresql', "SELECT U&'é😀'", "SELECT U&'\\00e9\\+01f600'"],
  ['postgresql', "SELECT U&'é!00e9' UESCAPE '!'", refused],
  ['postgresql', "SELECT N'é'", refused],
  ['postgresql', "SELECT 'a'\n'é'", refused],
  ['postgresql', 'SELECT é', refused],
  ['postgresql', 'SELECT\u00a01', refused],
  ['postgresql', `\\echo 'it''s é'\n`, `\\echo 'it''s \\\\u{e9}'\n`],
  ['postgresql', 'DO $migrator$\nBEGIN -- é\n$migrator$;\n', 'DO $migrator$\nBEGIN -- \\u{e9}\n$migrator$;\n'],
  ['postgresql', "AS $$ it's \\é $$", "AS E' it''s \\\\\\u00e9 '"],
  ['cockroachdb', `COMMENT ON TABLE t IS 'é'`, `COMMENT ON TABLE t IS E'\\u00e9'`],
  ['cockroachdb', 'SELECT "é"', refused],
  ['redshift', "SELECT 'it''s é'", "SELECT ('it''s ' || FROM_VARBYTE(FROM_HEX('c3a9'), 'utf8'))"],
  ['redshift', "COMMENT ON TABLE t IS 'é'", refused],
  ['redshift', 'SELECT "é"', refused],
  ['mysql', "SET @a = 'it''s é\\\\';", "SET @a = CONCAT('it''s ', _utf8mb4 x'c3a9', '\\\\');"],
  ['mysql', "SET @a = 'é';", "SET @a = _utf8mb4 x'c3a9';"],
  ['mysql', "SET @a = '\\é';", refused],
  ['mysql', "a int COMMENT 'é'", refused],
  ['mysql', "(a enum('a', 'é'))", refused],
  ['mysql', "SELECT a->'$.é'", refused],
  ['mysql', "BEGIN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'é';", refused],
  ['mysql', 'SELECT "é"', refused],
  ['mysql', 'SELECT `é`', refused],
  ['mysql', 'SELECT 1 /*! é */', refused],
  ['mysql', 'SELECT 1 /* é */', 'SELECT 1 /* \\u{e9} */'],
  ['sqlite', "VALUES ('it''s é')", "VALUES (('it''s ' || char(233)))"],
  ['sqlite', "a TEXT DEFAULT 'é'", "a TEXT DEFAULT (CAST(X'c3a9' AS TEXT))"],
  ['sqlite', "SELECT 1 AS 'é'", refused],
  ['sqlite', 'SELECT "é"', refused],
  [
    'sqlite',
    "CREATE TEMP TRIGGER migrator_no BEGIN SELECT RAISE(ABORT, 'é'); END",
    "CREATE TEMP TRIGGER migrator_no BEGIN SELECT RAISE(ABORT, '\\u{e9}'); END",
  ],
  ['sqlite', "CREATE TRIGGER t BEGIN SELECT RAISE(ABORT, 'é'); END", refused],
  ['mssql', "PRINT N'it''s 😀'", "PRINT (N'it''s ' + NCHAR(55357) + NCHAR(56832))"],
  ['mssql', "EXEC(N'é')", refused],
  ['mssql', "EXEC sp_executesql N'é'", refused],
  ['mssql', "PRINT 'é'", refused],
  ['mssql', 'SELECT [é]', refused],
  ['oracle', "f('it''s é\\')", "f(TO_CHAR(UNISTR('it''s \\00E9\\\\')))"],
  ['oracle', "f(q'[it's\n😀]')", "f('it''s' || CHR(10) ||\n    TO_CHAR(UNISTR('\\D83D\\DE00')))"],
  ['oracle', "f(N'é')", refused],
  ['oracle', 'f("é")', refused],
];

test.each(spelled)('%s: %s', (dialect, text, found) => {
  if (found !== undefined) {
    expect(ascii(dialect, text)).toBe(found);
    expect(ascii(dialect, found)).toBe(found);
    return;
  }
  expect(() => ascii(dialect, text)).toThrow(MigratorError);
  expect(() => ascii(dialect, text)).toThrow(/cannot be written in ASCII/);
});

test('a line of a file for SQL*Plus stays short', () => {
  const text = `f('${'é😀'.repeat(2000)}')`;
  expect(
    Math.max(
      ...ascii('oracle', text)
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThan(1600);
});
