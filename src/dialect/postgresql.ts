/** PostgreSQL. */

import { parameterOfPg, readByPostgres, untypedByPg } from './as-sent.ts';
import { postgresChecks } from './check-accents.ts';
import { plainPostgresql } from './client/plain-postgresql.ts';
import { psql } from './client/psql.ts';
import { psqlCommands } from './client-commands.ts';
import { refuseCollation } from './collated.ts';
import { refuseComputedOnComputed } from './computed.ts';
import type { Dialect } from './dialect.ts';
import { postgresExpect } from './expect/postgres.ts';
import { quoter } from './identifier.ts';
import { refuseIndexTwins } from './index-twins.ts';
import { overridingInsert } from './insert.ts';
import { refuseSharedValues } from './list-partitions.ts';
import { literalBy } from './literal.ts';
import { postgresSpelling, postgresToken } from './literal-postgres.ts';
import { lowerBy } from './lower.ts';
import { refusePartedColumn } from './partition-key.ts';
import { postgresLowering } from './postgres/lower.ts';
import { wholeName } from './postgres/made-as.ts';
import { refuseRelationTwins } from './postgres/relation-twins.ts';
import { postgresTraits } from './postgres/server.ts';
import { resets } from './postgres/storage.ts';
import { refuseTypeTwins } from './postgres/type-twins.ts';
import { refuseUnordered } from './postgres/unordered.ts';
import { postgresSizes } from './sizes.ts';
import { postgresUnsteady, refuseUnsteady } from './unsteady.ts';

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
  driver: 'pg',
  formatter: 'postgresql',
  mark: '"',
  broughtAlong: /^(?:lo|pg)_/i,
  clientCommands: psqlCommands,
  defaultVersion: '15',
  parameter: parameterOfPg,
  untypedByKnex: untypedByPg,
  readsAnyway: readByPostgres,
  knexAltersParts: true,
  insertsInWith: true,
  transactionalDdl: true,
  /** https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT */
  waits: {
    lock: { setting: 'lock_timeout', unit: 1, most: 2_147_483_647, default: 10_000 },
    statement: { setting: 'statement_timeout', unit: 1, most: 2_147_483_647 },
    message: 'canceling statement due to lock timeout',
    holders:
      'SELECT pid, usename, state, xact_start, query FROM pg_stat_activity WHERE pid IN (SELECT pid FROM pg_locks)',
    endless: {
      statement: /^\s*(?:create|drop|reindex)\b[\s\S]*?\bconcurrently\b/i,
      says: 'But an index that is made or dropped CONCURRENTLY waits for every older transaction, without limit.',
    },
  },
  resets,
  cutsLongNames: true,
  homeSchema: 'public',
  snapshots: true,
  viewsFollowNames: true,
  maxIdentifier,
  keysBeside: {
    folds: true,
    unique: (table, column) => wholeName(`${table}_${column}_key`),
    foreign: (table, column, said) => said ?? wholeName(`${table}_${column}_fkey`),
  },
  // a message, like any value, is shorter than 1 GB: https://www.postgresql.org/docs/current/limits.html
  insert: {
    maxRows: 1000,
    maxBytes: 256_000,
    maxRowBytes: 1_000_000_000,
    defaultWord: true,
    spell: overridingInsert(quote),
  },
  lower: lowerBy(postgresLowering(accent, postgresTraits), (operation, before) => {
    refuseCollation(operation, before, accent.title);
    refuseIndexTwins(operation, before, accent.title);
    refuseRelationTwins(operation, before, accent.title);
    refuseTypeTwins(operation, before, accent.title);
    refuseUnordered(operation, before, accent.title);
    refuseComputedOnComputed(operation, before, { ...accent, mark: '"' });
    refusePartedColumn(operation, before, { ...accent, mark: '"' }, true);
    refuseUnsteady(operation, before, accent.title, postgresUnsteady);
    refuseSharedValues(operation, before, accent.title);
  }),
  checks: postgresChecks,
  sizes: postgresSizes,
  expects: postgresExpect,
  clients: [psql, plainPostgresql],
};
