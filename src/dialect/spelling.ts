/** What a dialect must say about its values; `literal.ts` does the rest. */

import type { Column } from '../schema/column.ts';
import type { Clock } from './clock.ts';
import type { Moment } from './moment.ts';
import type { Digits, IntegerSize } from './number.ts';
import { checkText, type RoomOf } from './room.ts';
import type { Span } from './span.ts';
import type { SqlType } from './sql-type.ts';
import type { Target } from './target.ts';
import { unrepresentable } from './unrepresentable.ts';

export interface Spelling {
  /** Well-formed text without NUL. */
  readonly text: (text: string, target: Target) => string;
  /** How true and false are written. */
  readonly boolean: readonly [yes: string, no: string];
  /** Lower-case hexadecimal digits. */
  readonly bytes: (hex: string, target: Target) => string;
  /** What the column takes of text or bytes; undefined: no known limit. */
  readonly room?: RoomOf;
  readonly moment: (moment: Moment, target: Target) => string;
  /** What the column keeps of a point in time. */
  readonly clock: (target: Target) => Clock;
  /** Points in time may be `infinity` and `-infinity`. */
  readonly endlessMoments?: true;
  /** Numbers may stand for points in time. */
  readonly numericDates: boolean;
  /** A length of time, where the engine has a type for it. */
  readonly span?: (span: Span, target: Target) => string;
  /** Binary digits, where the engine has a type for them; elsewhere `bit` is a truth value. */
  readonly bits?: (digits: string, target: Target) => string;
  /** The integer type so spelled (lower case, without arguments); undefined: no known limit. */
  readonly integer: (sqlType: string, column: Column) => IntegerSize | undefined;
  /** A column of whole numbers takes a fraction, and rounds it. */
  readonly roundsToWhole?: true;
  /** How many decimal digits the type keeps; undefined: as many as are given. */
  readonly digits: (type: SqlType) => Digits | undefined;
  /** False: the engine would store another number than these digits say. */
  readonly exact?: (digits: string, column: Column | undefined) => boolean;
  /** Text that the column would store as a number. */
  readonly readsAsNumber?: (text: string, column: Column) => boolean;
  /** A finite number already in JavaScript's spelling, where the engine needs another. */
  readonly number?: (text: string, value: number, target: Target) => string;
  /** NaN and the infinities. */
  readonly nonFinite?: (value: number, target: Target) => string | undefined;
  /** An array where the engine has them; `item` spells one member. */
  readonly array?: (
    value: readonly unknown[],
    target: Target,
    item: (value: unknown, column: Column | undefined) => string,
  ) => string;
}

/** Text after the checks that hold everywhere. */
export function spellText(text: string, target: Target, spelling: Spelling): string {
  const { column } = target;
  if (text.includes('\0')) throw unrepresentable('text with a NUL character', 'use a binary column', column);
  if (/\p{Surrogate}/u.test(text)) throw unrepresentable('text with half a character in it', undefined, column);
  checkText(text, target, spelling.room);
  if (column !== undefined && spelling.readsAsNumber?.(text, column)) {
    throw unrepresentable(
      `text that this column would keep as the number ${text.trim()}`,
      'make the column text',
      column,
    );
  }
  return spelling.text(text, target);
}
