/** SQLite's spelling of values. */

import type { Column } from '../schema/column.ts';
import { clockBy } from './clock.ts';
import { timeText } from './moment.ts';
import { plainDigits } from './number.ts';
import type { Spelling } from './spelling.ts';
import { codePoints, joined, quoted, stretches, unseen } from './text.ts';

/** `('a' || char(13,10) || 'b')`, in brackets as a default has to be. Expressions nest 1000 deep at most: https://www.sqlite.org/limits.html#max_expr_depth */
export function sqliteText(text: string, special: RegExp = unseen): string {
  const parts = stretches(text, special).flatMap((part) => (part.special ? characters(part.text) : quoted(part.text)));
  const [first = ''] = parts;
  return parts.length === 1 && first.startsWith("'") ? first : `(${joined(parts, ' || ')})`;
}

/** A function takes 127 arguments at most: https://www.sqlite.org/limits.html#max_function_arg */
function characters(text: string): readonly string[] {
  const codes = codePoints(text);
  const calls: string[] = [];
  for (let start = 0; start < codes.length; start += 100)
    calls.push(`char(${codes.slice(start, start + 100).join(',')})`);
  return calls;
}

export type Affinity = 'integer' | 'text' | 'blob' | 'real' | 'numeric';

/** The rules in their order: https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
export function affinityOf({ sqlType }: Column): Affinity {
  const rules: readonly (readonly [RegExp, Affinity])[] = [
    [/int/i, 'integer'],
    [/char|clob|text/i, 'text'],
    [/blob|^\s*$/i, 'blob'],
    [/real|floa|doub/i, 'real'],
  ];
  return rules.find(([shape]) => shape.test(sqlType))?.[1] ?? 'numeric';
}

const widest = 1n << 63n;

/** Integers have 64 bits, but not among reals; everything else is a double: https://www.sqlite.org/datatype3.html */
function isExact(digits: string, column: Column | undefined): boolean {
  const real = column !== undefined && affinityOf(column) === 'real';
  if (!digits.includes('.') && !real) return BigInt(digits) >= -widest && BigInt(digits) < widest;
  const plain = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return plainDigits(Number(digits)) === (/[1-9]/.test(plain) ? plain : '0');
}

/** Whether the nearest double stays the same where the engine reckons a little beside the digits. */
function isFarFromNeighbours(value: number): boolean {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential()) ?? [];
  const digits = BigInt((whole + fraction).padEnd(20, '0'));
  return [digits - 100n, digits + 100n].every((near) => Number(`${sign}${near}e${Number(exponent) - 19}`) === value);
}

const shift = 2 ** 62;
const divisor = '4611686018427387904.0';

/**
 * Versions up to 3.42 read one decimal in some thousands as the double beside the nearest one, and many of the smallest.
 * Seventeen digits leave no doubt, and a division by a power of two is exact. https://www.sqlite.org/floatingpoint.html
 */
function sqliteNumber(text: string, value: number): string {
  if (Number.isSafeInteger(value)) return text;
  if (Math.abs(value) < 1e-290) {
    const near = value * shift * shift * shift;
    return `(${near.toPrecision(17)} / ${divisor} / ${divisor} / ${divisor})`;
  }
  return isFarFromNeighbours(value) ? text : value.toPrecision(17);
}

const numeric = /^[ \t\n\v\f\r]*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[ \t\n\v\f\r]*$/i;

/** Text that looks like a number becomes one in such columns: `007` would be 7. */
function readsAsNumber(text: string, column: Column): boolean {
  if (['text', 'blob'].includes(affinityOf(column)) || !numeric.test(text)) return false;
  return String(Number(text)) !== text;
}

export const sqliteSpelling: Spelling = {
  text: (text) => sqliteText(text),
  boolean: ['1', '0'],
  bytes: (hex) => `x'${hex}'`,
  moment: (moment, { kind }) => {
    if (kind === 'date') return `'${moment.date}'`;
    return kind === 'time' ? `'${timeText(moment)}'` : `'${moment.date} ${timeText(moment)}'`;
  },
  clock: clockBy({ years: [0, 9999], zones: /^$/, digits: Number.POSITIVE_INFINITY, unknown: 'none' }),
  numericDates: true,
  integer: () => ({ bits: 64 }),
  digits: () => undefined,
  exact: isExact,
  readsAsNumber,
  number: sqliteNumber,
};
