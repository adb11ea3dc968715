/** SQL Server's spelling of values. */

import { type Clock, clockBy } from './clock.ts';
import { type Moment, timeText } from './moment.ts';
import { type Digits, digitsBy, type IntegerSize, integerSizes } from './number.ts';
import { roomBy, sized } from './room.ts';
import type { Spelling } from './spelling.ts';
import { sizeArg, sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { cut, quoted, stretches, unseen, unseenInLine } from './text.ts';
import { plainToken } from './token.ts';

/** Beyond this an expression is written with CONCAT, because a long chain of + nests too deep. */
const widest = 50;
/** https://learn.microsoft.com/sql/t-sql/functions/concat-transact-sql takes 254 arguments. */
const arguments_ = 200;
/** A concatenation is cut off at 4000 characters unless a part is nvarchar(max). */
const longest = 4000;
const max = "CAST(N'' AS nvarchar(max))";

/**
 * `N'a' + NCHAR(13) + NCHAR(10) + N'b'`; without a collation that knows more, NCHAR takes UTF-16 units. `$(x)` is cut in two, because sqlcmd replaces it inside strings too:
 * https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-use-scripting-variables
 */
export function mssqlText(text: string, special: RegExp = unseen): string {
  const parts = stretches(text, special).flatMap((part) =>
    part.special
      ? part.text.split('').map((unit) => `NCHAR(${unit.charCodeAt(0)})`)
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
function mssqlMoment(moment: Moment, { kind }: Target): string {
  if (kind === 'date') return `'${moment.date}'`;
  const time = `${timeText(moment)}${moment.offset}`;
  return kind === 'time' ? `'${time}'` : `'${moment.date}T${time}'`;
}

/** The old types count 300ths of a second, or minutes, and begin late: https://learn.microsoft.com/sql/t-sql/data-types/smalldatetime-transact-sql */
function mssqlClock(target: Target): Clock {
  const clock = plainClock(target);
  const name = target.column && sqlTypeOf(target.column).name;
  if (name === 'datetimeoffset') return { ...clock, zone: 'kept' };
  if (name === 'datetime') {
    const rounds = ({ fraction }: Moment): string | undefined =>
      /[^037]$/.test(fraction.padEnd(3, '0'))
        ? `0.${fraction} of a second, which a datetime would round (a datetime2 keeps it)`
        : undefined;
    return { ...clock, digits: 3, years: [1753, 9999], rounds };
  }
  if (name !== 'smalldatetime') return clock;
  const rounds = ({ clock: time }: Moment): string | undefined =>
    /:00$/.test(time) ? undefined : 'seconds, which a smalldatetime would round';
  const refuses = ({ date }: Moment): string | undefined => (date > '2079-06-06' ? `the day ${date}` : undefined);
  return { ...clock, digits: 0, years: [1900, 2079], rounds, refuses };
}

const plainClock = clockBy({ years: [1, 9999], zones: /^datetimeoffset/, digits: 7, unknown: 'none' });

/** Text without N depends on the code page, unless the collation is one of UTF-8. */
const mssqlRoom = roomBy((type, column) => {
  const { name } = type;
  const ascii = /_utf8\b/i.test(column.collation ?? '') ? {} : { ascii: true as const };
  if (/^n(var)?char\b/.test(name)) return sized(type, { unit: 'UTF-16 units' }, 1);
  if (/^(var)?char\b/.test(name)) {
    return { unit: 'bytes', most: sizeArg(type, 1) ?? Number.POSITIVE_INFINITY, ...ascii };
  }
  if (name === 'text') return { unit: 'bytes', most: Number.POSITIVE_INFINITY, ...ascii };
  if (name === 'varbinary') return sized(type, { unit: 'bytes' }, 1);
  return name === 'binary' ? sized(type, { unit: 'bytes', filled: true }, 1) : undefined;
});

const sizes: Readonly<Record<string, IntegerSize>> = { ...integerSizes, tinyint: { bits: 8, unsigned: true } };
const eighteen: Digits = { precision: 18, scale: 0 };
const exactDigits = digitsBy({
  decimal: eighteen,
  dec: eighteen,
  numeric: eighteen,
  // https://learn.microsoft.com/sql/t-sql/data-types/money-and-smallmoney-transact-sql, one digit short of the limit
  money: { precision: 18, scale: 4 },
  smallmoney: { precision: 9, scale: 4 },
});

export const mssqlSpelling: Spelling = {
  text: (text) => mssqlText(text),
  boolean: ['1', '0'],
  bytes: (hex) => `0x${hex}`,
  room: mssqlRoom,
  moment: mssqlMoment,
  clock: mssqlClock,
  numericDates: false,
  integer: (sqlType) => sizes[sqlType],
  digits: exactDigits,
  // Without an exponent it would be a decimal first: https://learn.microsoft.com/sql/t-sql/data-types/constants-transact-sql
  number: (text, value, { kind }) =>
    kind !== 'float' || /e/i.test(text) ? text : `${Object.is(value, -0) ? '-0' : text}e0`,
};
