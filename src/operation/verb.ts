/** What every kind of operation can say and do, and the small steps that the families share. */

import { MigratorError } from '../errors.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { putTable, removeTable } from '../schema/tables.ts';
import type { Kind, Of } from './operation.ts';

export interface Verb<K extends Kind> {
  /** One line of English, without a full stop. */
  describe(operation: Of<K>): string;
  /** The schema afterwards. Throws `impossible` for a deed that no engine could do. */
  apply(operation: Of<K>, schema: Schema): Schema;
}

export function impossible(sentence: string, hint?: string): MigratorError {
  return new MigratorError('impossible', sentence, hint === undefined ? {} : { hint });
}

/** Raw SQL may have made or changed anything: what replay does not know it then cannot call impossible. */
function mayExist(schema: Schema): boolean {
  return schema.unread.length > 0;
}

export function withTable(schema: Schema, table: Table): Schema {
  return { ...schema, tables: putTable(schema.tables, table) };
}

export function withoutTable(schema: Schema, name: Name): Schema {
  return { ...schema, tables: removeTable(schema.tables, name) };
}

/** Changes one table; a table that only raw SQL can have made is left unknown. */
export function changeTable(schema: Schema, name: Name, change: (table: Table) => Table): Schema {
  const table = tableOf(schema, name);
  if (table !== undefined) return withTable(schema, change(table));
  if (mayExist(schema)) return schema;
  throw impossible(
    `there is no table ${showName(name)} at this point of the history`,
    'Name a table that an earlier revision creates.',
  );
}

/** The list without the one item that `is`; `what` names it when it is not there. */
export function without<T>(items: readonly T[], is: (item: T) => boolean, what: string, schema: Schema): readonly T[] {
  const kept = items.filter((item) => !is(item));
  if (kept.length === items.length && !mayExist(schema))
    throw impossible(`there is no ${what} at this point of the history`);
  return kept;
}

export function refuseTwice<T>(items: readonly T[], is: (item: T) => boolean, what: string): void {
  if (items.some(is)) throw impossible(`there already is ${what} at this point of the history`);
}

/** Refuses columns that the table has not; what is no plain word may be an expression. */
export function requireColumns(table: Table, columns: readonly string[], schema: Schema): void {
  if (mayExist(schema) || table.options?.inherits !== undefined) return;
  const known = new Set(table.columns.map(({ name }) => name.toLowerCase()));
  const missing = columns.find((column) => /^\w+$/.test(column) && !known.has(column.toLowerCase()));
  if (missing === undefined) return;
  throw impossible(
    `there is no column ${showName(table.name)}.${missing} at this point of the history`,
    `Its columns are ${listed(table.columns.map(({ name }) => name))}.`,
  );
}

/** For statements that only use a table: those of other schemas may be anybody's. */
export function requireTable(schema: Schema, name: Name): Schema {
  const mayBeOthers = name.schema !== undefined || !/^\w+$/.test(name.name);
  return mayBeOthers ? schema : changeTable(schema, name, (table) => table);
}

export function listed(columns: readonly string[]): string {
  return columns.join(', ');
}
