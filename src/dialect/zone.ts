/** Moments that get a zone, or lose it, when their column's type changes. */

import type { Column } from '../schema/column.ts';
import { kindOf } from './column-kind.ts';
import type { Statement } from './statement.ts';

const usual = /^(?:timestamptz|timestamp\b.*\bwith (?:local )?time zone|datetimeoffset)\b/i;

const gets = (was: Column, next: Column, zoned: RegExp): boolean =>
  kindOf(was) === 'timestamp' && !zoned.test(was.sqlType) && zoned.test(next.sqlType);

interface Zones {
  readonly zoned?: RegExp;
  /** What becomes of values that lose their zone. */
  readonly lost?: string;
}

/** A script's session is in UTC, or the engine reads what has no zone so by itself. */
export function zoneTold(
  statement: Statement,
  was: Column | undefined,
  next: Column,
  {
    zoned = usual,
    lost = 'its values, which every session sees in its own zone, are kept as they are in UTC',
  }: Zones = {},
): Statement {
  if (was === undefined) return statement;
  if (gets(was, next, zoned)) return { ...statement, warns: 'its values, which have no zone, are taken for UTC' };
  return gets(next, was, zoned) ? { ...statement, warns: lost } : statement;
}
