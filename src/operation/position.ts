/** The order of columns, which MySQL and MariaDB let be said. */

import type { Column } from '../schema/column.ts';
import type { Position } from './operation.ts';

/** The column among the others: where it is said, else at its own place, or the last of them. */
export function standingAt(
  columns: readonly Column[],
  column: Column,
  position: Position | undefined,
): readonly Column[] {
  const own = columns.findIndex(({ name }) => name === column.name);
  const others = columns.filter((_, at) => at !== own);
  const last = own < 0 ? others.length : own;
  return others.toSpliced(position === undefined ? last : placeIn(others, position), 0, column);
}

/** Where it stands. */
export function positionIn(columns: readonly Column[], column: string): Position {
  const before = columns[columns.findIndex(({ name }) => name === column) - 1];
  return before === undefined ? 'first' : { after: before.name };
}

const placeIn = (columns: readonly Column[], position: Position): number =>
  position === 'first' ? 0 : columns.findIndex(({ name }) => name === position.after) + 1;
