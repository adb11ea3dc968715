/** Text, numbers and truth values as SQL, by the kind of their column. */

import type { Column } from '../schema/table.ts';
import { isJson } from './json.ts';
import { checkNumber, numberText } from './number.ts';
import { type Spelling, spellText, type Target } from './spelling.ts';
import { unrepresentable } from './unrepresentable.ts';

export function fromText(text: string, target: Target, spelling: Spelling): string {
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

export function fromNumber(value: number, target: Target, spelling: Spelling): string {
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

export function fromDigits(digits: string, target: Target, spelling: Spelling): string {
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

export function fromBoolean(value: boolean, target: Target, spelling: Spelling): string {
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
