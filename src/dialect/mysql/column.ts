/** Columns of MySQL and MariaDB: added, dropped, altered. */

import { changeColumn } from '../../operation/column-verbs.ts';
import { referringTables } from '../../operation/dependents.ts';
import type { Of, Position } from '../../operation/operation.ts';
import { apply } from '../../operation/verbs.ts';
import type { Column } from '../../schema/column.ts';
import type { ForeignKey } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { refuseUnread, rememberedColumn, schemaStatement, unsupported } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { zoneTold } from '../zone.ts';
import { alter, altered, beside } from './beside.ts';
import { constraintClause } from './clause.ts';
import { definition, isKeyed, isPlain, requireKeyed, requireKnownCharset } from './definition.ts';
import { keysOver, keysTo, requireLikeTypes } from './foreign.ts';
import { columnExists, onlyIf } from './guard.ts';
import { createIndex, dropIndex, dropsOver } from './key.ts';
import { computingIndexes, placeOf, positionClause, takenAway, withOwnChecks } from './neighbour.ts';
import { has, type Server } from './server.ts';

type Lowered = readonly Statement[] | undefined;

export function addColumn(operation: Of<'addColumn'>, server: Server): Lowered {
  const { table, column, position, ifNotExists = false } = operation;
  const keyed = column.autoIncrement;
  const said = definition(column, table, server, keyed) + (keyed ? ' primary key' : '') + placed(position, server);
  const add = [`add ${said}`, ...startClause(column)];
  if (!ifNotExists) return isPlain(column, server) ? undefined : altered(table, add, server);
  if (server.traits.ifClauses) return altered(table, [`add column if not exists ${said}`, ...add.slice(1)], server);
  return onlyIf(`not ${columnExists(table, column.name)}`, alter(table, add, server));
}

const placed = (position: Position | undefined, server: Server): string =>
  position === undefined ? '' : ` ${positionClause(position, server)}`;

/** The table counts, not the column: https://dev.mysql.com/doc/refman/8.0/en/alter-table.html */
function startClause({ identity }: Pick<Column, 'identity'>): readonly string[] {
  return identity?.start === undefined ? [] : [`auto_increment = ${identity.start}`];
}

export function dropColumn(operation: Of<'dropColumn'>, server: Server): Lowered {
  const { table, column } = operation;
  const { drops, left } = withoutIndexes(tableOf(server.before, table), column, server);
  if (drops.length === 0) return dropBare(operation, server);
  const dropped = dropBare(operation, left) ?? altered(table, [`drop ${server.quote(column)}`], server);
  return [...drops, ...dropped];
}

interface Bare {
  readonly drops: readonly Statement[];
  readonly adds: readonly Statement[];
  /** As the server stands between them. */
  readonly left: Server;
}

/** Without the indexes that compute with the column. */
function withoutIndexes(table: Table | undefined, column: string, server: Server): Bare {
  const none: Bare = { drops: [], adds: [], left: server };
  if (table === undefined) return none;
  return computingIndexes(table, column).reduce(({ drops, adds, left }, index) => {
    const drop: Of<'dropIndex'> = { kind: 'dropIndex', table: table.name, index: index.name };
    const after = { ...left, before: apply(drop, left.before) };
    const add: Of<'createIndex'> = { kind: 'createIndex', table: table.name, index };
    const made = createIndex(add, after) ?? [];
    return { drops: [...drops, ...dropIndex(drop, left)!], adds: [...made, ...adds], left: after };
  }, none);
}

/** A key that its author's own words make is in the way, and nobody knows its name. */
function refuseUnreadKey(operation: Of<'dropColumn'>, server: Server): void {
  const known = tableOf(server.before, operation.table)?.columns.find(({ name }) => name === operation.column);
  const mayStand = has(server, 'foreign keys beside columns') && /\breferences\b/i.test(known?.unread ?? '');
  if (known !== undefined && mayStand) refuseUnread(known, operation, server.title);
}

function dropBare(operation: Of<'dropColumn'>, server: Server): Lowered {
  const { table, column, ifExists = false } = operation;
  refuseUnreadKey(operation, server);
  const before = [...dropsOver(operation, server), ...beside(operation, table, server)];
  const clauses = [...before, `drop ${server.quote(column)}`];
  if (!ifExists) return before.length === 0 ? undefined : altered(table, clauses, server);
  if (server.traits.ifClauses && before.length === 0) {
    return altered(table, [`drop column if exists ${server.quote(column)}`], server);
  }
  return onlyIf(columnExists(table, column), alter(table, clauses, server));
}

/** An index computes with the type that its column had when it was made. */
export function alterColumn(operation: Of<'alterColumn'>, server: Server): Lowered {
  const { table, column, change } = operation;
  const isKept = change.type === undefined && change.collation === undefined && change.computed === undefined;
  if (isKept) return alterBare(operation, server);
  const { drops, adds, left } = withoutIndexes(tableOf(server.before, table), column, server);
  return [...drops, ...alterBare(operation, left), ...adds];
}

