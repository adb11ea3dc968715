/** MariaDB. */

import type { Dialect } from './dialect.ts';
import { mysqlMaxIdentifier, mysqlQuoter } from './identifier-mysql.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { mysqlSpelling, mysqlToken } from './literal-mysql.ts';

const quote: Dialect['quote'] = mysqlQuoter('MariaDB');

export const mariadb: Dialect = {
  name: 'mariadb',
  title: 'MariaDB',
  knex: 'mariadb',
  formatter: 'mariadb',
  defaultVersion: '10.11',
  transactionalDdl: false,
  maxIdentifier: mysqlMaxIdentifier,
  quote,
  literal: literalBy(mysqlSpelling),
  text: mysqlToken,
  insert: { maxRows: 1000, maxBytes: 256_000, spell: valuesInsert(quote, '() values ()') },
  lower: () => undefined,
  clients: [],
};
