/** Constraints and indexes. */

import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Constraint, Table } from '../schema/table.ts';
import type { ConstraintTarget } from './operation.ts';
import { changeTable, impossible, listed, refuseTwice, requireColumns, type Verb, without } from './verb.ts';

type KeyKind = 'addConstraint' | 'dropConstraint' | 'createIndex' | 'dropIndex';

const kindInWords = {
  primary: 'primary key',
  unique: 'unique constraint',
  foreign: 'foreign key',
  check: 'check constraint',
} as const;

export function describeConstraint(constraint: Constraint): string {
  const named = constraint.name === undefined ? '' : ` ${constraint.name}`;
  const what = `${kindInWords[constraint.kind]}${named}`;
  if (constraint.kind === 'check') return what;
  const on = `${what} on ${listed(constraint.columns)}`;
  if (constraint.kind !== 'foreign') return on;
  const { table, columns } = constraint.references;
  return `${on} to ${showName(table)} (${listed(columns)})`;
}

function describeTarget(target: ConstraintTarget): string {
  return target.name === undefined ? kindInWords[target.kind] : `${kindInWords[target.kind]} ${target.name}`;
}

/** A primary key is the only one of its table: it answers to any name. */
function answersTo(constraint: Constraint, target: ConstraintTarget): boolean {
  if (constraint.kind !== target.kind) return false;
  return constraint.kind === 'primary' || target.name === undefined || constraint.name === target.name;
}

/** The table has the key's columns, and what the key refers to has as many. */
export function requireSoundKey(table: Table, key: Constraint, schema: Schema): void {
  if (key.kind === 'check') return;
  const shown = `${kindInWords[key.kind]} ${key.name ?? ''}`.trim();
  if (key.columns.length === 0) throw impossible(`the ${shown} of table ${showName(table.name)} names no columns`);
  requireColumns(table, key.columns, schema);
  if (key.kind !== 'foreign') return;
  const { table: name, columns } = key.references;
  if (columns.length !== key.columns.length) {
    throw impossible(
      `the ${shown} has ${key.columns.length} columns on ${showName(table.name)} and ${columns.length} on ${showName(name)}`,
    );
  }
  const referred = showName(name) === showName(table.name) ? table : tableOf(schema, name);
  if (referred !== undefined) requireColumns(referred, columns, schema);
}

export const keyVerbs: { readonly [K in KeyKind]: Verb<K> } = {
  addConstraint: {
    describe: (op) => `add ${describeConstraint(op.constraint)} to table ${showName(op.table)}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        const { constraint } = op;
        refuseTwice(
          table.constraints,
          (other) => answersTo(other, constraint) && (constraint.name !== undefined || constraint.kind === 'primary'),
          `a ${describeTarget(constraint)} on table ${showName(op.table)}`,
        );
        requireSoundKey(table, constraint, schema);
        return { ...table, constraints: [...table.constraints, constraint] };
      }),
  },
  dropConstraint: {
    describe: (op) => `drop ${describeTarget(op.constraint)} of table ${showName(op.table)}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => ({
        ...table,
        constraints: without(
          table.constraints,
          (constraint) => answersTo(constraint, op.constraint),
          `${describeTarget(op.constraint)} on table ${showName(op.table)}`,
          schema,
        ),
      })),
  },
  createIndex: {
    describe: (op) =>
      `create ${op.index.unique ? 'unique ' : ''}index ${op.index.name} on ${showName(op.table)} (${listed(op.index.columns)})`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        refuseTwice(table.indexes, (index) => index.name === op.index.name, `an index ${op.index.name}`);
        if (op.index.columns.length === 0) throw impossible(`index ${op.index.name} names no columns`);
        requireColumns(table, op.index.columns, schema);
        const { concurrently: _, ...index } = op.index;
        return { ...table, indexes: [...table.indexes, index] };
      }),
  },
  dropIndex: {
    describe: (op) => `drop index ${op.index} of table ${showName(op.table)}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => ({
        ...table,
        indexes: without(table.indexes, (index) => index.name === op.index, `index ${op.index}`, schema),
      })),
  },
};
