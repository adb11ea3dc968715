/** What the steps of a script do to a database, in their order. */

import type { Schema } from '../schema/schema.ts';
import type { Operation } from './operation.ts';
import { touchedBy } from './touched.ts';

/** A recorded step. */
export interface Step {
  readonly before: Schema;
  readonly changes: readonly {
    readonly operations: readonly Operation[];
    readonly statements: readonly unknown[];
  }[];
}

/** What raw SQL does in words that nobody reads may free any name. */
export function isUnknown(operation: Operation): boolean {
  if (operation.kind === 'unread') return true;
  return operation.kind === 'raw' && operation.does === undefined && touchedBy(operation.sql) === undefined;
}

function flat(operation: Operation): readonly Operation[] {
  if (operation.kind === 'custom') return operation.does.flatMap(flat);
  return operation.kind === 'raw' && operation.does !== undefined ? operation.does.flatMap(flat) : [operation];
}

export const done = ({ changes }: Step): readonly Operation[] =>
  changes.flatMap((change) => (change.statements.length === 0 ? [] : change.operations.flatMap(flat)));
