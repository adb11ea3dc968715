/** A table of SQLite as one statement, from what is known of it: https://www.sqlite.org/lang_createtable.html */

import type { Column } from '../../schema/column.ts';
import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import { columnNames } from '../../schema/table-index.ts';
import { type Dialect, quoteName } from '../dialect.ts';
import { defaultText, isBracketed, quotedDefault } from '../lower.ts';

export type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;

/** What a table says about its storage: https://www.sqlite.org/stricttables.html, https://www.sqlite.org/withoutrowid.html */
export interface Kept {
  readonly strict: boolean;
  readonly withoutRowid: boolean;
}

export function keptOf({ options = {} }: Table): Kept {
  return { strict: options.strict === true, withoutRowid: options.withoutRowid === true };
}

export function list(columns: readonly string[], { quote }: Accent): string {
  return `(${columns.map(quote).join(', ')})`;
}

/** AUTOINCREMENT is said of one column that is the whole primary key: https://www.sqlite.org/autoinc.html */
export function countsItself(column: Column, { constraints }: Table): boolean {
  const key = constraints.find(({ kind }) => kind === 'primary');
  return column.autoIncrement && key?.kind === 'primary' && key.columns.length === 1 && key.columns[0] === column.name;
}

/** The number of the row: https://www.sqlite.org/lang_createtable.html#rowids_and_the_integer_primary_key */
export function isRowNumber({ name, sqlType }: Column, table: Table): boolean {
  const { strict, withoutRowid } = keptOf(table);
  const isInteger = /^integer$/i.test(strict ? strictType(sqlType) : sqlType);
  const isKey = table.constraints.some(
    (one) => one.kind === 'primary' && one.columns.length === 1 && one.columns[0] === name,
  );
  return isInteger && isKey && !withoutRowid;
}

/** STRICT tables know six types: https://www.sqlite.org/stricttables.html */
function strictType(sqlType: string): string {
  const type = sqlType.toLowerCase();
  if (/^(?:int|integer|real|text|blob|any)$/.test(type)) return type;
  if (/int|bool/.test(type)) return 'integer';
  if (/char|clob|text/.test(type)) return 'text';
  if (/blob/.test(type)) return 'blob';
  return /real|floa|doub/.test(type) ? 'real' : 'any';
}

function typeText(column: Column, strict: boolean, { quote, text }: Accent): string {
  const type = strict ? strictType(column.sqlType) : column.sqlType;
  const [values] = column.type.args;
  if (!/^enum?$/.test(column.type.name) || !Array.isArray(values)) return type;
  return `${type} check (${quote(column.name)} in (${values.map((value) => text(String(value))).join(', ')}))`;
}

/** A value is quoted as knex quotes it, so that a table made anew says what it said before. */
export function defaultClause(column: Column, { literal }: Accent, strict = false): string {
  const given = column.default;
  if (given === undefined) return '';
  if (given.kind === 'sql') return ` default ${isWholeDefault(given.sql) ? given.sql : `(${given.sql})`}`;
  // a STRICT table makes no number of text where the type is none of its own
  const written = strict ? defaultText(given, column, literal) : quotedDefault(given, column, literal);
  const isJson = typeof given.value === 'object' && /^jsonb?$/.test(column.type.name);
  return ` default ${isJson ? `(${written})` : written}`;
}

/** A literal, a word or brackets: https://www.sqlite.org/syntax/column-constraint.html */
export function isWholeDefault(sql: string): boolean {
  return /^\s*(?:[+-]?[\d.]+(?:e[+-]?\d+)?|0x[\da-f]+|\w+|x?'(?:[^']|'')*')\s*$/i.test(sql) || isBracketed(sql);
}

export function columnText(column: Column, table: Table, accent: Accent): string {
  const name = accent.quote(column.name);
  if (countsItself(column, table)) return `${name} integer not null primary key autoincrement`;
  const { computed, collation } = column;
  const made =
    computed === undefined
      ? ''
      : ` generated always as (${computed.expression}) ${computed.persisted ? 'stored' : 'virtual'}`;
  return [
    `${name} ${typeText(column, keptOf(table).strict, accent)}`,
    column.nullable ? '' : ' not null',
    computed === undefined ? defaultClause(column, accent, keptOf(table).strict) : '',
    collation === undefined ? '' : ` collate ${accent.quote(collation)}`,
    made,
  ].join('');
}

export function referenceText(key: ForeignKey, accent: Accent): string {
  const { table, columns } = key.references;
  const deferred = { 'not deferrable': '', immediate: ' deferrable initially immediate', deferred: deferredWords };
  return [
    // the parent is of the same database, and the grammar takes no name of one
    `references ${accent.quote(table.name)} ${list(columns, accent)}`,
    key.onUpdate === undefined ? '' : ` on update ${key.onUpdate}`,
    key.onDelete === undefined ? '' : ` on delete ${key.onDelete}`,
    key.deferrable === undefined ? '' : deferred[key.deferrable],
  ].join('');
}

const deferredWords = ' deferrable initially deferred';

/** knex hands on the name of a check with the quotes that it needs. */
function checkName(name: string, { quote }: Accent): string {
  return /^`(?:[^`]|``)*`$/.test(name) ? name : quote(name);
}

/** A constraint's name, or nothing where it has none. */
export function named(constraint: Constraint, accent: Accent): string {
  if (constraint.name === undefined) return '';
  const name = constraint.kind === 'check' ? checkName(constraint.name, accent) : accent.quote(constraint.name);
  return `constraint ${name} `;
}

function constraintText(constraint: Constraint, table: Table, accent: Accent): readonly string[] {
  switch (constraint.kind) {
    case 'primary': {
      if (table.columns.some((column) => countsItself(column, table))) return [];
      return [`${named(constraint, accent)}primary key ${list(constraint.columns, accent)}`];
    }
    case 'foreign': {
      const from = `${named(constraint, accent)}foreign key ${list(constraint.columns, accent)}`;
      return [`${from} ${referenceText(constraint, accent)}`];
    }
    case 'check':
      return [`${named(constraint, accent)}check (${constraint.expression})`];
    default:
      return [];
  }
}

/** Unique constraints are not in it: they are indexes, so that they can be dropped by their names. */
export function tableText(table: Table, accent: Accent, ifNotExists = false): string {
  const { strict, withoutRowid } = keptOf(table);
  const options = [...(withoutRowid ? ['without rowid'] : []), ...(strict ? ['strict'] : [])].join(', ');
  const parts = [
    ...table.columns.map((column) => columnText(column, table, accent)),
    ...table.constraints.flatMap((constraint) => constraintText(constraint, table, accent)),
  ];
  const head = `create table ${ifNotExists ? 'if not exists ' : ''}${quoteName(accent, table.name)}`;
  return `${head} (${parts.join(', ')})${options === '' ? '' : ` ${options}`}`;
}

/** Indexes of a table that stand by themselves, unique constraints among them. */
export function indexesOf(table: Table): Table['indexes'] {
  const keys = table.constraints.flatMap((key) =>
    key.kind === 'unique' ? [{ name: key.name, columns: key.columns, unique: true }] : [],
  );
  return [...keys, ...table.indexes];
}

/** Whether knex has words for the columns of an index. */
export function isPlain(index: Table['indexes'][number]): boolean {
  return (
    index.where === undefined &&
    columnNames(index.columns).length === index.columns.length &&
    index.columns.every((part) => typeof part === 'string')
  );
}
