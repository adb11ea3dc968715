/** Views and triggers that go on using an old name: some engines keep their text as it was written, and fail when they are used. */

import { type Read, readerOf } from '../operation/readers.ts';
import type { Mark } from '../schema/expression.ts';
import { showName } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import { unsupported } from './lower.ts';

/** Throws `unsupported` for a rename that a view or a trigger would not follow. */
export function refuseLeftBehind(title: string, renamed: Read, before: Schema, mark: Mark): void {
  const left = readerOf({ ...before, mark }, renamed);
  if (left === undefined) return;
  const { table, column } = renamed;
  const shown = column === undefined ? showName(table) : `${showName(table)}.${column}`;
  throw unsupported(
    `${title} would leave ${left} with the old name of ${shown}`,
    'drop it before the rename, and create it again after with the new name',
  );
}

/** Throws `unsupported` where CASCADE takes no views along. */
export function refuseCascade(title: string, table: Read['table'], before: Schema, mark: Mark): void {
  const left = readerOf({ ...before, mark }, { table });
  if (left === undefined) return;
  throw unsupported(`${title} would leave ${left} without ${showName(table)}`, 'drop it first');
}
