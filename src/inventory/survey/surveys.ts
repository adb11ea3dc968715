/** The list of engines, each with how its catalog is compared with the revisions. */

import type { DialectName } from '../../dialect/names.ts';
import { cockroachSurvey } from './cockroach.ts';
import { mssqlSurvey } from './mssql.ts';
import { mariadbSurvey, mysqlSurvey } from './mysql.ts';
import { oracleSurvey } from './oracle.ts';
import { postgresSurvey } from './postgres.ts';
import { redshiftSurvey } from './redshift.ts';
import { sqliteSurvey } from './sqlite.ts';
import type { Survey } from './survey.ts';

export const surveys: { readonly [D in DialectName]: Survey } = {
  postgresql: postgresSurvey,
  mysql: mysqlSurvey,
  mariadb: mariadbSurvey,
  sqlite: sqliteSurvey,
  mssql: mssqlSurvey,
  oracle: oracleSurvey,
  cockroachdb: cockroachSurvey,
  redshift: redshiftSurvey,
};
