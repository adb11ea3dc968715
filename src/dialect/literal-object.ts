/** Dates, bytes, arrays and plain objects as SQL, by the kind of their column. */

import { isPlainObject, jsonText } from './json.ts';
import { momentOf } from './moment.ts';
import { type Spelling, spellText, type Target } from './spelling.ts';
import { unrepresentable } from './unrepresentable.ts';

export function fromObject(value: object, target: Target, spelling: Spelling): string {
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
