/** Which values SQLite makes others of when they are copied into a column of another affinity: https://www.sqlite.org/datatype3.html#type_affinity */

import type { Changing } from '../check-accent.ts';
import { affinityOf } from '../literal-sqlite.ts';

/** Text that looks like a number becomes one; the comparison does the same, so that it is true of such text alone. */
function textToNumber(sql: string): string {
  const number = `CAST(${sql} AS NUMERIC)`;
  return `typeof(${sql}) = 'text' AND ${sql} = ${number} AND CAST(${number} AS TEXT) <> ${sql}`;
}

export const changedInSqlite: Changing = (sql, from, to) => {
  const [old, next] = [affinityOf(from), affinityOf(to)];
  if (next === 'blob' || old === next) return undefined;
  if (next === 'text') return `typeof(${sql}) = 'real' AND CAST(CAST(${sql} AS TEXT) AS REAL) <> ${sql}`;
  const inReal = next === 'real' ? `typeof(${sql}) = 'integer' AND CAST(${sql} AS REAL) <> ${sql}` : undefined;
  return old === 'text' || old === 'blob' ? textToNumber(sql) : inReal;
};
