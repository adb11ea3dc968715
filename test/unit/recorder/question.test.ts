/** What SQL can be told by its words alone. */

import { describe, expect, test } from 'vitest';
import { mariadb } from '../../../src/dialect/mariadb.ts';
import { sqlite } from '../../../src/dialect/sqlite.ts';
import { onlyReads, traitsOf } from '../../../src/recorder/question.ts';
import { emptySchema } from '../../../src/schema/schema.ts';

test.each([
  ['select count(*) as n from t', true],
  ['select max(id) from t where lower(name) in (select name from u)', true],
  ["select name from pragma_index_list('t')", true],
  ['show index from t', true],
  ['select shuffle(id) from t', false],
  ['select count(*), shuffle(id) from t', false],
  ['with gone as (delete from t returning id) select count(*) from gone', false],
] as const)('%s: only reads: %s', (sql, reads) => {
  expect(onlyReads(sql, sqlite)).toBe(reads);
});

describe('what asks the catalog alone', () => {
  test.each([
    ["show index from t where key_name = 'i'", true],
    ['show columns from t', true],
    ["select count(*) as n from information_schema.tables where table_name = 't'", true],
    ["select name from pragma_table_info('t')", true],
    ['select id from t', false],
    ["select id from t where name in (select name from pragma_table_info('t'))", false],
    ['explain select id from t', false],
  ] as const)('%s: %s', (sql, catalogue) => {
    const question = { sql, kind: 'read', method: 'raw', schema: emptySchema, pins: [] } as const;
    expect(traitsOf(question, mariadb).catalogue).toBe(catalogue);
  });
});
