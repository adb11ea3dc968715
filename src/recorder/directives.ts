/** `op` put together: each directive done as an operation, said to knex and recorded. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { bulkInsert } from './bulk-insert.ts';
import { buildDirectives } from './directives-build.ts';
import { keyDirectives } from './directives-key.ts';
import { tableDirectives } from './directives-table.ts';
import { parseName } from './hear-keys.ts';
import type { Op } from './op.ts';
import type { Performer } from './performer.ts';
import type { Session } from './session.ts';
import type { Spool } from './spool.ts';
import { statementOf } from './statements.ts';

export interface OpSettings {
  readonly session: Session;
  readonly dialect: Dialect;
  readonly version: string;
  readonly x: Readonly<Record<string, string>>;
  readonly spool: Spool;
}

function execute(session: Session): Op['execute'] {
  const directive: Op['execute'] = (sql) => {
    const place = session.place(directive);
    if (typeof sql !== 'string') throw notText(place);
    const statement = statementOf(sql, 'raw');
    if (blank.test(sql)) throw emptyStatement(place);
    const operation: Operation = { kind: 'raw', sql };
    session.enter([operation], [statement], place);
  };
  return directive;
}

/** Comments alone run nothing, but for those with an exclamation mark, which MySQL runs. */
const blank = /^(?:[\s;]|--[^\n]*(?:\n|$)|\/\*(?!M?!)[\s\S]*?\*\/)*$/;

function notText(place: Place | undefined): MigratorError {
  return new MigratorError('bad-argument', 'op.execute takes SQL as text', {
    hint: 'Await op.knex.raw(…) for SQL with bindings.',
    ...(place === undefined ? {} : { place }),
  });
}

function emptyStatement(place: Place | undefined): MigratorError {
  return new MigratorError('empty-statement', 'op.execute was given no SQL', {
    ...(place === undefined ? {} : { place }),
  });
}

export function createOp({ session, dialect, version, x, spool }: OpSettings): Op {
  const performer: Performer = {
    session,
    name(table, options) {
      if (typeof table !== 'string')
        throw new MigratorError('bad-name', `the name of a table is ${typeof table}, not text`);
      return options?.schema === undefined ? parseName(table, undefined) : { schema: options.schema, name: table };
    },
    do: (operation, below) => session.perform(operation, session.place(below)),
  };
  return {
    dialect: dialect.name,
    version,
    x,
    knex: session.knex,
    get schema() {
      return session.knex.schema;
    },
    ...buildDirectives(performer),
    ...tableDirectives(performer),
    ...keyDirectives(performer),
    bulkInsert: bulkInsert(session, dialect, spool, performer.name),
    execute: execute(session),
  };
}
