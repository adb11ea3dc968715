/** Columns added, dropped, renamed and altered. */

import { showName } from '../schema/name.ts';
import type { Column, Constraint, Table } from '../schema/table.ts';
import type { ColumnChange, Of } from './operation.ts';
import { changeTable, impossible, refuseTwice, type Verb, without } from './verb.ts';

type ColumnKind = 'addColumn' | 'dropColumn' | 'renameColumn' | 'alterColumn';

function whatChanges(change: ColumnChange): string {
  const parts = [
    change.type === undefined ? [] : [`type ${change.type.sqlType}`],
    change.nullable === undefined ? [] : [change.nullable ? 'NULL allowed' : 'NOT NULL'],
    change.default === undefined ? [] : [change.default === null ? 'no default' : 'a new default'],
    change.comment === undefined ? [] : [change.comment === null ? 'no comment' : 'a new comment'],
  ].flat();
  return parts.join(', ');
}

export function changeColumn(column: Column, change: ColumnChange): Column {
  const { default: oldDefault, comment: oldComment, ...rest } = column;
  const changedDefault = change.default === undefined ? oldDefault : (change.default ?? undefined);
  const changedComment = change.comment === undefined ? oldComment : (change.comment ?? undefined);
  return {
    ...rest,
    ...change.type,
    nullable: change.nullable ?? column.nullable,
    ...(changedDefault === undefined ? {} : { default: changedDefault }),
    ...(changedComment === undefined ? {} : { comment: changedComment }),
  };
}

function renamed(names: readonly string[], from: string, to: string): readonly string[] {
  return names.map((name) => (name === from ? to : name));
}

function renameInConstraint(constraint: Constraint, table: Table, op: Of<'renameColumn'>): Constraint {
  if (constraint.kind === 'check') return constraint;
  const columns = renamed(constraint.columns, op.column, op.to);
  if (constraint.kind !== 'foreign') return { ...constraint, columns };
  const self = showName(constraint.references.table) === showName(table.name);
  const references = self
    ? { ...constraint.references, columns: renamed(constraint.references.columns, op.column, op.to) }
    : constraint.references;
  return { ...constraint, columns, references };
}

function renameInTable(table: Table, op: Of<'renameColumn'>): Table {
  refuseTwice(table.columns, (column) => column.name === op.to, `a column ${showName(op.table)}.${op.to}`);
  return {
    ...table,
    columns: table.columns.map((column) => (column.name === op.column ? { ...column, name: op.to } : column)),
    constraints: table.constraints.map((constraint) => renameInConstraint(constraint, table, op)),
    indexes: table.indexes.map((index) => ({ ...index, columns: renamed(index.columns, op.column, op.to) })),
  };
}

function requireColumn(table: Table, name: string): void {
  if (table.columns.some((column) => column.name === name)) return;
  throw impossible(
    `there is no column ${showName(table.name)}.${name} at this point of the history`,
    `Its columns are ${table.columns.map((column) => column.name).join(', ')}.`,
  );
}

export const columnVerbs: { readonly [K in ColumnKind]: Verb<K> } = {
  addColumn: {
    describe: (op) =>
      `add column ${showName(op.table)}.${op.column.name} (${op.column.sqlType}${op.column.nullable ? '' : ', NOT NULL'})`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        refuseTwice(
          table.columns,
          (column) => column.name === op.column.name,
          `a column ${showName(op.table)}.${op.column.name}`,
        );
        return { ...table, columns: [...table.columns, op.column] };
      }),
  },
  dropColumn: {
    describe: (op) => `drop column ${showName(op.table)}.${op.column}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => ({
        ...table,
        columns: without(
          table.columns,
          (column) => column.name === op.column,
          `column ${showName(op.table)}.${op.column}`,
          { ...schema, unread: [] },
        ),
        constraints: table.constraints.filter(
          (constraint) => constraint.kind === 'check' || !constraint.columns.includes(op.column),
        ),
        indexes: table.indexes.filter((index) => !index.columns.includes(op.column)),
      })),
  },
  renameColumn: {
    describe: (op) => `rename column ${showName(op.table)}.${op.column} to ${op.to}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        requireColumn(table, op.column);
        return renameInTable(table, op);
      }),
  },
  alterColumn: {
    describe: (op) => `alter column ${showName(op.table)}.${op.column}: ${whatChanges(op.change)}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, (table) => {
        requireColumn(table, op.column);
        return {
          ...table,
          columns: table.columns.map((column) =>
            column.name === op.column ? changeColumn(column, op.change) : column,
          ),
        };
      }),
  },
};
