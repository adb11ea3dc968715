/** One column as Oracle's CREATE TABLE and ALTER TABLE have it. */

import type { Column, Default, Identity } from '../../schema/column.ts';
import type { Counting } from '../../schema/counting.ts';
import { defaultText, unsupported } from '../lower.ts';
import { isAtLeast } from '../version.ts';
import { type Accent, since, word } from './accent.ts';

/** Identity columns: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html */
export const identitySince = '12.1';

/** What no column of Oracle can be, or not in this version. */
export function checkColumn(column: Column, accent: Accent): void {
  if (column.onUpdate !== undefined) {
    throw unsupported(
      `Oracle has no column that changes with its row (ON UPDATE): ${column.name}`,
      'leave it out, or write a trigger before update',
    );
  }
  if (column.computed?.persisted) {
    throw unsupported(
      `Oracle works computed columns out when they are read and keeps none of them: ${column.name}`,
      'leave persisted out for this database; an index on the column keeps its values',
    );
  }
  if (column.collation !== undefined) since(accent, '12.2', `a collation of its own for ${column.name}`);
  if (isJson(column)) since(accent, '12.1.0.2', `a check that ${column.name} is JSON`);
  if (column.identity?.always)
    since(accent, identitySince, `the identity column ${column.name}, which is always generated`);
  checkDefault(column);
}

/** What knex makes of `knex.fn.uuid()`. */
const uuidOfKnex = /^\(\s*random_uuid\(\)\s*\)$/i;

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Nulls.html */
export function checkDefault({ name, nullable, default: given, sqlType }: Column): void {
  // no version has it: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SYS_GUID.html
  if (given?.kind === 'sql' && uuidOfKnex.test(given.sql.trim())) {
    throw unsupported(
      `Oracle has no random_uuid(), which knex.fn.uuid() asks for: the default of ${name}`,
      "write knex.raw('sys_guid()'), of which text takes 32 letters without hyphens",
    );
  }
  if (nullable || given?.kind !== 'value' || given.value !== '' || /clob/i.test(sqlType)) return;
  throw unsupported(
    `Oracle takes the empty string for NULL, and ${name} is NOT NULL: its default '' could never be stored`,
    'allow NULL, or give another default',
  );
}

function isJson({ type }: Pick<Column, 'type'>): boolean {
  return /^jsonb?$/i.test(type.name);
}

/** https://docs.oracle.com/en/error-help/db/ora-01795/ */
export const longestList = 1000;

export function inLists(name: string, values: readonly string[]): string {
  const lists = Array.from({ length: Math.max(1, Math.ceil(values.length / longestList)) }, (_, at) =>
    values.slice(at * longestList, (at + 1) * longestList),
  );
  return lists.map((list) => `${name} in (${list.join(', ')})`).join(' or ');
}

/** More values than knex's one list may have. */
export function isLongList({ type }: Pick<Column, 'type'>): boolean {
  return /^enum?$/i.test(type.name) && Array.isArray(type.args[0]) && type.args[0].length > longestList;
}

/** The check that comes with the type, as knex writes it. */
export function impliedCheck(column: Column, accent: Accent): string | undefined {
  const name = accent.quote(column.name);
  if (isJson(column)) return `${name} is json`;
  const kind = column.type.name.toLowerCase();
  if (/^bool(ean)?$/.test(kind) && /^number/i.test(column.sqlType)) return `${name} in ('0', '1')`;
  const [values] = column.type.args;
  if (!/^enum?$/.test(kind) || !Array.isArray(values)) return undefined;
  return inLists(name, [...new Set(values.map(String))].map(accent.text));
}

/** `start with 100 increment by 10`, `nocache` */
export function counting({ start, increment, minValue, maxValue, cache, cycle }: Counting): readonly string[] {
  return [
    start === undefined ? [] : [`start with ${start}`],
    increment === undefined ? [] : [`increment by ${increment}`],
    minValue === undefined ? [] : [`minvalue ${minValue}`],
    maxValue === undefined ? [] : [`maxvalue ${maxValue}`],
    // the least that CACHE takes is 2
    cache === undefined ? [] : [/^[01]$/.test(cache) ? 'nocache' : `cache ${cache}`],
    cycle === undefined ? [] : [cycle ? 'cycle' : 'nocycle'],
  ].flat();
}

export function identityClause(identity: Identity): string {
  const options = counting(identity).join(' ');
  return `generated ${identity.always ? 'always' : 'by default'} as identity${options === '' ? '' : ` (${options})`}`;
}

/** Whether the engine numbers the column by itself; older servers need a sequence and a trigger for it. */
export function isGenerated({ autoIncrement, identity }: Column): boolean {
  return autoIncrement || identity !== undefined;
}

function generatedClause(column: Column, accent: Accent): readonly string[] {
  if (!isAtLeast(accent.version, identitySince)) return column.nullable ? [] : ['not null'];
  if (column.identity !== undefined) return [identityClause(column.identity)];
  return ['generated by default on null as identity'];
}

export function defaultClause(given: Default, column: Column, accent: Accent): string {
  return `default ${defaultText(given, column, accent.literal)}`;
}

export function computedClause(expression: string): string {
  return `generated always as (${expression}) virtual`;
}

/** `"total" number(10) default 0 not null check (…)`; DEFAULT stands before the constraints. */
export function columnClause(column: Column, accent: Accent): string {
  checkColumn(column, accent);
  const { computed, collation } = column;
  const start = [accent.quote(column.name), column.sqlType];
  if (collation !== undefined) start.push(`collate ${word(collation, accent)}`);
  if (isGenerated(column)) return [...start, ...generatedClause(column, accent)].join(' ');
  const check = impliedCheck(column, accent);
  return [
    ...start,
    ...(computed === undefined ? [] : [computedClause(computed.expression)]),
    ...(column.default === undefined || computed !== undefined ? [] : [defaultClause(column.default, column, accent)]),
    ...(column.nullable ? [] : ['not null']),
    ...(check === undefined ? [] : [`check (${check})`]),
  ].join(' ');
}
