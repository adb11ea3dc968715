/** What rows must say so that an engine takes them. */

import { kindOf } from '../dialect/column-kind.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError } from '../errors.ts';
import { fillsItself } from '../operation/check.ts';
import { isWatched } from '../operation/watched.ts';
import type { Column } from '../schema/column.ts';
import type { Name } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import { columnsInForce, type Table } from '../schema/table.ts';

export interface Needed {
  /** Throws `unrepresentable`: the column takes no NULL. */
  refuseNull(column: string, value: unknown, position: number): void;
  /** The same of a column that the row leaves out, and nothing fills. */
  refuseAbsent(columns: readonly string[], position: number): void;
}

/** A type that an author spells may say it all. */
const filledByType = /\b(?:default|generated|identity|auto_?increment|as)\b/i;

/** Nothing but the row gives it a value when it is told NULL. */
function takesNoNull(column: Column, table: Table, { fills }: Dialect['insert']): boolean {
  const { default: _, ...bare } = column;
  const isFilled = fillsItself(bare) || filledByType.test(column.sqlType) || fills?.(column, table) === true;
  return !isFilled && kindOf(column) !== 'other';
}

const refused = (position: number, column: string, why: string, hint: string): MigratorError =>
  new MigratorError('unrepresentable', `row ${position}, column ${column}: ${why}`, { hint });

/** Nothing is needed where a trigger may fill the rows. */
export function neededIn(name: Name, schema: Schema, { insert, emptyTextIsNull, title }: Dialect): Needed {
  const table = isWatched(name, schema) ? undefined : tableOf(schema, name);
  const strict = table === undefined ? [] : columnsInForce(table).filter((one) => takesNoNull(one, table, insert));
  const notNull = new Set(strict.map((column) => column.name));
  const needed = strict.filter((column) => column.default === undefined).map((column) => column.name);
  return {
    refuseNull(column, value, position) {
      const isEmpty = value === '' && emptyTextIsNull === true;
      if ((value !== null && !isEmpty) || !notNull.has(column)) return;
      const why = isEmpty ? `, and ${title} takes an empty text for one` : '';
      throw refused(position, column, `the column takes no NULL${why}`, 'Give the row a value.');
    },
    refuseAbsent(columns, position) {
      const absent = needed.find((column) => !columns.includes(column));
      if (absent === undefined) return;
      const why = 'the row leaves it out, and the column has no default and takes no NULL';
      throw refused(position, absent, why, 'Give the row a value, or the column a default.');
    },
  };
}
