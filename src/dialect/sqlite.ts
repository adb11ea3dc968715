/** SQLite. */

import type { Operation } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import { sentToSqlite3, untypedBySqlite3 } from './as-sent.ts';
import { sqliteChecks } from './check-accents.ts';
import { plainSqlite } from './client/plain-sqlite.ts';
import { sqlite3 } from './client/sqlite3.ts';
import { sqliteCommands } from './client-commands.ts';
import type { Dialect } from './dialect.ts';
import { sqliteExpect } from './expect/sqlite.ts';
import { quoter } from './identifier.ts';
import { refuseIndexTwins } from './index-twins.ts';
import { valuesInsert } from './insert.ts';
import { refuseLastColumn } from './last-column.ts';
import { literalBy } from './literal.ts';
import { sqliteSpelling } from './literal-sqlite.ts';
import { lowerBy } from './lower.ts';
import { sqliteSizes } from './sizes.ts';
import { sqliteLowering } from './sqlite/lower.ts';
import { isRowNumber } from './sqlite/table-text.ts';
import { lowerTogether } from './sqlite/together.ts';
import { plainToken } from './token.ts';
import { refuseColumnTwins, refuseObjectTwins } from './twins.ts';
import { refuseUnsteady, sqliteUnsteady } from './unsteady.ts';

/** The engine has no limit. */
const maxIdentifier = { length: 1000, unit: 'characters' } as const;
/** Backticks: a double-quoted name that no column has becomes a string, https://www.sqlite.org/quirks.html#dblquote */
const quote: Dialect['quote'] = quoter({ title: 'SQLite', open: '`', close: '`', max: maxIdentifier });

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'SQLite',
  quote,
  literal: literalBy(sqliteSpelling),
  text: plainToken(''),
};

function refuseImpossible(operation: Operation, before: Schema): void {
  refuseLastColumn(operation, before, accent.title);
  refuseColumnTwins(operation, before, accent.title);
  refuseObjectTwins(operation, before, accent.title);
  refuseIndexTwins(operation, before, accent.title);
  refuseUnsteady(operation, before, accent.title, sqliteUnsteady);
}

const lower = lowerBy(sqliteLowering(accent), refuseImpossible);

export const sqlite: Dialect = {
  ...accent,
  name: 'sqlite',
  knex: 'sqlite3',
  driver: 'sqlite3',
  formatter: 'sqlite',
  mark: '"',
  clientCommands: sqliteCommands,
  homeSchema: 'main',
  knexNarrowsIndexes: true,
  keysMayComeFirst: true,
  keysFill: 'never',
  defaultVersion: '3.40',
  transactionalDdl: true,
  /** https://www.sqlite.org/cli.html */
  waits: {
    lock: { setting: '.timeout', unit: 1, most: 2_147_483_647, default: 10_000 },
    statement: { none: 'nothing in it ends a statement by the clock' },
    message: 'database is locked',
    holders: 'lsof DATABASE.db',
  },
  plainIndex: 'but not concurrently: whoever writes to the database waits',
  maxIdentifier,
  wrapsProbes: { hasTable: 'table', hasColumn: 'both' },
  // https://www.sqlite.org/limits.html#max_sql_length; rows of VALUES are not counted, in spite of max_compound_select
  insert: {
    maxRows: 500,
    maxBytes: 256_000,
    maxRowBytes: 999_000_000,
    defaultWord: false,
    fills: isRowNumber,
    spell: valuesInsert(quote),
  },
  sentByKnex: sentToSqlite3,
  untypedByKnex: untypedBySqlite3,
  copiesColumnsOnly: true,
  lower,
  lowerTogether: lowerTogether(accent, lower, refuseImpossible),
  checks: sqliteChecks,
  sizes: sqliteSizes,
  sizesAskTables: true,
  expects: sqliteExpect,
  clients: [sqlite3, plainSqlite],
};
