/** How columns are taken back. */

import { type Column, hasSequence } from '../schema/column.ts';
import { type Constraint, filledBy, keyOfCounter, type PrimaryKey } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { rightsOnColumn } from './column-rights.ts';
import { type ColumnKind, changeColumn, goesWithColumn, removable } from './column-verbs.ts';
import { broughtBack, goneWith } from './enum-verbs.ts';
import { equal } from './equal.ts';
import type { ColumnChange, Of, Operation } from './operation.ts';
import { positionIn } from './position.ts';
import {
  back,
  lacks,
  loses,
  type Note,
  needs,
  noWay,
  type Reversal,
  type Reverse,
  unknown,
  unlessThere,
} from './reversal.ts';
import { holdsAll } from './types.ts';
import { apply } from './verbs.ts';

function columnOf(schema: Schema, table: Name, name: string): Column | undefined {
  return tableOf(schema, table)?.columns.find((column) => column.name === name);
}

/** An engine that fills in the new column has nothing to fill it with. */
function wantsEmpty({ nullable, default: given, identity, computed, autoIncrement }: Column): boolean {
  const filled = given !== undefined || identity !== undefined || computed !== undefined || autoIncrement;
  return !nullable && !filled;
}

/** The types that went with the operation, which come back before what is of them. */
function typesBack(operation: Operation, column: Pick<Column, 'sqlType'>, before: Schema): readonly Operation[] {
  return goneWith([column], before, apply(operation, before)).map((type): Operation => ({ kind: 'createEnum', type }));
}

/** An index that counted characters of a column does not do so again by itself. */
function indexesBack(op: Of<'alterColumn'>, before: Schema): readonly Operation[] {
  const { table } = op;
  const left = tableOf(apply(op, before), table)!.indexes;
  const changed = tableOf(before, table)!.indexes.filter((index, at) => !equal(index, left[at]));
  return changed.flatMap((index): readonly Operation[] => [
    { kind: 'dropIndex', table, index: index.name },
    { kind: 'createIndex', table, index },
  ]);
}

function withoutMadeFor({ madeFor: _, ...key }: PrimaryKey): PrimaryKey {
  return key;
}

/** The engine's own name of a key is made of what its table was called. */
function keyMadeFor(key: Constraint | undefined): { readonly keyMadeFor?: string } {
  return key?.kind === 'primary' && key.madeFor !== undefined ? { keyMadeFor: key.madeFor } : {};
}

/** What came beside a column comes back by itself. */
function apart(constraint: Constraint): Constraint {
  if (constraint.kind !== 'check') return constraint;
  const { beside: _, ...rest } = constraint;
  return rest;
}

function reverseDrop(op: Of<'dropColumn'>, before: Schema): Reversal {
  const table = tableOf(before, op.table);
  const column = columnOf(before, op.table, op.column);
  const shown = `${showName(op.table)}.${op.column}`;
  if (table === undefined || column === undefined) return unknown(`column ${shown}`);
  if (column.unread !== undefined && !column.sqlType.includes(column.unread))
    return noWay(`the type of column ${shown} said ${column.unread} before it was another one`);
  const { constraints: gone, indexes } = goesWithColumn(table, op.column);
  const counted = keyOfCounter(column);
  const constraints = gone.filter(({ kind }) => kind !== 'primary' || counted === undefined);
  const key = counted && gone.find((one) => one.kind === 'primary' && equal(withoutMadeFor(one), counted));
  if (counted !== undefined && key === undefined)
    return noWay(`column ${shown} numbers itself, and would come back as a primary key of another kind`);
  const operations: readonly Operation[] = [
    ...typesBack(op, column, before),
    { kind: 'addColumn', table: op.table, column: broughtBack(column, before), ...keyMadeFor(key) },
    ...constraints.map(
      (constraint): Operation => ({ kind: 'addConstraint', table: op.table, constraint: apart(constraint) }),
    ),
    ...indexes.map((index): Operation => ({ kind: 'createIndex', table: op.table, index })),
    ...rightsOnColumn(before, op.table, op.column).map((grant): Operation => ({ kind: 'grant', grant })),
  ];
  const notes: readonly Note[] = [
    ...(column.computed === undefined ? [lacks(`the values of column ${shown}`)] : []),
    ...(wantsEmpty(column)
      ? [needs(`table ${showName(op.table)} to be empty, since column ${op.column} is NOT NULL without a default`)]
      : []),
  ];
  return back(operations, ...notes);
}

