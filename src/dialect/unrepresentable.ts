/** The refusal of a value that a dialect cannot hold, or not as it is. */

import { MigratorError } from '../errors.ts';
import type { Column } from '../schema/column.ts';
import type { Target } from './target.ts';

const where = (column: Column | undefined): string =>
  column === undefined ? '' : ` (column ${column.name}, ${column.sqlType})`;

export function unrepresentable(what: string, hint?: string, column?: Column): MigratorError {
  return new MigratorError('unrepresentable', `this value cannot be written as SQL: ${what}${where(column)}`, {
    hint: hint ?? 'give a value that the database can hold, or spell it yourself with raw SQL',
  });
}

/** What the database would keep of it is something near. */
export function rounded(what: string, hint: string | undefined, { column, rounds }: Target): void {
  if (rounds === undefined || column === undefined) throw unrepresentable(what, hint, column);
  rounds(what, column);
}
