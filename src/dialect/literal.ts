/** Values as SQL text: what all dialects share. Each dialect gives a `Spelling`. */

import type { Column } from '../schema/table.ts';
import { type ColumnKind, kindOf } from './column-kind.ts';
import { isJson, isPlainObject, jsonText } from './json.ts';
import { type Moment, momentOf } from './moment.ts';
import { checkNumber, type IntegerSize, numberText } from './number.ts';
import { unrepresentable } from './unrepresentable.ts';

/** The column's kind (undefined: the column is not known) and the column. */
export interface Target {
  readonly kind: ColumnKind | undefined;
  readonly column: Column | undefined;
}

export interface Spelling {
  /** Well-formed text without NUL. */
  readonly text: (text: string, target: Target) => string;
  /** How true and false are written. */
  readonly boolean: readonly [yes: string, no: string];
  /** Lower-case hexadecimal digits. */
  readonly bytes: (hex: string, target: Target) => string;
  readonly moment: (moment: Moment, target: Target) => string;
  readonly years: readonly [first: number, last: number];
  /** The integer type so spelled (lower case, without arguments); undefined: no known limit. */
  readonly integer: (sqlType: string) => IntegerSize | undefined;
  /** False: the engine would store another number than these digits say. */
  readonly exact?: (digits: string) => boolean;
  /** Numbers may stand for points in time. */
  readonly numericDates: boolean;
  /** Text may stand for bytes. */
  readonly textualBytes: boolean;
  /** A finite number already in JavaScript's spelling, where the engine needs another. */
  readonly number?: (text: string, value: number) => string;
  /** NaN and the infinities. */
  readonly nonFinite?: (value: number, target: Target) => string | undefined;
  /** Text given for a date, timestamp or time column. */
  readonly momentText?: (text: string, target: Target) => string;
  /** An array where the engine has them. */
  readonly array?: (value: readonly unknown[], target: Target) => string;
}

/** A dialect's `literal`. */
export function literalBy(spelling: Spelling): (value: unknown, column?: Column) => string {
  return (value, column) => {
    if (value === null) return 'NULL';
    const target: Target = { kind: column && kindOf(column), column };
    switch (typeof value) {
      case 'string':
        return fromText(value, target, spelling);
      case 'number':
        return fromNumber(value, target, spelling);
      case 'bigint':
        return fromDigits(String(value), target, spelling);
      case 'boolean':
        return fromBoolean(value, target, spelling);
      case 'object':
        return fromObject(value, target, spelling);
      default:
        throw unrepresentable(`${typeof value}`, 'leave the column out, or say null', column);
    }
  };
}

function spellText(text: string, target: Target, spelling: Spelling): string {
  if (text.includes('\0')) throw unrepresentable('text with a NUL character', 'use a binary column', target.column);
  if (/\p{Surrogate}/u.test(text)) throw unrepresentable('text with half a character in it', undefined, target.column);
  return spelling.text(text, target);
}

function fromText(text: string, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  switch (kind) {
    case 'integer':
    case 'decimal':
    case 'float': {
      const special = spelling.nonFinite?.(Number(text), target);
      if (/^(NaN|-?Infinity)$/.test(text) && special !== undefined) return special;
      const number = numberText(text, kind);
      if (number === undefined) throw unrepresentable(`${JSON.stringify(text)} is not a number`, undefined, column);
      checkNumber(number, target, spelling.integer);
      if (kind !== 'float') checkExact(number, column, spelling);
      return number;
    }
    case 'boolean': {
      const said = /^(?:(true|t|1)|(false|f|0))$/i.exec(text);
      if (said === null) throw unrepresentable(`${JSON.stringify(text)} is neither true nor false`, undefined, column);
      return spelling.boolean[said[1] === undefined ? 1 : 0];
    }
    case 'json':
      if (!isJson(text)) throw unrepresentable('text that is not JSON', 'give the value itself or JSON text', column);
      return spellText(text, target, spelling);
    case 'date':
    case 'timestamp':
    case 'time':
      return spelling.momentText?.(text, target) ?? spellText(text, target, spelling);
    case 'binary':
      if (!spelling.textualBytes) throw unrepresentable('text for bytes', 'give a Buffer', column);
      return spellText(text, target, spelling);
    default:
      return spellText(text, target, spelling);
  }
}

