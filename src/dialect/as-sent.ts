/**
 * A migration's values reach the database as knex's drivers send them, whatever their columns are. Where that makes no
 * difference they are spelled by their columns; the rest is here.
 */

import type { Column } from '../schema/column.ts';
import type { ColumnKind } from './column-kind.ts';
import type { Dialect } from './dialect.ts';
import { sqlTypeOf } from './sql-type.ts';
import { quoted } from './text.ts';

type Untyped = NonNullable<Dialect['untypedByKnex']>;
type ReadAnyway = NonNullable<Dialect['readsAnyway']>;

/** node-postgres sends text, which has no type yet, as a quoted literal has none: https://www.postgresql.org/docs/current/typeconv-overview.html */
export const parameterOfPg: NonNullable<Dialect['parameter']> = (value) =>
  typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? quoted(String(value))
    : undefined;

const offset = /\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:z|[+-]\d\d(?::?\d\d)?)$/i;

const isZoned = (column: Column): boolean => /tz|with time zone/.test(sqlTypeOf(column).name);

/** An empty array is `{}` for the driver; where a type has no zone PostgreSQL does not read one. */
export const untypedByPg: Untyped = (value, kind, column) => {
  if (kind === 'json') return Array.isArray(value) && value.length === 0;
  return (
    typeof value === 'string' && (kind === 'date' || kind === 'timestamp') && !isZoned(column) && offset.test(value)
  );
};

/** The driver writes numbers and truth values without quotes, and the number of an enum's value is not its text: https://dev.mysql.com/doc/refman/8.0/en/enum.html#enum-indexes */
export const untypedByMysql2: Untyped = (value, kind) =>
  (kind === 'text' || kind === 'json') && (typeof value === 'number' || typeof value === 'boolean');

/** Both drivers bind the milliseconds since 1970: https://github.com/TryGhost/node-sqlite3/wiki/API#databaserunsql-param--callback */
export const sentToSqlite3: NonNullable<Dialect['sentByKnex']> = (value) => {
  if (value instanceof Date) return value.getTime();
  // https://www.sqlite.org/c3ref/bind_blob.html takes NaN for NULL
  return value === undefined || Number.isNaN(value) ? null : value;
};

/** Any column holds any value: https://www.sqlite.org/datatype3.html */
export const untypedBySqlite3: Untyped = (value, kind) =>
  typeof value === 'object' ? value instanceof Uint8Array : typeof value !== 'string' || kind !== 'text';

const number = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i;
const whole = /^\s*[-+]?\d+\s*$/;

/** A number that only its blanks or its exponent keep from being plain. */
const isOdd = (text: string, shape: RegExp): boolean => shape.test(text) && /[\se]/i.test(text);

const namedMoment = /^\s*(?:now|today|tomorrow|yesterday|epoch|allballs|[-+]?infinity)\s*$/i;

const someDay = /\d{4}|\d\W+(?:\d+|[a-z]{3,})\W+\d/i;

const textsOfPostgres: Partial<Readonly<Record<ColumnKind, (text: string) => boolean>>> = {
  integer: (text) => isOdd(text, whole),
  decimal: (text) => isOdd(text, number),
  float: (text) => isOdd(text, number),
  // https://www.postgresql.org/docs/current/datatype-boolean.html
  boolean: (text) => /^\s*(?:t|tr|tru|true|f|fa|fal|fals|false|y|ye|yes|n|no|on|of|off|1|0)\s*$/i.test(text),
  // https://www.postgresql.org/docs/current/datatype-datetime.html
  date: (text) => someDay.test(text) || namedMoment.test(text),
  time: (text) => /\d:\d/.test(text) || namedMoment.test(text),
  timestamp: (text) => someDay.test(text) || namedMoment.test(text),
  interval: (text) => /\d/.test(text),
  // https://www.postgresql.org/docs/current/datatype-uuid.html
  uuid: (text) => /^\{?(?:[\da-f]{4}-?){7}[\da-f]{4}\}?$/i.test(text),
  // https://www.postgresql.org/docs/current/datatype-binary.html
  binary: () => true,
};

export const readByPostgres: ReadAnyway = (value, kind) => {
  if (typeof value === 'string') return textsOfPostgres[kind]?.(value) === true;
  if (typeof value === 'bigint') return kind === 'float' || kind === 'interval';
  if (typeof value !== 'number') return Array.isArray(value) && kind === 'text';
  if (kind === 'float' || kind === 'interval' || kind === 'text') return true;
  return Number.isNaN(value)
    ? kind === 'decimal'
    : !Number.isFinite(value) && (kind === 'date' || kind === 'timestamp');
};

const momentOfMysql = (text: string): boolean => /^\d[\d\s:./T-]*$/i.test(text);

const textsOfMysql: Partial<Readonly<Record<ColumnKind, (text: string, column: Column) => boolean>>> = {
  integer: (text) => isOdd(text, number),
  decimal: (text) => isOdd(text, number),
  float: (text) => isOdd(text, number),
  boolean: (text) => number.test(text),
  // https://dev.mysql.com/doc/refman/8.0/en/date-and-time-literals.html
  date: momentOfMysql,
  time: momentOfMysql,
  timestamp: momentOfMysql,
  uuid: (_, column) => /char|text/.test(sqlTypeOf(column).name),
};

export const readByMysql: ReadAnyway = (value, kind, column) => {
  if (typeof value === 'string') return textsOfMysql[kind]?.(value, column) === true;
  if (typeof value === 'number') return kind === 'boolean' && Math.abs(value) < 128;
  return value instanceof Uint8Array && kind === 'text';
};
