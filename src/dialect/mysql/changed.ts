/** Which values MySQL and MariaDB make others of when a type changes. Their CAST knows few types: https://dev.mysql.com/doc/refman/8.0/en/cast-functions.html */

import type { Column } from '../../schema/column.ts';
import type { Changing } from '../check-accent.ts';
import { type ColumnKind, kindOf } from '../column-kind.ts';
import { mysqlSpelling } from '../literal-mysql.ts';
import { sizeArg, sqlTypeOf } from '../sql-type.ts';

const isSingle = (column: Column): boolean => sqlTypeOf(column).name.startsWith('float');
const scaleOf = (column: Column): number => mysqlSpelling.digits(sqlTypeOf(column))?.scale ?? 0;
const widest = (sql: string, scale = 30): string => `CAST(${sql} AS decimal(65, ${scale}))`;
const asDouble = (sql: string): string => `${sql} + 0e0`;

/** A number as it is written without anything to spare, `007` is none. */
const wholeShape = "'^-?(0|[1-9][0-9]*)$'";
const numberShape = "'^[-+]?(0|[1-9][0-9]*)?([.][0-9]*)?([eE][-+]?[0-9]+)?$'";
const shapedOtherwise = (sql: string, shape: string): string => `${sql} NOT REGEXP ${shape}`;

/** The engine shows six digits of a FLOAT. */
const sixDigits = (sql: string): string => `ROUND(${sql}, 5 - FLOOR(LOG10(ABS(${sql}))))`;
const farther = (sql: string, other: string, share: string): string =>
  `ABS(${sql} - ${other}) > ABS(${sql}) * ${share}`;

/** Half of what lies between a FLOAT and the next. */
const oneFloat = '6e-8';

function fromFloat(sql: string, from: Column, to: Column): string {
  const rounded = `ROUND(${sql}, ${kindOf(to) === 'decimal' ? scaleOf(to) : 0})`;
  return isSingle(from) ? farther(sql, rounded, oneFloat) : `${sql} <> ${rounded}`;
}

function toFloat(sql: string, from: Column, to: Column): string | undefined {
  if (isSingle(to)) return isSingle(from) ? undefined : farther(sql, sixDigits(sql), '1e-12');
  return kindOf(from) === 'float' ? undefined : `${widest(asDouble(sql), scaleOf(from))} <> ${sql}`;
}

function textToDecimal(sql: string, to: Column): string {
  return `${shapedOtherwise(sql, numberShape)} OR ${widest(sql)} <> ROUND(${widest(sql)}, ${scaleOf(to)})`;
}

function textToFloat(sql: string, to: Column): string {
  const shape = shapedOtherwise(sql, numberShape);
  return isSingle(to) ? shape : `${shape} OR ${widest(asDouble(sql))} <> ${widest(sql)}`;
}

/** With so many digits of a second as the type has. */
function momentOf(sql: string, to: Column): string {
  const kind = kindOf(to);
  const word = kind === 'timestamp' ? 'datetime' : kind;
  return `CAST(${sql} AS ${kind === 'date' ? word : `${word}(${sizeArg(sqlTypeOf(to), 0)})`})`;
}

/** What the engine keeps a value as: `boolean` is a whole number, as `bit` is, and a moment counts as one: 20260101103000.5. */
const numberOf: Readonly<Partial<Record<ColumnKind, 'integer'>>> = { boolean: 'integer', bits: 'integer' };
const moments: readonly ColumnKind[] = ['date', 'timestamp', 'time'];
const numbers: readonly ColumnKind[] = ['integer', 'decimal', 'float'];

function momentToNumber(sql: string, to: Column, kind: ColumnKind): string {
  const number = `(${sql} + 0)`;
  if (kind !== 'float') return `${number} <> ROUND(${number}, ${kind === 'decimal' ? scaleOf(to) : 0})`;
  return isSingle(to) ? farther(number, sixDigits(number), '1e-12') : `${widest(asDouble(number), 6)} <> ${number}`;
}

export const changedInMysql: Changing = (sql, from, to) => {
  const [old, next] = [from, to].map(kindOf).map((kind) => numberOf[kind] ?? kind) as [ColumnKind, ColumnKind];
  if (moments.includes(old) && numbers.includes(next)) return momentToNumber(sql, to, next);
  switch (`${old} ${next}`) {
    case 'float integer':
    case 'float decimal':
      return fromFloat(sql, from, to);
    case 'decimal integer':
      // rounding from number to number is looked for elsewhere
      return numbers.includes(kindOf(to)) ? undefined : fromFloat(sql, from, to);
    case 'integer date':
    case 'decimal date':
    case 'integer time':
    case 'decimal time':
      return `${sql} IS NOT NULL AND COALESCE(${momentOf(sql, to)} + 0 <> ${sql}, TRUE)`;
    case 'integer float':
    case 'decimal float':
    case 'float float':
      return toFloat(sql, from, to);
    case 'float text':
      return isSingle(from) ? farther(sql, `CAST(${sql} AS char)`, oneFloat) : undefined;
    case 'text integer':
      return shapedOtherwise(sql, wholeShape);
    case 'text decimal':
      return textToDecimal(sql, to);
    case 'text float':
      return textToFloat(sql, to);
    case 'text date':
    case 'text timestamp':
      return `${sql} IS NOT NULL AND COALESCE(${momentOf(sql, to)} <> CAST(${sql} AS datetime(6)), TRUE)`;
    case 'text time':
      return `${sql} IS NOT NULL AND (${sql} LIKE '%-%-%' OR COALESCE(${momentOf(sql, to)} <> CAST(${sql} AS time(6)), TRUE))`;
    case 'timestamp timestamp':
    case 'time time':
      return `${momentOf(sql, to)} <> ${sql}`;
    case 'timestamp time':
    case 'date time':
    case 'time date':
      return `${sql} IS NOT NULL`;
    default:
      return undefined;
  }
};