function fromNumber(value: number, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  if (!Number.isFinite(value)) {
    const special = spelling.nonFinite?.(value, target);
    if (special !== undefined) return special;
    throw unrepresentable(String(value), 'give a finite number or null', column);
  }
  const bare = (): string => spelling.number?.(String(value), value) ?? String(value);
  if (kind === 'integer') {
    if (!Number.isInteger(value)) throw unrepresentable(`${value} is not a whole number`, undefined, column);
    checkNumber(BigInt(value).toString(), target, spelling.integer);
    return BigInt(value).toString();
  }
  if (kind === 'decimal' && Number.isInteger(value)) return BigInt(value).toString();
  if (kind === 'date' || kind === 'timestamp' || kind === 'time') {
    if (!spelling.numericDates) throw unrepresentable(`the number ${value} for a point in time`, 'give a Date', column);
    return bare();
  }
  return fromScalar(String(value), value === 1 ? true : value === 0 ? false : undefined, bare, target, spelling);
}

function fromDigits(digits: string, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  if (kind === 'date' || kind === 'timestamp' || kind === 'time') {
    throw unrepresentable('a bigint for a point in time', 'give a Date', column);
  }
  checkNumber(digits, target, spelling.integer);
  checkExact(digits, column, spelling);
  const meaning = digits === '1' ? true : digits === '0' ? false : undefined;
  return fromScalar(digits, meaning, () => digits, target, spelling);
}

function checkExact(digits: string, column: Column | undefined, spelling: Spelling): void {
  if (spelling.exact?.(digits) !== false) return;
  throw unrepresentable(`${digits} would lose digits`, 'make the column text, or round the number yourself', column);
}

/** A number where the column decides whether it stands bare, as text, as JSON or as a truth value. */
function fromScalar(
  text: string,
  meaning: boolean | undefined,
  bare: () => string,
  target: Target,
  spelling: Spelling,
): string {
  switch (target.kind) {
    case 'text':
    case 'json':
      return spelling.text(text, target);
    case 'boolean':
      if (meaning === undefined) throw unrepresentable(`${text} is neither 1 nor 0`, undefined, target.column);
      return spelling.boolean[meaning ? 0 : 1];
    case 'uuid':
    case 'binary':
    case 'array':
      throw unrepresentable(`the number ${text}`, undefined, target.column);
    default:
      return bare();
  }
}

function fromBoolean(value: boolean, target: Target, spelling: Spelling): string {
  const word = spelling.boolean[value ? 0 : 1];
  switch (target.kind) {
    case 'json':
      return spelling.text(String(value), target);
    case 'text':
      return spelling.text(word, target);
    case 'integer':
    case 'decimal':
    case 'float':
      return value ? '1' : '0';
    case 'boolean':
    case 'other':
    case undefined:
      return word;
    default:
      throw unrepresentable(String(value), undefined, target.column);
  }
}

function fromObject(value: object, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  if (kind === 'json' && !(value instanceof Uint8Array)) return spellText(jsonText(value), target, spelling);
  if (value instanceof Date) return fromDate(value, target, spelling);
  if (value instanceof Uint8Array) {
    if (kind !== undefined && kind !== 'binary' && kind !== 'other' && kind !== 'uuid') {
      throw unrepresentable('bytes', 'give text, or make the column binary', column);
    }
    return spelling.bytes(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex'), target);
  }
  if (Array.isArray(value)) {
    if (spelling.array === undefined || (kind !== undefined && kind !== 'array' && kind !== 'other')) {
      throw unrepresentable('an array', 'make the column json, or give JSON.stringify of it', column);
    }
    return spelling.array(value, target);
  }
  if (!isPlainObject(value) && !('toJSON' in value)) {
    throw unrepresentable(`an object of class ${value.constructor.name}`, undefined, column);
  }
  if (kind !== undefined && kind !== 'text' && kind !== 'other') throw unrepresentable('an object', undefined, column);
  return spellText(jsonText(value), target, spelling);
}

function fromDate(value: Date, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  if (Number.isNaN(value.getTime())) throw unrepresentable('an invalid Date', undefined, column);
  const [first, last] = spelling.years;
  const moment = momentOf(value);
  if (moment.year < first || moment.year > last) throw unrepresentable(`the year ${moment.year}`, undefined, column);
  switch (kind) {
    case 'date':
    case 'timestamp':
    case 'time':
    case 'text':
    case 'other':
    case undefined:
      return spelling.moment(moment, target);
    default:
      throw unrepresentable('a Date', 'give a value of the column type', column);
  }
}
