/** SQLite. */

import { sqlite3 } from './client/sqlite3.ts';
import type { Dialect } from './dialect.ts';
import { quoter } from './identifier.ts';
import { valuesInsert } from './insert.ts';
import { literalBy } from './literal.ts';
import { sqliteSpelling } from './literal-sqlite.ts';
import { lowerBy } from './lower.ts';
import { sqliteLowering } from './lower-sqlite.ts';
import { plainToken } from './token.ts';

/** The engine has no limit. */
const maxIdentifier = { length: 1000, unit: 'characters' } as const;
/** Backticks: a double-quoted name that no column has becomes a string, https://www.sqlite.org/quirks.html#dblquote */
const quote: Dialect['quote'] = quoter({ title: 'SQLite', open: '`', close: '`', max: maxIdentifier });

const accent: Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'> = {
  title: 'SQLite',
  quote,
  literal: literalBy(sqliteSpelling),
  text: plainToken(''),
};

export const sqlite: Dialect = {
  ...accent,
  name: 'sqlite',
  knex: 'sqlite3',
  formatter: 'sqlite',
  defaultVersion: '3.40',
  transactionalDdl: true,
  maxIdentifier,
  insert: { maxRows: 500, maxBytes: 256_000, defaultWord: false, spell: valuesInsert(quote) },
  lower: lowerBy(sqliteLowering(accent)),
  clients: [sqlite3],
};
