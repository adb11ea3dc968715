/** PostgreSQL. */

import { psql } from './client/psql.ts';
import type { Dialect } from './dialect.ts';
import { quoter } from './identifier.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { postgresSpelling, postgresToken } from './literal-postgres.ts';
import { lowerBy, schemaStatement } from './lower.ts';
import { concurrentIndexes, postgresLowering } from './lower-postgres.ts';

/** NAMEDATALEN - 1; longer names are cut off with a notice only: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
const maxIdentifier = { length: 63, unit: 'bytes' } as const;
const quote: Dialect['quote'] = quoter({ title: 'PostgreSQL', open: '"', close: '"', max: maxIdentifier });

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'PostgreSQL',
  quote,
  literal: literalBy(postgresSpelling),
  text: postgresToken,
};

export const postgresql: Dialect = {
  ...accent,
  name: 'postgresql',
  knex: 'pg',
  formatter: 'postgresql',
  defaultVersion: '15',
  transactionalDdl: true,
  maxIdentifier,
  insert: { maxRows: 1000, maxBytes: 256_000, defaultWord: true, spell: valuesInsert(quote) },
  lower: lowerBy({
    ...postgresLowering(accent, (alter) => (action) => [schemaStatement(alter(action))]),
    ...concurrentIndexes(accent),
  }),
  clients: [psql],
};
