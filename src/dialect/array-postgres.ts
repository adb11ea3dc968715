/** PostgreSQL's arrays: typed by their column member by member, or as text that reads as any array. */

import type { Column } from '../schema/column.ts';
import { isPlainObject, jsonText } from './json.ts';
import { momentOf, timeText } from './moment.ts';
import type { Spelling } from './spelling.ts';
import type { Target } from './target.ts';
import { quoted } from './text.ts';
import { unrepresentable } from './unrepresentable.ts';

type Item = Parameters<NonNullable<Spelling['array']>>[2];

/** `deep`: arrays may hold arrays. `text` spells a string. */
export function arraySpelling(text: (value: string) => string, deep: boolean): NonNullable<Spelling['array']> {
  return (value, target, item) => {
    checkShape(value, deep, target.column);
    if (value.length === 0) return quoted('{}');
    if (target.kind === 'array' && target.column !== undefined) return typed(value, target.column, item);
    return text(body(value, target));
  };
}

/** `ARRAY['a', NULL]::text[]`. https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-ARRAY-CONSTRUCTORS */
function typed(value: readonly unknown[], column: Column, item: Item): string {
  const base = column.sqlType.trim().replace(/(\s*\[\d*\])+$|\s+array$/i, '');
  const member: Column = { ...column, type: { name: 'specificType', args: [] }, sqlType: base, nullable: true };
  const spell = (items: readonly unknown[]): string =>
    `ARRAY[${items.map((one) => (Array.isArray(one) ? spell(one) : item(one, member))).join(', ')}]`;
  return `${spell(value)}::${base}[]`;
}

/** Every array at one depth has as many members as the next: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-INPUT */
function checkShape(value: readonly unknown[], deep: boolean, column: Column | undefined): void {
  const inner = value.filter((item) => Array.isArray(item));
  if (inner.length === 0) return;
  if (!deep) throw unrepresentable('an array of arrays', undefined, column);
  if (inner.length < value.length || inner.some((item) => item.length === 0 || item.length !== inner[0]!.length)) {
    throw unrepresentable('an array of arrays that are not all as long as each other, or empty', undefined, column);
  }
  if (inner.some((item) => Array.isArray(item[0]) !== Array.isArray(inner[0]![0]))) {
    throw unrepresentable('an array of arrays that are not all as deep as each other', undefined, column);
  }
  for (const item of inner) checkShape(item, deep, column);
  const lengths = inner.map((item) => (Array.isArray(item[0]) ? item[0].length : 0));
  if (new Set(lengths).size > 1) throw unrepresentable('an array of arrays of different lengths', undefined, column);
}

function body(value: readonly unknown[], target: Target): string {
  return `{${value.map((item) => bodyItem(item, target)).join(',')}}`;
}

function bodyItem(item: unknown, target: Target): string {
  if (item === null) return 'NULL';
  if (Array.isArray(item)) return body(item, target);
  switch (typeof item) {
    case 'string':
      if (/\0|\p{Surrogate}/u.test(item))
        throw unrepresentable('text with NUL or half a character', undefined, target.column);
      return doubleQuoted(item);
    case 'number':
    case 'bigint':
    case 'boolean':
      return Object.is(item, -0) ? '-0' : String(item);
    case 'object':
      return bodyObject(item as object, target);
    default:
      throw unrepresentable(`${typeof item} in an array`, undefined, target.column);
  }
}

function bodyObject(item: object, { column }: Target): string {
  if (item instanceof Uint8Array) return doubleQuoted(`\\x${Buffer.from(item).toString('hex')}`);
  if (item instanceof Date) {
    if (Number.isNaN(item.getTime())) throw unrepresentable('an invalid Date', undefined, column);
    const moment = momentOf(item);
    return doubleQuoted(`${moment.date}T${timeText(moment)}+00:00${moment.year > 0 ? '' : ' BC'}`);
  }
  if (!isPlainObject(item)) throw unrepresentable(`an object of class ${item.constructor.name}`, undefined, column);
  return doubleQuoted(jsonText(item));
}

function doubleQuoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
