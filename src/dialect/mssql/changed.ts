/** Which values SQL Server makes others of when a type changes: https://learn.microsoft.com/sql/t-sql/functions/try-cast-transact-sql */

import type { Column } from '../../schema/column.ts';
import type { Changing } from '../check-accent.ts';
import { type ColumnKind, kindOf } from '../column-kind.ts';
import { mssqlSpelling } from '../literal-mssql.ts';
import { sqlTypeOf } from '../sql-type.ts';

const numbers: readonly ColumnKind[] = ['integer', 'decimal', 'float', 'boolean'];
const moments: readonly ColumnKind[] = ['date', 'timestamp', 'time'];

const typeOf = ({ sqlType }: Column): string => sqlType.replace(/\s+(?:identity|not|null|primary)\b.*$/i, '');
const tried = (sql: string, type: string): string => `TRY_CAST(${sql} AS ${type})`;
const differs = (sql: string, back: string): string => `${sql} IS NOT NULL AND (${back} IS NULL OR ${back} <> ${sql})`;

function fromText(sql: string, to: Column, kind: ColumnKind): string | undefined {
  const next = tried(sql, typeOf(to));
  const unread = `${sql} IS NOT NULL AND ${next} IS NULL`;
  const padded = `${sql} LIKE '0[0-9]%' OR ${sql} LIKE '[-+]0[0-9]%'`;
  if (kind === 'integer') return differs(sql, tried(next, 'nvarchar(4000)'));
  if (kind === 'float') return `${unread} OR ${padded}`;
  if (moments.includes(kind)) return `${unread} OR ${next} <> ${tried(sql, 'datetime2(7)')}`;
  const digits = mssqlSpelling.digits(sqlTypeOf(to));
  if (kind !== 'decimal' || digits === undefined) return undefined;
  const scale = Math.min(digits.scale + 10, 38 - digits.precision + digits.scale);
  return `${unread} OR ${padded} OR ${next} <> ${tried(sql, `decimal(38, ${scale})`)}`;
}

export const changedInMssql: Changing = (sql, from, to) => {
  const [old, next] = [kindOf(from), kindOf(to)];
  if (old === 'text') return next === 'text' ? undefined : fromText(sql, to, next);
  const known = numbers.includes(old) || moments.includes(old);
  if (next === 'text') {
    return known ? differs(sql, tried(tried(sql, 'nvarchar(4000)'), typeOf(from))) : undefined;
  }
  const exact = (kind: ColumnKind) => kind === 'integer' || kind === 'decimal';
  const counted = exact(old) && exact(next);
  const alike = numbers.includes(old) ? numbers.includes(next) : known && moments.includes(next);
  if (!alike || counted || (old === 'float' && next === 'float') || old === 'boolean') return undefined;
  return differs(sql, tried(tried(sql, typeOf(to)), typeOf(from)));
};
