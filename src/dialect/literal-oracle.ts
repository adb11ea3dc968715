/** Oracle's spelling of values. The script says SET DEFINE OFF, so `&` is a character. */

import { type Clock, clockBy } from './clock.ts';
import { type Moment, timeText } from './moment.ts';
import { type Digits, digitsBy } from './number.ts';
import { roomBy, sized } from './room.ts';
import type { Span } from './span.ts';
import type { Spelling } from './spelling.ts';
import { sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { codePoints, cut, joined, quoted, stretches, unseen } from './text.ts';
import { unrepresentable } from './unrepresentable.ts';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/datatype-limits.html */
const longestText = 4000;
const longestBytes = 2000;
/** SQL*Plus reads lines of 2499 characters at most, so that long text goes in pieces, a line each. */
const piece = 1000;

/** `'a' || chr(10) || 'b'`; beyond 4000 bytes pieces of `to_clob('…')`. An empty string is NULL, except as a CLOB. */
export function oracleText(text: string, { column }: Target): string {
  const clob = column !== undefined && /clob/i.test(column.sqlType);
  if (text === '' && clob) return 'empty_clob()';
  if (text === '' && column?.nullable === false) {
    throw unrepresentable('an empty string, which Oracle takes for NULL', 'give another text, or allow NULL', column);
  }
  const parts = stretches(text, unseen).flatMap((part) =>
    part.special ? codePoints(part.text).map(character) : cut(part.text, piece).map(quoted),
  );
  if (Buffer.byteLength(text) > longestText) return joined(asClobs(parts), ' ||\n    ');
  if (parts.length === 1) return parts[0]!;
  return `(${joined(lines(parts), ' ||\n    ')})`;
}

/** Short parts share a line. */
function lines(parts: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last !== undefined && Buffer.byteLength(last) + Buffer.byteLength(part) <= piece) {
      found[found.length - 1] = `${last} || ${part}`;
    } else {
      found.push(part);
    }
  }
  return found;
}

function asClobs(parts: readonly string[]): readonly string[] {
  return lines(parts).map((line) => `to_clob(${line})`);
}

/** chr() follows the database's character set, so beyond ASCII the character is named by its code point. */
function character(code: number): string {
  return code < 128 ? `chr(${code})` : `to_char(unistr('\\${code.toString(16).padStart(4, '0')}'))`;
}

function oracleBytes(hex: string, { column }: Target): string {
  if (hex === '') {
    if (column !== undefined && /blob/i.test(column.sqlType)) return 'empty_blob()';
    throw unrepresentable('no bytes, which Oracle takes for NULL', 'give null, or make the column a blob', column);
  }
  if (hex.length > 2 * longestBytes) {
    throw unrepresentable(`more than ${longestBytes} bytes`, 'load them with SQL*Loader or DBMS_LOB', column);
  }
  return `hextoraw('${hex}')`;
}

/** A DATE holds hours, minutes and seconds too; text would depend on NLS_DATE_FORMAT. */
function oracleMoment(moment: Moment, { kind, column }: Target): string {
  const time = timeText(moment);
  if (kind === 'text') return `'${moment.date} ${time}'`;
  const plainDate = kind === 'date' || (column !== undefined && /^date\b/i.test(column.sqlType));
  if (!plainDate) return `timestamp '${moment.date} ${time}${moment.offset === '' ? '' : ` ${moment.offset}`}'`;
  if (moment.clock === '00:00:00') return `date '${moment.date}'`;
  return `to_date('${moment.date} ${moment.clock}', 'YYYY-MM-DD HH24:MI:SS')`;
}

/** Every type of Oracle's holds a day and a time. https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html */
function oracleClock(target: Target): Clock {
  const clock = { ...plainClock(target), holds: 'both' } as const;
  const name = target.column && sqlTypeOf(target.column).name;
  if (name === 'date') return { ...clock, digits: 0 };
  return name === 'timestamp with time zone' ? { ...clock, zone: 'kept' } : clock;
}

const plainClock = clockBy({ years: [1, 9999], zones: /time zone$/, digits: 6, unknown: 'read' });

const longestPadded = 2000;
const longestExtended = 32767;

