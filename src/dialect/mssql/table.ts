/** Whole tables. */

import { referringTables } from '../../operation/dependents.ts';
import type { Of } from '../../operation/operation.ts';
import type { Constraint } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import type { Index } from '../../schema/table-index.ts';
import { quoteName } from '../dialect.ts';
import { refuseCascade, refuseLeftBehind } from '../left-behind.ts';
import { step, steps, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { requireOneWay } from './cascade.ts';
import { isBeyondKnex, renameDefaults } from './column.ts';
import { addComment, setComment } from './comment.ts';
import { constraintClause, isRealConstraint, requireSortedKey } from './constraint.ts';
import { columnDefinition } from './definition.ts';
import { requireForeign } from './foreign.ts';
import { indexSql } from './index-clause.ts';
import { dropKey, leavesNullOut, uniqueIndex } from './key.ts';
import { defaultName, namedByServer, primaryName } from './name.ts';
import { besideTable, block, dropObject, objectId, plain, rename, type Server } from './server.ts';
import { alterStorage, inMemory, isOnline, isStored, placeClause, withClause } from './storage.ts';

/** https://learn.microsoft.com/sql/relational-databases/partitions/partitioned-tables-and-indexes */
export function refusePartitions(table: Name): never {
  throw unsupported(
    `SQL Server partitions a table by a scheme and a function, which are made beside it: ${showName(table)}`,
    "make them with op.execute(…), and put the table there with the option { on: 'scheme (column)' }",
  );
}

/** An index standing beside the table, whether it was asked for as such or as a unique key. */
function indexesOf({ constraints, indexes }: Table, table: Table): readonly Index[] {
  const unique = constraints.flatMap((key) =>
    key.kind === 'unique' && !isRealConstraint(key, table) ? [uniqueIndex(key)] : [],
  );
  return [...unique, ...indexes];
}

function keyBeyondKnex(key: Constraint, table: Table): boolean {
  if (key.kind === 'exclude') return true;
  if (key.kind === 'check') return key.notValid === true;
  if (key.deferrable !== undefined || 'include' in key || 'clustered' in key || 'nullsNotDistinct' in key) return true;
  if (key.kind === 'unique') return isRealConstraint(key, table);
  if (key.kind === 'primary') return false;
  return (
    key.match !== undefined ||
    key.notValid === true ||
    /^restrict$/i.test(`${key.onDelete}`) ||
    /^restrict$/i.test(`${key.onUpdate}`)
  );
}

function indexBeyondKnex(index: Index, table: Table): boolean {
  const { columns, include, nullsNotDistinct, storage, method, unique, where } = index;
  const said = [include, nullsNotDistinct, storage, method].some((part) => part !== undefined);
  const other = unique && (where === undefined) !== leavesNullOut(index, table);
  return said || other || columns.some((part) => typeof part !== 'string');
}

function isBeyond(table: Table): boolean {
  return (
    isStored(table.options) ||
    table.comment !== undefined ||
    table.columns.some(isBeyondKnex) ||
    table.constraints.some((key) => keyBeyondKnex(key, table)) ||
    table.indexes.some((index) => indexBeyondKnex(index, table))
  );
}

function createSql(table: Table, server: Server): string {
  const inside = [
    ...table.columns.map((column) => columnDefinition(table.name, column, table, server)),
    ...table.constraints
      .filter((key) => key.kind !== 'unique' || isRealConstraint(key, table))
      .map((key) => constraintClause(table.name, key, table, server)),
  ];
  const { options } = table;
  const stored = placeClause(options, server) + withClause(options);
  return `CREATE TABLE ${quoteName(server, table.name)} (${inside.join(', ')})${stored}`;
}

function besideSql(table: Table, server: Server): readonly string[] {
  const { name, comment, columns } = table;
  return [
    ...indexesOf(table, table).map((index) => indexSql(name, index, table, server)),
    ...(comment === undefined ? [] : [addComment(name, undefined, comment, server)]),
    ...columns.flatMap((column) =>
      column.comment === undefined ? [] : [addComment(name, column.name, column.comment, server)],
    ),
  ];
}

export function createTable(
  { table, ifNotExists }: Of<'createTable'>,
  server: Server,
): readonly Statement[] | undefined {
  if (table.partitioning !== undefined) refusePartitions(table.name);
  for (const key of table.constraints) if (key.kind === 'foreign') requireForeign(key, table, server);
  for (const key of table.constraints) requireSortedKey(table.name, key, table);
  requireOneWay(table.name, table.constraints, server);
  const beside = besideSql(table, server);
  if (!isBeyond(table) && !ifNotExists) return undefined;
  const create = createSql(table, server);
  if (!ifNotExists) return plain(create, ...beside);
  const missing = `IF ${objectId(table.name, server, 'U')} IS NULL`;
  if (beside.length === 0) return plain(`${missing}\n  ${create}`);
  const all = [create, ...beside].map((sql) => `EXEC(N'${sql.replaceAll("'", "''")}');\n`);
  return [block(`${missing}\nBEGIN\n${all.join('')}END`)];
}

/** Foreign keys of other tables, which raw SQL may have made. */
function dropFoundReferences(table: Name, server: Server): Statement {
  return block(
    [
      "DECLARE @drop nvarchar(max) = N'';",
      "SELECT @drop = @drop + N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(parent_object_id)) + N'.' + QUOTENAME(OBJECT_NAME(parent_object_id))",
      "    + N' DROP CONSTRAINT ' + QUOTENAME(name) + N';'",
      `  FROM sys.foreign_keys WHERE referenced_object_id = ${objectId(table, server)} AND parent_object_id <> referenced_object_id;`,
      'EXEC(@drop)',
    ].join('\n'),
  );
}

function dropReferences(table: Name, server: Server): readonly Statement[] {
  const { before } = server;
  if (before.unread.length > 0 || tableOf(before, table) === undefined)
    return [step('drop the foreign keys that refer to it', dropFoundReferences(table, server))];
  return referringTables(before, table).flatMap((of) =>
    of.constraints
      .filter((key) => key.kind === 'foreign' && showName(key.references.table) === showName(table))
      .flatMap((key) =>
        steps(
          `drop foreign key ${key.name} of table ${showName(of.name)}`,
          dropKey(of.name, key as { kind: 'foreign'; name: string }, server),
        ),
      ),
  );
}

export function dropTable(
  { table, ifExists, cascade }: Of<'dropTable'>,
  server: Server,
): readonly Statement[] | undefined {
  const known = tableOf(server.before, table);
  if (!ifExists && cascade !== true && !inMemory(known?.options)) return undefined;
  if (cascade === true) refuseCascade(server.title, table, server.before, '[');
  return [
    ...(cascade === true ? dropReferences(table, server) : []),
    ...plain(dropObject('TABLE', table, server, ifExists, 'U')),
  ];
}

function renamePrimary(table: Table, to: string, server: Server): readonly string[] {
  return table.constraints.flatMap((key) => {
    if (key.kind !== 'primary' || key.name !== undefined || namedByServer(table, key)) return [];
    const old = besideTable(table.name, primaryName(table.name, key));
    const renamed = rename(quoteName(server, old), primaryName({ name: to }, key), 'OBJECT', server);
    return [`IF ${objectId(old, server, 'PK')} IS NOT NULL ${renamed}`];
  });
}

/** What knex named after the table follows it. */
export function renameTable({ table, to }: Of<'renameTable'>, server: Server): readonly Statement[] {
  refuseLeftBehind(server.title, { table }, server.before, '[');
  const known = tableOf(server.before, table);
  return [
    ...plain(rename(quoteName(server, table), to, 'OBJECT', server)),
    ...renameDefaults(table, known?.columns ?? [], (column) => defaultName(to, column), server),
    ...(known === undefined ? [] : steps('rename its primary key', plain(...renamePrimary(known, to, server)))),
  ];
}

export function commentTable({ table, comment }: Of<'commentTable'>, server: Server): readonly Statement[] {
  return plain(setComment(table, undefined, comment, server));
}

export function alterTable({ table, options }: Of<'alterTable'>, server: Server): readonly Statement[] {
  const transactional = !isOnline(options);
  return plain(...alterStorage(table, options, server)).map((statement) => ({ ...statement, transactional }));
}
