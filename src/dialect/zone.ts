/** Moments that get a zone, or lose it, when their column's type changes. */

import type { Column } from '../schema/table.ts';
import { kindOf } from './column-kind.ts';
import type { Statement } from './statement.ts';

const usual = /^(?:timestamptz|timestamp\b.*\bwith (?:local )?time zone|datetimeoffset)\b/i;

const gets = (was: Column, next: Column, zoned: RegExp): boolean =>
  kindOf(was) === 'timestamp' && !zoned.test(was.sqlType) && zoned.test(next.sqlType);

/** A script's session is in UTC, or the engine reads what has no zone so by itself. */
export function takenForUtc(
  statement: Statement,
  was: Column | undefined,
  next: Column,
  zoned: RegExp = usual,
): Statement {
  if (was === undefined || !gets(was, next, zoned)) return statement;
  return { ...statement, warns: 'its values, which have no zone, are taken for UTC' };
}

/** The other way, where the engine goes by the zone of the session. */
export function keptAsUtc(statement: Statement, was: Column, next: Column, zoned: RegExp): Statement {
  if (!gets(next, was, zoned)) return statement;
  return { ...statement, warns: 'its values, which every session sees in its own zone, are kept as they are in UTC' };
}
