/** Numbers, however they are given, as SQL by the kind of their column. */

import type { Column } from '../schema/column.ts';
import { checkDigits, checkInteger, numberText, plainDigits } from './number.ts';
import { type Spelling, spellText } from './spelling.ts';
import { sizeArg, sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { rounded, unrepresentable } from './unrepresentable.ts';

/** Text for a column of numbers. */
export function fromNumberText(
  text: string,
  kind: 'integer' | 'decimal' | 'float',
  target: Target,
  spelling: Spelling,
): string {
  const { column } = target;
  if (/^(NaN|-?Infinity)$/.test(text)) return fromNumber(Number(text), target, spelling);
  const number = numberText(text, kind);
  const fraction = kind === 'integer' && number === undefined ? numberText(text, 'decimal') : undefined;
  if (fraction !== undefined && spelling.roundsToWhole) return fractionForWhole(fraction, target, spelling);
  if (number === undefined) throw unrepresentable(`${JSON.stringify(text)} is not a number`, undefined, column);
  if (kind !== 'float') return exactNumber(number, target, spelling);
  const value = Number(number);
  if (!Number.isFinite(value)) throw unrepresentable(`${text}, which is beyond a double`, undefined, column);
  if (value === 0 && /[1-9]/.test(number.replace(/e.*$/i, ''))) {
    throw unrepresentable(`${text}, which is too near to 0 for a double`, undefined, column);
  }
  if (/^-?\d+$/.test(number) && !isWhole(value, BigInt(number))) throw lossy(number, column);
  return /[eE]/.test(number) || value === 0
    ? fromNumber(value, target, spelling)
    : float(number, value, target, spelling);
}

/** Whether the double is that whole number, by what it holds or by the digits that it is told apart by. */
function isWhole(value: number, whole: bigint): boolean {
  const [, digits = '', fraction = '', exponent = '0'] = /^(-?\d+)(?:\.(\d+))?(?:e\+(\d+))?$/.exec(String(value)) ?? [];
  return BigInt(value) === whole || BigInt(digits + fraction.padEnd(Number(exponent), '0')) === whole;
}

export function fromNumber(value: number, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  if (!Number.isFinite(value)) {
    const special = spelling.nonFinite?.(value, target);
    if (special !== undefined) return special;
    throw unrepresentable(String(value), 'give a finite number or null', column);
  }
  const bare = (): string => spelling.number?.(String(value), value, target) ?? String(value);
  switch (kind) {
    case 'integer':
      if (!Number.isInteger(value)) return fractionForWhole(plainDigits(value), target, spelling);
      return exactNumber(plainDigits(value), target, spelling);
    case 'decimal':
      return exactNumber(plainDigits(value), target, spelling);
    case 'float':
      return float(String(value), value, target, spelling);
    case 'date':
    case 'timestamp':
    case 'time':
      if (!spelling.numericDates)
        throw unrepresentable(`the number ${value} for a point in time`, 'give a Date', column);
      return bare();
    default:
      return fromScalar(String(value), bare, target, spelling);
  }
}

export function fromBigint(value: bigint, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  const digits = String(value);
  switch (kind) {
    case 'date':
    case 'timestamp':
    case 'time':
      throw unrepresentable('a bigint for a point in time', 'give a Date', column);
    case 'float': {
      const near = Number(value);
      if (!Number.isFinite(near) || BigInt(near) !== value) throw lossy(digits, column);
      return float(digits, near, target, spelling);
    }
    case 'integer':
    case 'decimal':
    case 'other':
    case undefined:
      return exactNumber(digits, target, spelling);
    default:
      return fromScalar(digits, () => digits, target, spelling);
  }
}

/** Digits that must arrive as they are. */
function exactNumber(digits: string, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  if (column !== undefined) {
    if (kind === 'integer') checkInteger(digits, column, spelling.integer);
    else if (column.unsigned && digits.startsWith('-') && spelling.integer('bigint', column)?.unsigned) {
      throw unrepresentable(`${digits} is below 0`, undefined, column);
    }
    checkDigits(digits, target, spelling.digits);
  }
  if (spelling.exact?.(digits, column) === false) throw lossy(digits, column);
  return digits.includes('.') ? (spelling.number?.(digits, Number(digits), target) ?? digits) : digits;
}

/** Digits with a fraction for a column of whole numbers. */
function fractionForWhole(digits: string, target: Target, spelling: Spelling): string {
  const { column } = target;
  const what = `${digits} is not a whole number`;
  if (!spelling.roundsToWhole || column === undefined) throw unrepresentable(what, undefined, column);
  rounded(what, undefined, target);
  const [whole = '', fraction = ''] = digits.split('.');
  const away = fraction < '5' ? 0n : digits.startsWith('-') ? -1n : 1n;
  checkInteger(String(BigInt(whole) + away), column, spelling.integer);
  return digits;
}

/** A double. Some columns that are called so keep decimal digits after all: https://dev.mysql.com/doc/refman/8.0/en/floating-point-types.html */
function float(text: string, value: number, target: Target, spelling: Spelling): string {
  const { column } = target;
  if (column !== undefined) {
    checkDigits(plainDigits(value), target, spelling.digits);
    const single = /^(real|float4)\b|^float\(([1-9]|1\d|2[0-4])\)|^binary_float\b/i.test(column.sqlType);
    if (single && Math.abs(value) > 3.4028234663852886e38) {
      throw unrepresentable(`${text}, which is beyond ${column.sqlType}`, undefined, column);
    }
    const kept = Math.fround(value);
    if (single && kept === 0 && value !== 0) {
      throw unrepresentable(`${text}, which is too near to 0 for ${column.sqlType}`, undefined, column);
    }
    // a fraction is rounded by its nature, a whole number is not
    if (single && Number.isSafeInteger(value) && kept !== value) throw lossy(text, column);
  }
  return spelling.number?.(text, value, target) ?? text;
}

function lossy(digits: string, column: Column | undefined): Error {
  return unrepresentable(`${digits} would lose digits`, 'make the column text, or round the number yourself', column);
}

/** A number where the column decides whether it stands bare, as text, as JSON, as bits or as a truth value. */
function fromScalar(text: string, bare: () => string, target: Target, spelling: Spelling): string {
  switch (target.kind) {
    case 'text':
    case 'json':
      return spellText(text, target, spelling);
    case 'bits':
      if (spelling.bits !== undefined && /^\d+$/.test(text)) return spelling.bits(binary(text, target), target);
      return truth(text, target, spelling);
    case 'boolean':
      return truth(text, target, spelling);
    case 'uuid':
    case 'binary':
    case 'array':
    case 'interval':
      throw unrepresentable(`the number ${text}`, undefined, target.column);
    default:
      return bare();
  }
}

function binary(text: string, { column }: Target): string {
  const type = column && sqlTypeOf(column);
  return BigInt(text)
    .toString(2)
    .padStart(type?.name === 'bit' ? (sizeArg(type, 1) ?? 1) : 1, '0');
}

function truth(text: string, { column }: Target, spelling: Spelling): string {
  if (text !== '1' && text !== '0') throw unrepresentable(`${text} is neither 1 nor 0`, undefined, column);
  return spelling.boolean[text === '1' ? 0 : 1];
}
