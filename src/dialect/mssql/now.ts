/** The time of now as knex's `fn.now()` says it, for the column that takes it. */

import type { Column } from '../../schema/column.ts';
import { sqlTypeOf } from '../sql-type.ts';

const now = /^\s*current_timestamp\s*(\(\s*\d\s*\))?\s*$/i;

/**
 * CURRENT_TIMESTAMP is local time without a zone, which a datetimeoffset would take for UTC; and with digits it is not read at all:
 * https://learn.microsoft.com/sql/t-sql/functions/sysdatetimeoffset-transact-sql has seven of them, of which the column keeps its own.
 */
export function nowFor(sql: string, column: Column): string {
  const [found, precise] = now.exec(sql) ?? [];
  if (found === undefined) return sql;
  if (sqlTypeOf(column).name === 'datetimeoffset') return 'SYSDATETIMEOFFSET()';
  return precise === undefined ? sql : 'SYSDATETIME()';
}
