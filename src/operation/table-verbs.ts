/** Tables made, dropped, renamed and described. */

import { withOldNames } from '../schema/column.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf, viewOf } from '../schema/schema.ts';
import { type Partition, type Table, withOldCheckNames, withOptions, withoutOptions } from '../schema/table.ts';
import { keysTo, renameDependents, selfReferring, withoutDependents } from './dependents.ts';
import { withImplicit } from './enum-verbs.ts';
import { refuseReferred } from './foreign.ts';
import { requireIndexColumns, requireSoundKey } from './key-verbs.ts';
import type { Of } from './operation.ts';
import { refuseRead, withoutReaders } from './readers.ts';
import { changeTable, impossible, refuseTwice, type Verb, without, withoutTable, withTable } from './verb.ts';

export type TableKind =
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'commentTable'
  | 'alterTable'
  | 'addPartition'
  | 'dropPartition';

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
  refuseNameTwice(table, 'indexes', table.indexes);
  if (nameTwice(table.constraints) !== undefined) refuseConstraintTwice(table);
  for (const constraint of table.constraints) requireSoundKey(table, constraint, schema);
  for (const index of table.indexes) requireIndexColumns(table, index, schema);
}

function refuseConstraintTwice(table: Table): void {
  for (const [kind, words] of [
    ['unique', 'unique constraints'],
    ['foreign', 'foreign keys'],
    ['check', 'check constraints'],
  ] as const) {
    const ofKind = table.constraints.filter((key) => key.kind === kind);
    refuseNameTwice(table, words, ofKind);
  }
  refuseNameTwice(table, 'constraints', table.constraints);
}

type Named = { readonly name?: string };

function nameTwice(items: readonly Named[]): string | undefined {
  if (items.length < 2) return undefined;
  const names = items.flatMap(({ name }) => name ?? []);
  return names.find((name, at) => names.indexOf(name) !== at);
}

function refuseNameTwice(table: Table, what: string, items: readonly Named[]): void {
  const twice = nameTwice(items);
  if (twice !== undefined) throw impossible(`table ${showName(table.name)} would have two ${what} ${twice}`);
}

/** What the engine has named after the table keeps its name. */
function renamed(table: Table, name: Name, { mark }: Schema): Table {
  const constraints = table.constraints.map((key) => {
    if (key.kind !== 'primary' || key.name !== undefined) return key;
    const { madeFor = table.name.name, ...rest } = key;
    return madeFor === name.name ? rest : { ...rest, madeFor };
  });
  const columns = table.columns.map((column) =>
    withOldNames(column, table.name, { table: name.name, column: column.name }),
  );
  return withOldCheckNames({ ...table, name, columns, constraints }, table, mark);
}

function refuseView(schema: Schema, name: Name): void {
  if (viewOf(schema, name) === undefined) return;
  throw impossible(`there already is a view ${showName(name)} at this point of the history`);
}

export const tableVerbs: { readonly [K in TableKind]: Verb<K> } = {
  createTable: {
    describe: (op) =>
      `create table ${showName(op.table.name)} (${countColumns(op)})${op.ifNotExists ? ' unless it exists' : ''}`,
    apply(op, schema) {
      if (tableOf(schema, op.table.name) === undefined) {
        refuseView(schema, op.table.name);
        requireSound(op.table, schema);
        return withImplicit(schema, withTable(schema, op.table), op.table.columns, op.table.name);
      }
      if (op.ifNotExists) return schema;
      throw impossible(`there already is a table ${showName(op.table.name)} at this point of the history`);
    },
  },
  dropTable: {
    describe: (op) => `drop table ${showName(op.table)}${op.ifExists ? ' if it exists' : ''}`,
    apply(op, schema) {
      if (tableOf(schema, op.table) === undefined && op.ifExists) return schema;
      const known = changeTable(schema, op.table, (table) => table);
      const hint = 'Drop that key first, or say cascade: true.';
      if (op.cascade !== true) refuseReferred(keysTo(schema, op.table), `table ${showName(op.table)}`, hint);
      const free = op.cascade === true ? withoutReaders(known, op.table) : known;
      refuseRead(free, { table: op.table });
      return withImplicit(schema, withoutTable(withoutDependents(free, op.table), op.table), [], op.table);
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
      refuseView(schema, name);
      return withTable(
        withoutTable(renameDependents(schema, op.table, name), op.table),
        selfReferring(renamed(table, name, schema), op.table, name),
      );
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
  alterTable: {
    describe({ table, options, resets = [] }) {
      const set = Object.entries(options).map(([option, value]) => `${option} ${value}`);
      const parts = [
        ...(set.length === 0 ? [] : [`set ${set.join(', ')}`]),
        ...(resets.length === 0 ? [] : [`reset ${resets.join(', ')}`]),
      ];
      return `${parts.join(' and ')} of table ${showName(table)}`;
    },
    apply: ({ table: name, options, resets = [] }, schema) =>
      changeTable(schema, name, (table) => {
        const left = withoutOptions(table, resets);
        return Object.keys(options).length === 0 ? left : withOptions(left, options);
      }),
  },
  addPartition: {
    describe: (op) => `add partition ${op.partition.name} to table ${showName(op.table)}`,
    apply: (op, schema) =>
      changePartitions(schema, op.table, (partitions) => {
        refuseTwice(partitions, ({ name }) => name === op.partition.name, `a partition ${op.partition.name}`);
        return [...partitions, op.partition];
      }),
  },
  dropPartition: {
    describe: (op) => `drop partition ${op.partition} of table ${showName(op.table)}, with its rows`,
    apply: (op, schema) =>
      changePartitions(schema, op.table, (partitions) =>
        without(partitions, ({ name }) => name === op.partition, `partition ${op.partition}`, schema),
      ),
  },
};

function changePartitions(
  schema: Schema,
  name: Name,
  change: (partitions: readonly Partition[]) => readonly Partition[],
): Schema {
  return changeTable(schema, name, (table) => {
    if (table.partitioning === undefined) throw impossible(`table ${showName(name)} has no partitions`);
    return { ...table, partitioning: { ...table.partitioning, partitions: change(table.partitioning.partitions) } };
  });
}
