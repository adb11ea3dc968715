/** Statements that a client cannot be trusted with, and house rules that it cannot obey: nothing is written. */

import { expect, test } from 'vitest';
import { stage } from './transcript.ts';

const revision = (call: string): string => `// one
import type { MigrationOp } from 'migrator';
export const revision = 'a1aaaa';
export const downRevision = null;
export async function upgrade(op: MigrationOp) {
  ${call}
}
`;

const table = "await op.createTable('users', (t) => t.integer('id').primary());";
const trigger =
  "await op.execute('create trigger t before insert on users for each row begin set new.id = 1; set new.id = 2; end');";
const vacuum = "await op.execute('vacuum users');";

const mistakes: readonly (readonly [toml: string, call: string, says: string, place: string])[] = [
  [
    'dialect = "postgresql"\nclient = "plain"\n',
    vacuum,
    'error[no-client]: a script for plain cannot hold this statement of revision a1aaaa: it may stand in no transaction',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "mssql"\n',
    "await op.execute('create view v as select 1 as a\\nGO\\nselect 1');",
    'error[client-command]: GO is for a client tool of SQL Server, and no SQL',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "mysql"\nclient = "plain"\n',
    trigger,
    'error[no-client]: a script for plain cannot hold this statement of revision a1aaaa: its body holds semicolons',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "cockroachdb"\nclient = "plain"\n',
    "await op.execute('alter table users alter column id type text');",
    'error[no-client]: a script for plain cannot hold this statement of revision a1aaaa: it may stand in no transaction',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "redshift"\nclient = "plain"\n',
    "await op.execute('truncate users');",
    'error[no-client]: a script for plain cannot hold this statement of revision a1aaaa: it may stand in no transaction',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "redshift"\nclient = "plain"\n',
    "await op.execute('call mend()');",
    'error[no-client]: a script for plain cannot hold this statement of revision a1aaaa: CALL may commit the transaction',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "redshift"\nclient = "plain"\n',
    "await op.execute('delete from users', { expectRows: 1 });",
    'error[no-client]: a script for plain cannot hold this statement of revision a1aaaa: without psql nobody could tell how many rows',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "postgresql"\nhouse_rules = "no commit"\n',
    vacuum,
    'error[no-client]: a script for psql cannot hold this statement of revision a1aaaa: it may stand in no transaction',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "mssql"\nhouse_rules = "no commit"\n',
    "await op.execute('save tran a');",
    'error[no-client]: a script for sqlcmd cannot hold this statement of revision a1aaaa: it says save',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "oracle"\nhouse_rules = "no commit"\n',
    "await op.execute('begin delete from a; commit; end;');",
    'error[no-client]: a script for sqlplus cannot hold this statement of revision a1aaaa: it says commit',
    'revisions/a1.ts:6',
  ],
  [
    'dialect = "mariadb"\nhouse_rules = ["own spool", "no commit"]\n',
    table,
    'error[house-rule]: client mariadb cannot obey "no commit": each schema change commits by itself',
    'migrator.toml:3:15',
  ],
];

test.each(mistakes)('%s %s', async (toml, call, says, place) => {
  const project = stage({ 'migrator.toml': `[target.a]\n${toml}`, 'revisions/a1.ts': revision(call) });
  const { stdout, stderr } = await project.run(['upgrade', '--sql']);
  expect(stderr).toContain(says);
  expect(stderr).toContain(`  --> ${place}`);
  expect(stdout).toBe('');
});
