/** SQL Server's spelling of values. */

import type { Moment } from './moment.ts';
import { type IntegerSize, integerSizes } from './number.ts';
import type { Spelling, Target } from './spelling.ts';
import { codePoints, cut, quoted, stretches, unseen, unseenInLine } from './text.ts';
import { plainToken } from './token.ts';
import { unrepresentable } from './unrepresentable.ts';

/** Beyond this an expression is written with CONCAT, because a long chain of + nests too deep. */
const widest = 50;
/** https://learn.microsoft.com/sql/t-sql/functions/concat-transact-sql takes 254 arguments. */
const arguments_ = 200;
/** A concatenation is cut off at 4000 characters unless a part is nvarchar(max). */
const longest = 4000;
const max = "CAST(N'' AS nvarchar(max))";

/**
 * `N'a' + NCHAR(13) + NCHAR(10) + N'b'`. `$(x)` is cut in two, because sqlcmd replaces it inside strings too:
 * https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-use-scripting-variables
 */
export function mssqlText(text: string): string {
  const parts = stretches(text, unseen).flatMap((part) =>
    part.special
      ? codePoints(part.text).map((code) => `NCHAR(${code})`)
      : part.text.split(/(?<=\$)(?=\()/).flatMap((piece) => pieces(piece).map((cutPiece) => `N${quoted(cutPiece)}`)),
  );
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  if (parts.length > widest) return concat(parts);
  return `(${[...(text.length > longest ? [max] : []), ...parts].join(' + ')})`;
}

/** One string token. The client writes `$(x)`, tabs and line breaks apart, because every statement runs from a string. */
export const mssqlToken: (text: string) => string = plainToken('N', unseenInLine);

/** Literals of at most 4000 characters, when there is more than one. */
function pieces(text: string): readonly string[] {
  return text.length > longest ? cut(text, longest) : [text];
}

function concat(parts: readonly string[]): string {
  if (parts.length <= arguments_) return `CONCAT(${[max, ...parts].join(', ')})`;
  const groups: string[] = [];
  for (let start = 0; start < parts.length; start += arguments_)
    groups.push(concat(parts.slice(start, start + arguments_)));
  return concat(groups);
}

/** ISO 8601 with T is read the same under every DATEFORMAT: https://learn.microsoft.com/sql/t-sql/data-types/datetime-transact-sql */
function mssqlMoment({ date, time }: Moment, { kind, column }: Target): string {
  if (kind === 'date') return `'${date}'`;
  if (kind === 'time') return `'${time}'`;
  const zone = column !== undefined && /^datetimeoffset/i.test(column.sqlType) ? '+00:00' : '';
  return `'${date}T${time}${zone}'`;
}

/** The old types read a space or plain dashes by DATEFORMAT: only the form with T is theirs without doubt. */
function mssqlMomentText(text: string, target: Target): string {
  const old = target.column !== undefined && /^(small)?datetime\b/i.test(target.column.sqlType);
  const [, date, clock] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?$/.exec(text) ?? [];
  if (!old || date === undefined) return mssqlText(text);
  return `'${date}T${clock === undefined ? '00:00:00' : clock.length === 5 ? `${clock}:00` : clock}'`;
}

const sizes: Readonly<Record<string, IntegerSize>> = { ...integerSizes, tinyint: { bits: 8, unsigned: true } };

export const mssqlSpelling: Spelling = {
  text: mssqlText,
  boolean: ['1', '0'],
  bytes: (hex, { kind, column }) => {
    if (kind === 'uuid' && hex.length !== 32) throw unrepresentable('bytes that are no uuid', undefined, column);
    return `0x${hex}`;
  },
  moment: mssqlMoment,
  momentText: mssqlMomentText,
  years: [1, 9999],
  integer: (sqlType) => sizes[sqlType],
  numericDates: false,
  textualBytes: false,
};
