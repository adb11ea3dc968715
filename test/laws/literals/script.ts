/** How a script begins, as far as values depend on it. */
import type { Engine } from '../../engines/engine.ts';

const mysql =
  "set names utf8mb4;\nset session sql_mode = 'STRICT_ALL_TABLES';\nset time_zone = '+00:00';\nset autocommit = 0;\n";

export const opening: Readonly<Record<Engine['dialect'], string>> = {
  postgresql: "\\set ON_ERROR_STOP on\nset client_encoding = 'UTF8';\nset TimeZone = 'UTC';\nbegin;\n",
  mysql,
  mariadb: mysql,
  sqlite: '.bail on\nbegin;\n',
};
