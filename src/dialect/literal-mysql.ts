/** MySQL's and MariaDB's spelling of values, the same whatever NO_BACKSLASH_ESCAPES says. */

import { type IntegerSize, integerSizes } from './number.ts';
import type { Spelling } from './spelling.ts';
import { quoted, stretches } from './text.ts';
import { plainToken } from './token.ts';

/** A backslash is an escape or a character, as sql_mode has it: https://dev.mysql.com/doc/refman/8.0/en/string-literals.html */
const special = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\\]+/gu;

/** `concat('a', char(13,10 using utf8mb4), 'b')`; `char()` takes bytes: https://dev.mysql.com/doc/refman/8.0/en/string-functions.html#function_char */
export function mysqlText(text: string): string {
  const parts = stretches(text, special).map((part) =>
    part.special ? `char(${[...Buffer.from(part.text)].join(',')} using utf8mb4)` : quoted(part.text),
  );
  return parts.length === 1 ? parts[0]! : `concat(${parts.join(', ')})`;
}

/** A literal and not an expression, as DEFAULT, ENUM and older servers ask for. */
export function mysqlConstant(text: string): string {
  return stretches(text, special).some((part) => part.special)
    ? `_utf8mb4 x'${Buffer.from(text).toString('hex')}'`
    : quoted(text);
}

/** One string token. Its escapes need a script that pins sql_mode without NO_BACKSLASH_ESCAPES: COMMENT takes no expression. */
export function mysqlToken(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replace(/[\n\r\t]/g, (character) => escapes[character]!);
  return mysqlPlain(escaped);
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** Comments hold no character beyond U+FFFF, and would keep a question mark: https://dev.mysql.com/doc/refman/8.0/en/charset-metadata.html */
const mysqlPlain = plainToken('', /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\u{10000}-\u{10ffff}]+/u);

const sizes: Readonly<Record<string, IntegerSize>> = { ...integerSizes, serial: { bits: 64, unsigned: true } };

/** https://dev.mysql.com/doc/refman/8.0/en/date-and-time-literals.html; the script pins the session's time zone to UTC. */
export const mysqlSpelling: Spelling = {
  text: mysqlText,
  boolean: ['1', '0'],
  bytes: (hex) => `x'${hex}'`,
  moment: ({ date, time }, { kind }) => {
    if (kind === 'date') return `'${date}'`;
    return kind === 'time' ? `'${time}'` : `'${date} ${time}'`;
  },
  years: [1, 9999],
  integer: (sqlType) => sizes[sqlType],
  numericDates: true,
  textualBytes: true,
};
