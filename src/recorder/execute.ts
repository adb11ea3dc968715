/** `op.execute`: the author's own SQL, byte for byte. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statement.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { declared } from './declared.ts';
import { expectedRows } from './expect-rows.ts';
import { inline } from './inline.ts';
import type { Raw } from './knex-shapes.ts';
import type { ExecuteOptions, Op } from './op.ts';
import { textFor } from './per-dialect.ts';
import type { Session } from './session.ts';
import { rawStatement } from './statements.ts';

/** Comments alone run nothing, but for those with an exclamation mark, which MySQL runs. */
const blank = /^(?:[\s;]|--[^\n]*(?:\n|$)|\/\*(?!M?!)[\s\S]*?\*\/)*$/;

function refused(code: string, sentence: string, place: Place | undefined, hint?: string): MigratorError {
  return new MigratorError(code, sentence, {
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined ? {} : { place }),
  });
}

export function execute(session: Session, dialect: Dialect, whole: () => Op): Op['execute'] {
  const bound = (sql: string, bindings: NonNullable<ExecuteOptions['bindings']>): string =>
    session.compiling(() => inline((session.knex.raw(sql, bindings as never) as unknown as Raw).toSQL(), dialect));
  const statementFor = (sql: string, { expectRows }: ExecuteOptions): Statement => {
    const statement = rawStatement(sql, dialect);
    return expectRows === undefined ? statement : { ...statement, expectRows: expectedRows(expectRows, sql, dialect) };
  };
  const directive: Op['execute'] = (given, options = {}) => {
    const place = session.place(directive);
    if (typeof given !== 'string' && (typeof given !== 'object' || given === null || 'toSQL' in given)) {
      throw refused('bad-argument', 'op.execute takes SQL as text', place, 'Await op.knex.raw(…) for what knex says.');
    }
    const text = session.at(place, () => textFor(given, dialect, 'op.execute'));
    if (text === null) return;
    const sql = options.bindings === undefined ? text : bound(text, options.bindings);
    if (blank.test(sql)) throw refused('empty-statement', 'op.execute was given no SQL', place);
    const does = options.does && declared(options.does, whole(), session, place);
    const operation: Operation = { kind: 'raw', sql, ...(does === undefined ? {} : { does }) };
    session.enter([operation], [session.at(place, () => statementFor(sql, options))], place);
  };
  return directive;
}
