/** SQL Server. */

import { sqlcmd } from './client/sqlcmd.ts';
import type { Dialect } from './dialect.ts';
import { quoter } from './identifier.ts';
import { mssqlInsert } from './insert-mssql.ts';
import { literalBy } from './literal.ts';
import { mssqlSpelling, mssqlToken } from './literal-mssql.ts';
import { lowerBy } from './lower.ts';
import { mssqlLowering } from './lower-mssql.ts';

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
  name: 'mssql',
  knex: 'mssql',
  formatter: 'transactsql',
  defaultVersion: '2019',
  transactionalDdl: true,
  maxIdentifier,
  typedDefaults: true,
  // https://learn.microsoft.com/sql/t-sql/queries/table-value-constructor-transact-sql allows 1000 rows
  insert: { maxRows: 1000, maxBytes: 256_000, defaultWord: true, spell: mssqlInsert(quote) },
  lower: lowerBy(mssqlLowering(accent)),
  clients: [sqlcmd],
};
