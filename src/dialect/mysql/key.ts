/** Constraints and indexes of MySQL and MariaDB, added, dropped and renamed. */

import { columnsOf } from '../../operation/column-verbs.ts';
import type { Of } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import { type Constraint, isNamelessCheck } from '../../schema/constraint.ts';
import { speaksOf } from '../../schema/expression.ts';
import { showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import type { Dialect } from '../dialect.ts';
import { needsDatabase, notKnown, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { alter, altered, beside, resettled } from './beside.ts';
import { constraintClause, indexClause, isPlainIndex, refuseParts } from './clause.ts';
import { isNumbered, requireKeyed } from './definition.ts';
import { requireForeign, requireLikeTypes } from './foreign.ts';
import { constraintExists, indexExists, onlyIf } from './guard.ts';
import { requireParts } from './partition-key.ts';
import { has, hasSince, type MysqlTraits, requireFeature, type Server } from './server.ts';

type Lowered = readonly Statement[] | undefined;

/** A foreign key without a name gets a number, and an index that is called otherwise: https://mariadb.com/kb/en/foreign-keys/#syntax */
export const mysqlKeysBeside = (traits: MysqlTraits): NonNullable<Dialect['keysBeside']> => ({
  unique: (_, column) => column,
  foreign: (_table, _column, said, version) =>
    hasSince(traits, version, 'foreign keys beside columns') ? said : undefined,
});

export function addConstraint(operation: Of<'addConstraint'>, server: Server): Lowered {
  const { table: name, constraint } = operation;
  refuseParts(constraint, server);
  const table = tableOf(server.before, name);
  if (table !== undefined && constraint.kind === 'foreign') requireForeign(table, constraint, server);
  if (table !== undefined) requireParts(constraint, table, server);
  if (table !== undefined && constraint.kind === 'primary') requireBeside(operation, table, server);
  const more = beside(operation, name, server);
  const own = 'match' in constraint || 'clustered' in constraint || isNamelessCheck(constraint);
  if (more.length === 0 && !own) return undefined;
  return altered(name, [`add ${constraintClause(constraint, server)}`, ...more], server);
}

/**
 * A foreign key that sets to NULL what a primary key fills: https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html.
 * A numbered column that only follows in the key.
 */
function requireBeside(operation: Of<'addConstraint'>, { name, columns, constraints }: Table, server: Server): void {
  const { before, title } = server;
  const { constraint } = operation;
  const after = apply(operation, before);
  const keyed = tableOf(after, name)!;
  for (const key of constraints) if (key.kind === 'foreign') requireLikeTypes(keyed, key, after, title);
  for (const column of columns.filter(isNumbered)) {
    if (columnsOf(constraint).includes(column.name)) requireKeyed(keyed, column, server);
  }
}

/** https://dev.mysql.com/doc/refman/8.0/en/alter-table.html: DROP CHECK came before DROP CONSTRAINT. */
function dropClause({ kind, name }: Of<'dropConstraint'>['constraint'], server: Server, ifExists = ''): string {
  if (kind === 'primary') return 'drop primary key';
  const quoted = server.quote(name ?? '');
  if (kind === 'unique') return `drop index ${ifExists}${quoted}`;
  if (kind === 'foreign') return `drop foreign key ${ifExists}${quoted}`;
  if (kind === 'exclude') throw unsupported(`${server.title} has no exclusion constraints`, 'leave it out');
  requireFeature(server, 'checks', 'there is none to drop');
  return `drop ${has(server, 'DROP CONSTRAINT') ? 'constraint' : 'check'} ${ifExists}${quoted}`;
}

export function dropConstraint(operation: Of<'dropConstraint'>, server: Server): Lowered {
  const { table, constraint, ifExists = false } = operation;
  if (constraint.name === undefined && constraint.kind !== 'primary') {
    throw needsDatabase(server.title, operation, 'name the constraint: the engine invented a name for it');
  }
  const more = beside(operation, table, server);
  if (!ifExists) return altered(table, [dropClause(constraint, server), ...more], server);
  if (server.traits.ifClauses && constraint.kind !== 'primary' && more.length === 0) {
    return altered(table, [dropClause(constraint, server, 'if exists ')], server);
  }
  return onlyIf(constraintExists(table, constraint), alter(table, [dropClause(constraint, server), ...more], server));
}

function constraintOf(operation: Of<'renameConstraint'>, server: Server): Constraint {
  const key = tableOf(server.before, operation.table)?.constraints.find(({ name }) => name === operation.constraint);
  if (key !== undefined) return key;
  throw notKnown(server.title, operation, server.before, `what ${operation.constraint} is`);
}

/** There is no RENAME CONSTRAINT; a foreign key cannot go and come in one statement: https://dev.mysql.com/doc/refman/8.0/en/alter-table.html#alter-table-foreign-key */
export function renameConstraint(operation: Of<'renameConstraint'>, server: Server): Lowered {
  const { table, constraint, to } = operation;
  const key = constraintOf(operation, server);
  const renamed = { ...key, name: to } as Constraint;
  if (key.kind === 'primary') return [];
  if (key.kind === 'unique' && has(server, 'RENAME INDEX')) {
    return altered(table, [`rename index ${server.quote(constraint)} to ${server.quote(to)}`], server);
  }
  if (key.kind !== 'foreign') {
    return altered(table, [dropClause(key, server), `add ${constraintClause(renamed, server)}`], server);
  }
  const drop: Of<'dropConstraint'> = {
    kind: 'dropConstraint',
    table,
    constraint: { kind: 'foreign', name: constraint },
  };
  const add: Of<'addConstraint'> = { kind: 'addConstraint', table, constraint: renamed };
  const between = { ...server, before: apply(drop, server.before) };
  const [made, wanted] = [apply(add, between.before), apply(operation, server.before)].map(
    (one) => tableOf(one, table)!,
  );
  const more = resettled(made!, wanted!, server);
  return [
    ...(dropConstraint(drop, server) ?? []),
    ...altered(table, [`add ${constraintClause(renamed, server)}`, ...beside(add, table, between)], server),
    ...(more.length === 0 ? [] : altered(table, more, server)),
  ];
}

export function createIndex(operation: Of<'createIndex'>, server: Server): Lowered {
  const { table, index, ifNotExists = false } = operation;
  const known = tableOf(server.before, table);
  if (known !== undefined) requireParts(index, known, server);
  const more = beside(operation, table, server);
  const clauses = (ifClause: string) => [...more, `add ${indexClause(index, server, ifClause)}`];
  if (!ifNotExists) {
    const forKnex = more.length === 0 && isPlainIndex(index);
    indexClause(index, server);
    return forKnex ? undefined : altered(table, clauses(''), server);
  }
  if (server.traits.ifClauses && more.length === 0) return altered(table, clauses('if not exists '), server);
  return onlyIf(`not ${indexExists(table, index.name)}`, alter(table, clauses(''), server));
}

export function dropIndex(operation: Of<'dropIndex'>, server: Server): Lowered {
  const { table, index, ifExists = false } = operation;
  const more = beside(operation, table, server);
  if (ifExists && server.traits.ifClauses && more.length === 0) {
    return altered(table, [`drop index if exists ${server.quote(index)}`], server);
  }
  const clauses = [`drop index ${server.quote(index)}`, ...more];
  if (ifExists) return onlyIf(indexExists(table, index), alter(table, clauses, server));
  return altered(table, clauses, server);
}

export function renameIndex(operation: Of<'renameIndex'>, server: Server): Lowered {
  const { table, index: from, to } = operation;
  if (has(server, 'RENAME INDEX')) {
    return altered(table, [`rename index ${server.quote(from)} to ${server.quote(to)}`], server);
  }
  const index = tableOf(server.before, table)?.indexes.find(({ name }) => name === from);
  if (index === undefined) {
    throw notKnown(server.title, operation, server.before, `what ${from} is made of`);
  }
  const added = `add ${indexClause({ ...index, name: to }, server)}`;
  return altered(table, [`drop index ${server.quote(from)}`, added], server);
}

/** It has a name that the engine chose, and goes along where it speaks of one column alone: https://mariadb.com/kb/en/constraint/#check-constraints */
function refuseShared(table: Table, column: string, { title }: Server): void {
  const speaks = (sql: string, name: string): boolean => speaksOf(sql, name, 'column', '`');
  const shared = table.constraints.find(
    (key) =>
      key.kind === 'check' &&
      isNamelessCheck(key) &&
      speaks(key.expression, column) &&
      table.columns.some(({ name }) => name !== column && speaks(key.expression, name)),
  );
  if (shared?.kind !== 'check') return;
  throw unsupported(
    `${title} drops no column that a check of several columns speaks of, and nobody named the check (${shared.expression}) of table ${showName(table.name)}`,
    'give the check a name where it is made, or drop it by the name that the database gave it, with { does: [...] }',
  );
}

/** What stands on a column and goes with it, for the same ALTER TABLE: the engine would shrink keys, or refuse. */
export function dropsOver(operation: Of<'dropColumn'>, server: Server): readonly string[] {
  const { table: name, column } = operation;
  const table = tableOf(server.before, name);
  if (table === undefined) return [];
  refuseShared(table, column, server);
  const keys = table.constraints.filter((key) => {
    if (key.kind === 'check') return key.name !== undefined && speaksOf(key.expression, column, 'column', '`');
    return key.kind !== 'exclude' && key.columns.includes(column) && (key.kind === 'foreign' || key.columns.length > 1);
  });
  const indexes = table.indexes.filter(
    ({ columns }) =>
      columns.length > 1 && columns.some((part) => (typeof part === 'string' ? part : part.column) === column),
  );
  return [
    ...keys.map((key) => dropClause(key, server)),
    ...indexes.map(({ name: index }) => `drop index ${server.quote(index)}`),
  ];
}
