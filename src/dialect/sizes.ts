/** How big tables are, as each database's catalog knows it without looking at the rows. */

import { type Name, showName } from '../schema/name.ts';
import { grouped } from './expect/accent.ts';
import { idOf } from './expect/postgres-owners.ts';
import { mssqlToken } from './literal-mssql.ts';
import { mysqlToken } from './literal-mysql.ts';
import { quoted } from './text.ts';

const unknown = 'not known';

type Sizes = (tables: readonly Name[]) => string;

/** A condition for the tables, by the columns that say where they are and what they are called. */
function among(
  tables: readonly Name[],
  place: string,
  current: string,
  name: string,
  text: (name: string) => string,
): string {
  const groups = grouped(tables.map((table) => ({ kind: 'table' as const, name: table })));
  const each = groups.map(({ schema, names }) => {
    const home = schema === undefined ? current : text(schema);
    return `${place} = ${home} AND ${name} IN (${names.map(text).join(', ')})`;
  });
  return each.map((one) => `(${one})`).join(' OR ');
}

const doubleQuoted = ({ schema, name }: Name): string =>
  [...(schema === undefined ? [] : [schema]), name].map((part) => `"${part.replaceAll('"', '""')}"`).join('.');

/** https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADMIN-DBSIZE */
export const postgresSizes: Sizes = (tables) =>
  [
    'SELECT c.oid::regclass::text AS name,\n',
    `    CASE WHEN c.reltuples < 0 THEN ${quoted(unknown)} ELSE c.reltuples::bigint::text END AS rows_about,\n`,
    '    pg_total_relation_size(c.oid)::text AS bytes\n  FROM pg_catalog.pg_class c\n',
    `  WHERE c.oid IN (${tables.map(idOf).join(', ')})\n  ORDER BY 1`,
  ].join('');

/** https://www.cockroachlabs.com/docs/stable/show-tables */
export const cockroachSizes: Sizes = (tables) =>
  [
    `SELECT schema_name || '.' || table_name AS name, estimated_row_count::STRING AS rows_about, ${quoted(unknown)} AS bytes\n`,
    `  FROM [SHOW TABLES]\n  WHERE ${among(tables, 'schema_name', 'current_schema()', 'table_name', quoted)}\n  ORDER BY 1`,
  ].join('');

export const redshiftSizes: Sizes = (tables) =>
  [
    "SELECT CAST(n.nspname AS varchar) || '.' || CAST(c.relname AS varchar) AS name,\n",
    `    CAST(CAST(c.reltuples AS bigint) AS varchar) AS rows_about, ${quoted(unknown)} AS bytes\n`,
    '  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n',
    `  WHERE ${among(tables, 'n.nspname', 'current_schema()', 'c.relname', quoted)}\n  ORDER BY 1`,
  ].join('');

/** https://dev.mysql.com/doc/refman/8.0/en/information-schema-tables-table.html */
export const mysqlSizes: Sizes = (tables) =>
  [
    'SELECT table_name AS name, CAST(table_rows AS CHAR) AS rows_about,\n',
    '    CAST(data_length + index_length AS CHAR) AS bytes\n  FROM information_schema.tables\n',
    `  WHERE ${among(tables, 'table_schema', 'DATABASE()', 'table_name', mysqlToken)}\n  ORDER BY 1`,
  ].join('');

/** It keeps no numbers, so the rows are counted; bytes are those of the file: https://www.sqlite.org/pragma.html#pragma_page_count */
export const sqliteSizes: Sizes = (tables) => {
  const bytes = '(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)';
  const each = tables.map(
    (table) =>
      `SELECT ${quoted(showName(table))} AS name, CAST((SELECT count(*) FROM ${doubleQuoted(table)}) AS TEXT) AS rows_about, 'of the file: ' || ${bytes} AS bytes`,
  );
  return each.join('\nUNION ALL ');
};

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-allocation-units-transact-sql */
export const mssqlSizes: Sizes = (tables) =>
  [
    "SELECT SCHEMA_NAME(o.schema_id) + N'.' + o.name AS name,\n",
    '    CONVERT(nvarchar(20), SUM(CASE WHEN p.index_id IN (0, 1) AND a.type = 1 THEN p.rows ELSE 0 END)) AS rows_about,\n',
    '    CONVERT(nvarchar(20), SUM(a.total_pages) * 8192) AS bytes\n',
    '  FROM sys.objects o JOIN sys.partitions p ON p.object_id = o.object_id\n',
    '    JOIN sys.allocation_units a ON a.container_id = p.partition_id\n',
    `  WHERE ${among(tables, 'SCHEMA_NAME(o.schema_id)', 'SCHEMA_NAME()', 'o.name', mssqlToken)}\n`,
    '  GROUP BY o.schema_id, o.name\n  ORDER BY 1',
  ].join('');

/** As of the last time that statistics were gathered: https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_TABLES.html */
export const oracleSizes: Sizes = (tables) =>
  [
    `SELECT owner || '.' || table_name AS name, NVL(TO_CHAR(num_rows), ${quoted(unknown)}) AS rows_about,\n`,
    `    NVL(TO_CHAR(num_rows * avg_row_len), ${quoted(unknown)}) AS bytes\n  FROM all_tables\n`,
    `  WHERE ${among(tables, 'owner', "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')", 'table_name', quoted)}\n  ORDER BY 1`,
  ].join('');
