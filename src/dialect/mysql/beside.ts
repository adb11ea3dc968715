/** What a change of keys means for what stands beside them: indexes that foreign keys make for themselves, and numbered columns. */

import type { Operation } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import type { ForeignKey } from '../../schema/constraint.ts';
import type { Name } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { definition, isKeyed, isNumbered } from './definition.ts';
import type { Server } from './server.ts';

/** One ALTER TABLE, so that no session sees the table half changed. */
export function alter(table: Name, clauses: readonly string[], server: Server): string {
  return `alter table ${quoteName(server, table)} ${clauses.join(', ')}`;
}

export function altered(table: Name, clauses: readonly string[], server: Server): readonly Statement[] {
  return [schemaStatement(alter(table, clauses, server))];
}

export function columnList(columns: readonly string[], { quote }: Pick<Server, 'quote'>): string {
  return `(${columns.map(quote).join(', ')})`;
}

function begins(longer: readonly string[], shorter: readonly string[]): boolean {
  return shorter.length <= longer.length && shorter.every((column, at) => column === longer[at]);
}

/** Columns by which an index can be searched in their order; prefixes of columns do not count. */
function searchable({ columns, method = '' }: Index): readonly string[] {
  if (/fulltext|spatial/i.test(method)) return [];
  const names = columns.map((part) => (typeof part === 'string' ? part : part.length ? undefined : part.column));
  const end = names.indexOf(undefined);
  return (end < 0 ? names : names.slice(0, end)) as readonly string[];
}

/**
 * A foreign key makes an index by its own name unless another begins with its columns. Whether it stays depends on what made it,
 * so that here each goes and comes by name: of keys over the same columns the first has the index.
 * https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html
 */
function madeByKeys({ constraints, indexes }: Table): readonly ForeignKey[] {
  const foreign = constraints.filter((key) => key.kind === 'foreign');
  const others = [
    ...constraints.flatMap((key) => (key.kind === 'primary' || key.kind === 'unique' ? [key.columns] : [])),
    ...indexes.map(searchable),
  ];
  return foreign.filter(({ columns }, at) => {
    if (others.some((other) => begins(other, columns))) return false;
    return !foreign.some(
      (other, n) => n !== at && begins(other.columns, columns) && (n < at || other.columns.length > columns.length),
    );
  });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && begins(a, b);
}

function indexOf({ name, columns }: ForeignKey, server: Server): string {
  return `add index ${server.quote(name)} ${columnList(columns, server)}`;
}

/** The keys of a new table whose index a later key over the same columns would take. */
export function sharedKeys(table: Table): readonly ForeignKey[] {
  const foreign = table.constraints.filter((key) => key.kind === 'foreign');
  return madeByKeys(table).filter((key) =>
    foreign.some((other) => other.name !== key.name && same(other.columns, key.columns)),
  );
}

/** What makes the indexes of keys that were dropped and added again those that replay knows. */
export function resettled(made: Table, wanted: Table, server: Server): readonly string[] {
  const [has, wants] = [madeByKeys(made), madeByKeys(wanted)];
  const lacks = (list: readonly ForeignKey[], { name }: ForeignKey) => !list.some((other) => other.name === name);
  return [
    ...has.filter((key) => lacks(wants, key)).map((key) => `drop index ${server.quote(key.name)}`),
    ...wants.filter((key) => lacks(has, key)).map((key) => indexOf(key, server)),
  ];
}

/**
 * What goes into the same ALTER TABLE as `operation`: an index goes with the foreign key that made it, comes back where a key
 * is left without one, and a column is numbered as long as it leads a key.
 */
export function beside(operation: Operation, name: Name, server: Server): readonly string[] {
  const [before, after] = [tableOf(server.before, name), tableOf(apply(operation, server.before), name)];
  if (before === undefined || after === undefined) return [];
  const [had, left] = [madeByKeys(before), madeByKeys(after)];
  const gone = had.filter((key) => !left.some((other) => other.name === key.name));
  const added =
    operation.kind === 'addConstraint' && operation.constraint.kind === 'foreign' ? operation.constraint : null;
  const come = left.filter((key) => key.name !== added?.name && !had.some((other) => other.name === key.name));
  const lent = added === null ? [] : left.filter((key) => key.name !== added.name && same(key.columns, added.columns));
  return [
    ...[...gone, ...lent].map((key) => `drop index ${server.quote(key.name)}`),
    ...[...come, ...lent].map((key) => indexOf(key, server)),
    ...numbering(before, after, server),
  ];
}

function numbering(before: Table, after: Table, server: Server): readonly string[] {
  return after.columns.filter(isNumbered).flatMap((column) => {
    const keyed = isKeyed(after, column.name);
    const was = before.columns.some(({ name }) => name === column.name);
    if (!was || keyed === isKeyed(before, column.name)) return [];
    return [`modify ${definition(column, after.name, server, keyed)}`];
  });
}
