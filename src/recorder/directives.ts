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
    const statement = statementOf(String(sql), 'raw');
    if (statement.sql === '') throw emptyStatement(place);
    const operation: Operation = { kind: 'raw', sql };
    session.enter([operation], [statement], place);
  };
  return directive;
}

function emptyStatement(place: Place | undefined): MigratorError {
  return new MigratorError('empty-statement', 'op.execute was given no SQL', {
    ...(place === undefined ? {} : { place }),
  });
}

export function createOp({ session, dialect, version, x, spool }: OpSettings): Op {
  const performer: Performer = {
    session,
    name: (table, options) =>
      options?.schema === undefined ? parseName(table, undefined) : { schema: options.schema, name: table },
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
