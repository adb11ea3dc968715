/** Which types Oracle gives to a column that is there, and to which it must hold no value. */

import type { Column } from '../../schema/column.ts';

type Typed = Pick<Column, 'sqlType' | 'type' | 'computed'>;

/** INTEGER is NUMBER(38), which holds every bigint, and no number that has rows is made shorter. */
export function holdsAlready(known: Pick<Column, 'sqlType'> | undefined, { name }: Column['type']): boolean {
  return /^(?:integer|int|smallint)$/i.test(known?.sqlType ?? '') && /^bigint(?:eger)?$/i.test(name);
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:number|numeric|decimal|dec|integer|int|smallint)\b/, 'number'],
  [/^(?:nchar|nvarchar2|national\b.*)/, 'national text'],
  [/^(?:varchar2?|char|character)\b/, 'text'],
  [/^date\b/, 'date'],
  [/^timestamp\b.* with local time zone\b/, 'local timestamp'],
  [/^timestamp\b.* with time zone\b/, 'timestamp with a zone'],
  [/^timestamp\b/, 'timestamp'],
  [/^raw\b/, 'raw'],
  [/^binary_float\b/, 'binary_float'],
  [/^binary_double\b/, 'binary_double'],
  [/^boolean\b/, 'boolean'],
];

/** Undefined for types that nothing is said of. */
function kindOf(sqlType: string): string | undefined {
  return kinds.find(([shape]) => shape.test(sqlType))?.[1];
}

/** From the first to the second although there are values; of what is not named here the manual says nothing. */
const convertible: ReadonlySet<string> = new Set([
  'date > timestamp',
  'date > local timestamp',
  'local timestamp > date',
  'local timestamp > timestamp',
  'timestamp > local timestamp',
]);

interface Digits {
  readonly whole: number;
  readonly fraction: number;
}

/** Undefined: a NUMBER that takes every digit. https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html */
function digitsOf(sqlType: string): Digits | undefined {
  const [, word, precision, scale = '0'] = /^(\w+)\s*(?:\(\s*(\d+|\*)\s*(?:,\s*(-?\d+)\s*)?\))?/.exec(sqlType) ?? [];
  if (precision === undefined && word === 'number') return undefined;
  const all = precision === undefined || precision === '*' ? 38 : Number(precision);
  return { whole: all - Number(scale), fraction: Number(scale) };
}

function losesDigits(from: string, to: string): boolean {
  const [old, next] = [digitsOf(from), digitsOf(to)];
  if (next === undefined) return false;
  return old === undefined || next.whole < old.whole || next.fraction < old.fraction;
}

function secondDigits(sqlType: string): number {
  return Number(/^timestamp\s*\(\s*(\d)\s*\)/.exec(sqlType)?.[1] ?? 6);
}

/**
 * Whether the column must be empty, however small its values are: another kind of type (ORA-01439), fewer digits before or behind
 * the point (ORA-01440), fewer digits of a second (ORA-30082).
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html, modify_col_properties;
 * https://docs.oracle.com/en/error-help/db/ora-01440/
 */
export function needsEmpty(from: Typed, to: Typed): boolean {
  const [old, next] = [from, to].map(({ sqlType }) => sqlType.trim().toLowerCase()) as [string, string];
  if (old === next || from.computed !== undefined || holdsAlready(from, to.type)) return false;
  const [kind, other] = [kindOf(old), kindOf(next)];
  if (kind === undefined || other === undefined) return false;
  if (kind !== other) return !convertible.has(`${kind} > ${other}`);
  if (kind === 'number') return losesDigits(old, next);
  return /timestamp/.test(kind) && secondDigits(next) < secondDigits(old);
}
