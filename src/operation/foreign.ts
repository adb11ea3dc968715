/** Whether a foreign key can be had: what it refers to is there, is a key, and is of the same family of types. */

import type { Column } from '../schema/column.ts';
import type { ForeignKey } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { keysTo } from './dependents.ts';
import { isOfEnum, typeIn } from './enum-verbs.ts';
import { impossible, listed, requireColumns, requireTable } from './verb.ts';

/** Words at the beginning of types that no engine compares with those of another family. Booleans are numbers to some. */
const families: Readonly<Record<string, RegExp>> = {
  numbers:
    /^(?:(?:tiny|small|medium|big)?int(?:eger)?|int[248]|(?:small|big)?serial|decimal|numeric|number|float|double|real)\b/,
  text: /^(?:n?varchar2?|n?char|character|bpchar|(?:tiny|medium|long|n)?text|n?clob)\b/,
  uuids: /^(?:uuid|uniqueidentifier)\b/,
  moments: /^(?:date|datetime2?|datetimeoffset|smalldatetime|timestamp|timestamptz)\b/,
  bytes: /^(?:bytea|(?:var)?binary|(?:tiny|medium|long)?blob|raw)\b/,
};

function familyOf(column: Column, schema: Schema): string | undefined {
  if (isOfEnum(column, schema)) return `enum ${typeIn(column)}`;
  const type = column.sqlType.trim().toLowerCase();
  return Object.keys(families).find((family) => families[family]!.test(type));
}

function columnOf({ columns }: Table, name: string): Column | undefined {
  return columns.find((column) => column.name === name);
}

function requireSameTypes(table: Table, key: ForeignKey, referred: Table, schema: Schema, hint: string): void {
  for (const [at, name] of key.columns.entries()) {
    const [from, to] = [columnOf(table, name), columnOf(referred, key.references.columns[at]!)];
    const [a, b] = [from, to].map((column) => column && familyOf(column, schema));
    if (from === undefined || to === undefined || a === undefined || b === undefined || a === b) continue;
    throw impossible(
      `the foreign key ${key.name} would compare ${showName(table.name)}.${from.name} (${from.sqlType}) with ${showName(referred.name)}.${to.name} (${to.sqlType})`,
      hint,
    );
  }
}

function sameColumns(a: readonly unknown[], b: readonly string[]): boolean {
  return a.length === b.length && b.every((column) => a.includes(column));
}

/** A type of the author's own words may make a key by itself. */
function isKey(table: Table, columns: readonly string[]): boolean {
  const keys = table.constraints.filter(({ kind }) => kind === 'primary' || kind === 'unique');
  const indexes = table.indexes.filter(({ unique, where }) => unique && where === undefined);
  return (
    keys.some((key) => 'columns' in key && sameColumns(key.columns, columns)) ||
    indexes.some((index) => sameColumns(index.columns, columns)) ||
    columns.some((name) => /\b(?:primary\s+key|unique)\b/i.test(columnOf(table, name)?.sqlType ?? ''))
  );
}

/** What the engine works out it cannot be told. */
function refuseComputedEnd(table: Table, key: ForeignKey): void {
  const computed = table.columns.find(({ name, computed }) => computed !== undefined && key.columns.includes(name));
  if (computed === undefined) return;
  const writes = /^(?:cascade|set null|set default)$/i;
  const onDelete = /^set (?:null|default)$/i.test(key.onDelete ?? '') && `on delete ${key.onDelete}`;
  const action = onDelete || (writes.test(key.onUpdate ?? '') && `on update ${key.onUpdate}`);
  if (!action) return;
  throw impossible(
    `the foreign key ${key.name} would write ${showName(table.name)}.${computed.name}, which is computed, ${action}`,
    'Leave the action out, or make the column a plain one.',
  );
}

/** Throws `impossible` where the two ends of a foreign key would be of other families of types. */
export function requireLikeEnds(table: Name, column: string, schema: Schema): void {
  const own = tableOf(schema, table);
  if (own === undefined) return;
  const keys = own.constraints.flatMap((key) =>
    key.kind === 'foreign' && key.columns.includes(column) ? [{ table: own, key }] : [],
  );
  const far = keysTo(schema, table).filter(({ key }) => key.references.columns.includes(column));
  for (const { table: from, key } of [...keys, ...far]) {
    const referred = tableOf(schema, key.references.table);
    const hint = 'Drop the foreign key, give both columns the same type, and make it again.';
    if (referred !== undefined) requireSameTypes(from, key, referred, schema, hint);
  }
}

export function requireSoundForeign(table: Table, key: ForeignKey, schema: Schema): void {
  const { table: name, columns } = key.references;
  const self = showName(name) === showName(table.name);
  if (!self && key.late !== true) requireTable(schema, name);
  const referred = self ? table : tableOf(schema, name);
  if (referred === undefined) return;
  requireColumns(referred, columns, schema);
  requireSameTypes(table, key, referred, schema, 'Give both columns the same type.');
  refuseComputedEnd(table, key);
  if (schema.unread.length > 0 || isKey(referred, columns)) return;
  throw impossible(
    `the foreign key ${key.name} refers to ${showName(name)} (${listed(columns)}), which is neither its primary key nor unique`,
    `Refer to a key, or make one: op.createUniqueConstraint(…, '${name.name}', [${columns.map((column) => `'${column}'`).join(', ')}]).`,
  );
}

/** Refuses to take from a table the key that a foreign key refers to. */
export function requireKeysStay(before: Table, after: Table, schema: Schema): Table {
  const name = showName(before.name);
  const own = after.constraints.flatMap((key) =>
    key.kind === 'foreign' && showName(key.references.table) === name ? [{ table: after, key }] : [],
  );
  const lost = [...own, ...keysTo(schema, before.name)].filter(
    ({ key: { references } }) => isKey(before, references.columns) && !isKey(after, references.columns),
  );
  refuseReferred(lost, `that key of ${name}`, 'Drop the foreign key first.');
  return after;
}

/** Refuses what a foreign key of another table stands on. */
export function refuseReferred(
  keys: readonly { readonly table: Table; readonly key: ForeignKey }[],
  what: string,
  hint: string,
): void {
  const [first] = keys;
  if (first === undefined) return;
  throw impossible(`the foreign key ${first.key.name} of table ${showName(first.table.name)} refers to ${what}`, hint);
}
