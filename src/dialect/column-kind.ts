/** What sort of values a column holds, whatever its type is called. */

import type { Column } from '../schema/column.ts';
import { perColumn } from './per-column.ts';

export type ColumnKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'time'
  | 'interval'
  | 'bits'
  | 'json'
  | 'uuid'
  | 'binary'
  | 'array'
  /** A type without a rule here: values are spelled as for an unknown column. */
  | 'other';

const words: Readonly<Record<string, ColumnKind>> = {
  increments: 'integer',
  bigincrements: 'integer',
  integer: 'integer',
  int: 'integer',
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  biginteger: 'integer',
  bigint: 'integer',
  decimal: 'decimal',
  numeric: 'decimal',
  floating: 'float',
  float: 'float',
  double: 'float',
  bool: 'boolean',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp',
  timestamp: 'timestamp',
  time: 'time',
  json: 'json',
  jsonb: 'json',
  uuid: 'uuid',
  binary: 'binary',
  varchar: 'text',
  string: 'text',
  char: 'text',
  text: 'text',
  tinytext: 'text',
  mediumtext: 'text',
  longtext: 'text',
  enu: 'text',
  enum: 'text',
};

const spellings: readonly (readonly [RegExp, ColumnKind])[] = [
  [/\[\d*\]\s*$|\barray\s*$/, 'array'],
  [/^interval\b/, 'interval'],
  [/^(bit|bit varying|varbit)\b/, 'bits'],
  [/^((tiny|small|medium|big)?int(eger)?|int[248]|(big|small)?serial)\b/, 'integer'],
  [/^(decimal|dec|numeric|number|money|smallmoney)\b/, 'decimal'],
  [/^(real|float|double|binary_float|binary_double|float[48])/, 'float'],
  [/^bool/, 'boolean'],
  [/^(timestamp|datetime|smalldatetime)/, 'timestamp'],
  [/^date\b/, 'date'],
  [/^time/, 'time'],
  [/^(jsonb?|super)\b/, 'json'],
  [/^(uuid|uniqueidentifier)\b/, 'uuid'],
  [/^(bytea|bytes|(tiny|medium|long)?blob|(var)?binary|varbyte|raw|long raw|image)\b/, 'binary'],
  [/char|text|clob|^string|^enum|^set\b/, 'text'],
];

/** By knex's word; by the spelled type where the word says nothing (`specificType`). */
export const kindOf: (column: Column) => ColumnKind = perColumn((column) => {
  const sqlType = column.sqlType.trim().toLowerCase();
  if (/\[\d*\]$|\barray$/.test(sqlType)) return 'array';
  return words[column.type.name.toLowerCase()] ?? spellings.find(([shape]) => shape.test(sqlType))?.[1] ?? 'other';
});
