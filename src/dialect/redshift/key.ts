/** Keys, which tell the planner about the rows and hold none of them back; and what Redshift has in place of indexes. */

import type { Of } from '../../operation/operation.ts';
import { type Constraint, type ForeignKey, primaryKeyName } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { tableOf } from '../../schema/schema.ts';
import { primaryKeyNameOf } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import { alterTable, columnList } from '../postgres/words.ts';
import type { Statement } from '../statement.ts';
import { refuseCondition, type Server } from './server.ts';

type Lowered = readonly Statement[];
type Key = Exclude<Constraint, { kind: 'check' | 'exclude' }>;

function keyName(key: Key, table: Name): string {
  return key.kind === 'primary' ? primaryKeyName(key, table) : key.name;
}

/** https://docs.aws.amazon.com/redshift/latest/dg/c_unsupported-postgresql-features.html */
function refuseConstraint(constraint: Constraint, table: Name): Key {
  if (constraint.kind === 'check') {
    throw unsupported(
      `Redshift has no checks: ${constraint.expression}`,
      'leave the check out for Redshift, and look at the rows when they are loaded',
    );
  }
  if (constraint.kind === 'exclude') {
    throw unsupported(`Redshift has no exclusion constraints: ${constraint.name}`, 'leave it out for Redshift');
  }
  refuseParts(constraint, keyName(constraint, table));
  return constraint;
}

function refuseParts(key: Key, shown: string): void {
  if (key.deferrable === 'immediate' || key.deferrable === 'deferred') {
    throw unsupported(
      `Redshift enforces no keys, so that ${shown} cannot be deferred`,
      'leave deferrable out for Redshift',
    );
  }
  if (key.kind === 'foreign') {
    refuseActions(key);
    return;
  }
  if (key.include !== undefined) {
    throw unsupported(`Redshift's keys have no index to carry columns along: ${shown}`, 'leave include out');
  }
  if (key.clustered === true) {
    throw unsupported(
      `Redshift keeps no table sorted by a key: ${shown} is clustered`,
      'leave clustered out, and give the table the option sortkey',
    );
  }
  if (key.kind === 'unique' && key.nullsNotDistinct === true) {
    throw unsupported(`Redshift enforces no keys, whatever ${shown} says of NULLs`, 'leave nullsNotDistinct out');
  }
}

/** NO ACTION and MATCH SIMPLE are what a key says anyway. */
function refuseActions({ name, onUpdate, onDelete, match }: ForeignKey): void {
  if ([onUpdate, onDelete].some((action) => action !== undefined && !/^no\s+action$/i.test(action))) {
    throw unsupported(
      `Redshift does not enforce foreign keys, so ${name} can do nothing on update or delete`,
      'leave onUpdate and onDelete out for Redshift, and change the rows by statements of their own',
    );
  }
  if (match !== undefined && !/^simple$/i.test(match)) {
    throw unsupported(`Redshift does not enforce foreign keys, so ${name} has no MATCH ${match}`, 'leave match out');
  }
}

/** `constraint "a" unique ("b")` */
export function constraintClause(constraint: Constraint, table: Name, server: Server): string {
  const key = refuseConstraint(constraint, table);
  const columns = columnList(key.columns, server);
  const named = `constraint ${server.quote(keyName(key, table))}`;
  if (key.kind !== 'foreign') return `${named} ${key.kind === 'primary' ? 'primary key' : 'unique'} ${columns}`;
  const target = `${quoteName(server, key.references.table)} ${columnList(key.references.columns, server)}`;
  return `${named} foreign key ${columns} references ${target}`;
}

/** https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE.html; no row is looked at, as NOT VALID asks for. */
export function addConstraint({ table, constraint }: Of<'addConstraint'>, server: Server): Lowered {
  const clause = constraintClause(constraint, table, server);
  const loose = tableOf(server.before, table)?.columns.find(
    ({ name, nullable }) => constraint.kind === 'primary' && nullable && constraint.columns.includes(name),
  );
  if (loose !== undefined) {
    throw unsupported(
      `Redshift makes no primary key of a column that was made without NOT NULL: ${showName(table)}.${loose.name}`,
      'make the column notNullable() where the table is made, or name the key there',
    );
  }
  return [alterTable(table, `add ${clause}`, server)];
}

export function dropConstraint(operation: Of<'dropConstraint'>, server: Server): Lowered {
  const { table, constraint } = operation;
  const name = constraint.name ?? primaryKeyNameOf(tableOf(server.before, table), table);
  refuseCondition(operation.ifExists, 'IF EXISTS', `DROP CONSTRAINT: ${name} of ${showName(table)}`);
  return [alterTable(table, `drop constraint ${server.quote(name)}`, server)];
}

/** Of the table's own keys those that hold the column: the engine drops no column before them. */
export function keysHolding(table: Name, column: string, { before }: Server): readonly Key[] {
  return (tableOf(before, table)?.constraints ?? []).filter(
    (key): key is Key => key.kind !== 'check' && key.kind !== 'exclude' && key.columns.includes(column),
  );
}

export function dropKeys(table: Name, keys: readonly Key[], server: Server): Lowered {
  return keys.map((key) => alterTable(table, `drop constraint ${server.quote(keyName(key, table))}`, server));
}

/** https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html */
export function refuseIndex(name: string): never {
  throw unsupported(
    `Redshift has no indexes: ${name}`,
    'leave the index out for Redshift; the options sortkey and distkey of the table say how its rows lie',
  );
}
