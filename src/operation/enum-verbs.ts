/** Enumerated types with a name of their own, and their values. */

import type { Column } from '../schema/column.ts';
import { requoted } from '../schema/expression.ts';
import { type Name, showName } from '../schema/name.ts';
import type { EnumType } from '../schema/objects.ts';
import { entries, find, lookupAllBy, put, type Registry, remove } from '../schema/registry.ts';
import { enumOf, keyOf, type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { refuseTexts, withRenamedValue } from './enum-texts.ts';
import { equal } from './equal.ts';
import type { Of } from './operation.ts';
import { withTypeRenamed } from './type-texts.ts';
import { added, changed, dropped, ifIn, impossible, listed, mayExist, type Verb } from './verb.ts';

export type EnumKind = 'createEnum' | 'addEnumValue' | 'renameEnumValue' | 'dropEnumValue' | 'renameEnum' | 'dropEnum';

/** The type of a column, or of the members of its arrays, as a person reads it. */
export function typeIn({ sqlType }: Pick<Column, 'sqlType'>): string {
  return sqlType.replaceAll('"', '').replace(/(?:\[\d*\])+$/, '');
}

/** Whether a column is of the type, or an array of it, with or without quotes. */
export function isOfType(column: Pick<Column, 'sqlType'>, type: Name): boolean {
  return typeIn(column) === showName(type);
}

/** Whether a column is of a type that the history made, or an array of it. */
export function isOfEnum(column: Pick<Column, 'sqlType'>, schema: Schema): boolean {
  return entries(schema.enums).some(([, { name }]) => isOfType(column, name));
}

/** The column as one that names its values itself, where its type is an enum of the history; members of arrays are left alone. */
export function withValues(column: Column, schema: Schema): Column {
  const [, known] =
    entries(schema.enums).find(([, { name }]) => column.sqlType.replaceAll('"', '') === showName(name)) ?? [];
  return known === undefined ? column : { ...column, type: { name: 'enum', args: [known.values] } };
}

const tablesWith = lookupAllBy(({ columns }: Table) => columns.map(typeIn));

/** Every column of the type. Sorted by table. */
export function usesOf({ tables }: Schema, type: Name): readonly { readonly table: Table; readonly column: Column }[] {
  return tablesWith(tables, showName(type)).flatMap((table) =>
    table.columns.filter((column) => isOfType(column, type)).map((column) => ({ table, column })),
  );
}

function changeValues(schema: Schema, type: Name, change: (values: readonly string[]) => readonly string[]): Schema {
  const key = showName(type);
  const next = (old: EnumType) => ({ ...old, values: change(old.values) });
  const enums = changed(schema.enums, key, next, `enum ${key}`, schema);
  const now = find(enums, key);
  if (now === undefined) return { ...schema, enums };
  return { ...schema, enums, tables: changeUses(schema, type, (column) => remade(column, now)) };
}

/** A column that is asked for as an enum asks for the type as it is now. */
function remade(column: Column, { name, values }: EnumType): Column {
  if (column.type.name !== 'enu') return column;
  const [given, options = {}] = column.type.args as [unknown, object?];
  const args = [
    Array.isArray(given) ? values : given,
    { ...options, ...('enumName' in options ? { enumName: name.name } : {}) },
  ];
  return { ...column, type: { ...column.type, args } };
}

/** `crm.mood[]` under its new name. */
const renamedType = (written: string, to: string): string =>
  written.replace(/("?)[^".[\]]+\1(?=(?:\[\d*\])*$)/, (word) => requoted(word, to));

/** `specificType` says the type in words of its own. */
function asked(column: Column, to: string): Column {
  const [written, ...rest] = column.type.args;
  if (column.type.name !== 'specificType' || typeof written !== 'string') return column;
  return { ...column, type: { ...column.type, args: [renamedType(written, to), ...rest] } };
}

function changeUses(schema: Schema, type: Name, change: (column: Column) => Column): Registry<Table> {
  return usesOf(schema, type).reduce((left, { table: { name } }) => {
    const table = find(left, showName(name))!;
    const columns = table.columns.map((column) => (isOfType(column, type) ? change(column) : column));
    return put(left, showName(name), { ...table, columns });
  }, schema.tables);
}

function requireValue(values: readonly string[], value: string, type: Name): number {
  const at = values.indexOf(value);
  if (at >= 0) return at;
  throw impossible(
    `enum ${showName(type)} has no value ${JSON.stringify(value)} at this point of the history`,
    `Its values are ${listed(values)}.`,
  );
}

function refuseValue(values: readonly string[], value: string, type: Name): void {
  if (!values.includes(value)) return;
  throw impossible(`enum ${showName(type)} already has a value ${JSON.stringify(value)} at this point of the history`);
}

function withValue(values: readonly string[], { type, value, before, after }: Of<'addEnumValue'>): readonly string[] {
  refuseValue(values, value, type);
  if (before !== undefined) return values.toSpliced(requireValue(values, before, type), 0, value);
  if (after !== undefined) return values.toSpliced(requireValue(values, after, type) + 1, 0, value);
  return [...values, value];
}

export const enumVerbs: { readonly [K in EnumKind]: Verb<K> } = {
  createEnum: {
    describe: (op) => `create enum ${showName(op.type.name)} (${listed(op.type.values)})`,
    apply(op, schema) {
      const key = keyOf.named(op.type);
      const twice = op.type.values.find((value, at) => op.type.values.indexOf(value) !== at);
      if (twice !== undefined) throw impossible(`enum ${key} would have the value ${JSON.stringify(twice)} twice`);
      return { ...schema, enums: added(schema.enums, key, op.type, `an enum ${key}`) };
    },
  },
  addEnumValue: {
    describe: (op) => `add value ${JSON.stringify(op.value)} to enum ${showName(op.type)}`,
    apply: (op, schema) => changeValues(schema, op.type, (values) => withValue(values, op)),
  },
  renameEnumValue: {
    describe: (op) =>
      `rename value ${JSON.stringify(op.value)} of enum ${showName(op.type)} to ${JSON.stringify(op.to)}`,
    apply(op, schema) {
      const after = changeValues(schema, op.type, (values) => {
        refuseValue(values, op.to, op.type);
        return values.with(requireValue(values, op.value, op.type), op.to);
      });
      const uses = usesOf(after, op.type);
      refuseTexts(after, op, uses);
      const isIts = (column: Column): boolean => isOfType(column, op.type);
      const tables = [...new Set(uses.map(({ table }) => table))].reduce(
        (left, table) => put(left, showName(table.name), withRenamedValue(table, op, isIts)),
        after.tables,
      );
      return { ...after, tables };
    },
  },
  dropEnumValue: {
    describe: (op) => `drop value ${JSON.stringify(op.value)} of enum ${showName(op.type)}`,
    apply: (op, schema) =>
      changeValues(schema, op.type, (values) => values.toSpliced(requireValue(values, op.value, op.type), 1)),
  },
  renameEnum: {
    describe: (op) => `rename enum ${showName(op.type)} to ${op.to}`,
    apply(op, schema) {
      const old = enumOf(schema, op.type);
      const without = dropped(schema.enums, showName(op.type), `enum ${showName(op.type)}`, schema, false);
      if (old === undefined) return schema;
      const type = { ...old, name: { ...old.name, name: op.to } };
      const key = keyOf.named(type);
      const enums = added(without, key, type, `an enum ${key}`);
      const retyped = (column: Column) => {
        const renamed = { ...column, sqlType: renamedType(column.sqlType, op.to) };
        return column.type.name === 'enu' ? remade(renamed, type) : asked(renamed, op.to);
      };
      const retold = { ...schema, enums, tables: changeUses(schema, op.type, retyped) };
      return withTypeRenamed(retold, op.type, op.to);
    },
  },
  dropEnum: {
    describe: (op) => `drop enum ${showName(op.type)}${ifIn(op.ifExists, 'if it exists')}`,
    apply(op, schema) {
      const [use] = usesOf(schema, op.type);
      if (use !== undefined) {
        throw impossible(
          `enum ${showName(op.type)} is still the type of ${showName(use.table.name)}.${use.column.name}`,
          'Drop the column, or give it another type, first.',
        );
      }
      const enums = dropped(schema.enums, showName(op.type), `enum ${showName(op.type)}`, schema, op.ifExists);
      return { ...schema, enums };
    },
  },
};

interface NativeOptions {
  readonly useNative?: boolean;
  readonly existingType?: boolean;
  readonly enumName?: string;
  readonly schemaName?: string;
}

interface Native extends EnumType {
  /** The column says that the type is there. */
  readonly isThere: boolean;
}

/** The type of a native enum column where the database has such types. */
function nativeOf(column: Pick<Column, 'type' | 'sqlType'>, table: Name): Native | undefined {
  if (column.type.name !== 'enu') return undefined;
  const [values, given] = column.type.args;
  const { useNative, existingType, enumName, schemaName = table.schema } = (given ?? {}) as NativeOptions;
  if (useNative !== true || enumName === undefined || !Array.isArray(values)) return undefined;
  const name: Name = schemaName === undefined ? { name: enumName } : { schema: schemaName, name: enumName };
  if (!isOfType(column, name)) return undefined;
  return { name, values: values.map(String), implicit: true, isThere: existingType === true };
}

/** The type that knex makes for a native enum column. */
export function madeBy(column: Pick<Column, 'type' | 'sqlType'>, table: Name): EnumType | undefined {
  const native = nativeOf(column, table);
  if (native === undefined || native.isThere) return undefined;
  const { isThere: _, ...type } = native;
  return type;
}

/** Unless raw SQL may have made it. */
function requireType(column: Column, table: Name, schema: Schema): void {
  const native = nativeOf(column, table);
  if (native?.isThere !== true || mayExist(schema) || enumOf(schema, native.name) !== undefined) return;
  const shown = `${showName(table)}.${column.name}`;
  throw impossible(
    `there is no enum ${showName(native.name)} at this point of the history, and existingType of ${shown} says that there is`,
    'Make it first with op.createEnum(…), leave existingType out, or say what makes it: op.execute(sql, { does: [...] }).',
  );
}

function withMade(enums: Registry<EnumType>, type: EnumType): Registry<EnumType> {
  const key = keyOf.named(type);
  const old = find(enums, key);
  if (old === undefined) return put(enums, key, type);
  if (equal(old.values, type.values)) return enums;
  throw impossible(
    `there already is an enum ${key} at this point of the history, and its values are ${listed(old.values)}`,
    'Say existingType: true for a column of a type that is there.',
  );
}

/** The schema after a change of one table, with the enums that its `columns` make for themselves, and without those of that sort that no column has any more. */
export function withImplicit(before: Schema, after: Schema, columns: readonly Column[], table: Name): Schema {
  const made = columns.flatMap((column) => madeBy(column, table) ?? []);
  const enums = made.reduce(withMade, after.enums);
  for (const column of columns) requireType(column, table, { ...after, enums });
  const touched = [...(tableOf(before, table)?.columns ?? []), ...columns];
  const isUsed = ({ name }: EnumType) => tablesWith(after.tables, showName(name)).length > 0;
  const unused = mayBeUnused(enums, touched, after).filter((type) => type.implicit && !isUsed(type));
  return { ...after, enums: unused.reduce((left, type) => remove(left, keyOf.named(type)), enums) };
}

/** Only the table's own columns can have been the last, unless raw SQL took tables away. */
function mayBeUnused(enums: Registry<EnumType>, touched: readonly Column[], { unread }: Schema): readonly EnumType[] {
  if (unread.length > 0) return entries(enums).map(([, type]) => type);
  return [...new Set(touched.map(typeIn))].flatMap((type) => find(enums, type) ?? []);
}

/** The types that columns of `from` had made for themselves and that went with their last use. */
export function goneWith(
  columns: readonly Pick<Column, 'sqlType'>[],
  from: Schema,
  after: Schema,
): readonly EnumType[] {
  return entries(from.enums)
    .map(([, type]) => type)
    .filter(({ implicit, name }) => implicit && enumOf(after, name) === undefined)
    .filter(({ name }) => columns.some((column) => isOfType(column, name)));
}

/** A column that made its type takes what is there where it comes back. */
export function broughtBack<T extends Pick<Column, 'type' | 'sqlType'>>(column: T, from: Schema): T {
  if (column.type.name !== 'enu') return column;
  const made = entries(from.enums).find(([, { name }]) => isOfType(column, name))?.[1];
  if (made?.implicit !== true) return column;
  const [values, options] = column.type.args as [unknown, NativeOptions];
  return { ...column, type: { ...column.type, args: [values, { ...options, existingType: true }] } };
}

/** The types that would go with a column: made by a column, and no other has them. */
export function goingWith(schema: Schema, table: Name, columns: readonly string[]): readonly EnumType[] {
  return entries(schema.enums)
    .map(([, type]) => type)
    .filter((type) => {
      const uses = usesOf(schema, type.name);
      const goes = (use: (typeof uses)[number]) =>
        showName(use.table.name) === showName(table) && columns.includes(use.column.name);
      return type.implicit && uses.length > 0 && uses.every(goes);
    });
}
