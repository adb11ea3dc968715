/** What a dialect must say about its values; `literal.ts` does the rest. */

import type { Column } from '../schema/table.ts';
import type { ColumnKind } from './column-kind.ts';
import type { Moment } from './moment.ts';
import type { IntegerSize } from './number.ts';
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

/** Text after the checks that hold everywhere. */
export function spellText(text: string, target: Target, spelling: Spelling): string {
  if (text.includes('\0')) throw unrepresentable('text with a NUL character', 'use a binary column', target.column);
  if (/\p{Surrogate}/u.test(text)) throw unrepresentable('text with half a character in it', undefined, target.column);
  return spelling.text(text, target);
}
