import fc from 'fast-check';
import { format } from 'sql-formatter';
import { expect, test } from 'vitest';
import { tokensOf } from '../../../src/dialect/tokens.ts';
import { tidy } from '../../../src/script/format.ts';

const languages = ['postgresql', 'redshift', 'mysql', 'mariadb', 'sqlite', 'transactsql', 'plsql'] as const;
const quotes: Readonly<Record<string, readonly [string, string]>> = {
  mysql: ['`', '`'],
  mariadb: ['`', '`'],
  transactsql: ['[', ']'],
};

const texts = (sql: string, language: string) => tokensOf(sql, language)?.map(({ text }) => text);

const columns = (language: string, count: number): string => {
  const [open, close] = quotes[language] ?? ['"', '"'];
  const names = Array.from({ length: count }, (_, n) => `${open}column ${n}${close}`);
  return names.map((name) => `${name} varchar(20) default 'it''s' not null`).join(', ');
};

test.each(languages)('%s: a table gets a line for each column, and every token survives', (language) => {
  const sql = `create table t (${columns(language, 6)}, primary key (a, b))`;
  const tidied = tidy(sql, language);
  expect(tidied.split('\n')).toHaveLength(9);
  expect(tidied).toContain(`\n  ${columns(language, 1)},\n`);
  expect(texts(tidied, language)).toEqual(texts(sql, language));
});

test('is what sql-formatter makes of the whole statement', () => {
  const items = [
    '"id" serial primary key',
    '"price" decimal(8, 2) not null default 0',
    `"kind" text check ("kind" in ('a', 'b'))`,
    'constraint "fk" foreign key ("owner") references "person" ("id") on delete cascade',
    'unique ("a", "b")',
  ];
  const sql = `create table if not exists "shop"."item" (${items.join(', ')})`;
  expect(tidy(sql, 'postgresql')).toBe(format(sql, { language: 'postgresql' }));
});

test('an array stays in the line of its column', () => {
  const moods = `"moods" mood[] not null default array['sad', 'happy', 'calm']::mood[]`;
  const sql = `create table "person" ("id" integer not null, ${moods}, "name" varchar(20), primary key ("id"))`;
  expect(tidy(sql, 'postgresql')).toContain(`\n  ${moods},\n`);
});

test('leaves alone what fits on a line, holds comments, is not understood, or would lose its meaning', () => {
  const wide = 'x'.repeat(100);
  for (const sql of [
    'create table t (a integer, b integer)',
    `create table t (a integer, -- ${wide}\n b integer)`,
    `create table t (a integer default 'open, ${wide})`,
    `select 'a'\n'b' as ${wide}, c from d`,
    `select "a""b", ${wide} from "x" "y""z"; -- `,
    `select ${wide} '`,
  ]) {
    expect(tidy(sql, 'postgresql')).toBe(sql);
  }
});

test('does not depend on what was tidied before', () => {
  const first = `alter table "a" add constraint "b" foreign key ("ccccccccccccccccc") references "ddddddddddddddd" ("e") on delete cascade`;
  const second = first.replaceAll('c', 'z');
  expect(tidy(second, 'postgresql')).toBe(tidy(first, 'postgresql').replaceAll('c', 'z'));
});

test('every token of any text survives', () => {
  const pieces = [
    'create',
    'table',
    '(',
    ')',
    ',',
    'a',
    '"b c"',
    "'it''s'",
    '1.5',
    '::',
    '||',
    '.',
    ';',
    '\n',
    ' ',
    "E'\\''",
    '$$x$$',
    '-',
    '- 1',
    '>=',
    '[1]',
    'select',
    'from',
    'begin',
    'end',
    'references',
    'on',
    'delete',
    '@',
    '#',
    "N'x'",
    '{',
    '}',
    '?',
    ':x',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { minLength: 20, maxLength: 80 });
  fc.assert(
    fc.property(text, fc.constantFrom(' ', ''), fc.constantFrom(...languages), (words, gap, language) => {
      const sql = `create table t (${words.join(gap)})`;
      const tidied = tidy(sql, language);
      const before = texts(sql, language);
      if (before === undefined) expect(tidied).toBe(sql);
      else expect(texts(tidied, language)).toEqual(before);
    }),
    { numRuns: 500 },
  );
});
