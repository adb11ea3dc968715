/** The list of engines whose catalog can be compared with the revisions. */

import type { DialectName } from '../../dialect/names.ts';
import { mariadbSurvey, mysqlSurvey } from './mysql.ts';
import { postgresSurvey } from './postgres.ts';
import { sqliteSurvey } from './sqlite.ts';
import type { Survey } from './survey.ts';

export const surveys: { readonly [D in DialectName]?: Survey } = {
  postgresql: postgresSurvey,
  mysql: mysqlSurvey,
  mariadb: mariadbSurvey,
  sqlite: sqliteSurvey,
};
