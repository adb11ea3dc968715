/** Dates, bytes, arrays and plain objects as SQL, by the kind of their column. */

import type { Column } from '../schema/column.ts';
import { isPlainObject, jsonText } from './json.ts';
import { fromDate } from './literal-moment.ts';
import { checkBytes } from './room.ts';
import { type Spelling, spellText } from './spelling.ts';
import type { Target } from './target.ts';
import { unrepresentable } from './unrepresentable.ts';
import { fromUuidBytes } from './uuid.ts';

type Literal = (value: unknown, column: Column | undefined) => string;

export function fromObject(value: object, target: Target, spelling: Spelling, literal: Literal): string {
  const { kind, column } = target;
  if (kind === 'json' && !(value instanceof Uint8Array)) return spellText(jsonText(value), target, spelling);
  if (value instanceof Date) return fromDate(value, target, spelling);
  if (value instanceof Uint8Array) return fromBytes(value, target, spelling);
  if (Array.isArray(value)) {
    if (spelling.array === undefined || (kind !== undefined && kind !== 'array' && kind !== 'other')) {
      throw unrepresentable('an array', 'make the column json, or give JSON.stringify of it', column);
    }
    return spelling.array(value, target, literal);
  }
  if (!isPlainObject(value) && !('toJSON' in value)) {
    throw unrepresentable(`an object of class ${value.constructor.name}`, undefined, column);
  }
  if (kind !== undefined && kind !== 'text' && kind !== 'other') throw unrepresentable('an object', undefined, column);
  return spellText(jsonText(value), target, spelling);
}

function fromBytes(value: Uint8Array, target: Target, spelling: Spelling): string {
  const { kind, column } = target;
  const hex = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex');
  if (kind === 'uuid') return fromUuidBytes(hex, target, spelling);
  if (kind !== undefined && kind !== 'binary' && kind !== 'other') {
    throw unrepresentable('bytes', 'give text, or make the column binary', column);
  }
  checkBytes(value.byteLength, target, spelling.room);
  return spelling.bytes(hex, target);
}
