/** Oracle's spelling of values. The script says SET DEFINE OFF, so `&` is a character. */

import type { Moment } from './moment.ts';
import type { Spelling, Target } from './spelling.ts';
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
function oracleMoment({ date, time }: Moment, { kind, column }: Target): string {
  if (kind === 'text') return `'${date} ${time}'`;
  const plainDate = kind === 'date' || (column !== undefined && /^date\b/i.test(column.sqlType));
  if (!plainDate) return `timestamp '${date} ${time} +00:00'`;
  const clock = time.slice(0, 8);
  if (clock === '00:00:00') return `date '${date}'`;
  return `to_date('${date} ${clock}', 'YYYY-MM-DD HH24:MI:SS')`;
}

const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

function oracleMomentText(text: string, { column }: Target): string {
  const [, date, minutes, seconds, fraction, zone] = iso.exec(text) ?? [];
  if (date === undefined) {
    throw unrepresentable(
      `${JSON.stringify(text)} is not a date like 2024-01-31 or 2024-01-31 10:00:00`,
      'give a Date, or the text in ISO 8601',
      column,
    );
  }
  if (minutes === undefined) return `date '${date}'`;
  const offset = zone === 'Z' ? '+00:00' : zone?.replace(/^(...):?/, '$1:');
  return `timestamp '${date} ${minutes}${seconds ?? ':00'}${fraction ?? ''}${offset === undefined ? '' : ` ${offset}`}'`;
}

/** A number above 9.9e125 is a BINARY_DOUBLE only. */
function oracleNumber(text: string, value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e126 || size < 1e-130) ? `${text}d` : text;
}

export const oracleSpelling: Spelling = {
  text: oracleText,
  boolean: ['1', '0'],
  bytes: oracleBytes,
  moment: oracleMoment,
  momentText: oracleMomentText,
  years: [1, 9999],
  integer: () => undefined,
  number: oracleNumber,
  nonFinite: (value, { column }) => {
    if (column === undefined || !/^binary_(float|double)/i.test(column.sqlType)) return undefined;
    if (Number.isNaN(value)) return 'binary_double_nan';
    return value > 0 ? 'binary_double_infinity' : '-binary_double_infinity';
  },
  numericDates: false,
  textualBytes: false,
};
