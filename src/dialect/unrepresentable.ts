/** The refusal of a value that a dialect cannot hold. */

import { MigratorError } from '../errors.ts';
import type { Column } from '../schema/table.ts';

export function unrepresentable(what: string, hint?: string, column?: Column): MigratorError {
  const where = column === undefined ? '' : ` (column ${column.name}, ${column.sqlType})`;
  return new MigratorError('unrepresentable', `this value cannot be written as SQL: ${what}${where}`, {
    hint: hint ?? 'give a value that the database can hold, or spell it yourself with raw SQL',
  });
}
