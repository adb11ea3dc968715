/** Tables made, dropped, renamed and described. */

import { showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { requireSoundKey } from './key-verbs.ts';
import type { Of } from './operation.ts';
import { changeTable, impossible, requireColumns, type Verb, withoutTable, withTable } from './verb.ts';

type TableKind = 'createTable' | 'dropTable' | 'renameTable' | 'commentTable';

function countColumns(operation: Of<'createTable'>): string {
  const count = operation.table.columns.length;
  return count === 1 ? '1 column' : `${count} columns`;
}

function requireSound(table: Table, schema: Schema): void {
  const { columns } = table;
  if (columns.length === 0 && table.options?.inherits === undefined) {
    throw impossible(`table ${showName(table.name)} would have no columns`);
  }
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw impossible(`table ${showName(table.name)} would have two columns ${twice}`);
  for (const constraint of table.constraints) requireSoundKey(table, constraint, schema);
  for (const index of table.indexes) requireColumns(table, index.columns, schema);
}

export const tableVerbs: { readonly [K in TableKind]: Verb<K> } = {
  createTable: {
    describe: (op) =>
      `create table ${showName(op.table.name)} (${countColumns(op)})${op.ifNotExists ? ' unless it exists' : ''}`,
    apply(op, schema) {
      if (tableOf(schema, op.table.name) === undefined) {
        requireSound(op.table, schema);
        return withTable(schema, op.table);
      }
      if (op.ifNotExists) return schema;
      throw impossible(`there already is a table ${showName(op.table.name)} at this point of the history`);
    },
  },
  dropTable: {
    describe: (op) => `drop table ${showName(op.table)}${op.ifExists ? ' if it exists' : ''}`,
    apply(op, schema) {
      if (tableOf(schema, op.table) === undefined && op.ifExists) return schema;
      return withoutTable(
        changeTable(schema, op.table, (table) => table),
        op.table,
      );
    },
  },
  renameTable: {
    describe: (op) => `rename table ${showName(op.table)} to ${op.to}`,
    apply(op, schema) {
      const table = tableOf(schema, op.table);
      if (table === undefined) return changeTable(schema, op.table, (same) => same);
      const name = { ...op.table, name: op.to };
      if (tableOf(schema, name) !== undefined) {
        throw impossible(`there already is a table ${showName(name)} at this point of the history`);
      }
      return withTable(withoutTable(schema, op.table), { ...table, name });
    },
  },
  commentTable: {
    describe: (op) =>
      op.comment === null
        ? `remove the comment on table ${showName(op.table)}`
        : `comment on table ${showName(op.table)}`,
    apply: (op, schema) =>
      changeTable(schema, op.table, ({ comment: _, ...table }) =>
        op.comment === null ? table : { ...table, comment: op.comment },
      ),
  },
};
