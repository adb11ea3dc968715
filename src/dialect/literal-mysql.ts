/** MySQL's and MariaDB's spelling of values, the same whatever NO_BACKSLASH_ESCAPES says. */

import type { Column } from '../schema/column.ts';
import { type Clock, clockBy } from './clock.ts';
import { type Moment, timeText } from './moment.ts';
import { type Digits, digitsBy, type IntegerSize, integerSizes } from './number.ts';
import { roomBy, sized } from './room.ts';
import type { Spelling } from './spelling.ts';
import { type SqlType, sizeArg, sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { quoted, stretches } from './text.ts';
import { plainToken } from './token.ts';
import { unrepresentable } from './unrepresentable.ts';

/** A backslash is an escape or a character, as sql_mode has it: https://dev.mysql.com/doc/refman/8.0/en/string-literals.html */
const special = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\\]+/gu;

/** `concat('a', char(13,10 using utf8mb4), 'b')`; `char()` takes bytes: https://dev.mysql.com/doc/refman/8.0/en/string-functions.html#function_char */
export function mysqlText(text: string): string {
  const parts = stretches(text, special).map((part) =>
    part.special ? `char(${[...Buffer.from(part.text)].join(',')} using utf8mb4)` : quoted(part.text),
  );
  return parts.length === 1 ? parts[0]! : `concat(${parts.join(', ')})`;
}

/**
 * A literal and not an expression, as DEFAULT, ENUM and older servers ask for. Its escapes need a script that pins
 * sql_mode without NO_BACKSLASH_ESCAPES.
 */
export function mysqlConstant(text: string): string {
  const odd = stretches(withoutEscapes(text), special).some((part) => part.special);
  return odd ? `_utf8mb4 x'${Buffer.from(text).toString('hex')}'` : quoted(escaped(text));
}

/** One string token. Its escapes need a script that pins sql_mode without NO_BACKSLASH_ESCAPES: COMMENT takes no expression. */
export function mysqlToken(text: string): string {
  return mysqlPlain(escaped(text));
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escapable = /[\\\n\r\t]/g;

function escaped(text: string): string {
  return text.replace(escapable, (character) => escapes[character]!);
}

function withoutEscapes(text: string): string {
  return text.replace(escapable, '');
}

/** Comments hold no character beyond U+FFFF, and would keep a question mark: https://dev.mysql.com/doc/refman/8.0/en/charset-metadata.html */
const mysqlPlain = plainToken('', /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\u{10000}-\u{10ffff}]+/u);

/**
 * The client sends no longer packet than 16 MB unless it is told to, and a statement is a packet.
 * https://dev.mysql.com/doc/refman/8.0/en/packet-too-large.html, https://mariadb.com/kb/en/mariadb-command-line-client/
 */
export const mysqlMaxRowBytes = 16_000_000;

const sizes: Readonly<Record<string, IntegerSize>> = { ...integerSizes, serial: { bits: 64, unsigned: true } };

function mysqlInteger(sqlType: string, column: Column): IntegerSize | undefined {
  const size = sizes[sqlType];
  return size && (column.unsigned || /\bunsigned\b/i.test(column.sqlType)) ? { ...size, unsigned: true } : size;
}

/** https://dev.mysql.com/doc/refman/8.0/en/storage-requirements.html#data-types-storage-reqs-strings */
const mysqlRoom = roomBy((type) => {
  const { name } = type;
  const [, size = '', lob] = /^(tiny|medium|long)?(text|blob)$/.exec(name) ?? [];
  if (lob !== undefined) return type.args.length > 0 ? undefined : { most: lobs[size] ?? 65_535, unit: 'bytes' };
  if (/^(var)?char\b|^character\b/.test(name)) return sized(type, { unit: 'characters' }, 1);
  if (name === 'varbinary') return sized(type, { unit: 'bytes' });
  return name === 'binary' ? sized(type, { unit: 'bytes', filled: true }, 1) : undefined;
});

const lobs: Readonly<Record<string, number>> = { tiny: 255, medium: 16_777_215, long: 4_294_967_295 };

/** What the types keep without a word: https://dev.mysql.com/doc/refman/8.0/en/fixed-point-types.html */
function mysqlDigits(type: SqlType): Digits | undefined {
  const [precision, scale] = type.args;
  if (/^(float|double|real)\b/.test(type.name) && scale !== undefined) {
    return { precision: Number(precision), scale: Number(scale) };
  }
  return exactDigits(type);
}

const ten: Digits = { precision: 10, scale: 0 };
const exactDigits = digitsBy({ decimal: ten, dec: ten, numeric: ten, fixed: ten });

/** `timestamp` counts seconds in 32 bits: https://dev.mysql.com/doc/refman/8.0/en/datetime.html */
function mysqlClock(target: Target): Clock {
  const clock = plainClock(target);
  return target.column !== undefined && sqlTypeOf(target.column).name === 'timestamp'
    ? { ...clock, refuses: beyondTimestamp }
    : clock;
}

const plainClock = clockBy({ years: [1, 9999], zones: /^$/, digits: 0, unknown: 'none', hours: 838 });

function beyondTimestamp({ date, clock }: Moment): string | undefined {
  const at = `${date} ${clock}`;
  if (at >= '1970-01-01 00:00:01' && at <= '2038-01-19 03:14:07') return undefined;
  return `${at}, which lies outside of 1970 to 2038-01-19 (a datetime has room for it)`;
}

function mysqlBits(digits: string, { column }: Target): string {
  const most = column && sizeArg(sqlTypeOf(column), 1);
  if (most !== undefined && digits.replace(/^0+/, '').length > most) {
    throw unrepresentable(`${digits.length} bits`, `give at most ${most}`, column);
  }
  return `b'${digits}'`;
}

/** https://dev.mysql.com/doc/refman/8.0/en/date-and-time-literals.html; the script pins the session's time zone to UTC. */
export const mysqlSpelling: Spelling = {
  text: mysqlText,
  boolean: ['1', '0'],
  bytes: (hex) => `x'${hex}'`,
  room: mysqlRoom,
  moment: (moment, { kind }) => {
    if (kind === 'date') return `'${moment.date}'`;
    return kind === 'time' ? `'${timeText(moment)}'` : `'${moment.date} ${timeText(moment)}'`;
  },
  clock: mysqlClock,
  numericDates: false,
  bits: mysqlBits,
  integer: mysqlInteger,
  roundsToWhole: true,
  digits: mysqlDigits,
};
