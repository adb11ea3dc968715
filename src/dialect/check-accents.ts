/** How each database counts, in the few words in which they differ. */

import type { Name } from '../schema/name.ts';
import type { CheckAccent } from './check-accent.ts';
import { kindOf } from './column-kind.ts';
import { mssqlSpelling } from './literal-mssql.ts';
import { mysqlSpelling } from './literal-mysql.ts';
import { oracleSpelling } from './literal-oracle.ts';
import { postgresSpelling } from './literal-postgres.ts';
import { redshiftSpelling } from './literal-redshift.ts';
import { sqliteSpelling } from './literal-sqlite.ts';
import { changedInMssql } from './mssql/changed.ts';
import { changedInMysql } from './mysql/changed.ts';
import { needsEmpty } from './oracle/changed.ts';
import { changedInPostgres, unreadInPostgres } from './postgres/changed.ts';
import { collationName } from './postgres/words.ts';
import { changedInRedshift } from './redshift/changed.ts';
import { changedInSqlite } from './sqlite/changed.ts';

const piped = (parts: readonly string[]): string => parts.join(' || ');
const limited = (what: string, rest: string): string => `SELECT ${what} ${rest} LIMIT 1`;
const left = (text: string): string => `LEFT(${text}, 60)`;

const named = (parts: readonly string[], quote: (name: string) => string): string => parts.map(quote).join('.');
const spelledName = ({ schema, name }: Name, quote: (name: string) => string): string =>
  named(schema === undefined ? [name] : [schema, name], quote);

function notAmong(name: string, known: readonly string[], text: (value: string) => string): string {
  return known.length === 0 ? '' : ` AND ${name} NOT IN (${known.map(text).join(', ')})`;
}

/** Types among which the engine casts by itself, and refuses what is too long. */
const varying = /^(?:varchar|character varying|text)\b/i;

const likePostgres: CheckAccent = {
  text: (sql) => `${sql}::text`,
  cut: left,
  joined: piped,
  first: limited,
  size: (sql) => `char_length(${sql})`,
  cuts: (from, to) => !(varying.test(from) && varying.test(to)),
  changed: changedInPostgres,
  unread: unreadInPostgres,
  collation: (name, quote) => collationName(name, { quote }),
  number: (sql, { sqlType }) => (/^money\b/i.test(sqlType) ? `${sql}::numeric` : sql),
  spelling: postgresSpelling,
};

export const postgresChecks: CheckAccent = {
  ...likePostgres,
  partition: ({ schema }, partition, quote) => named(schema === undefined ? [partition] : [schema, partition], quote),
  there: (table, column, { quote, text }) => {
    const which = `to_regclass(${text(spelledName(table, quote))})`;
    if (column === undefined) return `SELECT COUNT(*) FROM pg_class WHERE oid = ${which}`;
    return `SELECT COUNT(*) FROM pg_attribute WHERE attrelid = ${which} AND attname = ${text(column)} AND NOT attisdropped`;
  },
  strangers: (schema, known, text) => {
    const of = `n.nspname = ${text(schema)} AND c.relkind IN ('r', 'p', 'v', 'm', 'f')${notAmong('c.relname', known, text)}`;
    const whole = 'NOT EXISTS (SELECT 1 FROM pg_inherits WHERE inhrelid = c.oid)';
    return ['c.relname', `FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${of} AND ${whole}`];
  },
};

export const cockroachChecks: CheckAccent = { ...likePostgres, cuts: () => true };

export const redshiftChecks: CheckAccent = {
  text: (sql) => `CAST(${sql} AS varchar)`,
  cut: left,
  joined: piped,
  first: limited,
  size: (sql, unit) => (unit === 'bytes' ? `octet_length(${sql})` : `char_length(${sql})`),
  // https://docs.aws.amazon.com/redshift/latest/dg/t_Defining_constraints.html
  trustsKeys: true,
  changed: changedInRedshift,
  spelling: redshiftSpelling,
};

