/** Moments that get a zone when their column's type changes. */

import type { Column } from '../schema/table.ts';
import { kindOf } from './column-kind.ts';
import type { Statement } from './statement.ts';

const zoned = /^(?:timestamptz|timestamp\b.*\bwith (?:local )?time zone|datetimeoffset)\b/i;

/** A script's session is in UTC, or the engine reads what has no zone so by itself. */
export function takenForUtc(statement: Statement, was: Column | undefined, next: Column): Statement {
  const gets = was !== undefined && kindOf(was) === 'timestamp' && !zoned.test(was.sqlType) && zoned.test(next.sqlType);
  return gets ? { ...statement, warns: 'its values, which have no zone, are taken for UTC' } : statement;
}
