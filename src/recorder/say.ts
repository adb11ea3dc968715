/** The inverse of hearing: an operation said to knex, so that each one can be compiled by itself. */

import type { Knex } from 'knex';
import type { Kind, Of, Operation } from '../operation/operation.ts';
import type { Column } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import type { Table } from '../schema/table.ts';
import { columnNames, type Index } from '../schema/table-index.ts';
import type { AlterOptions } from './client.ts';
import { unsayable } from './unsayable.ts';

type Schema = Knex.SchemaBuilder;
type TableBuilder = Knex.CreateTableBuilder & Knex.AlterTableBuilder;
type ColumnBuilder = Knex.ColumnBuilder & { alter(options: AlterOptions): unknown };

/** knex keeps some words under another name than the method that takes them. */
const methodOf: Readonly<Record<string, string>> = { floating: 'float' };

function sayType(type: Column['type'], name: string, t: TableBuilder): ColumnBuilder {
  const methods = t as unknown as Record<string, (...args: unknown[]) => ColumnBuilder>;
  return methods[methodOf[type.name] ?? type.name]!.call(t, name, ...type.args);
}

function sayDefault(builder: ColumnBuilder, given: Column['default'], knex: Knex): void {
  if (given === undefined) return;
  builder.defaultTo((given.kind === 'sql' ? knex.raw(given.sql.replaceAll('?', '\\?')) : given.value) as Knex.Value);
}

function sayColumn(column: Column, t: TableBuilder, knex: Knex): ColumnBuilder {
  const builder = sayType(column.type, column.name, t);
  const inType = column.type.name === 'specificType' && /\bunsigned\b/i.test(String(column.type.args[0]));
  if (column.unsigned && !column.autoIncrement && !inType) builder.unsigned();
  if (!column.nullable && !column.autoIncrement) builder.notNullable();
  sayDefault(builder, column.default, knex);
  if (column.comment !== undefined) builder.comment(column.comment);
  if (column.collation !== undefined) builder.collate(column.collation);
  return builder;
}

function sayAdded({ column, position }: Of<'addColumn'>, t: TableBuilder, knex: Knex): void {
  const builder = sayColumn(column, t, knex);
  if (position === 'first') builder.first();
  else if (position !== undefined) builder.after(position.after);
}

/** The key that `increments()` makes by itself must not be said again. */
function impliedKey(constraint: Constraint, columns: readonly Column[]): boolean {
  if (constraint.kind !== 'primary' || constraint.name !== undefined) return false;
  const [only, ...more] = constraint.columns;
  const column = columns.find((candidate) => candidate.name === only);
  const options = column?.type.args[0] as { primaryKey?: boolean } | undefined;
  return more.length === 0 && column?.autoIncrement === true && options?.primaryKey !== false;
}

function sayForeign(key: Extract<Constraint, { kind: 'foreign' }>, t: TableBuilder): void {
  const builder = t
    .foreign(key.columns, key.name)
    .references(key.references.columns)
    .inTable(showName(key.references.table));
  if (key.onUpdate !== undefined) builder.onUpdate(key.onUpdate);
  if (key.onDelete !== undefined) builder.onDelete(key.onDelete);
  if (key.deferrable !== undefined) builder.deferrable(key.deferrable as Knex.deferrableType);
}

function sayConstraint(key: Constraint, t: TableBuilder): void {
  const { deferrable } = key as { deferrable?: string };
  const options = (name: object) => ({ ...name, ...(deferrable === undefined ? {} : { deferrable }) }) as never;
  if (key.kind === 'primary') {
    t.primary(
      key.columns,
      key.name === undefined && deferrable === undefined ? undefined : options({ constraintName: key.name }),
    );
  } else if (key.kind === 'unique') t.unique(key.columns, options({ indexName: key.name }));
  else if (key.kind === 'foreign') sayForeign(key, t);
  else if (key.kind === 'check') t.check(key.expression, undefined as never, key.name as never);
}

function sayIndex(index: Index, t: TableBuilder, knex: Knex): void {
  const predicate = index.where === undefined ? {} : { predicate: knex.whereRaw(index.where.replaceAll('?', '\\?')) };
  const columns = columnNames(index.columns);
  if (index.unique) t.unique(columns, { indexName: index.name, useConstraint: false, ...predicate });
  else {
    const method = index.method === undefined ? {} : { storageEngineIndexType: index.method };
    t.index(columns, index.name, { ...method, ...predicate } as never);
  }
}

function sayOptions(table: Table, t: TableBuilder): void {
  const methods = t as unknown as Record<string, (value: unknown) => void>;
  for (const [option, value] of Object.entries(table.options ?? {})) methods[option]?.call(t, value);
  if (table.comment !== undefined) t.comment(table.comment);
}

