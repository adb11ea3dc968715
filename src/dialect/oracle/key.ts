/** Oracle's constraints. */

import type { Of } from '../../operation/operation.ts';
import { type Constraint, isNamelessCheck } from '../../schema/constraint.ts';
import type { Name } from '../../schema/name.ts';
import { type Schema, tableOf } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import { quoteName } from '../dialect.ts';
import { type Lowering, step, unsupported } from '../lower.ts';
import { isAtLeast } from '../version.ts';
import { type Accent, alterTable, list } from './accent.ts';
import { requireSorted } from './beside.ts';
import { isNoAction, requireForeign } from './foreign.ts';
import { errors, unlessError } from './guard.ts';
import { hasOwnIndex, isKey } from './indexed.ts';
import { renameIndex } from './indexes.ts';

/** `table` is the one that the key stands on. */
export function checkKey(key: Constraint, table: Table | undefined, before: Schema): void {
  if (key.kind === 'foreign') requireForeign(key, table, before);
  if (key.kind === 'exclude') {
    throw unsupported(`Oracle has no exclusion constraints: ${key.name}`, 'write a trigger, or leave it out');
  }
  if (key.kind !== 'primary' && key.kind !== 'unique') return;
  const shown = key.name ?? 'the primary key';
  requireSorted(shown, key.columns, table);
  if (key.include !== undefined) {
    throw unsupported(
      `Oracle's indexes carry no columns beside those that they are searched by: ${shown}`,
      'leave include out, or create an index with these columns at its end',
    );
  }
  if (key.clustered === true) {
    throw unsupported(
      `Oracle sorts no table by an index once it is made: ${shown}`,
      'leave clustered out; an index-organized table is made with op.execute(…)',
    );
  }
  if (key.kind === 'unique' && key.nullsNotDistinct) {
    throw unsupported(
      `Oracle never takes two rows of NULL for the same: ${shown}`,
      'leave nullsNotDistinct out, or create a unique index over nvl(…)',
    );
  }
}

/** Nothing of it may be left to knex, which would write it wrongly or not at all. */
export function isBeyondKnex(key: Constraint): boolean {
  if (key.kind === 'check') return key.notValid === true;
  if (key.kind === 'exclude') return true;
  if (key.deferrable === 'not deferrable') return true;
  if (key.kind === 'primary') return key.clustered !== undefined;
  if (key.kind === 'unique') return key.clustered !== undefined || key.nullsNotDistinct !== undefined;
  return [key.onUpdate, key.match, key.notValid].some((part) => part !== undefined) || isNoAction(key.onDelete ?? '');
}

/** The name that knex gives to a primary key without one; none where the server takes no name so long. */
function nameOf(key: Constraint, table: Name, { version }: Accent): string | undefined {
  if (key.name !== undefined || key.kind !== 'primary') return key.name;
  const name = `${table.name}_pkey`;
  return Buffer.byteLength(name) <= (isAtLeast(version, '12.2') ? 128 : 30) ? name : undefined;
}

/** `constraint "a" unique ("b") deferrable initially deferred enable novalidate` */
export function keyClause(key: Constraint, table: Name, accent: Accent): string {
  const name = nameOf(key, table, accent);
  return [...(name === undefined ? [] : [`constraint ${accent.quote(name)}`]), body(key, accent), ...state(key)].join(
    ' ',
  );
}

function body(key: Constraint, accent: Accent): string {
  if (key.kind === 'check') return `check (${key.expression})`;
  if (key.kind === 'exclude') return '';
  if (key.kind === 'primary') return `primary key (${list(key.columns, accent)})`;
  if (key.kind === 'unique') return `unique (${list(key.columns, accent)})`;
  const { table, columns } = key.references;
  const remove = key.onDelete === undefined || isNoAction(key.onDelete) ? '' : ` on delete ${key.onDelete}`;
  return `foreign key (${list(key.columns, accent)}) references ${quoteName(accent, table)} (${list(columns, accent)})${remove}`;
}

function state(key: Constraint): readonly string[] {
  const deferred =
    key.kind === 'check' || key.deferrable === undefined
      ? []
      : [key.deferrable === 'not deferrable' ? 'not deferrable' : `deferrable initially ${key.deferrable}`];
  const notValid = (key.kind === 'check' || key.kind === 'foreign') && key.notValid === true;
  return [...deferred, ...(notValid ? ['enable novalidate'] : [])];
}

/** A table has one primary key: the engine has named what a column of knex's was given without a name, whatever a revision calls it. */
function isNameless({ table, constraint: { kind, name } }: Of<'dropConstraint'>, before: Schema): boolean {
  if (kind !== 'primary') return false;
  const key = tableOf(before, table)?.constraints.find((one) => one.kind === 'primary');
  return (key === undefined ? name : key.name) === undefined;
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-TABLE.html, drop_constraint_clause */
function dropConstraint(operation: Of<'dropConstraint'>, before: Schema, accent: Accent) {
  const {
    table,
    constraint: { name },
    ifExists,
  } = operation;
  const nameless = isNameless(operation, before);
  const what = nameless ? 'drop primary key' : `drop constraint ${accent.quote(name ?? '')}`;
  const statement = alterTable(table, what, accent);
  if (ifExists !== true) return nameless ? [statement] : undefined;
  return [unlessError(String(statement.sql), [nameless ? errors.noPrimaryKey : errors.noConstraint])];
}

/** The index that a key made for itself keeps the name that the key had: https://docs.oracle.com/en/error-help/db/ora-00955/ */
function renameConstraint({ table, constraint, to }: Of<'renameConstraint'>, before: Schema, accent: Accent) {
  const renamed = alterTable(table, `rename constraint ${accent.quote(constraint)} to ${accent.quote(to)}`, accent);
  const known = tableOf(before, table);
  const key = known?.constraints.find(({ name }) => name === constraint);
  const own = known !== undefined && key !== undefined && isKey(key) ? hasOwnIndex(key, known) : false;
  if (own === false) return [renamed];
  const index = renameIndex({ table, index: constraint, to }, accent);
  const says = `rename the index of ${constraint} to ${to}`;
  return [renamed, step(says, own ? index : unlessError(String(index.sql), [errors.noIndex]))];
}

export function keyLowering(accent: Accent): Lowering {
  return {
    addConstraint: ({ table, constraint }, before) => {
      checkKey(constraint, tableOf(before, table), before);
      const clause = keyClause(constraint, table, accent);
      const own = isBeyondKnex(constraint) || isNamelessCheck(constraint) || !isAtLeast(accent.version, '12.2');
      return own ? [alterTable(table, `add ${clause}`, accent)] : undefined;
    },
    dropConstraint: (operation, before) => dropConstraint(operation, before, accent),
    renameConstraint: (operation, before) => renameConstraint(operation, before, accent),
    validateConstraint: ({ table, constraint }) => [
      alterTable(table, `modify constraint ${accent.quote(constraint)} enable validate`, accent),
    ],
  };
}
