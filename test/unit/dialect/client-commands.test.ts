/** Lines that a client tool would take for itself, in SQL that an author wrote. */

import { expect, test } from 'vitest';
import { clientCommandIn } from '../../../src/dialect/client-commands.ts';
import { dialects } from '../../../src/dialect/dialects.ts';
import type { DialectName } from '../../../src/dialect/names.ts';

test.each<[DialectName, string, string | undefined]>([
  ['mssql', 'create view v as select 1 as a\nGO\ninsert into t values (1)', 'GO'],
  ['mssql', 'insert into t values (1)\n  go 5', 'go 5'],
  ['mssql', "insert into t values ('\nGO\n')", undefined],
  ['mssql', '/*\nGO\n*/ select 1', undefined],
  ['mssql', 'select 1 as go', undefined],
  ['mysql', 'DELIMITER //\ncreate procedure p() begin end //', 'DELIMITER //'],
  ['mariadb', "insert into t values ('\ndelimiter //\n')", undefined],
  ['postgresql', '\\set x 1\nselect 1', '\\set x 1'],
  ['postgresql', "select 'a\n\\d\n'", undefined],
  ['postgresql', 'select 1 \\gexec', '\\gexec'],
  ['postgresql', 'select 1 \\; select 2', '\\; select 2'],
  ['postgresql', `select e'\\'\\d', '\\', "\\a", $$\\b$$ -- \\c`, undefined],
  ['redshift', "select 'it\\\\', 1 \\g", '\\g'],
  ['sqlite', '.mode csv\nselect 1', '.mode csv'],
  ['oracle', 'begin null; end;\n/', '/'],
  ['oracle', 'create table a (b int)\n/\ncreate table c (d int)', '/'],
  ['oracle', 'select 4\n/\n2 from dual', undefined],
])('%s: %s', (name, sql, command) => {
  expect(clientCommandIn(sql, dialects[name])).toBe(command);
});
