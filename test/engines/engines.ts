/** The list of engines: a new one is a file and a line here. */
import { findEmbeddedPostgres } from './embedded-postgres.ts';
import type { Engine, Find } from './engine.ts';
import { findMariadb } from './mariadb.ts';
import { findMysql } from './mysql.ts';
import { findPostgres } from './postgres.ts';
import { findSqlite } from './sqlite.ts';
import { findWasmPostgres } from './wasm-postgres.ts';

export const finds: Readonly<Record<Engine['name'], Find>> = {
  postgresql: findPostgres,
  'postgresql-embedded': findEmbeddedPostgres,
  'postgresql-wasm': findWasmPostgres,
  mariadb: findMariadb,
  mysql: findMysql,
  sqlite: findSqlite,
};
