/** MySQL. */

import { readByMysql, untypedByMysql2 } from './as-sent.ts';
import { mysqlChecks } from './check-accents.ts';
import { mysql as mysqlClient } from './client/mysql.ts';
import { plainMysql } from './client/plain-mysql.ts';
import { mysqlCommands } from './client-commands.ts';
import { refuseCollation } from './collated.ts';
import type { Dialect } from './dialect.ts';
import { mysqlExpect } from './expect/mysql.ts';
import { mysqlMaxIdentifier, mysqlQuoter } from './identifier-mysql.ts';
import { valuesInsert } from './insert.ts';
import { refuseLastColumn } from './last-column.ts';
import { refuseSharedValues } from './list-partitions.ts';
import { literalBy } from './literal.ts';
import { mysqlConstant, mysqlMaxRowBytes, mysqlSpelling, mysqlToken } from './literal-mysql.ts';
import { lowerBy } from './lower.ts';
import { mysqlFills } from './mysql/fills.ts';
import { mysqlKeysBeside } from './mysql/key.ts';
import { mysqlLowering } from './mysql/lower.ts';
import { mysqlTraits } from './mysql/server.ts';
import { sourcesRefusal } from './mysql/sources.ts';
import { refusePartedColumn } from './partition-key.ts';
import { mysqlSizes } from './sizes.ts';
import { refuseColumnTwins } from './twins.ts';
import { mysqlUnsteady, refuseUnsteady } from './unsteady.ts';

const quote: Dialect['quote'] = mysqlQuoter('MySQL');

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'MySQL',
  quote,
  literal: literalBy(mysqlSpelling),
  text: mysqlToken,
};

const refuseSources = sourcesRefusal(accent.title, mysqlTraits);

export const mysql: Dialect = {
  ...accent,
  name: 'mysql',
  knex: 'mysql2',
  driver: 'mysql2',
  formatter: 'mysql',
  mark: '`',
  clientCommands: mysqlCommands,
  defaultVersion: '8.0',
  transactionalDdl: false,
  /** https://dev.mysql.com/doc/refman/8.0/en/innodb-online-ddl-operations.html */
  alterManners: {
    algorithm: ['default', 'instant', 'inplace', 'copy'],
    lock: ['default', 'none', 'shared', 'exclusive'],
  },
  /** https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_lock_wait_timeout */
  waits: {
    lock: { setting: 'lock_wait_timeout', unit: 1000, most: 31_536_000_000, default: 30_000 },
    statement: { none: 'max_execution_time concerns SELECT alone' },
    message: 'Lock wait timeout exceeded',
    holders: 'SELECT trx_mysql_thread_id, trx_started, trx_query FROM information_schema.innodb_trx',
  },
  plainIndex: 'plainly: InnoDB lets others write meanwhile, but not for a fulltext or spatial index',
  maxIdentifier: mysqlMaxIdentifier,
  keysBeside: mysqlKeysBeside(mysqlTraits),
  wrapsProbes: { hasColumn: 'both' },
  knexSaysColumnsAnew: true,
  ordersColumns: true,
  untypedByKnex: untypedByMysql2,
  readsAnyway: readByMysql,
  constant: mysqlConstant,
  insert: {
    maxRows: 1000,
    maxBytes: 256_000,
    maxRowBytes: mysqlMaxRowBytes,
    defaultWord: true,
    fills: mysqlFills,
    spell: valuesInsert(quote, '() values ()'),
  },
  lower: lowerBy(mysqlLowering(accent, mysqlTraits), (operation, before) => {
    refuseCollation(operation, before, accent.title);
    refuseLastColumn(operation, before, accent.title);
    refusePartedColumn(operation, before, { ...accent, mark: '`' });
    refuseColumnTwins(operation, before, accent.title);
    refuseSources(operation, before);
    refuseUnsteady(operation, before, accent.title, mysqlUnsteady);
    refuseSharedValues(operation, before, accent.title);
  }),
  checks: mysqlChecks,
  sizes: mysqlSizes,
  expects: mysqlExpect,
  clients: [mysqlClient, plainMysql],
};
