/** Rows that would be left without the row that they refer to: by a foreign key that comes, or a partition that goes. */

import type { Check } from '../operation/check.ts';
import type { Column } from '../schema/column.ts';
import { showName } from '../schema/name.ts';
import type { SpelledCheck } from './check-accent.ts';
import { quoteName } from './dialect.ts';
import { defaultText } from './lower.ts';
import type { Counting } from './misfit.ts';

/** What the row that refers is called. */
export const row = 'migrator_row';

interface Orphans extends Pick<SpelledCheck, 'loss' | 'noun' | 'of' | 'mend'> {
  readonly where: string;
  readonly column?: string;
}

function isReferred(to: string, same: readonly string[]): string {
  return `EXISTS (SELECT 1 FROM ${to} migrator_other WHERE ${same.join(' AND ')})`;
}

/** What rows that are there get in a new column; undefined where the engine refuses them, or nobody knows. */
function valueIn(column: Column, { literal, checks }: Counting): string | undefined {
  return column.default === undefined ? checks.fillsColumns?.(column) : defaultText(column.default, column, literal);
}

export function orphansOf(
  { table, key, added = [] }: Extract<Check, { counts: 'orphans' }>,
  dialect: Counting,
): readonly Orphans[] {
  const { quote } = dialect;
  const values = new Map(added.map((column) => [column.name, valueIn(column, dialect)]));
  if ([...values.values()].includes(undefined)) return [];
  const other = key.references.table;
  const there = key.columns
    .filter((column) => !values.has(column))
    .map((column) => `${row}.${quote(column)} IS NOT NULL`);
  const same = key.columns.map((column, at) => {
    const value = values.get(column) ?? `${row}.${quote(column)}`;
    return `migrator_other.${quote(key.references.columns[at] ?? column)} = ${value}`;
  });
  const where = [...there, `NOT ${isReferred(quoteName(dialect, other), same)}`].join(' AND ');
  const said = { loss: false, noun: 'row', where };
  const whose = ` of ${showName(table)} whose ${key.columns.join(', ')}`;
  if (added.length > 0) {
    const mend = `The rows have no place for it yet: have the revision fill the column before the key is made, or give ${showName(other)} such a row, and run the script again.`;
    return [{ ...said, of: `${whose} would be what no row of ${showName(other)} has`, mend }];
  }
  const alone = key.columns.length === 1 ? { column: key.columns[0]! } : {};
  return [{ ...said, of: `${whose} no row of ${showName(other)} has`, ...alone }];
}

/** None where no partition can be asked for alone. */
export function referringOf(
  { table, key, partition }: Extract<Check, { counts: 'referring' }>,
  { quote, checks }: Counting,
): readonly Orphans[] {
  const { table: whole, columns } = key.references;
  const part = checks.partition?.(whole, partition, quote);
  if (part === undefined) return [];
  const same = key.columns.map(
    (column, at) => `migrator_other.${quote(columns[at] ?? column)} = ${row}.${quote(column)}`,
  );
  return [
    {
      loss: false,
      noun: 'row',
      of: ` of ${showName(table)} whose ${key.columns.join(', ')} a row of partition ${partition} of ${showName(whole)} has`,
      where: isReferred(part, same),
    },
  ];
}
