/** What a migration of knex's does, as knex and its databases take it, where migrator's own revisions are taken at their word. */

import type { Dialect } from '../dialect/dialect.ts';
import { removable } from '../operation/column-verbs.ts';
import type { Of, Operation } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';

/** Where a name without a schema leads. */
export type Home = string | undefined;

export const homeOf = ({ homeSchema }: Pick<Dialect, 'homeSchema'>, schema: string | undefined): Home =>
  schema ?? homeSchema;

function unqualifiedAll<T>(values: readonly T[], home: Home): readonly T[] {
  let changed: T[] | undefined;
  for (const [at, one] of values.entries()) {
    if (typeof one !== 'object') continue;
    const known = unqualified(one, home);
    if (known === one) continue;
    changed ??= [...values];
    changed[at] = known;
  }
  return changed ?? values;
}

/** `public.users` is `users` where nothing else was said; what says nothing of it stays the same object. */
export function unqualified<T>(value: T, home: Home): T {
  if (home === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return unqualifiedAll<unknown>(value, home) as T;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const one: unknown = value[key as keyof T];
    if (typeof one !== 'object' && key !== 'schema') continue;
    const known = key === 'schema' && one === home ? undefined : unqualified<unknown>(one, home);
    if (known === one) continue;
    changed ??= { ...(value as Record<string, unknown>) };
    if (known === undefined) delete changed[key];
    else changed[key] = known;
  }
  return (changed ?? value) as T;
}

/** knex makes SQLite's table anew, and its indexes without the column where others are left. */
function narrowed(table: Name, column: string, schema: Schema): readonly Operation[] {
  const indexes = tableOf(schema, table)?.indexes ?? [];
  return indexes
    .map((index) => ({ ...index, columns: index.columns.filter((one) => one !== column) }))
    .filter(({ columns }, at) => columns.length > 0 && columns.length < indexes[at]!.columns.length)
    .map((index) => ({ kind: 'createIndex', table, index }));
}

function late(table: Table): Table {
  const constraints = table.constraints.map((key) => (key.kind === 'foreign' ? { ...key, late: true as const } : key));
  return { ...table, constraints };
}

/** What the column was told beside what this says of it. */
function saidAnew(operation: Of<'alterColumn'>, schema: Schema): Operation {
  const { change } = operation;
  const { type, ...rest } = change;
  const column = tableOf(schema, operation.table)?.columns.find(({ name }) => name === operation.column);
  if (type === undefined || column === undefined) return operation;
  const gone = removable.filter((part) => column[part] !== undefined && change[part] === undefined);
  const counts = column.autoIncrement && !/increments$/i.test(type.type.name) ? { autoIncrement: false } : {};
  return {
    ...operation,
    change: { type: { ...type, ...counts }, ...rest, ...Object.fromEntries(gone.map((part) => [part, null])) },
  };
}

type Habits = Pick<Dialect, 'knexNarrowsIndexes' | 'viewsFollowNames' | 'keysMayComeFirst' | 'knexSaysColumnsAnew'>;

/** `schema`: before them. */
export function asKnexHas(operations: readonly Operation[], schema: Schema, habits: Habits): readonly Operation[] {
  const { knexNarrowsIndexes, viewsFollowNames, keysMayComeFirst, knexSaysColumnsAnew } = habits;
  return operations.flatMap((operation): readonly Operation[] => {
    if (operation.kind === 'createTable' && keysMayComeFirst) return [{ ...operation, table: late(operation.table) }];
    if (operation.kind === 'renameColumn' && viewsFollowNames) return [{ ...operation, followed: true }];
    if (operation.kind === 'alterColumn' && knexSaysColumnsAnew) return [saidAnew(operation, schema)];
    if (operation.kind !== 'dropColumn' || !knexNarrowsIndexes) return [operation];
    return [operation, ...narrowed(operation.table, operation.column, schema)];
  });
}
