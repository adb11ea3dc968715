/** CockroachDB: PostgreSQL's grammar on another engine. */

import { addKey, refuseDeferred } from './add-key.ts';
import { cockroach } from './client/cockroach.ts';
import type { Dialect } from './dialect.ts';
import { quoter } from './identifier.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { postgresSpelling, postgresToken } from './literal-postgres.ts';
import { lowerBy, schemaStatement } from './lower.ts';
import { postgresLowering } from './lower-postgres.ts';
import { integerSizes } from './number.ts';
import type { Statement } from './statement.ts';

/** The engine sets no limit, its PostgreSQL catalogs do not cut names either; 128 keeps names portable. */
const maxIdentifier = { length: 128, unit: 'bytes' } as const;
const quote: Dialect['quote'] = quoter({ title: 'CockroachDB', open: '"', close: '"', max: maxIdentifier });

/** INT is INT8: https://www.cockroachlabs.com/docs/stable/int */
const wide: ReadonlySet<string> = new Set(['int', 'integer', 'serial']);

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'CockroachDB',
  quote,
  literal: literalBy({
    ...postgresSpelling,
    integer: (sqlType) => (wide.has(sqlType) ? { bits: 64 } : integerSizes[sqlType]),
  }),
  text: postgresToken,
};

/** Most conversions ask for a setting and for no transaction: https://www.cockroachlabs.com/docs/stable/alter-table#alter-column */
function alterType(alter: (action: string) => string): (action: string) => readonly Statement[] {
  return (action) => [
    schemaStatement('SET enable_experimental_alter_column_type_general = true', false),
    schemaStatement(alter(action), false),
  ];
}

export const cockroachdb: Dialect = {
  ...accent,
  name: 'cockroachdb',
  knex: 'cockroachdb',
  formatter: 'postgresql',
  defaultVersion: '24.1',
  transactionalDdl: true,
  /** https://www.cockroachlabs.com/docs/stable/online-schema-changes#limited-support-within-transactions */
  schemaShowsAtCommit: true,
  maxIdentifier,
  insert: { maxRows: 500, maxBytes: 256_000, defaultWord: true, spell: valuesInsert(quote) },
  lower: lowerBy({
    ...postgresLowering(accent, alterType),
    createTable: (operation) => {
      refuseDeferred(operation, accent.title);
      return undefined;
    },
    addConstraint: (operation) => {
      refuseDeferred(operation, accent.title);
      return addKey(operation, accent, '');
    },
  }),
  clients: [cockroach],
};
