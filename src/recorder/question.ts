/** What a revision asks of the database, and what can be told of it by looking at the SQL. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Place } from '../errors.ts';
import type { Column } from '../schema/column.ts';
import { showName } from '../schema/name.ts';
import { entries } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { type Named, rowsName } from './hear-keys.ts';
import type { QueryBuilder } from './knex-shapes.ts';
import { bareName, hasWord, invents, namePattern, skeletonOf } from './skeleton.ts';

export interface Question {
  /** What is asked; of a statement that writes, itself. */
  readonly sql: string;
  /** What it is called where knex makes the SQL: `hasTable("t")`. */
  readonly called?: string;
  /** A read is no statement of the script. */
  readonly kind: 'read' | 'insert' | 'change';
  /** What knex calls it: `select`, `first`, `raw`. */
  readonly method: string;
  /** As it was when it was asked. */
  readonly schema: Schema;
  /** The keys of the table that its conditions say as a whole: at most one row has them. */
  readonly pins: readonly (readonly string[])[];
  /** What the statement is to give back, where it does not say so itself. */
  readonly tail?: string;
  readonly place?: Place;
}

/** What a query can be told by its words. */
export interface Traits {
  /** It asks the catalog, and no table of the history. */
  readonly catalogue: boolean;
  /** Rows that are not in the answer have a say in it: counts, sums, what is not there. */
  readonly gathers: boolean;
  /** Other rows might have been the answer in their stead. */
  readonly limited: boolean;
  /** The engine makes values up as it answers. */
  readonly invents: boolean;
  /** Names of tables, known to the schema or not. */
  readonly tables: readonly string[];
  /** Whether it names the column, or asks for all. */
  mentions(column: string): boolean;
  /** Whether it compares the column with a value that is written down. */
  compares(column: string): boolean;
}

