/** Amazon Redshift. */

import { MigratorError } from '../errors.ts';
import { showName } from '../schema/name.ts';
import { redshift as redshiftPsql } from './client/redshift.ts';
import type { Dialect } from './dialect.ts';
import { quoter } from './identifier.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { redshiftSpecial, redshiftSpelling } from './literal-redshift.ts';
import { lowerBy } from './lower.ts';
import { redshiftLowering } from './lower-redshift.ts';
import { plainToken } from './token.ts';

/** https://docs.aws.amazon.com/redshift/latest/dg/r_names.html */
const maxIdentifier = { length: 127, unit: 'bytes' } as const;
const quote: Dialect['quote'] = quoter({ title: 'Redshift', open: '"', close: '"', max: maxIdentifier });
const plain = valuesInsert(quote);

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'Amazon Redshift',
  quote,
  literal: literalBy(redshiftSpelling),
  text: plainToken('', redshiftSpecial),
};

export const redshift: Dialect = {
  ...accent,
  name: 'redshift',
  knex: 'redshift',
  formatter: 'redshift',
  defaultVersion: '1.0',
  transactionalDdl: true,
  maxIdentifier,
  insert: {
    maxRows: 1000,
    maxBytes: 256_000,
    defaultWord: true,
    spell(table, columns, rows, identity) {
      if (!identity) return plain(table, columns, rows, identity);
      // https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html, IDENTITY(seed, step)
      throw new MigratorError('unsupported', `Redshift generates the identity column of ${showName(table)} itself`, {
        hint: 'leave the column out, or load the rows with COPY … EXPLICIT_IDS',
      });
    },
  },
  lower: lowerBy(redshiftLowering(accent)),
  clients: [redshiftPsql],
};
