/** Constraints and indexes. */

import type { Constraint } from '../schema/constraint.ts';
import { showName } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import { filled, type Table } from '../schema/table.ts';
import { columnNames, type Index, showPart } from '../schema/table-index.ts';
import { requireKeysStay, requireSoundForeign } from './foreign.ts';
import type { ConstraintTarget } from './operation.ts';
import {
  changeIndexed,
  changeTable,
  ifIn,
  impossible,
  listed,
  refuseTwice,
  requireColumns,
  type Verb,
  without,
} from './verb.ts';

export type KeyKind =
  | 'addConstraint'
  | 'dropConstraint'
  | 'renameConstraint'
  | 'validateConstraint'
  | 'createIndex'
  | 'dropIndex'
  | 'renameIndex';

const kindInWords = {
  primary: 'primary key',
  unique: 'unique constraint',
  foreign: 'foreign key',
  check: 'check constraint',
  exclude: 'exclusion constraint',
} as const;

export function describeConstraint(constraint: Constraint): string {
  const named = constraint.name === undefined ? '' : ` ${constraint.name}`;
  const what = `${kindInWords[constraint.kind]}${named}`;
  if (constraint.kind === 'check') return what;
  if (constraint.kind === 'exclude')
    return `${what} on ${listed(constraint.elements.map(({ part }) => showPart(part)))}`;
  const on = `${what} on ${listed(constraint.columns)}`;
  if (constraint.kind !== 'foreign') return on;
  const { table, columns } = constraint.references;
  return `${on} to ${showName(table)} (${listed(columns)})`;
}

export function describeTarget(target: ConstraintTarget): string {
  return target.name === undefined ? kindInWords[target.kind] : `${kindInWords[target.kind]} ${target.name}`;
}

/** A primary key is the only one of its table: it answers to any name. */
export function answersTo(constraint: Constraint, target: ConstraintTarget): boolean {
  if (constraint.kind !== target.kind) return false;
  return constraint.kind === 'primary' || target.name === undefined || constraint.name === target.name;
}

/** The table has the key's columns, and what the key refers to has as many. */
export function requireSoundKey(table: Table, key: Constraint, schema: Schema): void {
  if (key.kind === 'check') return;
  if (key.kind === 'exclude') {
    requireColumns(table, columnNames(key.elements.map(({ part }) => part)), schema);
    return;
  }
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
  requireSoundForeign(table, key, schema);
}

/** What is added later stands beside no column, unless it came with one. */
function saidOfTable(constraint: Constraint): Constraint {
  if (constraint.kind !== 'check' || constraint.name !== undefined || constraint.beside !== undefined)
    return constraint;
  return { ...constraint, ofTable: true };
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
        refuseTwice(
          table.constraints,
          ({ name }) => name !== undefined && name === constraint.name,
          `a constraint ${constraint.name} on table ${showName(op.table)}`,
        );
        requireSoundKey(table, constraint, schema);
        return filled({ ...table, constraints: [...table.constraints, saidOfTable(constraint)] });
      }),
  },
  dropConstraint: {
    describe: (op) =>
      `drop ${describeTarget(op.constraint)} of table ${showName(op.table)}${ifIn(op.ifExists, 'if it exists')}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        const constraints = without(
          table.constraints,
          (constraint) => answersTo(constraint, op.constraint),
          `${describeTarget(op.constraint)} on table ${showName(op.table)}`,
          schema,
          op.ifExists,
        );
        return requireKeysStay(table, { ...table, constraints }, schema);
      }),
  },
  renameConstraint: {
    describe: (op) => `rename constraint ${op.constraint} of table ${showName(op.table)} to ${op.to}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        const what = `a constraint ${op.to} on table ${showName(op.table)}`;
        refuseTwice(table.constraints, ({ name }) => name === op.to, what);
        requireConstraint(table, op.constraint, schema);
        const constraints = table.constraints.map((constraint) =>
          constraint.name === op.constraint ? { ...constraint, name: op.to } : constraint,
        );
        return { ...table, constraints };
      }),
  },
  validateConstraint: {
    describe: (op) => `validate constraint ${op.constraint} of table ${showName(op.table)}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        requireConstraint(table, op.constraint, schema);
        return {
          ...table,
          constraints: table.constraints.map((key) => (key.name === op.constraint ? valid(key) : key)),
        };
      }),
  },
  createIndex: {
    describe: (op) =>
      `create ${op.index.unique ? 'unique ' : ''}index ${op.index.name} on ${showName(op.table)} (${listed(op.index.columns.map(showPart))})${ifIn(op.ifNotExists, 'unless it exists')}`,
    apply: (op, schema) =>
      changeIndexed(schema, op.table, (indexes, table) => {
        if (op.ifNotExists === true && indexes.some(({ name }) => name === op.index.name)) return indexes;
        refuseTwice(indexes, (index) => index.name === op.index.name, `an index ${op.index.name}`);
        if (op.index.columns.length === 0) throw impossible(`index ${op.index.name} names no columns`);
        if (table !== undefined) requireIndexColumns(table, op.index, schema);
        const { concurrently: _, online: __, ...index } = op.index;
        return [...indexes, index];
      }),
  },
  dropIndex: {
    describe: (op) => `drop index ${op.index} of table ${showName(op.table)}${ifIn(op.ifExists, 'if it exists')}`,
    apply: (op, schema) =>
      changeIndexed(schema, op.table, (indexes, table) => {
        const rest = without(indexes, (index) => index.name === op.index, `index ${op.index}`, schema, op.ifExists);
        if (table !== undefined) requireKeysStay(table, { ...table, indexes: rest }, schema);
        return rest;
      }),
  },
  renameIndex: {
    describe: (op) => `rename index ${op.index} of table ${showName(op.table)} to ${op.to}`,
    apply: (op, schema) =>
      changeIndexed(schema, op.table, (indexes) => {
        refuseTwice(indexes, (index) => index.name === op.to, `an index ${op.to}`);
        const rest = without(indexes, (index) => index.name === op.index, `index ${op.index}`, schema);
        if (rest.length === indexes.length) return indexes;
        return indexes.map((index) => (index.name === op.index ? { ...index, name: op.to } : index));
      }),
  },
};

function valid(constraint: Constraint): Constraint {
  if (constraint.kind !== 'foreign' && constraint.kind !== 'check') return constraint;
  const { notValid: _, ...rest } = constraint;
  return rest;
}

function requireConstraint(table: Table, name: string, schema: Schema): void {
  without(
    table.constraints,
    (constraint) => constraint.name === name,
    `constraint ${name} on table ${showName(table.name)}`,
    schema,
  );
}

export function requireIndexColumns(table: Table, { columns, include = [] }: Index, schema: Schema): void {
  requireColumns(table, [...columnNames(columns), ...include], schema);
}
