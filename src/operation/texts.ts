/** The SQL that a table remembers in words of its author's: checks, conditions, expressions, defaults. */

import type { Column } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import type { Table } from '../schema/table.ts';
import type { Index, IndexPart } from '../schema/table-index.ts';

/** The text as it becomes. `what` says where it stands; a column's default says whose it is. */
export type ChangeText = (sql: string, what: string, defaultOf?: Column) => string;

function changePart(part: IndexPart, what: string, change: ChangeText): IndexPart {
  if (typeof part === 'string' || part.expression === undefined) return part;
  return { ...part, expression: change(part.expression, what) };
}

function changeConstraint(key: Constraint, change: ChangeText): Constraint {
  const what = `the ${key.kind} ${key.name ?? ''}`.trimEnd();
  if (key.kind === 'check') return { ...key, expression: change(key.expression, what) };
  if (key.kind !== 'exclude') return key;
  const elements = key.elements.map((element) => ({ ...element, part: changePart(element.part, what, change) }));
  return { ...key, elements, ...(key.where === undefined ? {} : { where: change(key.where, what) }) };
}

export function withIndexTexts(index: Index, change: ChangeText): Index {
  const what = `index ${index.name}`;
  const columns = index.columns.map((part) => changePart(part, what, change));
  return { ...index, columns, ...(index.where === undefined ? {} : { where: change(index.where, what) }) };
}

function changeColumn(column: Column, change: ChangeText): Column {
  const { computed, default: given } = column;
  const what = `column ${column.name}`;
  return {
    ...column,
    ...(computed === undefined ? {} : { computed: { ...computed, expression: change(computed.expression, what) } }),
    ...(given?.kind === 'sql'
      ? { default: { ...given, sql: change(given.sql, `the default of ${what}`, column) } }
      : {}),
  };
}

/** The table with every such text changed. */
export function withTextsOf(table: Table, change: ChangeText): Table {
  return {
    ...table,
    columns: table.columns.map((column) => changeColumn(column, change)),
    constraints: table.constraints.map((key) => changeConstraint(key, change)),
    indexes: table.indexes.map((index) => withIndexTexts(index, change)),
  };
}
