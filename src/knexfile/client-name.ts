/** Which databases a client of knex is for. */

import type { DialectName } from '../dialect/names.ts';

const dialects: Readonly<Record<string, readonly DialectName[]>> = {
  pg: ['postgresql'],
  pgnative: ['postgresql'],
  'pg-native': ['postgresql'],
  postgres: ['postgresql'],
  postgresql: ['postgresql'],
  mysql: ['mysql', 'mariadb'],
  mysql2: ['mysql', 'mariadb'],
  mariadb: ['mariadb'],
  sqlite: ['sqlite'],
  sqlite3: ['sqlite'],
  'better-sqlite3': ['sqlite'],
  mssql: ['mssql'],
  oracle: ['oracle'],
  oracledb: ['oracle'],
  cockroachdb: ['cockroachdb'],
  redshift: ['redshift'],
};

/** The name of a client, also of a class that extends one of knex's. */
export function clientNameOf(client: unknown): string | undefined {
  if (typeof client === 'string') return client;
  const { driverName, dialect } = (typeof client === 'function' ? client.prototype : {}) as Record<string, unknown>;
  return [driverName, dialect].find(
    (name): name is string => typeof name === 'string' && Object.hasOwn(dialects, name),
  );
}

/** Several where the client cannot tell them apart; none for a client that knex does not have. */
export function dialectsOf(client: unknown): readonly DialectName[] {
  const name = clientNameOf(client);
  return name !== undefined && Object.hasOwn(dialects, name) ? dialects[name]! : [];
}
