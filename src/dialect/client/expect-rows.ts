/** What every client says of a statement that touched other rows than its revision expects. */

import { type RowRange, showRange } from '../../schema/row-range.ts';
import type { Entry } from '../client.ts';
import { transactionUndone, undone } from './words.ts';

/** The number that was found comes next. */
export function unexpected({ revision }: Entry, range: RowRange, word: string = undone): string {
  return `${word}: revision ${revision} expected ${showRange(range)} and this statement touched `;
}

export const hintWhere = (happened: string): string =>
  `${happened} Look at the rows that the statement would touch, and mend them or the revision.`;

export const unexpectedHint: string = hintWhere(transactionUndone);

/** SQL that holds where the number is as expected. */
export function isExpected(count: string, { min, max }: RowRange): string {
  if (max === undefined) return `${count} >= ${min}`;
  return min === max ? `${count} = ${min}` : `${count} BETWEEN ${min} AND ${max}`;
}

export const isUnexpected = (count: string, range: RowRange): string => `NOT (${isExpected(count, range)})`;
