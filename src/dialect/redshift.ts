/** Amazon Redshift. */

import { parameterOfPg, readByPostgres, untypedByPg } from './as-sent.ts';
import { redshiftChecks } from './check-accents.ts';
import { plainRedshift } from './client/plain-redshift.ts';
import { redshift as redshiftPsql } from './client/redshift.ts';
import { psqlCommands } from './client-commands.ts';
import { refuseCollation } from './collated.ts';
import type { Dialect } from './dialect.ts';
import { redshiftExpect } from './expect/postgres.ts';
import { quoter } from './identifier.ts';
import { refuseNumbers, valuesInsert } from './insert.ts';
import { redshiftLiteral, redshiftToken } from './literal-redshift.ts';
import { lowerBy } from './lower.ts';
import { redshiftType } from './redshift/definition.ts';
import { refuseFolded } from './redshift/folded.ts';
import { redshiftLowering } from './redshift/lower.ts';
import { redshiftSizes } from './sizes.ts';

/** https://docs.aws.amazon.com/redshift/latest/dg/r_names.html */
const maxIdentifier = { length: 127, unit: 'bytes' } as const;
const quote: Dialect['quote'] = quoter({ title: 'Redshift', open: '"', close: '"', max: maxIdentifier });

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'Amazon Redshift',
  quote,
  literal: redshiftLiteral,
  text: redshiftToken,
};

const plain = valuesInsert(quote);

export const redshift: Dialect = {
  ...accent,
  name: 'redshift',
  knex: 'redshift',
  formatter: 'redshift',
  mark: '"',
  broughtAlong: /^(?:pg|st[lv]|sv[lv]|svcs|sys)_/i,
  clientCommands: psqlCommands,
  parameter: parameterOfPg,
  untypedByKnex: untypedByPg,
  readsAnyway: readByPostgres,
  knexAltersParts: true,
  homeSchema: 'public',
  defaultVersion: '1.0',
  transactionalDdl: true,
  /** https://docs.aws.amazon.com/redshift/latest/dg/r_statement_timeout.html */
  waits: {
    lock: { none: 'only statement_timeout ends the waiting for a lock' },
    statement: { setting: 'statement_timeout', unit: 1, most: 2_147_483_647 },
    message: '',
    holders: 'SELECT txn_owner, pid, lock_mode, txn_start FROM svv_transactions',
  },
  // https://docs.aws.amazon.com/redshift/latest/dg/r_SVL_MULTI_STATEMENT_VIOLATIONS.html, https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html, https://docs.aws.amazon.com/redshift/latest/dg/r_TRUNCATE.html
  outsideTransactions:
    /truncate\b|(?:create|drop)\s+(?:external\s+table|library)\b|alter\s+table\s[^;]*\s(?:append\s+from|alter\s+column\s[^;]*\stype)\b/i,
  type: redshiftType,
  maxIdentifier,
  keysSayNotNull: true,
  // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html, under LIKE: no keys, and no defaults unless they are asked for
  copiesColumnsOnly: true,
  insert: {
    maxRows: 1000,
    maxBytes: 256_000,
    // https://docs.aws.amazon.com/redshift/latest/dg/c_redshift-sql.html
    maxRowBytes: 16_000_000,
    defaultWord: true,
    spell(table, columns, rows, numbering) {
      refuseNumbers(accent.title, table, numbering);
      return plain(table, columns, rows, numbering);
    },
  },
  lower: lowerBy(redshiftLowering(accent), (operation, before) => {
    refuseCollation(operation, before, accent.title);
    refuseFolded(operation, before, accent.title);
  }),
  checks: redshiftChecks,
  sizes: redshiftSizes,
  expects: redshiftExpect,
  clients: [redshiftPsql, plainRedshift],
};
