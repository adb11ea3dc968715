/** MySQL. */

import { mysql as mysqlClient } from './client/mysql.ts';
import type { Dialect } from './dialect.ts';
import { mysqlMaxIdentifier, mysqlQuoter } from './identifier-mysql.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { mysqlSpelling, mysqlToken } from './literal-mysql.ts';
import { lowerBy } from './lower.ts';
import { mysqlLowering } from './lower-mysql.ts';

const quote: Dialect['quote'] = mysqlQuoter('MySQL');

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'MySQL',
  quote,
  literal: literalBy(mysqlSpelling),
  text: mysqlToken,
};

export const mysql: Dialect = {
  ...accent,
  name: 'mysql',
  knex: 'mysql2',
  formatter: 'mysql',
  defaultVersion: '8.0',
  transactionalDdl: false,
  maxIdentifier: mysqlMaxIdentifier,
  insert: { maxRows: 1000, maxBytes: 256_000, defaultWord: true, spell: valuesInsert(quote, '() values ()') },
  lower: lowerBy(mysqlLowering(accent, { renameColumnSince: '8.0', columnChecks: false })),
  clients: [mysqlClient],
};
