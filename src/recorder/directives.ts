/** `op` put together: each directive done as an operation, said to knex and recorded. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import { bulkInsert, type ReadCsv } from './bulk-insert.ts';
import { buildDirectives } from './directives-build.ts';
import { codeDirectives, enumDirectives } from './directives-code.ts';
import { keyDirectives } from './directives-key.ts';
import { objectDirectives } from './directives-object.ts';
import { tableDirectives } from './directives-table.ts';
import { execute } from './execute.ts';
import { reachedName } from './hear-keys.ts';
import { mannerClause } from './manner.ts';
import type { Op } from './op.ts';
import type { Performer } from './performer.ts';
import { type Plugins, withPlugins } from './plugin.ts';
import type { Session } from './session.ts';
import { withSignatures } from './signatures.ts';
import type { Spool } from './spool.ts';

export interface OpSettings {
  readonly session: Session;
  readonly dialect: Dialect;
  readonly version: string;
  readonly x: Readonly<Record<string, string>>;
  readonly spool: Spool;
  readonly readCsv: ReadCsv;
  readonly plugins: Plugins;
}

function noBlock(): never {
  throw new MigratorError('bad-argument', 'op.autocommitBlock takes a function', {
    hint: 'It is op.autocommitBlock(block).',
  });
}

export function createOp({ session, dialect, version, x, spool, readCsv, plugins }: OpSettings): Op {
  const performer: Performer = {
    session,
    name(table, options) {
      return options?.schema === undefined ? reachedName(table) : { schema: options.schema, name: table };
    },
    do: (operation, below) => session.perform(operation, session.place(below)),
    inManner(asked, below, go) {
      const clause = session.at(session.place(below), () => mannerClause(asked, dialect));
      session.inManner(clause, go);
    },
  };
  const op: Op = {
    dialect: dialect.name,
    version,
    x,
    knex: session.knex,
    get schema() {
      return session.knex.schema;
    },
    ...withSignatures(
      {
        ...buildDirectives(performer),
        ...tableDirectives(performer),
        ...keyDirectives(performer, dialect),
        ...objectDirectives(performer),
        ...codeDirectives(performer, dialect),
        ...enumDirectives(performer),
        bulkInsert: bulkInsert({ session, dialect, spool, readCsv }, performer.name),
        execute: execute(session, dialect, () => op),
      },
      (below, error) =>
        session.at(session.place(below), () => {
          throw error;
        }),
    ),
    autocommitBlock(block) {
      const place = session.place(op.autocommitBlock);
      return session.outside(place, typeof block === 'function' ? block : () => session.at(place, noBlock));
    },
  };
  return withPlugins(op, plugins, { session, dialect, version });
}
