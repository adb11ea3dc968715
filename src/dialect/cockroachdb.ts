/** CockroachDB: PostgreSQL's grammar on another engine. */

import type { Dialect } from './dialect.ts';
import { quoter } from './identifier.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { postgresSpelling, postgresToken } from './literal-postgres.ts';
import { integerSizes } from './number.ts';

/** The engine sets no limit, its PostgreSQL catalogs do not cut names either; 128 keeps names portable. */
const maxIdentifier = { length: 128, unit: 'bytes' } as const;
const quote: Dialect['quote'] = quoter({ title: 'CockroachDB', open: '"', close: '"', max: maxIdentifier });

/** INT is INT8: https://www.cockroachlabs.com/docs/stable/int */
const wide: ReadonlySet<string> = new Set(['int', 'integer', 'serial']);

export const cockroachdb: Dialect = {
  name: 'cockroachdb',
  title: 'CockroachDB',
  knex: 'cockroachdb',
  formatter: 'postgresql',
  defaultVersion: '24.1',
  transactionalDdl: true,
  maxIdentifier,
  quote,
  literal: literalBy({
    ...postgresSpelling,
    integer: (sqlType) => (wide.has(sqlType) ? { bits: 64 } : integerSizes[sqlType]),
  }),
  text: postgresToken,
  insert: { maxRows: 500, maxBytes: 256_000, spell: valuesInsert(quote) },
  lower: () => undefined,
  clients: [],
};
