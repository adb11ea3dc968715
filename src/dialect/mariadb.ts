/** MariaDB. */

import { mariadb as mariadbClient } from './client/mariadb.ts';
import type { Dialect } from './dialect.ts';
import { mysqlMaxIdentifier, mysqlQuoter } from './identifier-mysql.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { mysqlSpelling, mysqlToken } from './literal-mysql.ts';
import { lowerBy } from './lower.ts';
import { mysqlLowering } from './lower-mysql.ts';

const quote: Dialect['quote'] = mysqlQuoter('MariaDB');

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'MariaDB',
  quote,
  literal: literalBy(mysqlSpelling),
  text: mysqlToken,
};

export const mariadb: Dialect = {
  ...accent,
  name: 'mariadb',
  knex: 'mariadb',
  formatter: 'mariadb',
  defaultVersion: '10.11',
  transactionalDdl: false,
  maxIdentifier: mysqlMaxIdentifier,
  insert: { maxRows: 1000, maxBytes: 256_000, defaultWord: true, spell: valuesInsert(quote, '() values ()') },
  lower: lowerBy(mysqlLowering(accent, { renameColumnSince: '10.5.2', columnChecks: true })),
  clients: [mariadbClient],
};
