/** Indexes that are in the way of a column's change: they go before it and come back after it. */

import { indexUses } from '../../operation/column-verbs.ts';
import { speaksOf } from '../../schema/expression.ts';
import type { Table } from '../../schema/table.ts';
import type { Index, IndexPart } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { type Accent, beside } from './accent.ts';
import { createIndex } from './indexes.ts';

/** What the index holds is worked out from the column, as it is where it is sorted from the greatest to the least. */
function isWorkedOut(part: IndexPart, column: string): boolean {
  if (typeof part === 'string') return false;
  if (part.expression !== undefined) return speaksOf(part.expression, column);
  return part.column === column && part.order === 'desc';
}

/** https://docs.oracle.com/en/error-help/db/ora-30556/ and https://docs.oracle.com/en/error-help/db/ora-54022/ */
export function indexesInTheWay(
  table: Table | undefined,
  column: string,
  changes: { readonly type: boolean; readonly computed: boolean },
): readonly Index[] {
  return (table?.indexes ?? []).filter(
    (index) =>
      (changes.type && index.columns.some((part) => isWorkedOut(part, column))) ||
      (changes.computed && indexUses(index, column)),
  );
}

export function withoutIndexes(
  table: Table | undefined,
  indexes: readonly Index[],
  change: Statement,
  accent: Accent,
): readonly Statement[] {
  if (table === undefined) return [change];
  const drops = indexes.map(({ name }) =>
    step(
      `drop index ${name}, which is in the way`,
      schemaStatement(`drop index ${quoteName(accent, beside(table.name, name))}`),
    ),
  );
  const creates = indexes.map((index) =>
    step(
      `create index ${index.name} again`,
      createIndex({ kind: 'createIndex', table: table.name, index }, table, accent),
    ),
  );
  return [...drops, change, ...creates];
}
