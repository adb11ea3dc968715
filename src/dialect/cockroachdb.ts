/** CockroachDB: PostgreSQL's grammar on another engine. */

import { arraySpelling } from './array-postgres.ts';
import { parameterOfPg, readByPostgres, untypedByPg } from './as-sent.ts';
import { begins } from './beginning.ts';
import { cockroachChecks } from './check-accents.ts';
import { cockroach } from './client/cockroach.ts';
import { plainCockroach } from './client/plain-cockroach.ts';
import { psqlCommands } from './client-commands.ts';
import { refuseCollation } from './collated.ts';
import { refuseComputedOnComputed } from './computed.ts';
import { refuseDeferred } from './deferred.ts';
import type { Dialect } from './dialect.ts';
import { cockroachExpect } from './expect/postgres.ts';
import { quoter } from './identifier.ts';
import { refuseNumbers, valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { postgresSpelling, postgresText, postgresToken } from './literal-postgres.ts';
import { type Lowering, lowerBy } from './lower.ts';
import { integerSizes } from './number.ts';
import { postgresLowering } from './postgres/lower.ts';
import { cockroachTraits } from './postgres/server.ts';
import { cockroachSizes } from './sizes.ts';
import { cockroachUnsteady, refuseUnsteady } from './unsteady.ts';

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
    // https://www.cockroachlabs.com/docs/stable/array
    array: arraySpelling(postgresText, false),
  }),
  text: postgresToken,
};

const lowering: Lowering = postgresLowering(accent, cockroachTraits);

const plain = valuesInsert(quote);

/**
 * Whatever writes or reads rows of a table that is there, or takes a part of it away. A foreign key that is added in the
 * transaction of its table would stay NOT VALID.
 * https://www.cockroachlabs.com/docs/v24.1/online-schema-changes#schema-changes-within-transactions
 */
const table = String.raw`alter\s+table\s+(?:if\s+exists\s+)?(?:"(?:[^"]|"")*"|[^\s"])+\s+`;
const finishedAfterCommit = new RegExp(
  [
    `${table}(?:add|drop)\\b`,
    `${table}alter\\s+(?:primary\\s+key|[^;]*\\s(?:set|drop)\\s+not\\s+null)\\b`,
    'create\\s+(?:\\w+\\s+)?index\\b',
    'drop\\s+index\\b',
    String.raw`alter\s+type\s[^;]*?\s(?:add|drop)\s+value\b`,
    'create\\s+materialized\\s+view\\b',
  ].join('|'),
);

export const cockroachdb: Dialect = {
  ...accent,
  name: 'cockroachdb',
  knex: 'cockroachdb',
  driver: 'pg',
  formatter: 'postgresql',
  mark: '"',
  broughtAlong: /^(?:crdb|pg)_/i,
  clientCommands: psqlCommands,
  homeSchema: 'public',
  snapshots: true,
  defaultVersion: '24.1',
  parameter: parameterOfPg,
  untypedByKnex: untypedByPg,
  readsAnyway: readByPostgres,
  knexAltersParts: true,
  insertsInWith: true,
  transactionalDdl: true,
  /** https://www.cockroachlabs.com/docs/stable/session-variables */
  waits: {
    lock: { setting: 'lock_timeout', unit: 1, most: 2_147_483_647, default: 10_000 },
    statement: { setting: 'statement_timeout', unit: 1, most: 2_147_483_647 },
    message: 'canceling statement due to lock timeout',
    holders: 'SHOW CLUSTER SESSIONS',
  },
  plainIndex: 'plainly: others always write meanwhile',
  // https://www.cockroachlabs.com/docs/v24.1/known-limitations
  outsideTransactions: /refresh\s+materialized\s+view\b|alter\s+table\s[^;]*\salter\s+(?:column\s)?[^;]*\stype\b/i,
  finishesAfterCommit: (sql) => begins(sql, finishedAfterCommit),
  // https://www.cockroachlabs.com/docs/stable/point
  type: ({ name }, written) => (name.toLowerCase() === 'point' ? 'geometry(point)' : written()),
  maxIdentifier,
  // sql.conn.max_read_buffer_message_size is 16 MiB: https://www.cockroachlabs.com/docs/stable/cluster-settings
  insert: {
    maxRows: 500,
    maxBytes: 256_000,
    maxRowBytes: 16_000_000,
    defaultWord: true,
    spell(table, columns, rows, numbering) {
      refuseNumbers(accent.title, table, numbering);
      return plain(table, columns, rows, numbering);
    },
  },
  lower: lowerBy(
    {
      ...lowering,
      createTable: (operation, ...more) => {
        refuseDeferred(operation, accent.title);
        return lowering.createTable?.(operation, ...more);
      },
      addConstraint: (operation, ...more) => {
        refuseDeferred(operation, accent.title);
        return lowering.addConstraint?.(operation, ...more);
      },
    },
    (operation, before) => {
      refuseCollation(operation, before, accent.title);
      refuseComputedOnComputed(operation, before, { ...accent, mark: '"' });
      refuseUnsteady(operation, before, accent.title, cockroachUnsteady);
    },
  ),
  checks: cockroachChecks,
  sizes: cockroachSizes,
  expects: cockroachExpect,
  clients: [cockroach, plainCockroach],
};
