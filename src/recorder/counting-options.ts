/** How a sequence counts, as revisions say it. */

import { MigratorError } from '../errors.ts';
import type { Counting } from '../schema/counting.ts';

export interface CountingOptions {
  readonly start?: number | bigint | string;
  readonly increment?: number | bigint | string;
  readonly minValue?: number | bigint | string;
  readonly maxValue?: number | bigint | string;
  readonly cache?: number | bigint | string;
  readonly cycle?: boolean;
}

/** A whole number as its digits. Throws `bad-argument`. */
export function wholeNumber(value: unknown, what: string): string {
  const text = String(value);
  const exact = typeof value !== 'number' || Number.isSafeInteger(value);
  if (exact && /^-?\d+$/.test(text)) return BigInt(text).toString();
  throw new MigratorError('bad-argument', `${what} is ${text}, which is no whole number`, {
    hint: 'Give a whole number; as text or bigint when it has more than 15 digits.',
  });
}

const numbers = ['start', 'increment', 'minValue', 'maxValue', 'cache'] as const;

export function countingOf(options: CountingOptions): Counting {
  const digits = numbers.flatMap((name) =>
    options[name] === undefined ? [] : [[name, wholeNumber(options[name], name)] as const],
  );
  return { ...Object.fromEntries(digits), ...(options.cycle === undefined ? {} : { cycle: options.cycle }) };
}