/** A length beyond 4000 shows that MAX_STRING_SIZE is EXTENDED: https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/MAX_STRING_SIZE.html */
function bytesOf(name: string, length: string): number {
  if (!name.startsWith('var')) return longestPadded;
  return Number.parseInt(length, 10) > longestText ? longestExtended : longestText;
}

/** Lengths count bytes unless they say `char`, whatever NLS_LENGTH_SEMANTICS says. */
const oracleRoom = roomBy((type) => {
  const { name, args } = type;
  if (/^n(var)?char2?\b/.test(name)) return sized(type, { unit: 'UTF-16 units' }, 1);
  if (/^(var)?char2?\b/.test(name)) {
    if (!/char/.test(args[0] ?? '')) return sized(type, { unit: 'bytes' }, 1);
    return sized(type, { unit: 'characters', mostBytes: bytesOf(name, args[0] ?? '') }, 1);
  }
  return name === 'raw' ? sized(type, { unit: 'bytes' }) : undefined;
});

/** `interval '1 02:03:04.5' day(2) to second(6)`: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Literals.html */
function oracleSpan({ months, days, nanos }: Span, { column }: Target): string {
  const shape = /^interval (year|day)(?:\s*\((\d)\))? to (month|second)(?:\s*\((\d)\))?$/i.exec(
    column?.sqlType.trim() ?? '',
  );
  const [, first = '', leading = '2', , fraction = '6'] = shape ?? [];
  const years = first.toLowerCase() === 'year';
  const whole = years ? months : days * 86_400_000_000_000n + nanos;
  if (first === '' || (years ? days !== 0n || nanos !== 0n : months !== 0n)) {
    throw unrepresentable('a length of time with parts that the column does not keep', undefined, column);
  }
  const sign = whole < 0n ? '-' : '';
  const size = whole < 0n ? -whole : whole;
  const [high, low] = years ? [size / 12n, String(size % 12n)] : [size / 86_400_000_000_000n, clockOf(size)];
  const cut = low.split('.')[1]?.length ?? 0;
  if (String(high).length > Number(leading) || (!years && cut > Number(fraction))) {
    throw unrepresentable('a length of time with more digits than the column keeps', undefined, column);
  }
  return years
    ? `interval '${sign}${high}-${low}' year(${leading}) to month`
    : `interval '${sign}${high} ${low}' day(${leading}) to second(${fraction})`;
}

/** `02:03:04.5` */
function clockOf(nanos: bigint): string {
  const seconds = nanos / 1_000_000_000n;
  const parts = [(seconds / 3600n) % 24n, (seconds / 60n) % 60n, seconds % 60n];
  const fraction = String(nanos % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return fraction === '' ? clock : `${clock}.${fraction}`;
}

/** A NUMBER ends at 1e126 and has no -0; a BINARY_DOUBLE has both. */
function oracleNumber(text: string, value: number, { column }: Target): string {
  if (column !== undefined && /^binary_(float|double)/i.test(column.sqlType))
    return `${Object.is(value, -0) ? '-0' : text}d`;
  const size = Math.abs(value);
  if (size === 0 || (size < 1e126 && size >= 1e-130)) return text;
  if (column === undefined) return `${text}d`;
  throw unrepresentable(`${text}, which is beyond a number`, 'make the column binary_double', column);
}

const whole: Digits = { precision: 38, scale: 0 };

export const oracleSpelling: Spelling = {
  text: oracleText,
  boolean: ['1', '0'],
  bytes: oracleBytes,
  room: oracleRoom,
  moment: oracleMoment,
  clock: oracleClock,
  numericDates: false,
  span: oracleSpan,
  integer: () => undefined,
  digits: digitsBy({ decimal: whole, dec: whole, numeric: whole, integer: whole, int: whole, smallint: whole }),
  number: oracleNumber,
  nonFinite: (value, { column }) => {
    if (column === undefined || !/^binary_(float|double)/i.test(column.sqlType)) return undefined;
    if (Number.isNaN(value)) return 'binary_double_nan';
    return value > 0 ? 'binary_double_infinity' : '-binary_double_infinity';
  },
};
