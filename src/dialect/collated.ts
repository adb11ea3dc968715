/** Collations are of text: beside another type engines refuse them, pass over them, or make text of bytes. */

import type { Operation } from '../operation/operation.ts';
import { hasNoCollation } from '../operation/types.ts';
import type { Column } from '../schema/column.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Index } from '../schema/table-index.ts';
import { unsupported } from './lower.ts';

interface Collated {
  readonly table: Name;
  readonly column: Pick<Column, 'name' | 'sqlType'>;
}

/** The columns that an index sorts by a collation of its own. */
function sortedIn({ columns: parts }: Index, columns: readonly Column[]): readonly Column[] {
  const names = parts.flatMap((part) => (typeof part === 'object' && part.collation !== undefined ? part.column : []));
  return columns.filter(({ name }) => names.includes(name));
}

/** What the operation gives a collation, by itself or in an index. */
function collatedBy(operation: Operation, before: Schema): readonly Collated[] {
  const among = (table: Name, columns: readonly Column[]) => columns.map((column) => ({ table, column }));
  const given = ({ collation }: Column) => collation !== undefined;
  switch (operation.kind) {
    case 'createTable': {
      const { name, columns, indexes } = operation.table;
      return among(name, [...columns.filter(given), ...indexes.flatMap((index) => sortedIn(index, columns))]);
    }
    case 'addColumn':
      return among(operation.table, [operation.column].filter(given));
    case 'alterColumn': {
      const { table, column: name, change } = operation;
      const known = tableOf(before, table)?.columns.find((column) => column.name === name);
      const isGiven = known !== undefined && typeof change.collation === 'string';
      return isGiven ? [{ table, column: { ...known, ...change.type } }] : [];
    }
    case 'createIndex':
      return among(operation.table, sortedIn(operation.index, tableOf(before, operation.table)?.columns ?? []));
    default:
      return [];
  }
}

/** Throws `unsupported` for a collation of what is known to be no text; `texts`: types that are text nevertheless. */
export function refuseCollation(operation: Operation, before: Schema, title: string, texts?: RegExp): void {
  const odd = collatedBy(operation, before).find(
    ({ column }) => hasNoCollation(column) && texts?.test(column.sqlType) !== true,
  );
  if (odd === undefined) return;
  const { table, column } = odd;
  throw unsupported(
    `${title} has collations of text alone: ${showName(table)}.${column.name} is ${column.sqlType}`,
    'leave the collation out, or give the column a type of text',
  );
}
