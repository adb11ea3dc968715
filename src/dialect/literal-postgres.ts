/** PostgreSQL's spelling of values, shared by its relatives. */

import { arraySpelling } from './array-postgres.ts';
import { clockBy } from './clock.ts';
import { type Moment, timeText } from './moment.ts';
import { digitsBy, integerSizes } from './number.ts';
import { type Room, roomBy, sized } from './room.ts';
import { isoText, type Span } from './span.ts';
import type { Spelling } from './spelling.ts';
import { type SqlType, sizeArg, sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { quoted, stretches, unseen } from './text.ts';
import { checkText } from './token.ts';
import { unrepresentable } from './unrepresentable.ts';

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

const escaped = (character: string): string =>
  short[character] ?? `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`;

/**
 * `'…'`, or `E'…'` where something in it must not stand raw. Plain strings keep backslashes as they are.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS-ESCAPE
 */
export function postgresText(text: string): string {
  const parts = stretches(text, unseen);
  if (!parts.some((part) => part.special)) return quoted(text);
  const body = parts.map((part) =>
    part.special ? Array.from(part.text, escaped).join('') : part.text.replaceAll('\\', '\\\\').replaceAll("'", "''"),
  );
  return `E'${body.join('')}'`;
}

/** The same for where nothing has looked at the text yet. */
export function postgresToken(text: string): string {
  checkText(text);
  return postgresText(text);
}

/** Years before 1 are written with BC. */
function postgresMoment(moment: Moment, { kind }: Target): string {
  const era = moment.year > 0 ? '' : ' BC';
  if (kind === 'date') return `'${moment.date}${era}'`;
  if (kind === 'time') return `'${timeText(moment)}${moment.offset}'`;
  return `'${moment.date}T${timeText(moment)}${moment.offset}${era}'`;
}

function postgresNonFinite(value: number, { kind }: Target): string | undefined {
  if (kind === 'float') return `'${value}'::float8`;
  return kind === 'decimal' && Number.isNaN(value) ? `'NaN'::numeric` : undefined;
}

/** https://www.postgresql.org/docs/current/datatype-character.html */
const postgresRoom = roomBy((type) => {
  const rest: Omit<Room, 'most'> = { unit: 'characters' };
  if (/^(varchar|character varying|bpchar|string)$/.test(type.name)) return sized(type, rest);
  return /^(char|character)$/.test(type.name) ? sized(type, rest, 1) : undefined;
});

/** Shorter or longer bits are an error, or cut: https://www.postgresql.org/docs/current/datatype-bit.html */
function postgresBits(digits: string, { column }: Target): string {
  const type = column && sqlTypeOf(column);
  const fixed = type?.name === 'bit';
  const most = type && sizeArg(type, fixed ? 1 : undefined);
  if (most !== undefined && (digits.length > most || (fixed && digits.length < most))) {
    throw unrepresentable(`${digits.length} bits`, `give ${fixed ? 'exactly' : 'at most'} ${most}`, column);
  }
  return `B'${digits}'`;
}

const fields = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
const sizes: Readonly<Record<(typeof fields)[number], (span: Span) => bigint>> = {
  year: ({ months }) => months % 12n,
  month: () => 0n,
  day: ({ nanos }) => nanos,
  hour: ({ nanos }) => nanos % 3_600_000_000_000n,
  minute: ({ nanos }) => nanos % 60_000_000_000n,
  second: () => 0n,
};

/** What an interval of certain fields, or of a few digits, would drop: https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-INTERVAL-INPUT */
function dropped(span: Span, { name, args }: SqlType): boolean {
  const last = fields.findLast((field) => name.endsWith(field));
  const digits = Number(args[0] ?? 6);
  if (span.nanos % 10n ** BigInt(9 - digits) !== 0n) return true;
  if (last === undefined) return false;
  return sizes[last](span) !== 0n || (fields.indexOf(last) < 2 && (span.days !== 0n || span.nanos !== 0n));
}

const widest = (bits: bigint): bigint => 1n << (bits - 1n);
const within = (value: bigint, bits: bigint): boolean => value >= -widest(bits) && value < widest(bits);

/** Months, days and microseconds are counted apart. ISO 8601 reads the same under every IntervalStyle. */
export function checkedSpan(span: Span, { column }: Target): Span {
  if (!within(span.months, 32n) || !within(span.days, 32n) || !within(span.nanos / 1000n, 64n)) {
    throw unrepresentable('a length of time that is too long', undefined, column);
  }
  if (column !== undefined && dropped(span, sqlTypeOf(column))) {
    throw unrepresentable('a length of time with parts that the column does not keep', undefined, column);
  }
  return span;
}

/** Hundredths, in 64 bits: https://www.postgresql.org/docs/current/datatype-money.html */
function isMoney(digits: string): boolean {
  const [, whole = '', fraction = ''] = /^(-?\d+)(?:\.(\d{1,2})0*)?$/.exec(digits) ?? [];
  return whole !== '' && within(BigInt(whole + fraction.padEnd(2, '0')), 64n);
}

export const postgresSpelling: Spelling = {
  text: postgresText,
  boolean: ['true', 'false'],
  bytes: (hex) => `'\\x${hex}'::bytea`,
  room: postgresRoom,
  moment: postgresMoment,
  clock: clockBy({ years: [-4712, 294276], zones: /tz|with time zone/, digits: 6, unknown: 'read', hours: 24 }),
  endlessMoments: true,
  numericDates: false,
  span: (span, target) => quoted(isoText(checkedSpan(span, target))),
  bits: postgresBits,
  integer: (sqlType) => integerSizes[sqlType],
  digits: digitsBy({}),
  exact: (digits, column) => column === undefined || !/^money\b/i.test(column.sqlType) || isMoney(digits),
  // Bare, -0 is a whole number, and 0.
  number: (text, value, { kind }) => (kind === 'float' && Object.is(value, -0) ? `'-0'::float8` : text),
  nonFinite: postgresNonFinite,
  array: arraySpelling(postgresText, true),
};
