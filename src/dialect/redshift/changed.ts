/** Which values come out of a cast as others in Redshift. */

import type { Changing } from '../check-accent.ts';
import { kindOf } from '../column-kind.ts';

const returning = new Set(['float integer', 'float decimal', 'timestamp timestamp', 'time time', 'integer boolean']);

export const changedInRedshift: Changing = (sql, from, to) => {
  const pair = `${kindOf(from)} ${kindOf(to)}`;
  const next = `CAST(${sql} AS ${to.sqlType})`;
  if (returning.has(pair)) return `CAST(${next} AS ${from.sqlType}) <> ${sql}`;
  if (pair === 'text integer') return `CAST(${next} AS varchar) <> ${sql}`;
  if (pair === 'text date') return `${next} <> CAST(${sql} AS timestamp)`;
  return pair === 'timestamp time' ? `${sql} IS NOT NULL` : undefined;
};
