/** MariaDB. */

import { readByMysql, untypedByMysql2 } from './as-sent.ts';
import { mysqlChecks } from './check-accents.ts';
import { mariadb as mariadbClient } from './client/mariadb.ts';
import { plainMariadb } from './client/plain-mysql.ts';
import { mysqlCommands } from './client-commands.ts';
import { refuseCollation } from './collated.ts';
import type { Dialect } from './dialect.ts';
import { mariadbExpect } from './expect/mysql.ts';
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
import { mariadbTraits } from './mysql/server.ts';
import { sourcesRefusal } from './mysql/sources.ts';
import { refusePartedColumn } from './partition-key.ts';
import { mysqlSizes } from './sizes.ts';
import { refuseColumnTwins } from './twins.ts';
import { mariadbUnsteady, refuseUnsteady } from './unsteady.ts';

const quote: Dialect['quote'] = mysqlQuoter('MariaDB');

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'MariaDB',
  quote,
  literal: literalBy(mysqlSpelling),
  text: mysqlToken,
};

const refuseSources = sourcesRefusal(accent.title, mariadbTraits);

export const mariadb: Dialect = {
  ...accent,
  name: 'mariadb',
  knex: 'mariadb',
  driver: 'mysql2',
  formatter: 'mariadb',
  mark: '`',
  clientCommands: mysqlCommands,
  defaultVersion: '10.11',
  transactionalDdl: false,
  /** https://mariadb.com/kb/en/alter-table/#algorithm */
  alterManners: {
    algorithm: ['default', 'instant', 'nocopy', 'inplace', 'copy'],
    lock: ['default', 'none', 'shared', 'exclusive'],
  },
  /** https://mariadb.com/kb/en/server-system-variables/#lock_wait_timeout */
  waits: {
    lock: { setting: 'lock_wait_timeout', unit: 1000, most: 31_536_000_000, default: 30_000 },
    statement: { setting: 'max_statement_time', unit: 1, most: 31_536_000_000 },
    message: 'Lock wait timeout exceeded',
    holders: 'SELECT trx_mysql_thread_id, trx_started, trx_query FROM information_schema.innodb_trx',
  },
  plainIndex: 'plainly: InnoDB lets others write meanwhile, but not for a fulltext or spatial index',
  maxIdentifier: mysqlMaxIdentifier,
  keysBeside: mysqlKeysBeside(mariadbTraits),
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
  lower: lowerBy(mysqlLowering(accent, mariadbTraits), (operation, before) => {
    refuseCollation(operation, before, accent.title, /^json\b/i);
    refuseLastColumn(operation, before, accent.title);
    refusePartedColumn(operation, before, { ...accent, mark: '`' });
    refuseColumnTwins(operation, before, accent.title);
    refuseSources(operation, before);
    refuseUnsteady(operation, before, accent.title, mariadbUnsteady);
    refuseSharedValues(operation, before, accent.title);
  }),
  checks: mysqlChecks,
  sizes: mysqlSizes,
  expects: mariadbExpect,
  clients: [mariadbClient, plainMariadb],
};
