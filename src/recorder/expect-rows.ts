/** `expectRows` as revisions write it: what it may be, and which SQL it may stand beside. */

import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import type { RowRange } from '../schema/row-range.ts';
import { isSeveral, outerWords } from './several.ts';

/** How many rows a data statement is to touch, both ends counted. */
export type ExpectRows = number | { readonly min?: number; readonly max?: number };

declare module 'knex' {
  namespace Knex {
    interface QueryBuilder {
      /** How many rows the statement must touch; another number undoes its transaction when the script runs. */
      expectRows(rows: ExpectRows): this;
    }
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function rangeOf(given: ExpectRows): RowRange | undefined {
  if (isCount(given)) return { min: given, max: given };
  if (typeof given !== 'object' || given === null) return undefined;
  const { min = 0, max, ...others } = given;
  if (Object.keys(others).length > 0 || !isCount(min)) return undefined;
  if (max === undefined) return given.min === undefined ? undefined : { min };
  return isCount(max) && min <= max ? { min, max } : undefined;
}

const verbs = String.raw`(?:insert|update|delete|merge|replace)\b`;
const dataStatement = new RegExp(String.raw`^\s*(?:${verbs}|with\b[^;]*?\b${verbs})`, 'i');

/** Throws unless `sql` is one statement whose rows every engine counts. */
export function expectedRows(given: ExpectRows, sql: string, { title }: Pick<Dialect, 'title'>): RowRange {
  const range = rangeOf(given);
  if (range === undefined) {
    throw new MigratorError(
      'bad-argument',
      'expectRows is a number of rows, or { min, max } with one of them at least',
      {
        hint: 'Write expectRows: 3, or expectRows: { min: 1, max: 5 }.',
      },
    );
  }
  const only = 'expectRows is for one insert, update, delete, merge or replace';
  if (!dataStatement.test(outerWords(sql))) {
    throw new MigratorError('expect-rows', `${only}: ${title} counts no rows for other SQL`, {
      hint: 'Leave expectRows out, or declare it at the statement that changes rows.',
    });
  }
  if (isSeveral(sql)) {
    throw new MigratorError('expect-rows', `${only}, and this text holds more`, {
      hint: 'Give each statement an op.execute of its own.',
    });
  }
  return range;
}
