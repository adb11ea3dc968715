/** Tables of MySQL and MariaDB: made whole, with their options and partitions. */

import { referringTables } from '../../operation/dependents.ts';
import type { Of } from '../../operation/operation.ts';
import { apply, describe } from '../../operation/verbs.ts';
import { countsBesideKey } from '../../schema/column.ts';
import { speaksOf } from '../../schema/expression.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Partition, Partitioning, Table } from '../../schema/table.ts';
import type { Storage } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { refuseCascade, refuseLeftBehind } from '../left-behind.ts';
import { schemaStatement, steps, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { altered, columnList, sharedKeys } from './beside.ts';
import { constraintClause, indexClause, isPlainIndex, refuseParts } from './clause.ts';
import { definition, isKeyed, isPlain } from './definition.ts';
import { requireForeign } from './foreign.ts';
import { dropConstraint } from './key.ts';
import { constraintsApart, withOwnChecks } from './neighbour.ts';
import { requireParts } from './partition-key.ts';
import { movedTableRights } from './rights.ts';
import type { Server } from './server.ts';

const knexOptions = new Set(['engine', 'charset', 'collate']);

export function createTable(
  { table, ifNotExists }: Of<'createTable'>,
  server: Server,
): readonly Statement[] | undefined {
  for (const key of table.constraints) {
    refuseParts(key, server);
    if (key.kind === 'foreign') requireForeign(table, key, server);
  }
  refuseTableParts(table, server);
  const parts = [
    ...table.columns.map((column) => {
      const said = definition(column, table.name, server, isKeyed(table, column.name));
      return withOwnChecks(said, column.name, table, server);
    }),
    ...constraintsApart(table, server).map((key) => constraintClause(key, server)),
    ...table.indexes.map((index) => indexClause(index, server)),
    ...sharedKeys(table).map((key) => `index ${server.quote(key.name)} ${columnList(key.columns, server)}`),
  ];
  if (isKnexs(table, ifNotExists, server)) return undefined;
  const started = table.columns.flatMap(({ identity }) => identity?.start ?? []);
  const options: Storage = {
    ...table.options,
    ...(started[0] === undefined ? {} : { auto_increment: Number(started[0]) }),
    ...(table.comment === undefined ? {} : { comment: table.comment }),
  };
  const made = `create table ${ifNotExists ? 'if not exists ' : ''}${quoteName(server, table.name)} (${parts.join(', ')})`;
  const said = optionList(options, server).map((option) => ` ${option}`);
  return [schemaStatement(`${made}${said.join('')}${partitioned(table.partitioning, server.quote)}`)];
}

/** knex writes two checks of one column side by side, where the grammar has one. */
function hasCheckedTwice({ columns, constraints }: Table): boolean {
  const nameless = constraints.flatMap((key) =>
    key.kind === 'check' && key.name === undefined ? [key.expression] : [],
  );
  return columns.some(({ name }) => nameless.filter((sql) => speaksOf(sql, name, 'column', '`')).length > 1);
}

/** Indexes that knex makes beside the table would be made again where the table is there already. */
function isKnexs(table: Table, ifNotExists: boolean, server: Server): boolean {
  if (table.partitioning !== undefined || sharedKeys(table).length > 0) return false;
  if (Object.keys(table.options ?? {}).some((option) => !knexOptions.has(option))) return false;
  const beside =
    table.indexes.length + table.constraints.filter(({ kind }) => kind === 'unique' || kind === 'foreign').length;
  if (ifNotExists && beside > 0) return false;
  const odd = table.constraints.some((key) => 'match' in key || 'clustered' in key);
  if (hasCheckedTwice(table)) return false;
  // knex puts a column that numbers itself into the primary key, also where it is told not to
  if (table.columns.some(countsBesideKey)) return false;
  return !odd && table.columns.every((column) => isPlain(column, server)) && table.indexes.every(isPlainIndex);
}

function refuseTableParts(table: Table, server: Server): void {
  const { name, options, constraints, indexes } = table;
  if (options?.inherits !== undefined) {
    throw unsupported(
      `${server.title} has no tables that inherit from others: ${showName(name)}`,
      'repeat the columns',
    );
  }
  for (const key of [...constraints, ...indexes]) requireParts(key, table, server);
}

/** Options as their engine spells them: https://dev.mysql.com/doc/refman/8.0/en/create-table.html#create-table-options */
export function optionList(options: Storage, { text }: Pick<Server, 'text'>): readonly string[] {
  return Object.entries(options).map(([option, value]) => {
    const word = /^charset$/i.test(option) ? 'default character set' : option.replaceAll('_', ' ');
    const name = /^(?:charset|data_directory|index_directory)$/i.test(option) ? word : option;
    if (typeof value === 'boolean') return `${name} = ${value ? 1 : 0}`;
    const isWord =
      typeof value === 'number' || (/^\w+$/.test(value) && !/^(?:comment|connection|password)$/i.test(option));
    return `${name} = ${isWord ? value : text(value)}`;
  });
}

function partitionText({ name, values }: Partition, quote: Server['quote']): string {
  const said = values.trim() === '' || /^\s*values\b/i.test(values) ? values : `values ${values}`;
  return `partition ${quote(name)} ${said}`.trim();
}

function partitioned(partitioning: Partitioning | undefined, quote: Server['quote']): string {
  if (partitioning === undefined) return '';
  const { by, partitions } = partitioning;
  const list = partitions.map((partition) => partitionText(partition, quote)).join(', ');
  return ` partition by ${by}${list === '' ? '' : ` (${list})`}`;
}

/** CASCADE is read and does nothing: https://dev.mysql.com/doc/refman/8.0/en/drop-table.html */
export function dropTable(operation: Of<'dropTable'>, server: Server): readonly Statement[] | undefined {
  const { table, ifExists, cascade = false } = operation;
  if (!cascade) return undefined;
  refuseCascade(server.title, table, server.before, '`');
  const keys = referringTables(server.before, table).flatMap((other) =>
    other.constraints.flatMap((key) =>
      key.kind === 'foreign' && showName(key.references.table) === showName(table)
        ? [{ table: other.name, constraint: { kind: key.kind, name: key.name } }]
        : [],
    ),
  );
  let { before } = server;
  const dropped = keys.flatMap((key) => {
    const drop: Of<'dropConstraint'> = { kind: 'dropConstraint', ...key };
    const statements = dropConstraint(drop, { ...server, before }) ?? [];
    before = apply(drop, before);
    return steps(describe(drop), statements);
  });
  return [...dropped, schemaStatement(`drop table ${ifExists ? 'if exists ' : ''}${quoteName(server, table)}`)];
}

/** knex moves a table of another database into the one that is selected. */
export function renameTable(operation: Of<'renameTable'>, server: Server): readonly Statement[] | undefined {
  const { table, to } = operation;
  refuseLeftBehind(server.title, { table }, server.before, '`');
  const rights = movedTableRights(operation, server);
  if (table.schema === undefined && rights.length === 0) return undefined;
  const target = quoteName(server, { ...table, name: to });
  return [schemaStatement(`rename table ${quoteName(server, table)} to ${target}`), ...rights];
}

export function alterTable({ table, options }: Of<'alterTable'>, server: Server): readonly Statement[] {
  return altered(table, optionList(options, server), server);
}

/** https://dev.mysql.com/doc/refman/8.0/en/partitioning-management-range-list.html */
export function addPartition({ table, partition }: Of<'addPartition'>, server: Server): readonly Statement[] {
  const last = partitioningOf(table, server)?.partitions.find(({ values = '' }) => /\bmaxvalue\b/i.test(values));
  if (last !== undefined) {
    throw unsupported(
      `${server.title} adds no partition behind ${last.name} of ${showName(table)}, which takes everything up to MAXVALUE`,
      `drop ${last.name} first and add it again behind, or write ALTER TABLE … REORGANIZE PARTITION with op.execute(…), which keeps the rows`,
    );
  }
  return altered(table, [`add partition (${partitionText(partition, server.quote)})`], server);
}

/** https://dev.mysql.com/doc/refman/8.0/en/partitioning-management-hash-key.html */
export function dropPartition({ table, partition }: Of<'dropPartition'>, server: Server): readonly Statement[] {
  if (/^\s*(?:linear\s+)?(?:hash|key)\b/i.test(partitioningOf(table, server)?.by ?? '')) {
    throw unsupported(
      `${server.title} drops no partition of a table that is parted by hash or key: ${partition} of ${showName(table)}`,
      'write ALTER TABLE … COALESCE PARTITION with op.execute(…), which keeps the rows',
    );
  }
  return altered(table, [`drop partition ${server.quote(partition)}`], server);
}

function partitioningOf(table: Name, { before }: Server): Partitioning | undefined {
  return tableOf(before, table)?.partitioning;
}