function sayTable(table: Table, t: TableBuilder, knex: Knex): void {
  for (const column of table.columns) sayColumn(column, t, knex);
  for (const key of table.constraints) if (!impliedKey(key, table.columns)) sayConstraint(key, t);
  for (const index of table.indexes) sayIndex(index, t, knex);
  sayOptions(table, t);
}

function sayAltered({ column, change }: Of<'alterColumn'>, t: TableBuilder, knex: Knex): void {
  const onlyNullable = change.nullable !== undefined && Object.keys(change).length === 1;
  if (onlyNullable) {
    if (change.nullable) t.setNullable(column);
    else t.dropNullable(column);
    return;
  }
  const builder = sayType(change.type?.type ?? { name: 'specificType', args: ['text'] }, column, t);
  if (change.type?.unsigned) builder.unsigned();
  if (change.nullable === false) builder.notNullable();
  sayDefault(builder, change.default ?? undefined, knex);
  if (change.comment !== undefined) builder.comment(change.comment as string);
  if (typeof change.collation === 'string') builder.collate(change.collation);
  builder.alter({
    alterType: change.type !== undefined,
    alterNullable: change.nullable !== undefined,
    alterDefault: change.default !== undefined,
  });
}

function sayDropped({ constraint: { kind, name } }: Of<'dropConstraint'>, t: TableBuilder): void {
  if (kind === 'primary') t.dropPrimary(name);
  else if (kind === 'unique') t.dropUnique([], name);
  else if (kind === 'foreign') t.dropForeign([], name);
  else t.dropChecks(name as never);
}

type Say<K extends Kind> = (operation: Of<K>, schema: Schema, knex: Knex) => void;

function inSchema(schema: Schema, name: Name): Schema {
  return name.schema === undefined ? schema : schema.withSchema(name.schema);
}

function alter(schema: Schema, table: Name, change: (t: TableBuilder) => void): void {
  inSchema(schema, table).alterTable(table.name, (t) => change(t as TableBuilder));
}

/** The kinds that knex has builders for. */
export type Sayable =
  | 'createTable'
  | 'dropTable'
  | 'renameTable'
  | 'commentTable'
  | 'addColumn'
  | 'dropColumn'
  | 'renameColumn'
  | 'alterColumn'
  | 'addConstraint'
  | 'dropConstraint'
  | 'createIndex'
  | 'dropIndex';

const sayings: { readonly [K in Sayable]: Say<K> } = {
  createTable: ({ table, ifNotExists }, schema, knex) => {
    const make = (t: Knex.CreateTableBuilder) => sayTable(table, t as TableBuilder, knex);
    if (ifNotExists) inSchema(schema, table.name).createTableIfNotExists(table.name.name, make);
    else inSchema(schema, table.name).createTable(table.name.name, make);
  },
  dropTable: ({ table, ifExists }, schema) => {
    if (ifExists) inSchema(schema, table).dropTableIfExists(table.name);
    else inSchema(schema, table).dropTable(table.name);
  },
  renameTable: ({ table, to }, schema) => void inSchema(schema, table).renameTable(table.name, to),
  commentTable: ({ table, comment }, schema) => alter(schema, table, (t) => void t.comment(comment ?? '')),
  addColumn: (operation, schema, knex) => alter(schema, operation.table, (t) => sayAdded(operation, t, knex)),
  dropColumn: ({ table, column }, schema) => alter(schema, table, (t) => void t.dropColumn(column)),
  renameColumn: ({ table, column, to }, schema) => alter(schema, table, (t) => void t.renameColumn(column, to)),
  alterColumn: (operation, schema, knex) => alter(schema, operation.table, (t) => sayAltered(operation, t, knex)),
  addConstraint: ({ table, constraint }, schema) => alter(schema, table, (t) => sayConstraint(constraint, t)),
  dropConstraint: (operation, schema) => alter(schema, operation.table, (t) => sayDropped(operation, t)),
  createIndex: ({ table, index }, schema, knex) => alter(schema, table, (t) => sayIndex(index, t, knex)),
  dropIndex: ({ table, index }, schema) => alter(schema, table, (t) => void t.dropIndex([], index)),
};

/** Adds the operation to a schema builder; false for what knex has no builder for. */
export function say(operation: Operation, schema: Schema, knex: Knex): boolean {
  if (unsayable(operation) !== undefined) return false;
  const saying = sayings[operation.kind as Sayable] as Say<Kind> | undefined;
  saying?.(operation, schema, knex);
  return saying !== undefined;
}
