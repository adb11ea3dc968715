/** How constraints and indexes are taken back. */

import { type Constraint, filledForGood } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf, viewOf } from '../schema/schema.ts';
import type { Index } from '../schema/table-index.ts';
import { answersTo, describeTarget, type KeyKind } from './key-verbs.ts';
import type { ConstraintTarget, Of, Operation } from './operation.ts';
import { back, type Note, needs, noWay, type Reversal, type Reverse, unknown, unlessThere } from './reversal.ts';

function keyOf(schema: Schema, table: Name, is: (key: Constraint) => boolean): Constraint | undefined {
  return tableOf(schema, table)?.constraints.find(is);
}

function indexOf(schema: Schema, on: Name, name: string): Index | undefined {
  const indexes = (tableOf(schema, on) ?? viewOf(schema, on))?.indexes;
  return indexes?.find((index) => index.name === name);
}

function targetOf({ kind, name }: Constraint): ConstraintTarget {
  return name === undefined ? { kind } : { kind, name };
}

/** A primary key takes NULL from its columns, and gives it back when it is taken back. */
function nullableAgain(op: Of<'addConstraint'>, before: Schema): readonly Operation[] {
  const { constraint, table } = op;
  const known = tableOf(before, table);
  if (known === undefined) return [];
  const taken = filledForGood(constraint, known);
  return known.columns
    .filter(({ name, nullable }) => nullable && taken.includes(name))
    .map(({ name }) => ({ kind: 'alterColumn', table, column: name, change: { nullable: true } }));
}

/** Rows that came while the key was away may be such that it cannot come back. */
function wants(key: Constraint, table: string): readonly Note[] {
  switch (key.kind) {
    case 'primary':
    case 'unique':
      return [needs(`no two rows of ${table} to be alike in ${key.columns.join(', ')}`)];
    case 'foreign':
      return key.notValid ? [] : [needs(`every row of ${table} to have its row of ${showName(key.references.table)}`)];
    default:
      return [];
  }
}

function reverseValidate(op: Of<'validateConstraint'>, before: Schema): Reversal {
  const key = keyOf(before, op.table, ({ name }) => name === op.constraint);
  if (key === undefined) return unknown(`constraint ${op.constraint} of table ${showName(op.table)}`);
  if (!('notValid' in key)) return back([]);
  return back([
    { kind: 'dropConstraint', table: op.table, constraint: targetOf(key) },
    { kind: 'addConstraint', table: op.table, constraint: key },
  ]);
}

export const keyReversals: { readonly [K in KeyKind]: Reverse<K> } = {
  addConstraint(op, before) {
    const { constraint, table } = op;
    if (constraint.name === undefined && constraint.kind !== 'primary')
      return noWay('the engine gives the constraint a name that the history does not know');
    return back([{ kind: 'dropConstraint', table, constraint: targetOf(constraint) }, ...nullableAgain(op, before)]);
  },
  dropConstraint(op, before) {
    const key = keyOf(before, op.table, (one) => answersTo(one, op.constraint));
    if (key === undefined) return unknown(`the ${describeTarget(op.constraint)} of table ${showName(op.table)}`);
    return back([{ kind: 'addConstraint', table: op.table, constraint: key }], ...wants(key, showName(op.table)));
  },
  renameConstraint: (op) => back([{ kind: 'renameConstraint', table: op.table, constraint: op.to, to: op.constraint }]),
  validateConstraint: reverseValidate,
  createIndex(op, before) {
    const { name, concurrently } = op.index;
    return unlessThere(op.ifNotExists, indexOf(before, op.table, name), `index ${name}`, () =>
      back([{ kind: 'dropIndex', table: op.table, index: name, ...(concurrently ? { concurrently } : {}) }]),
    );
  },
  dropIndex(op, before) {
    const known = indexOf(before, op.table, op.index);
    if (known === undefined) return unknown(`index ${op.index} of table ${showName(op.table)}`);
    const index = op.concurrently ? { ...known, concurrently: true } : known;
    const price = index.unique
      ? [needs(`no two rows of ${showName(op.table)} to be alike in index ${index.name}`)]
      : [];
    return back([{ kind: 'createIndex', table: op.table, index }], ...price);
  },
  renameIndex: (op) => back([{ kind: 'renameIndex', table: op.table, index: op.to, to: op.index }]),
};
