/** Numbers as digits, and the limits of the columns that hold them. */

import type { Column } from '../schema/column.ts';
import type { SqlType } from './sql-type.ts';
import { sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { rounded, unrepresentable } from './unrepresentable.ts';

const shapes: Readonly<Record<'integer' | 'decimal' | 'float', RegExp>> = {
  integer: /^-?\d+$/,
  /** Without an exponent: engines read one as a floating-point number, which loses digits. */
  decimal: /^-?\d+(\.\d+)?$/,
  float: /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
};

export interface IntegerSize {
  readonly bits: number;
  readonly unsigned?: true;
}

/** Of `decimal(8, 2)`: eight digits, two of them after the point. */
export interface Digits {
  readonly precision: number;
  readonly scale: number;
}

/** The usual widths; a dialect overrides what it counts otherwise. */
export const integerSizes: Readonly<Record<string, IntegerSize>> = {
  tinyint: { bits: 8 },
  smallint: { bits: 16 },
  int2: { bits: 16 },
  smallserial: { bits: 16 },
  mediumint: { bits: 24 },
  int: { bits: 32 },
  integer: { bits: 32 },
  int4: { bits: 32 },
  serial: { bits: 32 },
  bigint: { bits: 64 },
  int8: { bits: 64 },
  bigserial: { bits: 64 },
};

/** Digits as the type's arguments say; `bare` knows the types that have a default of their own. */
export function digitsBy(bare: Readonly<Record<string, Digits>>): (type: SqlType) => Digits | undefined {
  return ({ name, args }) => {
    const word = name.replace(/ .*$/, '');
    const [precision, scale = '0'] = args;
    if (precision === undefined) return bare[word];
    if (!/^(decimal|dec|numeric|number|fixed)$/.test(word)) return undefined;
    return { precision: precision === '*' ? 38 : Number(precision), scale: Number(scale) };
  };
}

/** The text when it is a number of that kind, leading zeros dropped. */
export function numberText(text: string, kind: keyof typeof shapes): string | undefined {
  return shapes[kind].test(text) ? text.replace(/^(-?)0+(?=\d)/, '$1') : undefined;
}

/** A finite number in digits alone, `0.00000015` for 1.5e-7. */
export function plainDigits(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(value)) ?? [];
  return exponent === undefined ? String(value) : `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${fraction}`;
}

/** Refuses whole numbers beyond what the integer column holds. */
export function checkInteger(
  digits: string,
  column: Column,
  sizeOf: (sqlType: string, column: Column) => IntegerSize | undefined,
): void {
  const sqlType = column.sqlType.toLowerCase();
  const size = sizeOf(sqlType.replace(/[(\s].*$/s, ''), column);
  if (size === undefined) return;
  const { bits, unsigned } = size;
  const value = BigInt(digits);
  const kept = unsigned ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
  if (kept === value) return;
  const low = unsigned ? 0n : -(1n << BigInt(bits - 1));
  const high = (1n << BigInt(unsigned ? bits : bits - 1)) - 1n;
  throw unrepresentable(`${digits} is not between ${low} and ${high}`, undefined, column);
}

/** Digits that a column of a declared precision and scale would round, or not hold. */
export function checkDigits(number: string, target: Target, digitsOf: (type: SqlType) => Digits | undefined): void {
  const { column } = target;
  const kept = column && digitsOf(sqlTypeOf(column));
  if (kept === undefined) return;
  const { precision, scale } = kept;
  const [written = '', fraction = ''] = number
    .replace('-', '')
    .replace(/(\.\d*?)0+$/, '$1')
    .split('.');
  const whole = written.padStart(1 - scale, '0');
  const digits = whole + fraction.padEnd(scale, '0');
  const dropped = digits.slice(whole.length + scale);
  if (/[1-9]/.test(dropped)) {
    rounded(
      `${number} would be rounded, the column keeps ${scale} digits after the point`,
      'round it yourself',
      target,
    );
  }
  const stored = BigInt(digits.slice(0, whole.length + scale)) + (/^[5-9]/.test(dropped) ? 1n : 0n);
  if (stored >= 10n ** BigInt(precision)) {
    throw unrepresentable(
      `${number} has more than ${precision - scale} digits before the point`,
      'widen the column',
      column,
    );
  }
}
