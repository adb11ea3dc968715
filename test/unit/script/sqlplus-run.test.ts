/** What a block for Oracle makes of the statement that it sends, and of its failure. */

import { expect, test } from 'vitest';
import { sqlplus } from '../../../src/dialect/client/sqlplus.ts';
import { block } from '../../../src/dialect/oracle/guard.ts';
import { oracle } from '../../../src/dialect/oracle.ts';
import type { Statement } from '../../../src/dialect/statement.ts';
import { scriptText } from '../../../src/script/script-text.ts';
import { splitSqlplus } from '../../clients/sqlplus.ts';
import { parseScript } from '../../grammars/script.ts';
import { recordingOf, schema, scriptOf } from './made.ts';

const raw = (sql: string, sort: 'raw' | 'block' = 'raw'): Statement => ({ sql, transactional: true, sort });

/** The block that runs the statement, with another step before it. */
function blockOf(statement: Statement, sign: string): string {
  const recordings = [
    recordingOf({
      id: 'a1',
      before: [],
      after: ['a1'],
      statements: [schema('create table "t" (a number)'), statement],
    }),
  ];
  const whole = [...scriptText(scriptOf(oracle, sqlplus, recordings))].join('');
  expect(parseScript('sqlplus', whole)).toEqual([]);
  return splitSqlplus(whole).pieces.find(({ sql }) => sql.includes(sign))!.sql;
}

/** In the ledger: the step before this one is the last. */
const takesBack =
  /EXCEPTION WHEN OTHERS THEN\n {4}ROLLBACK;\n {4}UPDATE migrator_version_ledger SET step = 1, state = 'done'/;

test('a change that failed did not happen, and the ledger says so; where the ledger itself cannot be written, the step stays begun', () => {
  const sql = blockOf(schema('alter table "t" add (b number)'), 'add (b number)');
  expect(sql).toMatch(takesBack);
  const [, handler = ''] = sql.split(/\n {2}END;\n {2}UPDATE migrator_version_ledger SET step = 2, state = 'done'/);
  expect(handler).toContain('COMMIT;');
  expect(handler).not.toContain('UPDATE');
});

test("an author's own block may have done half of its work, and the step stays begun", () => {
  const own = `begin execute immediate 'drop table a'; execute immediate 'drop table b'; end;`;
  expect(blockOf(raw(own, 'block'), 'drop table b')).not.toMatch(takesBack);
  expect(blockOf(block(own), 'drop table b')).toMatch(takesBack);
});

test('a query is fetched, which EXECUTE IMMEDIATE alone does not do', () => {
  const sql = blockOf(raw('select check_all(a) from dual -- each'), 'check_all');
  expect(sql).toMatch(/for migrator_row in \(\s+select check_all\(a\) from dual -- each\n\) loop null; end loop;/);
});

test.each([
  [
    'create trigger "t_in" before insert on "t" begin null; end;',
    "name = 't_in' AND type = 'TRIGGER'",
    /drop trigger "t_in", mend/,
  ],
  [
    'create or replace function app.total return number is begin return 1; end;',
    "owner = 'APP' AND name = 'TOTAL'",
    /invalid: mend/,
  ],
])('%s is told where it does not compile', (made, looks, says) => {
  const sql = blockOf(raw(made, 'block'), 'all_errors');
  expect(sql).toContain('IF SQLCODE <> -24344 THEN');
  expect(sql).toContain(looks);
  expect(sql).toMatch(says);
  expect(sql).toMatch(takesBack);
});

test('who settles a step by hand is told to commit', () => {
  const sql = blockOf(schema('alter table "t" add (b number)'), 'was begun by an earlier run');
  expect(sql).toContain('Then run this file again. COMMIT before that.');
});
