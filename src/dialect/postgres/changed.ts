/** Which values come out of a cast as others, for PostgreSQL and its relatives. */

import type { Column } from '../../schema/column.ts';
import type { Changing, CheckAccent } from '../check-accent.ts';
import { type ColumnKind, kindOf } from '../column-kind.ts';

/** The words for a number with a sequence are no types: https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL */
function typeOf({ sqlType }: Column): string {
  const [whole, size = ''] = /^(small|big)?serial$/i.exec(sqlType) ?? [];
  return whole === undefined ? sqlType : `${size}int`.replace(/^int$/, 'integer');
}

const isMoney = ({ sqlType }: Column): boolean => /^money\b/i.test(sqlType);

/** From and back again, and the same in the end. */
const returning = new Set([
  'float integer',
  'float decimal',
  'timestamp timestamp',
  'time time',
  'interval time',
  'interval interval',
  'integer boolean',
  'decimal boolean',
  'float boolean',
  'bits bits',
  'bits integer',
  'integer bits',
]);

const numbers: readonly ColumnKind[] = ['integer', 'decimal', 'float'];

/** Codes such as `007`. */
const padded = (sql: string): string => `${sql}::text ~ '^ *[-+]?0[0-9]'`;

const isInt4 = (column: Column): boolean => /^(?:int|int4|integer)$/i.test(typeOf(column).trim());

/** Only `integer` is cast to boolean and back: https://www.postgresql.org/docs/current/datatype-boolean.html */
export function castTo(sql: string, from: Column | undefined, to: Column): string {
  const [old, now] = [from === undefined ? 'other' : kindOf(from), kindOf(to)];
  if (from !== undefined && now === 'boolean' && numbers.includes(old) && !isInt4(from)) return `(${sql} <> 0)`;
  if (old === 'boolean' && numbers.includes(now) && !isInt4(to)) return `${sql}::integer::${typeOf(to)}`;
  return `${sql}::${typeOf(to)}`;
}

/** A cast that fails breaks off whatever asks. */
export const unreadInPostgres: NonNullable<CheckAccent['unread']> = (sql, from, to, { low, high }) => {
  if (kindOf(from) !== 'text' || kindOf(to) !== 'integer') return undefined;
  const within = `${sql}::text::numeric NOT BETWEEN ${low} AND ${high}`;
  return `CASE WHEN ${sql}::text ~ '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$' THEN ${within} ELSE ${sql} IS NOT NULL END`;
};

/** What there are casts to, apart from text; kinds that are not here are not told apart enough: https://www.postgresql.org/docs/current/catalog-pg-cast.html */
const casts: Readonly<Partial<Record<ColumnKind, readonly ColumnKind[]>>> = {
  integer: [...numbers, 'boolean'],
  decimal: [...numbers, 'boolean'],
  float: [...numbers, 'boolean'],
  boolean: numbers,
  json: [...numbers, 'boolean'],
  date: ['timestamp'],
  timestamp: ['date', 'time'],
  time: ['interval'],
  interval: ['time'],
  uuid: [],
};

/** The engine has no cast at all, however it is said. */
export function lacksCast(from: Column, to: Column): boolean {
  const [old, next] = [kindOf(from), kindOf(to)];
  return old !== next && casts[next] !== undefined && casts[old]?.includes(next) === false;
}

export const changedInPostgres: Changing = (sql, from, to) => {
  const next = castTo(sql, from, to);
  const pair = `${kindOf(from)} ${kindOf(to)}`;
  const returns = `${castTo(next, to, from)} <> ${sql}`;
  if (returning.has(pair)) return returns;
  if (isMoney(to)) return kindOf(from) === 'text' || isMoney(from) ? undefined : `${next}::numeric <> ${sql}`;
  switch (pair) {
    case 'float float':
      // by the shortest digits: 0.1 is as good in four bytes as in eight
      return `${next}::text::${typeOf(from)} <> ${sql}`;
    case 'integer float':
    case 'decimal float':
      return `${next}::text::numeric <> ${sql}`;
    case 'json integer':
    case 'json decimal':
      return `${next} <> ${sql}::numeric`;
    case 'text integer':
      return `${next}::text <> btrim(${sql}::text)`;
    case 'text decimal':
      return `${next} <> ${sql}::numeric OR ${padded(sql)}`;
    case 'text float':
      return `${next}::text::numeric <> ${sql}::numeric OR ${padded(sql)}`;
    case 'text date':
    case 'text timestamp':
      // which reads the time of day and the zone, too
      return `${next} <> ${sql}::timestamptz`;
    case 'text time':
      return `${next} <> ${sql}::time OR ${sql}::text ~ '[-+/]'`;
    case 'timestamp time':
      return `${sql} IS NOT NULL`;
    case 'array array':
      return arraysReturn(from, to) ? returns : undefined;
    default:
      return undefined;
  }
};

const comparable = new Set(['integer', 'decimal', 'float', 'timestamp', 'time', 'date']);

function arraysReturn(from: Column, to: Column): boolean {
  const [old, next] = [from, to].map(({ sqlType }) => {
    const item = sqlType.replace(/\s*(?:\[\d*\]\s*)+$/, '');
    return kindOf({ ...from, sqlType: item, type: { name: item, args: [] } });
  });
  return old === next && comparable.has(old!);
}
