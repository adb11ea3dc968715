/** SQLite's spelling of values. */

import type { Spelling } from './spelling.ts';
import { codePoints, joined, quoted, stretches, unseen } from './text.ts';

/** `'a' || char(13,10) || 'b'`. Expressions nest 1000 deep at most: https://www.sqlite.org/limits.html#max_expr_depth */
export function sqliteText(text: string): string {
  const parts = stretches(text, unseen).map((part) =>
    part.special ? `char(${codePoints(part.text).join(',')})` : quoted(part.text),
  );
  return parts.length === 1 ? parts[0]! : `(${joined(parts, ' || ')})`;
}

const widest = 1n << 63n;

/** Integers have 64 bits; everything else is a double: https://www.sqlite.org/datatype3.html */
function isExact(digits: string): boolean {
  if (!digits.includes('.')) return BigInt(digits) >= -widest && BigInt(digits) < widest;
  const plain = digits.replace(/\.?0+$/, '');
  return String(Number(digits)) === (plain === '' || plain === '-' ? '0' : plain) || Number(digits) === 0;
}

export const sqliteSpelling: Spelling = {
  text: sqliteText,
  boolean: ['1', '0'],
  bytes: (hex) => `x'${hex}'`,
  moment: ({ date, time }, { kind }) => {
    if (kind === 'date') return `'${date}'`;
    return kind === 'time' ? `'${time}'` : `'${date} ${time}'`;
  },
  years: [0, 9999],
  integer: () => ({ bits: 64 }),
  exact: isExact,
  numericDates: true,
  textualBytes: true,
};