export const mysqlChecks: CheckAccent = {
  text: (sql) => `CAST(${sql} AS char)`,
  cut: left,
  joined: (parts) => `CONCAT(${parts.join(', ')})`,
  first: limited,
  hex: (sql) => `HEX(${sql})`,
  size: (sql, unit) => (unit === 'bytes' ? `LENGTH(${sql})` : `CHAR_LENGTH(${sql})`),
  // https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html
  fillsColumns: (column) => {
    const kind = kindOf(column);
    if (kind === 'text') return /^enum\b/i.test(column.sqlType) ? undefined : "''";
    return kind === 'integer' || kind === 'decimal' || kind === 'float' ? '0' : undefined;
  },
  changed: changedInMysql,
  partition: (table, partition, quote) => `${spelledName(table, quote)} PARTITION (${quote(partition)})`,
  there: ({ schema, name }, column, { text }) => {
    const place = schema === undefined ? 'DATABASE()' : text(schema);
    const named = `table_schema = ${place} AND table_name = ${text(name)}`;
    if (column === undefined) return `SELECT COUNT(*) FROM information_schema.tables WHERE ${named}`;
    return `SELECT COUNT(*) FROM information_schema.columns WHERE ${named} AND column_name = ${text(column)}`;
  },
  strangers: (schema, known, text) => [
    'table_name',
    `FROM information_schema.tables WHERE table_schema = ${text(schema)}${notAmong('table_name', known, text)}`,
  ],
  spelling: mysqlSpelling,
};

export const sqliteChecks: CheckAccent = {
  text: (sql) => `CAST(${sql} AS text)`,
  cut: (text) => `substr(${text}, 1, 60)`,
  joined: piped,
  first: limited,
  hex: (sql) => `hex(${sql})`,
  changed: changedInSqlite,
  collation: (name, quote) => quote(name),
  spelling: sqliteSpelling,
};

export const mssqlChecks: CheckAccent = {
  text: (sql) => `CAST(${sql} AS nvarchar(4000))`,
  cut: left,
  joined: (parts) => `CONCAT(${parts.join(', ')})`,
  first: (what, rest) => `SELECT TOP (1) ${what} ${rest}`,
  // https://learn.microsoft.com/sql/t-sql/functions/count-transact-sql
  counted: 'COUNT_BIG(*)',
  hex: (sql) => `CONVERT(varchar(120), ${sql}, 2)`,
  size: (sql, unit) =>
    unit === 'UTF-16 units' ? `DATALENGTH(CAST(${sql} AS nvarchar(max))) / 2` : `DATALENGTH(${sql})`,
  changed: changedInMssql,
  there: (table, column, { quote, text }) => {
    const which = `OBJECT_ID(${text(spelledName(table, quote))})`;
    if (column === undefined) return `SELECT COUNT(*) FROM sys.objects WHERE object_id = ${which}`;
    return `SELECT COUNT(*) FROM sys.columns WHERE object_id = ${which} AND name = ${text(column)}`;
  },
  spelling: mssqlSpelling,
};

export const oracleChecks: CheckAccent = {
  text: (sql) => `TO_CHAR(${sql})`,
  cut: (text) => `SUBSTR(${text}, 1, 60)`,
  joined: piped,
  // FETCH FIRST since 12.1: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SELECT.html
  first: (what, rest) => `SELECT found FROM (SELECT ${what} AS found ${rest}) WHERE ROWNUM = 1`,
  hex: (sql) => `RAWTOHEX(${sql})`,
  size: (sql, unit) => (unit === 'bytes' ? `LENGTHB(${sql})` : `LENGTH(${sql})`),
  partNulls: true,
  needsEmpty,
  one: 'SELECT 1 FROM DUAL',
  partition: (table, partition, quote) => `${spelledName(table, quote)} PARTITION (${quote(partition)})`,
  there: ({ schema, name }, column, { text }) => {
    const owner = schema === undefined ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')" : text(schema);
    const named = `owner = ${owner} AND table_name = ${text(name)}`;
    if (column === undefined) return `SELECT COUNT(*) FROM all_tables WHERE ${named}`;
    return `SELECT COUNT(*) FROM all_tab_columns WHERE ${named} AND column_name = ${text(column)}`;
  },
  spelling: oracleSpelling,
};