const catalogues =
  /\binformation_schema\b|\bpg_(?:catalog|class|namespace|attribute|type|enum|constraint|index|indexes|tables|views|extension|proc|trigger|get_\w+)\b|\bsqlite_(?:master|schema)\b|\bpragma_\w+\s*\(|\bto_reg\w+\s*\(|^\s*explain\b/i;
/** These ask of the tables they name, and never for rows of them. */
const ofTables = /^\s*(?:show|pragma|describe|desc)\b/i;
const ofCatalogue = /^(?:information_schema|pg_catalog)\.|^(?:pg_|pragma_|sqlite_master$|sqlite_schema$)/i;
const gathering =
  /\b(?:count|sum|min|max|avg|total|exists|every|\w+_agg|group_concat|bool_and|bool_or|bit_and|bit_or|stddev\w*|var\w*|row_number|rank|dense_rank|lag|lead|first_value|last_value|ntile)\s*\(|\bnot\s+(?:in|exists)\b|\b(?:left|right|full)\s+(?:outer\s+)?join\b|\b(?:except|minus|intersect|over|having|exists|all|any)\b|<>\s*\(|\(\s*select\b/i;
const limiting = /\b(?:limit|offset|fetch|top)\b|\bdistinct\s+on\b/i;
const comparison = /([\w$]+)\s*(?:[<>=!]=?|<>|\bin|\bbetween)\s*[(-]*\s*(?:''|0)/gi;
const tableAfter = new RegExp(`\\b(?:from|join|into|update)\\s+(?:only\\s+)?(${namePattern})`, 'gi');

export function traitsOf({ sql, schema, kind }: Question, { formatter }: Pick<Dialect, 'formatter'>): Traits {
  const skeleton = skeletonOf(sql, formatter);
  const plain = skeleton.replace(/["`[\]]/g, '');
  const known = entries(schema.tables).flatMap(([key, { name }]) => (hasWord(plain, name.name) ? [key] : []));
  const written = [...skeleton.matchAll(tableAfter)].map(([, table = '']) => bareName(table));
  const compared = new Set([...plain.matchAll(comparison)].map(([, column = '']) => column));
  const asksCatalogue =
    ofTables.test(skeleton) || (catalogues.test(skeleton) && written.every((table) => ofCatalogue.test(table)));
  return {
    catalogue: kind === 'read' && asksCatalogue,
    gathers: gathering.test(skeleton),
    limited: limiting.test(skeleton),
    invents: invents(skeleton),
    tables: [...new Set([...known, ...written])],
    compares: (column) => compared.has(column),
    mentions: (column) => hasWord(plain, column) || /(?:select|returning|[.,])\s*\*/i.test(plain),
  };
}

/** The tables of the question that replay knows. */
export function tablesOf({ schema }: Question, { tables }: Traits): readonly Table[] {
  return entries(schema.tables).flatMap(([key, table]) => (tables.includes(key) ? [table] : []));
}

const harmlessFunctions =
  /\b(?:count|sum|min|max|avg|total|exists|coalesce|ifnull|nullif|lower|upper|trim|length|char_length|concat|concat_ws|substr|substring|replace|abs|round|floor|ceil|cast|convert|json_agg|jsonb_agg|array_agg|string_agg|group_concat|bool_and|bool_or|to_char|to_date|to_regclass|to_regtype|current_schema|current_database|database|version|row_number|rank|format_type|pg_get_\w+|obj_description|col_description|has_\w+_privilege|array_length|unnest|any|all|in|values|over|by|from|where|and|or|not|as|on|using|select|pragma_\w+|table_info|index_list|index_info|foreign_key_list)\s*\(/gi;
const readingWords = /^\s*(?:select|with|values|table|show|describe|desc|explain|pragma)\b/i;
const writingWords =
  /\b(?:insert|update|delete|merge|into|create|alter|drop|truncate|call|execute|do|lock|grant|revoke|analyze)\b|\bpragma\b[^(]*=/i;

/** SQL that asks and does nothing else, for all that its words tell: no statement of a script. */
export function onlyReads(sql: string, { formatter }: Pick<Dialect, 'formatter'>): boolean {
  const skeleton = skeletonOf(sql, formatter);
  if (!readingWords.test(skeleton) || writingWords.test(skeleton) || skeleton.includes(';')) return false;
  return !/[\w"`\]]\s*\(/.test(skeleton.replace(harmlessFunctions, ',('));
}

interface Where {
  readonly grouping: string;
  readonly type?: string;
  readonly bool?: string;
  readonly not?: boolean;
  readonly column?: unknown;
  readonly operator?: unknown;
  readonly value?: unknown;
}

/** The columns of each key that no two rows have in common. */
export function keysOf({ constraints, indexes, columns }: Table): readonly (readonly string[])[] {
  const keys = constraints.flatMap((one) => (one.kind === 'primary' || one.kind === 'unique' ? [one.columns] : []));
  const unique = indexes.flatMap((index) => {
    const names = index.columns.map((one) => (typeof one === 'string' ? one : one.column));
    return index.unique && index.where === undefined && names.every((name) => name !== undefined)
      ? [names as readonly string[]]
      : [];
  });
  const counters = columns.flatMap(({ name, autoIncrement }: Column) => (autoIncrement ? [[name]] : []));
  return [...keys, ...unique, ...counters];
}

/** The keys that the conditions of a query on one table say as a whole. */
export function pinsOf(builder: QueryBuilder, table: Table | undefined, named: Named): Question['pins'] {
  if (table === undefined) return [];
  const statements = builder._statements as readonly Where[];
  if (statements.some(({ grouping }) => ['join', 'union', 'group'].includes(grouping))) return [];
  const wheres = statements.filter(({ grouping }) => grouping === 'where');
  if (wheres.some(({ bool }) => bool !== 'and')) return [];
  const said = wheres.flatMap(({ type, operator, not, column, value }) => {
    const simple = type === 'whereBasic' && operator === '=' && not !== true && typeof column === 'string';
    return simple && (typeof value !== 'object' || value === null) ? [named(column.split('.').at(-1)!)] : [];
  });
  return keysOf(table).filter((key) => key.length > 0 && key.every((column) => said.includes(column)));
}

/** `users`, `shop.users`, or nothing where no table is named by a plain text. */
export function tableKey(builder: QueryBuilder, named: Named): string | undefined {
  const { table, schema } = builder._single as { table?: unknown; schema?: string };
  if (typeof table !== 'string') return undefined;
  const bare = table.replace(/\s+as\s+.*$/i, '');
  return showName(rowsName(bare, schema, named));
}
