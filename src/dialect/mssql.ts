/** SQL Server. */

import { mssqlChecks } from './check-accents.ts';
import { plainMssql } from './client/plain-mssql.ts';
import { sqlcmd } from './client/sqlcmd.ts';
import { ssms } from './client/ssms.ts';
import { sqlcmdCommands } from './client-commands.ts';
import { refuseCollation } from './collated.ts';
import { refuseComputedOnComputed } from './computed.ts';
import type { Dialect } from './dialect.ts';
import { mssqlExpect } from './expect/mssql.ts';
import { quoter } from './identifier.ts';
import { mssqlInsert } from './insert-mssql.ts';
import { refuseLastColumn } from './last-column.ts';
import { literalBy } from './literal.ts';
import { mssqlSpelling, mssqlToken } from './literal-mssql.ts';
import { lowerBy } from './lower.ts';
import { refuseLongKeys } from './mssql/key-size.ts';
import { mssqlLowering } from './mssql/lower.ts';
import { nowFor } from './mssql/now.ts';
import { refuseTakenNames } from './mssql/taken.ts';
import { mssqlType } from './mssql/type.ts';
import { mssqlSizes } from './sizes.ts';
import { refuseColumnTwins } from './twins.ts';
import { mssqlUnsteady, refuseUnsteady } from './unsteady.ts';

/** https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers */
const maxIdentifier = { length: 128, unit: 'characters' } as const;
const quote: Dialect['quote'] = quoter({
  title: 'SQL Server',
  open: '[',
  close: ']',
  max: maxIdentifier,
  refuses: (name) =>
    name.includes('$(') ? `the name ${JSON.stringify(name)} holds $(, which sqlcmd replaces` : undefined,
});

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'SQL Server',
  quote,
  literal: literalBy(mssqlSpelling),
  text: mssqlToken,
};

export const mssql: Dialect = {
  ...accent,
  valueSql: nowFor,
  type: mssqlType,
  name: 'mssql',
  copiesColumnsOnly: true,
  knex: 'mssql',
  formatter: 'transactsql',
  mark: '[',
  broughtAlong: /^(?:fn|sp|xp)_/i,
  clientCommands: sqlcmdCommands,
  homeSchema: 'dbo',
  defaultVersion: '2019',
  transactionalDdl: true,
  onlineIndexes: true,
  /** https://learn.microsoft.com/sql/t-sql/statements/set-lock-timeout-transact-sql */
  waits: {
    lock: { setting: 'LOCK_TIMEOUT', unit: 1, most: 2_147_483_647, default: 30_000 },
    statement: { none: 'the client has one: sqlcmd -t SECONDS' },
    message: 'Lock request time out period exceeded',
    holders:
      'SELECT session_id, blocking_session_id, wait_resource FROM sys.dm_exec_requests WHERE blocking_session_id <> 0',
  },
  plainIndex: 'but not concurrently: whoever writes to the table waits',
  maxIdentifier,
  wrapsProbes: { hasColumn: 'table' },
  typedDefaults: true,
  // https://learn.microsoft.com/sql/t-sql/queries/table-value-constructor-transact-sql allows 1000 rows
  // A batch is 65536 packets of 4 KB, two bytes a character, and its strings may double:
  // https://learn.microsoft.com/sql/sql-server/maximum-capacity-specifications-for-sql-server
  insert: {
    maxRows: 1000,
    maxBytes: 256_000,
    maxRowBytes: 64_000_000,
    defaultWord: true,
    // Another word for rowversion: https://learn.microsoft.com/en-us/sql/t-sql/data-types/rowversion-transact-sql
    fills: ({ sqlType }) => /^timestamp\b/i.test(sqlType),
    spell: mssqlInsert(quote),
  },
  lower: lowerBy(mssqlLowering(accent), (operation, before) => {
    refuseCollation(operation, before, accent.title);
    refuseLastColumn(operation, before, accent.title);
    refuseColumnTwins(operation, before, accent.title);
    refuseTakenNames(operation, before, accent.title);
    refuseComputedOnComputed(operation, before, { ...accent, mark: '[' });
    refuseUnsteady(operation, before, accent.title, mssqlUnsteady);
  }),
  heedWarnings: refuseLongKeys,
  checks: mssqlChecks,
  sizes: mssqlSizes,
  expects: mssqlExpect,
  clients: [sqlcmd, ssms, plainMssql],
};
