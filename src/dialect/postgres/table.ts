/** Tables made whole, with what knex has no words for; their options and partitions. */

import { everyKeyTo } from '../../operation/dependents.ts';
import { goingWith } from '../../operation/enum-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Partition, Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement, step, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { constraintClause, indexText, isKnexIndex, isKnexKey, refuseIndex, refuseKey } from './clause.ts';
import { askedEnum, definition, isKnexColumn } from './definition.ts';
import { dropTypes, makeType } from './enum.ts';
import { spelledOut, withKeptChecks } from './made-as.ts';
import { requireParts } from './partition-key.ts';
import { refuseOnCockroach, requireFeature, type Server } from './server.ts';
import { resetAction, storageActions, storageClauses, tableManner } from './storage.ts';
import { refuseRead } from './views.ts';
import { alterTable as altered, beside, commentText, ifExists, ifNotExists } from './words.ts';

type Lowered = readonly Statement[];

const knexOptions = new Set(['engine', 'charset', 'collate', 'inherits']);

export function createTable(
  { table, ifNotExists: unlessThere }: Of<'createTable'>,
  server: Server,
): Lowered | undefined {
  for (const key of table.constraints) refuseKey(key, server);
  for (const index of table.indexes) refuseIndex(index, table.name, server);
  for (const key of [...table.constraints, ...table.indexes]) requireParts(key, table, server);
  if (isKnexs(table, unlessThere, server)) return undefined;
  const repeated = unlessThere ? [] : repeatedKeys(table);
  const constraints = table.constraints.filter((key) => !repeated.includes(key));
  const spelled = table.columns.map((column) => spelledOut(column, table.name, server));
  const whole = withKeptChecks({ ...table, columns: spelled.map(({ column }) => column), constraints }, server);
  return [
    ...spelled.flatMap(({ before }) => before),
    ...table.columns.flatMap((column) => {
      const asked = askedEnum(column);
      return asked?.makes === true ? [makeType(column.sqlType, asked.values, unlessThere, server)] : [];
    }),
    schemaStatement(tableText(whole, unlessThere, server)),
    ...spelled.flatMap(({ after }) => after),
    ...repeated.map((key) => altered(table.name, `add ${constraintClause(key, table.name, server)}`, server)),
    ...(table.partitioning?.partitions ?? []).map((one) => partitionOf(table.name, one, unlessThere, server)),
    ...table.indexes.map((index) =>
      schemaStatement(indexText(index, table.name, { ifNotExists: unlessThere }, server)),
    ),
    ...comments(table, server),
  ];
}

/** CREATE TABLE makes one key of two on the same columns, without a word; ALTER TABLE makes both. */
function repeatedKeys({ constraints }: Table): readonly Constraint[] {
  const columnsOf = (key: Constraint) =>
    key.kind === 'primary' || key.kind === 'unique' ? key.columns.join('\n') : undefined;
  return constraints.filter(
    (key, at) =>
      columnsOf(key) !== undefined && constraints.slice(0, at).some((other) => columnsOf(other) === columnsOf(key)),
  );
}

/** Where the table is there already, knex would make its keys and indexes again. */
function isKnexs(table: Table, unlessThere: boolean, server: Server): boolean {
  const { columns, constraints, indexes, options = {}, partitioning } = table;
  const beside = indexes.length + constraints.filter(({ kind }) => kind === 'unique' || kind === 'foreign').length;
  if (partitioning !== undefined || (unlessThere && beside > 0)) return false;
  if (Object.keys(options).some((option) => !knexOptions.has(option))) return false;
  return (
    columns.every(isKnexColumn) && constraints.every(isKnexKey) && indexes.every((index) => isKnexIndex(index, server))
  );
}

function tableText(table: Table, unlessThere: boolean, server: Server): string {
  const { columns, constraints, options = {}, partitioning } = table;
  const manner = tableManner(options, server);
  const parts = [
    ...columns.map((column) => definition(column, table.name, server)),
    ...constraints.map((key) => constraintClause(key, table.name, server)),
  ];
  const head = `create ${manner.before}table ${ifNotExists(unlessThere)}${quoteName(server, table.name)}`;
  return [
    `${head} (${parts.join(', ')})`,
    manner.inherits,
    partitioning === undefined ? [] : `partition by ${partitioned(table, server)}`,
    manner.using,
    storageClauses(options, server),
  ]
    .flat()
    .join(' ');
}

