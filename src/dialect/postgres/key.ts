/** Constraints and indexes of tables that are there. */

import type { Of } from '../../operation/operation.ts';
import { type Constraint, isNamelessCheck, primaryKeyName } from '../../schema/constraint.ts';
import type { Name } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import { primaryKeyNameOf } from '../../schema/table.ts';
import { schemaStatement, step } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { constraintClause, indexText, isKnexIndex, isKnexKey, refuseIndex, refuseKey } from './clause.ts';
import { withKeptChecks } from './made-as.ts';
import { requireParts } from './partition-key.ts';
import type { Server } from './server.ts';
import { refuseConcurrent } from './table.ts';
import { alterTable, ifExists, indexName } from './words.ts';

type Lowered = readonly Statement[];

export function addConstraint({ table, constraint }: Of<'addConstraint'>, server: Server): Lowered | undefined {
  refuseKey(constraint, server);
  const known = tableOf(server.before, table);
  if (known !== undefined) requireParts(constraint, known, server);
  if (isKnexKey(constraint) && !isNamelessCheck(constraint)) return undefined;
  const later = 'notValid' in constraint && constraint.notValid === true ? ' not valid' : '';
  return [alterTable(table, `add ${constraintClause(kept(table, constraint, server), table, server)}${later}`, server)];
}

function kept(table: Name, key: Constraint, server: Server): Constraint {
  const before = tableOf(server.before, table);
  if (before === undefined) return key;
  return withKeptChecks({ ...before, constraints: [...before.constraints, key] }, server).constraints.at(-1)!;
}

/**
 * CockroachDB lets no table be without a primary key; one that was made without has a hidden column for it, to which this goes back:
 * https://www.cockroachlabs.com/docs/v24.1/primary-key
 */
function dropPrimaryKey({ table, ifExists: there }: Of<'dropConstraint'>, name: string, server: Server): Lowered {
  const rowid = server.quote('rowid');
  const hidden = `add column if not exists ${rowid} int8 not visible not null default unique_rowid()`;
  const dropped = `drop constraint ${ifExists(there)}${server.quote(name)}`;
  const added = `add constraint ${server.quote(`${table.name}_pkey`)} primary key (${rowid})`;
  const act = (action: string) => ({ ...alterTable(table, action, server), transactional: false });
  return [step('add the hidden column that takes its place', act(hidden)), act(`${dropped}, ${added}`)];
}

export function dropConstraint(operation: Of<'dropConstraint'>, server: Server): Lowered | undefined {
  const { table, constraint } = operation;
  const primary = constraint.kind === 'primary' ? primaryKeyNameOf(tableOf(server.before, table), table) : undefined;
  const name = constraint.name ?? primary;
  if (constraint.kind === 'primary' && name !== undefined && server.traits.cockroach) {
    return dropPrimaryKey(operation, name, server);
  }
  const isKnexs = constraint.kind !== 'exclude' && name === (constraint.name ?? primaryKeyName({}, table));
  if (name === undefined || (operation.ifExists !== true && isKnexs)) return undefined;
  // https://www.cockroachlabs.com/docs/v24.1/unique
  if (constraint.kind === 'unique' && server.traits.cockroach) {
    return [schemaStatement(`drop index ${ifExists(operation.ifExists)}${indexName(table, name, server)} cascade`)];
  }
  return [alterTable(table, `drop constraint ${ifExists(operation.ifExists)}${server.quote(name)}`, server)];
}

export function renameConstraint({ table, constraint, to }: Of<'renameConstraint'>, server: Server): Lowered {
  return [alterTable(table, `rename constraint ${server.quote(constraint)} to ${server.quote(to)}`, server)];
}

export function validateConstraint({ table, constraint }: Of<'validateConstraint'>, server: Server): Lowered {
  return [alterTable(table, `validate constraint ${server.quote(constraint)}`, server)];
}

/** CockroachDB builds every index without blocking writers: https://www.cockroachlabs.com/docs/stable/create-index */
export function createIndex(operation: Of<'createIndex'>, server: Server): Lowered | undefined {
  const { table, index, ifNotExists } = operation;
  refuseIndex(index, table, server);
  const known = tableOf(server.before, table);
  if (known !== undefined) requireParts(index, known, server);
  const concurrently = index.concurrently === true && !server.traits.cockroach;
  if (concurrently) refuseConcurrent(table, index.name, server);
  if (!concurrently && ifNotExists !== true && isKnexIndex(index, server)) return undefined;
  const manner = { concurrently, ...(ifNotExists === undefined ? {} : { ifNotExists }) };
  return [schemaStatement(indexText(index, table, manner, server), !concurrently)];
}

export function dropIndex(operation: Of<'dropIndex'>, server: Server): Lowered | undefined {
  const { table, index } = operation;
  const concurrently = operation.concurrently === true && !server.traits.cockroach;
  if (!concurrently && operation.ifExists !== true) return undefined;
  const how = concurrently ? 'concurrently ' : '';
  const dropped = `drop index ${how}${ifExists(operation.ifExists)}${indexName(table, index, server)}`;
  return [schemaStatement(dropped, !concurrently)];
}

export function renameIndex({ table, index, to }: Of<'renameIndex'>, server: Server): Lowered {
  return [schemaStatement(`alter index ${indexName(table, index, server)} rename to ${server.quote(to)}`)];
}
