/** Numbers given as text, and the limits of integer columns. */

import type { Column } from '../schema/table.ts';
import { unrepresentable } from './unrepresentable.ts';

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

/** The text when it is a number of that kind, leading zeros dropped. */
export function numberText(text: string, kind: keyof typeof shapes): string | undefined {
  return shapes[kind].test(text) ? text.replace(/^(-?)0+(?=\d)/, '$1') : undefined;
}

/** Refuses digits beyond what the integer column holds. */
export function checkNumber(
  digits: string,
  target: { readonly kind: string | undefined; readonly column: Column | undefined },
  sizeOf: (sqlType: string) => IntegerSize | undefined,
): void {
  const { kind, column } = target;
  if (kind !== 'integer' || column === undefined) return;
  const sqlType = column.sqlType.toLowerCase();
  const size = sizeOf(sqlType.replace(/[(\s].*$/s, ''));
  if (size === undefined) return;
  const { bits } = size;
  const unsigned = size.unsigned === true || /\bunsigned\b/.test(sqlType) || column.unsigned;
  const low = unsigned ? 0n : -(1n << BigInt(bits - 1));
  const high = (1n << BigInt(unsigned ? bits : bits - 1)) - 1n;
  const value = BigInt(digits);
  if (value < low || value > high)
    throw unrepresentable(`${digits} is not between ${low} and ${high}`, undefined, column);
}