/** https://dev.mysql.com/doc/refman/8.0/en/datetime.html */
const zoned = /^timestamp\b/i;

function alterBare(operation: Of<'alterColumn'>, server: Server): readonly Statement[] {
  const { table: name, change } = operation;
  if (change.using !== undefined) {
    throw unsupported(
      `${server.title} converts values by its own rules when a type changes: ${showName(name)}.${operation.column}`,
      'leave using out; add a column, fill it by an update and drop the old one where the rules do not fit',
    );
  }
  const column = rememberedColumn(server.title, operation, server.before);
  const next = changeColumn(column, change);
  requireKnownCharset(next, name, server);
  refuseUnread(column, operation, server.title);
  const table = tableOf(server.before, name)!;
  const ends = keysAtBothEnds(table, operation, server);
  if (mustBeReplaced(column, next, server)) return replaced(table, operation, next, server);
  if (change.identity) requireKeyed(table, column, server);
  const mayLead = Boolean(change.identity) || !table.constraints.some(({ kind }) => kind === 'primary');
  const keyed = mayLead || isKeyed(table, column.name);
  const place = placed(operation.position, server);
  const said = withOwnChecks(definition(next, name, server, keyed), column.name, table, server) + place;
  const modify = altered(name, [`modify ${said}`, ...(change.identity ? startClause(next) : [])], server).map((one) =>
    zoneTold(one, column, next, { zoned }),
  );
  if (change.type === undefined && change.collation === undefined) return modify;
  return withoutKeys(ends, modify, server);
}

interface End {
  readonly table: Name;
  readonly key: ForeignKey;
}

/** The foreign keys that the column is an end of. Throws `impossible` when the engine would refuse one of them afterwards. */
function keysAtBothEnds(table: Table, operation: Of<'alterColumn'>, server: Server): readonly End[] {
  const after = apply(operation, server.before);
  const others = referringTables(server.before, table.name);
  const ends = [
    ...keysOver(table, operation.column).map((key) => ({ table: table.name, key })),
    ...[table, ...others].flatMap((other) =>
      keysTo(other, table.name, operation.column).map((key) => ({ table: other.name, key })),
    ),
  ].filter(
    ({ key, table: { name } }, at, all) =>
      all.findIndex((end) => end.key.name === key.name && end.table.name === name) === at,
  );
  for (const { table: name, key } of ends) requireLikeTypes(tableOf(after, name)!, key, after, server.title);
  return ends;
}

/** A column at an end of a foreign key keeps its type: https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html */
function withoutKeys(ends: readonly End[], change: readonly Statement[], server: Server): readonly Statement[] {
  const drop = ({ table, key }: End) => altered(table, [`drop foreign key ${server.quote(key.name)}`], server);
  const add = ({ table, key }: End) => altered(table, [`add ${constraintClause(key, server)}`], server);
  return [...ends.flatMap(drop), ...change, ...ends.flatMap(add)];
}

/** https://dev.mysql.com/doc/refman/8.0/en/alter-table-generated-columns.html, https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/generated-columns */
function mustBeReplaced({ computed: old }: Column, { computed }: Column, { traits }: Server): boolean {
  if (old === undefined && computed === undefined) return false;
  if (old !== undefined && computed !== undefined) return old.persisted !== computed.persisted;
  return !traits.modifiesStored || (old ?? computed)?.persisted === false;
}

/** Dropped and added at its place with what stands on it; values that nothing computes any more are carried over. */
function replaced(table: Table, operation: Of<'alterColumn'>, next: Column, server: Server): readonly Statement[] {
  const column = table.columns.find(({ name }) => name === operation.column)!;
  const place = placeOf(tableOf(apply(operation, server.before), table.name)!, column.name, server);
  const { drops, adds } = takenAway(table, column.name, server);
  const gone = [...drops, `drop ${server.quote(column.name)}`];
  if (next.computed !== undefined || column.computed === undefined) {
    return altered(table.name, [...gone, `add ${definition(next, table.name, server)} ${place}`, ...adds], server);
  }
  const kept = { ...next, name: `migrator_${column.name}`.slice(0, 64), nullable: true };
  const [from, to] = [server.quote(column.name), server.quote(kept.name)];
  const settled = `change ${to} ${definition(next, table.name, server)} ${place}`;
  return [
    ...altered(table.name, [`add ${definition(kept, table.name, server)}`], server),
    { sql: `update ${quoteName(server, table.name)} set ${to} = ${from}`, transactional: true, sort: 'data' },
    ...altered(table.name, gone, server),
    schemaStatement(alter(table.name, [settled, ...adds], server)),
  ];
}
