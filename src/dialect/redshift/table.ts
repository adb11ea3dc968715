/** Tables made whole, and what is said of them later. */

import type { Of } from '../../operation/operation.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement, step, unsupported } from '../lower.ts';
import { alterTable as altered, commentText, ifExists, ifNotExists } from '../postgres/words.ts';
import type { Statement } from '../statement.ts';
import { definition } from './definition.ts';
import { constraintClause, refuseIndex } from './key.ts';
import type { Server } from './server.ts';
import { storageStatements, tableManner } from './storage.ts';

type Lowered = readonly Statement[];

/** https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TABLE_NEW.html */
export function createTable({ table, ifNotExists: unlessThere }: Of<'createTable'>, server: Server): Lowered {
  const [index] = table.indexes;
  if (index !== undefined) refuseIndex(index.name);
  if (table.partitioning !== undefined) refusePartitions(table.name);
  return [schemaStatement(tableText(table, unlessThere, server)), ...comments(table, server)];
}

const order = ['primary', 'unique', 'foreign'];

/** A foreign key may refer to the table itself, whose own keys are there before it. */
function inOrder(constraints: readonly Constraint[]): readonly Constraint[] {
  return constraints.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

function tableText({ name, columns, constraints, options = {} }: Table, unlessThere: boolean, server: Server): string {
  const manner = tableManner(options, name, server);
  const primary = constraints.flatMap((key) => (key.kind === 'primary' ? key.columns : []));
  const parts = [
    ...columns.map((column) => definition(name, column, primary.includes(column.name), server)),
    ...inOrder(constraints).map((key) => constraintClause(key, name, server)),
  ];
  const head = `create ${manner.temporary ? 'temporary ' : ''}table ${ifNotExists(unlessThere)}`;
  return [`${head}${quoteName(server, name)} (${parts.join(', ')})`, ...manner.clauses].join(' ');
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_COMMENT.html */
export function commentOn(what: 'table' | 'view', name: Name, comment: string | null, server: Server): Statement {
  return schemaStatement(`comment on ${what} ${quoteName(server, name)} is ${commentText(comment, server)}`);
}

export function commentColumn(table: Name, column: string, comment: string | null, server: Server): Statement {
  const target = `${quoteName(server, table)}.${server.quote(column)}`;
  return step(
    `comment on column ${showName(table)}.${column}`,
    schemaStatement(`comment on column ${target} is ${commentText(comment, server)}`),
  );
}

function comments({ name, columns, comment }: Table, server: Server): Lowered {
  return [
    ...(comment === undefined ? [] : [commentOn('table', name, comment, server)]),
    ...columns.flatMap((column) =>
      column.comment === undefined ? [] : [commentColumn(name, column.name, column.comment, server)],
    ),
  ];
}

export function commentTable({ table, comment }: Of<'commentTable'>, server: Server): Lowered {
  return [commentOn('table', table, comment, server)];
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_DROP_TABLE.html */
export function dropTable({ table, cascade, ...operation }: Of<'dropTable'>, server: Server): Lowered {
  const dropped = `drop table ${ifExists(operation.ifExists)}${quoteName(server, table)}`;
  return [schemaStatement(cascade === true ? `${dropped} cascade` : dropped)];
}

export function renameTable({ table, to }: Of<'renameTable'>, server: Server): Lowered {
  return [altered(table, `rename to ${server.quote(to)}`, server)];
}

export function alterTable({ table, options }: Of<'alterTable'>, server: Server): Lowered {
  return storageStatements(options, table, server);
}

/** https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html */
export function refusePartitions(table: Name): never {
  throw unsupported(
    `Redshift has no partitions of its own tables: ${showName(table)}`,
    'leave them out for Redshift; the options distkey and sortkey of a table say how its rows lie',
  );
}