/** Each part of the change as it was before; what did not change is left out. */
function restored(column: Column, change: ColumnChange): ColumnChange {
  const { type, sqlType, unsigned, autoIncrement, nullable } = column;
  const ceases = change.identity === null && column.identity === undefined && autoIncrement;
  const counts = ceases || change.type?.autoIncrement !== undefined ? { autoIncrement } : {};
  const typed = { type, sqlType, unsigned, ...counts };
  const parts: Record<string, unknown> = {};
  if (ceases || (change.type !== undefined && !equal(change.type, typed))) parts.type = typed;
  if (change.nullable !== undefined && change.nullable !== nullable) parts.nullable = nullable;
  const next = changeColumn(column, change);
  for (const part of removable) {
    if (!equal(next[part], column[part])) parts[part] = column[part] ?? null;
  }
  return parts;
}

/** No engine lets a column take NULL while a primary key keeps it out. */
function isFilled(table: Table | undefined, column: string): boolean {
  return table?.constraints.some((key) => filledBy(key, table).includes(column)) ?? false;
}

function priceOf(change: ColumnChange, undo: ColumnChange, column: Column, shown: string): readonly Note[] {
  const notes: Note[] = [];
  if (change.type !== undefined && undo.type !== undefined) {
    if (!holdsAll(undo.type, change.type))
      notes.push(
        loses(`values of column ${shown} that ${column.sqlType} cannot hold, unless the database refuses them`),
      );
    if (!holdsAll(change.type, undo.type))
      notes.push(lacks(`what ${change.type.sqlType} could not hold of the values of column ${shown}`));
  }
  if (undo.nullable === false) notes.push(needs(`column ${shown} to hold no NULL`));
  if (change.computed && column.computed === undefined) notes.push(lacks(`the values of column ${shown}`));
  return notes;
}

/** A plain cast of the column itself, which its type alone would have done too. */
function isPlainCast(using: string, column: string): boolean {
  const cast =
    /^\(?\s*"?([\w$]+)"?\s*\)?\s*::[^()]*(?:\([\d\s,]*\))?$|^cast\s*\(\s*"?([\w$]+)"?\s+as\b[^()]*(?:\([\d\s,]*\))?\s*\)$/i;
  const found = cast.exec(using.trim());
  return (found?.[1] ?? found?.[2]) === column;
}

export const columnReversals: { readonly [K in ColumnKind]: Reverse<K> } = {
  addColumn(op, before) {
    const shown = `${showName(op.table)}.${op.column.name}`;
    const known = columnOf(before, op.table, op.column.name);
    const price = op.column.computed === undefined ? [loses(`the values of column ${shown}`)] : [];
    return unlessThere(op.ifNotExists, known, `column ${shown}`, () =>
      back([{ kind: 'dropColumn', table: op.table, column: op.column.name }], ...price),
    );
  },
  dropColumn: reverseDrop,
  renameColumn: (op) => back([{ kind: 'renameColumn', table: op.table, column: op.to, to: op.column }]),
  alterColumn(op, before) {
    const column = columnOf(before, op.table, op.column);
    const shown = `${showName(op.table)}.${op.column}`;
    if (column === undefined) return unknown(`column ${shown}`);
    const { using } = op.change;
    if (using !== undefined && !isPlainCast(using, op.column))
      return noWay(`nothing says how the values of column ${shown} become again what they were`);
    if (op.change.identity && column.identity === undefined && hasSequence(column))
      return noWay(`column ${shown} had a sequence of its own before it was an identity`);
    const all = restored(column, op.change);
    const { nullable: _, ...others } = all;
    const kept = all.nullable === true && isFilled(tableOf(before, op.table), op.column);
    const change = kept ? others : all;
    const notes = kept ? [lacks(`that column ${shown} takes NULL once its primary key is gone`)] : [];
    const moved =
      op.position === undefined ? {} : { position: positionIn(tableOf(before, op.table)!.columns, op.column) };
    if (Object.keys({ ...change, ...moved }).length === 0) return back([], ...notes);
    const told = change.type === undefined ? change : { ...change, type: broughtBack(change.type, before) };
    const operations: readonly Operation[] = [
      ...typesBack(op, column, before),
      { kind: 'alterColumn', table: op.table, column: op.column, change: told, ...moved },
      ...indexesBack(op, before),
    ];
    return back(operations, ...priceOf(op.change, change, column, shown), ...notes);
  },
};
