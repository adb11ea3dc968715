/** Names that differ in case alone, which some engines take for one. */

import type { Operation } from '../operation/operation.ts';
import { type Name, showName } from '../schema/name.ts';
import type { Registry } from '../schema/registry.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { impossibleFor } from './lower.ts';

/** ASCII alone: what else is one letter is up to the engine. */
export function folded(name: string): string {
  return name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function isTwin(one: string, other: string): boolean {
  return one !== other && folded(one) === folded(other);
}

function refuse(title: string, what: string, name: string, twin: string): never {
  throw impossibleFor(
    `${title} takes ${twin} and ${name} for one name: there cannot be two ${what}`,
    'choose another name for one of them',
  );
}

/** Throws `impossible` where a table would have two columns of one name. */
export function refuseColumnTwins(operation: Operation, before: Schema, title: string): void {
  const among = (table: Name, names: readonly string[], name: string) => {
    const twin = names.find((other) => isTwin(other, name));
    if (twin !== undefined) refuse(title, `columns of table ${showName(table)}`, name, twin);
  };
  if (operation.kind === 'createTable') {
    const names = operation.table.columns.map(({ name }) => name);
    for (const [at, name] of names.entries()) among(operation.table.name, names.slice(0, at), name);
    return;
  }
  if (operation.kind !== 'addColumn' && operation.kind !== 'renameColumn') return;
  const names = tableOf(before, operation.table)?.columns.map(({ name }) => name) ?? [];
  if (operation.kind === 'renameColumn') {
    const others = names.filter((name) => name !== operation.column);
    among(operation.table, others, operation.to);
  } else if (operation.ifNotExists !== true) among(operation.table, names, operation.column.name);
}

type Bucket<T> = ReadonlyMap<string, T>;

/** What stands in each bucket, worked out once: a change copies one bucket of many. */
const known = new WeakMap<Bucket<unknown>, ReadonlyMap<string, string>>();

function namesIn<T>(bucket: Bucket<T>, namesOf: (item: T) => readonly Name[]): ReadonlyMap<string, string> {
  const before = known.get(bucket);
  if (before !== undefined) return before;
  const all = [...bucket.values()].flatMap(namesOf).map(showName);
  const names = new Map(all.map((name) => [folded(name), name]));
  known.set(bucket, names);
  return names;
}

function taken<T>(registry: Registry<T>, name: Name, namesOf: (item: T) => readonly Name[]): string | undefined {
  const key = folded(showName(name));
  for (const bucket of registry.buckets) {
    const other = bucket.size === 0 ? undefined : namesIn(bucket, namesOf).get(key);
    if (other !== undefined) return other;
  }
  return undefined;
}

function namesOfTable({ name, constraints, indexes }: Table): readonly Name[] {
  const unique = constraints.flatMap((key) => (key.kind === 'unique' ? [key] : []));
  return [name, ...[...unique, ...indexes].map((index) => ({ ...name, name: index.name }))];
}

/** What an operation gives a name to, in the space that tables, views and indexes share. */
function named(operation: Operation): readonly Name[] {
  switch (operation.kind) {
    case 'createTable':
      return operation.ifNotExists ? [] : namesOfTable(operation.table);
    case 'renameTable':
      return [{ ...operation.table, name: operation.to }];
    case 'createView':
      return operation.replace ? [] : [operation.view.name];
    case 'addConstraint': {
      const { table, constraint: key } = operation;
      return key.kind === 'unique' ? [{ ...table, name: key.name }] : [];
    }
    case 'createIndex':
      return operation.ifNotExists === true ? [] : [{ ...operation.table, name: operation.index.name }];
    case 'renameIndex':
      return [{ ...operation.table, name: operation.to }];
    default:
      return [];
  }
}

/** The name that what is renamed has until then. */
function renamed(operation: Operation): string | undefined {
  if (operation.kind === 'renameTable') return showName(operation.table);
  return operation.kind === 'renameIndex' ? showName({ ...operation.table, name: operation.index }) : undefined;
}

/** Throws `impossible` where two tables, views or indexes of a database would have one name: https://www.sqlite.org/lang_createindex.html */
export function refuseObjectTwins(operation: Operation, before: Schema, title: string): void {
  // raw SQL may have dropped the other
  if (before.unread.length > 0) return;
  const own = renamed(operation);
  const fresh = new Map<string, string>();
  for (const name of named(operation)) {
    const shown = showName(name);
    const twin =
      fresh.get(folded(shown)) ??
      taken(before.tables, name, namesOfTable) ??
      taken(before.views, name, (view) => [view.name]);
    if (twin !== undefined && twin !== shown && twin !== own) refuse(title, 'tables, views or indexes', shown, twin);
    fresh.set(folded(shown), shown);
  }
}
