/** The databases, by the names that targets use: the only list of them. */

import { cockroachdb } from './cockroachdb.ts';
import type { Dialect } from './dialect.ts';
import { mariadb } from './mariadb.ts';
import { mssql } from './mssql.ts';
import { mysql } from './mysql.ts';
import type { DialectName } from './names.ts';
import { oracle } from './oracle.ts';
import { postgresql } from './postgresql.ts';
import { redshift } from './redshift.ts';
import { sqlite } from './sqlite.ts';

export const dialects: Readonly<Record<DialectName, Dialect>> = {
  postgresql,
  mysql,
  mariadb,
  sqlite,
  mssql,
  oracle,
  cockroachdb,
  redshift,
};

export function dialectOf(name: DialectName): Dialect {
  return dialects[name];
}
