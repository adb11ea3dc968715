/** PostgreSQL's spelling of values, shared by its relatives. */

import type { Column } from '../schema/table.ts';
import { isPlainObject, jsonText } from './json.ts';
import { type Moment, momentOf } from './moment.ts';
import { integerSizes } from './number.ts';
import type { Spelling, Target } from './spelling.ts';
import { quoted, stretches, unseen } from './text.ts';
import { checkText } from './token.ts';
import { unrepresentable } from './unrepresentable.ts';

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

const escaped = (character: string): string =>
  short[character] ?? `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;

/**
 * `'…'`, or `E'…'` where something in it must not stand raw. Plain strings keep backslashes as they are.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE
 */
export function postgresText(text: string): string {
  const parts = stretches(text, unseen);
  if (!parts.some((part) => part.special)) return quoted(text);
  const body = parts.map((part) =>
    part.special ? Array.from(part.text, escaped).join('') : part.text.replaceAll('\\', '\\\\').replaceAll("'", "''"),
  );
  return `E'${body.join('')}'`;
}

/** The same for where nothing has looked at the text yet. */
export function postgresToken(text: string): string {
  checkText(text);
  return postgresText(text);
}

/** Years before 1 are written with BC. */
export function postgresMoment(moment: Moment, { kind }: Target): string {
  const era = moment.year > 0 ? '' : ' BC';
  if (kind === 'date') return `'${moment.date}${era}'`;
  if (kind === 'time') return `'${moment.time}'`;
  return `'${moment.date}T${moment.time}+00:00${era}'`;
}

function postgresNonFinite(value: number, { kind }: Target): string | undefined {
  if (kind === 'float') return `'${value}'::float8`;
  return kind === 'decimal' && Number.isNaN(value) ? `'NaN'::numeric` : undefined;
}

/** `'{"a","b"}'`, which the column's type reads. https://www.postgresql.org/docs/current/arrays.html#ARRAYS-INPUT */
export function postgresArray(value: readonly unknown[], { column }: Target): string {
  return postgresText(arrayBody(value, column));
}

function arrayBody(value: readonly unknown[], column: Column | undefined): string {
  return `{${value.map((item) => arrayItem(item, column)).join(',')}}`;
}

function arrayItem(item: unknown, column: Column | undefined): string {
  if (item === null) return 'NULL';
  if (Array.isArray(item)) return arrayBody(item, column);
  switch (typeof item) {
    case 'string':
      if (/\0|\p{Surrogate}/u.test(item)) throw unrepresentable('text with NUL or half a character', undefined, column);
      return arrayText(item);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(item);
    case 'object':
      return arrayObject(item as object, column);
    default:
      throw unrepresentable(`${typeof item} in an array`, undefined, column);
  }
}

function arrayObject(item: object, column: Column | undefined): string {
  if (item instanceof Uint8Array) return arrayText(`\\x${Buffer.from(item).toString('hex')}`);
  if (item instanceof Date) {
    if (Number.isNaN(item.getTime())) throw unrepresentable('an invalid Date', undefined, column);
    return arrayText(postgresMoment(momentOf(item), { kind: undefined, column }).slice(1, -1));
  }
  if (!isPlainObject(item)) throw unrepresentable(`an object of class ${item.constructor.name}`, undefined, column);
  return arrayText(jsonText(item));
}

function arrayText(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

export const postgresSpelling: Spelling = {
  text: postgresText,
  boolean: ['true', 'false'],
  bytes: (hex) => `'\\x${hex}'::bytea`,
  moment: postgresMoment,
  years: [-4712, 294276],
  integer: (sqlType) => integerSizes[sqlType],
  numericDates: false,
  textualBytes: true,
  nonFinite: postgresNonFinite,
  array: postgresArray,
};
