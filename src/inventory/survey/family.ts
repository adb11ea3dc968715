/** Types by what they hold, for catalogs whose own words are not known well enough to be compared letter by letter. */

import { type ColumnKind, kindOf } from '../../dialect/column-kind.ts';
import { perColumn } from '../../dialect/per-column.ts';
import type { Column } from '../../schema/column.ts';

const told: ReadonlySet<ColumnKind> = new Set([
  'integer',
  'decimal',
  'float',
  'text',
  'date',
  'timestamp',
  'time',
  'interval',
  'uuid',
  'binary',
]);

/** By the type as it is written, not by the word that asked for it: JSON may be text. */
export const familyOf: (column: Column) => ColumnKind | undefined = perColumn((column) => {
  const kind = kindOf({ ...column, type: { name: 'specificType', args: [] } });
  return told.has(kind) ? kind : undefined;
});

/** An SQL expression for the family of a type; the type itself where it belongs to none. */
export function familyIn(
  type: string,
  words: Readonly<Partial<Record<ColumnKind, readonly string[]>>>,
  text: (value: string) => string,
): string {
  const arms = Object.entries(words).map(
    ([kind, names]) => `WHEN ${type} IN (${names.map(text).join(', ')}) THEN ${text(kind)}`,
  );
  return `CASE ${arms.join('\n        ')}\n        ELSE ${type} END`;
}
