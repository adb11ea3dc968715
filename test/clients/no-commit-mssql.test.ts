/** SQL Server's scripts that commit nothing: each batch asks first whether the transaction is still the one that the guard spoke of. */
import { expect, test } from 'vitest';
import { obeying } from '../../src/dialect/house-rules.ts';
import { mssql } from '../../src/dialect/mssql.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { data, type Made, recordingOf, schema, scriptOf } from '../unit/script/made.ts';
import { innerMssql } from './inner.ts';
import { splitSqlcmd } from './sqlcmd.ts';

const made: readonly Made[] = [
  {
    id: 'a1',
    before: [],
    after: ['a1'],
    statements: [schema('create table a (id int)'), data('insert into a values (1)')],
  },
  { id: 'b2', before: ['a1'], after: ['b2'], statements: [data('delete from a')] },
];
const client = obeying(mssql.clients[0]!, ['no commit']);
const script = [...scriptText(scriptOf(mssql, client, made.map(recordingOf)))].join('');
const all = made.flatMap(({ statements = [] }) => statements.map((one) => (typeof one === 'string' ? one : one.sql)));

const [settings = '', admit = '', ...batches] = splitSqlcmd(script).pieces.map(({ sql }) =>
  sql.replace(/^(?:\s*--[^\n]*\n|\s)+/, ''),
);

/** https://learn.microsoft.com/sql/t-sql/statements/set-xact-abort-transact-sql */
class Session {
  readonly kept: string[] = [];
  private pending: string[] = [];
  private transaction: number | undefined = 1;
  private spoken: number | undefined = 1;
  private executes = true;

  private readonly undoes: boolean;

  constructor(undoes: boolean) {
    this.undoes = undoes;
  }

  /** `fails`: the statement at which an error arises. */
  run(batch: string, fails: string): void {
    if (/SET NOEXEC OFF/.test(batch)) this.executes = true;
    if (!this.executes) return;
    const asks =
      /^IF @@TRANCOUNT = 0 OR .*CURRENT_TRANSACTION_ID\(\)\)\nBEGIN\n[\s\S]*?SET NOEXEC ON;\n {2}RETURN;\nEND;\n/;
    if (asks.test(batch) && (this.transaction === undefined || this.spoken !== this.transaction)) {
      this.executes = false;
      return;
    }
    for (const { sql } of innerMssql({ sql: batch, line: 1 })) {
      if (sql !== fails) {
        (this.transaction === undefined ? this.kept : this.pending).push(sql);
        continue;
      }
      if (/BEGIN CATCH\n {2}SET CONTEXT_INFO 0x00;\n {2}THROW;\nEND CATCH;/.test(batch)) this.spoken = undefined;
      if (this.undoes) Object.assign(this, { transaction: undefined, pending: [] });
      return;
    }
  }

  /** Where the transaction is gone there is none to commit. */
  commit(): void {
    if (this.transaction !== undefined) this.kept.push(...this.pending);
  }
}

function keptAfter(sent: readonly string[], fails: string, undoes: boolean): readonly string[] {
  const session = new Session(undoes);
  for (const batch of sent) session.run(batch, fails);
  session.commit();
  return session.kept;
}

test('the transaction is of whoever runs the script', () => {
  expect(settings).toContain('SET XACT_ABORT ON;');
  expect(admit).toContain('no transaction is open, and this script commits nothing');
  expect(keptAfter(batches, 'nothing', true)).toEqual(all);
});

test.each(all.map(String))('when this fails nothing stays, and nothing runs after it: %s', (fails) => {
  expect(keptAfter(batches, fails, true)).toEqual([]);
  expect(keptAfter(batches, fails, false)).toEqual(all.slice(0, all.indexOf(fails)));
});

test('a batch that does not ask is told', () => {
  const mutant = batches.map((batch) => batch.replace(/^IF @@TRANCOUNT[\s\S]*?RETURN;\nEND;\n/, ''));
  expect(keptAfter(mutant, String(all[0]), true)).toEqual(all.slice(2));
});
