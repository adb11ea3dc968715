/** What stands on a column, taken away while the column changes and put back after it. */

import type { Of, Position } from '../../operation/operation.ts';
import { positionIn } from '../../operation/position.ts';
import { apply } from '../../operation/verbs.ts';
import type { Column } from '../../schema/column.ts';
import type { CheckConstraint, Constraint } from '../../schema/constraint.ts';
import { renamedIn, speaksOf } from '../../schema/expression.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { refuseLeftBehind } from '../left-behind.ts';
import { refuseUnread, rememberedColumn } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { altered } from './beside.ts';
import { constraintClause, indexClause } from './clause.ts';
import { definition, isKeyed, requireKnownCharset } from './definition.ts';
import { has, type Server } from './server.ts';

/** `first`, or after whom the column stands. */
export function placeOf({ columns }: Table, column: string, server: Server): string {
  return positionClause(positionIn(columns, column), server);
}

export function positionClause(position: Position, { quote }: Server): string {
  return position === 'first' ? 'first' : `after ${quote(position.after)}`;
}

interface Away {
  readonly drops: readonly string[];
  readonly adds: readonly string[];
}

function indexedBy({ columns }: Index, column: string): boolean {
  return columns.some((part) => (typeof part === 'string' ? part : part.column) === column);
}

/** The indexes and unique constraints over a column. */
export function takenAway(table: Table, column: string, server: Server): Away {
  const indexes = table.indexes.filter((index) => indexedBy(index, column));
  const keys = table.constraints.filter((key) => key.kind === 'unique' && key.columns.includes(column));
  const names = [...indexes.map(({ name }) => name), ...keys.map(({ name = '' }) => name)];
  return {
    drops: names.map((name) => `drop index ${server.quote(name)}`),
    adds: [
      ...indexes.map((index) => `add ${indexClause(index, server)}`),
      ...keys.map((key) => `add ${constraintClause(key, server)}`),
    ],
  };
}

/** The indexes that compute with a column: while one stands, the column cannot go or get another name: https://dev.mysql.com/doc/refman/8.0/en/create-index.html#create-index-functional-key-parts */
export function computingIndexes({ indexes }: Pick<Table, 'indexes'>, column: string): readonly Index[] {
  const computes = (sql: string | undefined) => sql !== undefined && speaksOf(sql, column, 'column', '`');
  return indexes.filter(({ columns }) => columns.some((part) => typeof part !== 'string' && computes(part.expression)));
}

/** Whether it is a nameless check beside this column, which its type says or which speaks of it alone: https://mariadb.com/docs/server/reference/sql-statements/data-definition/constraint */
function isOwnCheck(key: Constraint, column: string, { columns }: Table): key is CheckConstraint {
  if (key.kind !== 'check' || key.name !== undefined || key.ofTable === true) return false;
  if (key.beside !== undefined) return key.beside === column;
  const spokenOf = columns.filter(({ name }) => speaksOf(key.expression, name, 'column', '`'));
  return spokenOf.length === 1 && spokenOf[0]?.name === column;
}

/** The constraints that stand beside no column. */
export function constraintsApart(table: Table, server: Server): readonly Constraint[] {
  const { columns, constraints } = table;
  if (!server.traits.columnChecks) return constraints;
  return constraints.filter((key) => !columns.some(({ name }) => isOwnCheck(key, name, table)));
}

function ownChecks(column: string, table: Table): string {
  const about = table.constraints.flatMap((key) => (isOwnCheck(key, column, table) ? key.expression : []));
  return about.length === 0 ? '' : ` check (${about.join(' and ')})`;
}

/** The definition with the checks that would go when it does not repeat them. */
export function withOwnChecks(said: string, column: string, table: Table, server: Server): string {
  return server.traits.columnChecks ? said + ownChecks(column, table) : said;
}

/**
 * MySQL refuses to rename what a check, a computed column or an index computes with:
 * https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html, https://dev.mysql.com/doc/refman/8.0/en/create-table-generated-columns.html
 */
export function renameColumn(operation: Of<'renameColumn'>, server: Server): readonly Statement[] {
  const { table: name, column, to } = operation;
  refuseLeftBehind(server.title, operation, server.before, '`');
  const table = tableOf(server.before, name);
  const rename = [renameClause(operation, server)];
  if (table === undefined) return altered(name, rename, server);
  const speaks = (sql: string | undefined) => sql !== undefined && speaksOf(sql, column, 'column', '`');
  const checks = table.constraints.filter(
    (key): key is CheckConstraint => key.kind === 'check' && key.name !== undefined && speaks(key.expression),
  );
  const indexes = computingIndexes(table, column);
  const computed = table.columns.filter((other) => speaks(other.computed?.expression));
  const after = tableOf(apply(operation, server.before), name)!;
  const dropped = [
    ...checks.map(
      (key) => `drop ${has(server, 'DROP CONSTRAINT') ? 'constraint' : 'check'} ${server.quote(key.name!)}`,
    ),
    ...indexes.map((index) => `drop index ${server.quote(index.name)}`),
    ...computed.flatMap((other) => [...takenAway(table, other.name, server).drops, `drop ${server.quote(other.name)}`]),
  ];
  if (dropped.length === 0) return altered(name, rename, server);
  const moved = (sql: string) => renamedIn(sql, column, to, '`');
  const added = [
    ...computed.flatMap((other) => [
      `add ${definition(withExpression(other, moved), name, server)} ${placeOf(after, other.name, server)}`,
      ...takenAway(after, other.name, server).adds,
    ]),
    ...indexes.map((index) => `add ${indexClause(withExpressions(index, moved), server)}`),
    ...checks.map((key) => `add ${constraintClause({ ...key, expression: moved(key.expression) }, server)}`),
  ];
  return [dropped, rename, added].flatMap((clauses) => altered(name, clauses, server));
}

type Move = (sql: string) => string;

function withExpression(column: Column, move: Move): Column {
  const { computed } = column;
  return computed === undefined
    ? column
    : { ...column, computed: { ...computed, expression: move(computed.expression) } };
}

function withExpressions(index: Index, move: Move): Index {
  const columns = index.columns.map((part) =>
    typeof part === 'string' || part.expression === undefined ? part : { ...part, expression: move(part.expression) },
  );
  return { ...index, columns };
}

function renameClause(operation: Of<'renameColumn'>, server: Server): string {
  const from = server.quote(operation.column);
  if (has(server, 'RENAME COLUMN')) return `rename column ${from} to ${server.quote(operation.to)}`;
  const known = rememberedColumn(server.title, operation, server.before);
  requireKnownCharset(known, operation.table, server);
  refuseUnread(known, operation, server.title);
  const table = tableOf(apply(operation, server.before), operation.table)!;
  const column = table.columns.find(({ name }) => name === operation.to)!;
  const keyed = isKeyed(table, operation.to) || !table.constraints.some(({ kind }) => kind === 'primary');
  const said = definition(column, operation.table, server, keyed);
  return `change ${from} ${withOwnChecks(said, operation.to, table, server)}`;
}
