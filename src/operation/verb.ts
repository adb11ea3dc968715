/** What every kind of operation can say and do, and the small steps that the families share. */

import { MigratorError } from '../errors.ts';
import { type Name, showName } from '../schema/name.ts';
import type { View } from '../schema/objects.ts';
import { entries, find, put, type Registry, remove } from '../schema/registry.ts';
import { type Schema, tableOf, viewOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Index } from '../schema/table-index.ts';
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
export function mayExist(schema: Schema): boolean {
  return schema.unread.length > 0;
}

export function withTable(schema: Schema, table: Table): Schema {
  return { ...schema, tables: put(schema.tables, showName(table.name), table) };
}

export function withoutTable(schema: Schema, name: Name): Schema {
  return { ...schema, tables: remove(schema.tables, showName(name)) };
}

const notThere = (what: string): MigratorError =>
  impossible(`there is no ${what} at this point of the history`, 'Name one that an earlier revision creates.');

/** Changes one table; a table that only raw SQL can have made is left unknown. */
export function changeTable(schema: Schema, name: Name, change: (table: Table) => Table): Schema {
  const table = tableOf(schema, name);
  if (table !== undefined) {
    const next = change(table);
    return next === table ? schema : withTable(schema, next);
  }
  if (mayExist(schema)) return schema;
  throw impossible(
    `there is no table ${showName(name)} at this point of the history`,
    'Name a table that an earlier revision creates.',
  );
}

/** Changes the indexes of a table, or of a materialized view; `table` is undefined for a view. */
export function changeIndexed(
  schema: Schema,
  name: Name,
  change: (indexes: readonly Index[], table: Table | undefined) => readonly Index[],
): Schema {
  const view = tableOf(schema, name) === undefined ? viewOf(schema, name) : undefined;
  if (view?.materialized !== true) {
    return changeTable(schema, name, (table) => ({ ...table, indexes: change(table.indexes, table) }));
  }
  const next = { ...view, indexes: change(view.indexes, undefined) };
  return { ...schema, views: put(schema.views, showName(name), next) };
}

/** The registry with one thing more; `what` names it when it is there already. */
export function added<T>(registry: Registry<T>, key: string, item: T, what: string): Registry<T> {
  if (find(registry, key) !== undefined) throw impossible(`there already is ${what} at this point of the history`);
  return put(registry, key, item);
}

/** The registry with one thing changed; what only raw SQL can have made is left unknown. */
export function changed<T>(
  registry: Registry<T>,
  key: string,
  change: (item: T) => T,
  what: string,
  schema: Schema,
): Registry<T> {
  const item = find(registry, key);
  if (item !== undefined) return put(registry, key, change(item));
  if (mayExist(schema)) return registry;
  throw notThere(what);
}

/** The registry without one thing. */
export function dropped<T>(
  registry: Registry<T>,
  key: string,
  what: string,
  schema: Schema,
  ifExists: boolean | undefined,
): Registry<T> {
  if (find(registry, key) !== undefined) return remove(registry, key);
  if (ifExists === true || mayExist(schema)) return registry;
  throw notThere(what);
}

/** `if it exists`, where that was said. */
export function ifIn(said: boolean | undefined, words: string): string {
  return said === true ? ` ${words}` : '';
}

/** The list without the one item that `is`; `what` names it when it is not there. */
export function without<T>(
  items: readonly T[],
  is: (item: T) => boolean,
  what: string,
  schema: Schema,
  ifExists?: boolean,
): readonly T[] {
  const kept = items.filter((item) => !is(item));
  if (kept.length === items.length && ifExists !== true && !mayExist(schema)) throw notThere(what);
  return kept;
}

export function refuseTwice<T>(items: readonly T[], is: (item: T) => boolean, what: string): void {
  if (items.some(is)) throw impossible(`there already is ${what} at this point of the history`);
}

/** Refuses columns that the table has not; what is no plain word may be an expression. */
export function requireColumns(table: Table, columns: readonly string[], schema: Schema): void {
  if (mayExist(schema) || table.options?.inherits !== undefined) return;
  const isThere = (column: string): boolean =>
    table.columns.some(({ name }) => name === column || name.toLowerCase() === column.toLowerCase());
  const missing = columns.find((column) => /^\w+$/.test(column) && !isThere(column));
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

export function viewsOf(schema: Schema): readonly View[] {
  return entries(schema.views).map(([, view]) => view);
}

export function listed(columns: readonly string[]): string {
  return columns.join(', ');
}