function partitioned({ name, partitioning }: Table, server: Server): string {
  refusePartitions(name, server);
  const { by = '' } = partitioning ?? {};
  if (/^\s*hash\b/i.test(by)) requireFeature(server, 'hash partitions', 'part the table by range or list');
  return by;
}

/** https://www.cockroachlabs.com/docs/stable/partitioning */
function refusePartitions(table: Name, server: Server): void {
  refuseOnCockroach(
    server,
    `has no partitions that are made and dropped one by one: ${showName(table)}; its PARTITION BY says where rows of a primary key lie`,
    'leave the partitions out for CockroachDB, or write ALTER TABLE … PARTITION BY with op.execute(…)',
  );
}

function partitionOf(table: Name, { name, values }: Partition, unlessThere: boolean, server: Server): Statement {
  const said = values.trim();
  const holds = /^(?:default$|for\s+values\b)/i.test(said) ? said : `for values ${said}`;
  const made = `create table ${ifNotExists(unlessThere)}${quoteName(server, beside(table, name))}`;
  return step(
    `create partition ${name} of table ${showName(table)}`,
    schemaStatement(`${made} partition of ${quoteName(server, table)} ${holds}`),
  );
}

function comments({ name, columns, comment }: Table, server: Server): Lowered {
  const shown = quoteName(server, name);
  return [
    ...(comment === undefined ? [] : [[`table ${shown}`, comment] as const]),
    ...columns.flatMap((column) =>
      column.comment === undefined ? [] : [[`column ${shown}.${server.quote(column.name)}`, column.comment] as const],
    ),
  ].map(([what, said]) => schemaStatement(`comment on ${what} is ${commentText(said, server)}`));
}

/** A type that a column made for itself goes with its last column. */
export function dropTable(operation: Of<'dropTable'>, server: Server): Lowered | undefined {
  const { table, cascade = false } = operation;
  const columns = tableOf(server.before, table)?.columns ?? [];
  const going = goingWith(
    server.before,
    table,
    columns.map(({ name }) => name),
  );
  if (!cascade && going.length === 0) return undefined;
  const dropped = `drop table ${ifExists(operation.ifExists)}${quoteName(server, table)}${cascade ? ' cascade' : ''}`;
  return [schemaStatement(dropped), ...dropTypes(going, operation.ifExists, server)];
}

export function renameTable({ table }: Of<'renameTable'>, server: Server): undefined {
  refuseRead({ table }, server);
}

export function commentTable({ table, comment }: Of<'commentTable'>, server: Server): Lowered {
  return [schemaStatement(`comment on table ${quoteName(server, table)} is ${commentText(comment, server)}`)];
}

export function alterTable({ table, options, resets = [] }: Of<'alterTable'>, server: Server): Lowered {
  const words = Object.keys(options).map((option) => option.toLowerCase().replace(/\s+/g, '_'));
  if (words.includes('using') || words.includes('access_method')) {
    requireFeature(server, 'other storage of an existing table', 'make another table and copy the rows');
  }
  return [...storageActions(options, server), ...resetAction(resets, server)].map((action) =>
    altered(table, action, server),
  );
}

export function addPartition({ table, partition }: Of<'addPartition'>, server: Server): Lowered {
  refusePartitions(table, server);
  return [partitionOf(table, partition, false, server)];
}

/** A partition is a table of its own: https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE */
export function dropPartition({ table, partition }: Of<'dropPartition'>, server: Server): Lowered {
  refusePartitions(table, server);
  const part = quoteName(server, beside(table, partition));
  const drop = schemaStatement(`drop table ${part}`);
  // a key that refers to the whole table keeps each of its partitions from being dropped, and none from being let go
  const isReferred = everyKeyTo(server.before, table).length > 0;
  return isReferred ? [altered(table, `detach partition ${part}`, server), drop] : [drop];
}

/** The concurrent way is not open to a table with partitions: https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export function refuseConcurrent(table: Name, index: string, server: Server): void {
  if (tableOf(server.before, table)?.partitioning === undefined) return;
  throw unsupported(
    `${server.title} builds no index of a table with partitions concurrently: ${index} on ${showName(table)}`,
    'leave concurrently out, or build it on each partition and attach it with op.execute(…)',
  );
}
