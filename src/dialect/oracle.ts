/** Oracle Database. */

import { sqlplus } from './client/sqlplus.ts';
import type { Dialect } from './dialect.ts';
import { quoter } from './identifier.ts';
import { oracleInsert } from './insert-oracle.ts';
import { literalBy } from './literal.ts';
import { oracleSpelling } from './literal-oracle.ts';
import { lowerBy } from './lower.ts';
import { oracleLowering } from './lower-oracle.ts';
import { unseen } from './text.ts';
import { plainToken } from './token.ts';

/** SQL*Plus reads lines of 2499 characters at most. */
const longestLine = 2000;
/** 30 before 12.2: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Database-Object-Names-and-Qualifiers.html */
const maxIdentifier = { length: 128, unit: 'bytes' } as const;
const quote: Dialect['quote'] = quoter({
  title: 'Oracle',
  open: '"',
  close: '"',
  max: maxIdentifier,
  refuses: (name) =>
    name.includes('"') ? `Oracle has no name with a double quote in it: ${JSON.stringify(name)}` : undefined,
});

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'Oracle',
  quote,
  literal: literalBy(oracleSpelling),
  text: plainToken('', unseen, longestLine),
};

export const oracle: Dialect = {
  ...accent,
  name: 'oracle',
  title: 'Oracle Database',
  knex: 'oracledb',
  formatter: 'plsql',
  defaultVersion: '19.0',
  transactionalDdl: false,
  maxIdentifier,
  // A statement may travel inside a PL/SQL literal of 32767 bytes, its quotes doubled.
  insert: { maxRows: 200, maxBytes: 24_000, spell: oracleInsert(quote) },
  lower: lowerBy(oracleLowering(accent)),
  clients: [sqlplus],
};
