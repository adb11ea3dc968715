/** What stands on a column of Oracle and is in its way. */

import { uses } from '../../operation/column-verbs.ts';
import { keysTo } from '../../operation/dependents.ts';
import { describeConstraint, describeTarget } from '../../operation/key-verbs.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { speaksOf } from '../../schema/expression.ts';
import { showName } from '../../schema/name.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { impossibleFor, unsupported } from '../lower.ts';

/** A constraint of one column goes with it by itself: https://docs.oracle.com/en/error-help/db/ora-12991/ */
function isShared(key: Constraint, table: Table, column: string): boolean {
  if (!uses(key, column)) return false;
  return table.columns.some((other) => other.name !== column && uses(key, other.name));
}

/** Keys of other tables are not dropped unasked: the engine refuses then. */
export function needsCascade(table: Table | undefined, column: string, before: Schema): boolean {
  if (table === undefined || !table.constraints.some((key) => isShared(key, table, column))) return false;
  const own = table.constraints.filter(
    (key) => key.kind === 'foreign' && showName(key.references.table) === showName(table.name),
  );
  const referring = [...own, ...keysTo(before, table.name).map(({ key }) => key)];
  return !referring.some((key) => key.kind === 'foreign' && key.references.columns.includes(column));
}

/**
 * https://docs.oracle.com/en/error-help/db/ora-54031/, https://docs.oracle.com/en/error-help/db/ora-54032/ and
 * https://docs.oracle.com/en/error-help/db/ora-54033/
 */
export function requireUncomputed(
  table: Table | undefined,
  column: string,
  refuses: string,
  verb: 'drop' | 'rename' | 'change',
): void {
  const computed = table?.columns.find(
    (other) => other.computed !== undefined && speaksOf(other.computed.expression, column),
  );
  if (table === undefined || computed === undefined) return;
  const then = verb === 'drop' ? '' : `, ${verb} ${column}, and add ${computed.name} again`;
  throw impossibleFor(
    `Oracle ${refuses} that another is worked out from: ${showName(table.name)}.${column} is in ${computed.name}`,
    `Drop ${computed.name} first${then}.`,
  );
}

/** https://docs.oracle.com/en/error-help/db/ora-02327/ and https://docs.oracle.com/en/error-help/db/ora-02329/ */
export function requireSorted(name: string, columns: readonly string[], table: Table | undefined): void {
  const found = table?.columns.find(
    (column) => columns.includes(column.name) && /^\s*(?:n?clob|blob|bfile)\b/i.test(column.sqlType),
  );
  if (found === undefined) return;
  throw unsupported(
    `Oracle has no keys or indexes over columns of ${found.sqlType}: ${found.name} in ${name}`,
    'give the column a length, such as t.string(name, 400), or index an expression of it',
  );
}

/** https://docs.oracle.com/en/error-help/db/ora-14060/ and https://docs.oracle.com/en/error-help/db/ora-12984/ */
export function requireUnpartitioned(table: Table | undefined, column: string, refuses: string): void {
  if (table?.partitioning === undefined || !speaksOf(table.partitioning.by, column)) return;
  throw impossibleFor(
    `Oracle ${refuses} that its table is partitioned by: ${showName(table.name)}.${column}`,
    'Make the table anew: create another, copy the rows, drop this one, and rename.',
  );
}

/** https://docs.oracle.com/en/error-help/db/ora-39726/ */
export function requireUncompressed(table: Table | undefined, column: string, refuses: string): void {
  if (table?.options?.compress !== true) return;
  const shown = showName(table.name);
  throw impossibleFor(
    `Oracle ${refuses} a compressed table: ${shown}.${column}`,
    `Say op.alterTableOptions('${shown}', { compress: false }) first; rows that are compressed already are made anew by ALTER TABLE … MOVE.`,
  );
}

/** https://docs.oracle.com/en/error-help/db/ora-54023/ */
export function requireUnconstrained(table: Table | undefined, column: string): void {
  const key = table?.constraints.find((one) => uses(one, column));
  if (table === undefined || key === undefined) return;
  const shown = describeConstraint(key);
  throw impossibleFor(
    `Oracle gives no other expression to a computed column that a constraint is on: ${showName(table.name)}.${column} has the ${shown}`,
    `Drop the ${describeTarget(key)} first, change the column, and add it again.`,
  );
}
