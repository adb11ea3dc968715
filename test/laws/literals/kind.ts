/** Kinds of columns: how a value for one is made by chance, and what the engine must answer when it is asked for it. */
import type { Column } from '../../../src/schema/column.ts';
import type { Random } from './random.ts';

export interface Sample {
  readonly value: unknown;
  /** What the engine answers, after `show`. */
  readonly kept: string | null;
}

export interface Kind {
  /** knex's word. */
  readonly word: string;
  readonly sqlType: string;
  readonly args?: readonly unknown[];
  readonly unsigned?: true;
  readonly make: (random: Random) => Sample;
  /** The value of the column `value` as text. */
  readonly read: string;
  /** Engines print one number in several ways, and JSON with other spaces. */
  readonly show?: (cell: string) => string;
}

export function columnOf({ word, sqlType, args = [], unsigned }: Kind): Column {
  const type = { name: word, args };
  return { name: 'value', type, sqlType, nullable: true, autoIncrement: false, unsigned: unsigned === true };
}

export const unhex = (cell: string): string => Buffer.from(cell, 'hex').toString();

/** As text, as a bigint, or as a number where one holds it. */
export function given(random: Random, whole: bigint): unknown {
  const small = whole >= -(2n ** 53n) && whole <= 2n ** 53n;
  return random.pick<unknown>([whole, String(whole), small ? Number(whole) : whole]);
}

export const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** Digits of `decimal(whole + scale, scale)`, kept with all of its scale. */
export function decimal(random: Random, whole: number, scale: number): Sample {
  const sign = random.pick(['', '-']);
  const before = random.digits(1, whole);
  const after = random.digits(0, scale);
  const plain = before.replace(/^0+(?=\d)/, '');
  const zero = /^0*$/.test(before + after);
  const kept = `${zero ? '' : sign}${plain}.${after.padEnd(scale, '0')}`;
  return { value: `${sign}${before}${after === '' ? '' : `.${after}`}`, kept };
}

export interface Instant {
  /** ISO 8601 text with an offset, or none where it is UTC anyway. */
  readonly text: string;
  /** `2024-01-31 10:00:00.123456` in UTC, with `digits` digits. */
  readonly utc: string;
}

/** Between two years, with a fraction of at most `digits` digits. */
export function instant(random: Random, first: number, last: number, digits: number): Instant {
  const from = Date.parse(`${String(first).padStart(4, '0')}-01-02T00:00:00Z`) / 1000;
  const to = Date.parse(`${last}-12-30T00:00:00Z`) / 1000;
  const second = from + Number((random.whole(62, false) * BigInt(Math.floor(to - from))) / 2n ** 62n);
  const fraction = random.digits(0, digits);
  const minutes = random.below(28 * 4) * 15 - 14 * 60;
  const zoneless = random.below(4) === 0;
  const shown = new Date((second + (zoneless ? 0 : minutes * 60)) * 1000).toISOString().slice(0, 19);
  const size = Math.abs(minutes);
  const [h, m] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  const sign = minutes < 0 ? '-' : '+';
  const offset = minutes === 0 ? 'Z' : random.pick([`${sign}${h}:${m}`, `${sign}${h}${m}`, ` ${sign}${h}:${m}`]);
  const utc = new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return {
    text: `${random.flip() ? shown : shown.replace('T', ' ')}${fraction && `.${fraction}`}${zoneless ? '' : offset}`,
    utc: digits === 0 ? utc : `${utc}.${fraction.padEnd(digits, '0')}`,
  };
}

/** A Date now and then, else text. */
export function moment(random: Random, first: number, last: number, digits: number): Sample {
  const { text, utc } = instant(random, first, last, digits);
  if (digits < 3 || random.below(4) > 0) return { value: text, kept: utc };
  const date = new Date(`${utc.slice(0, 23).replace(' ', 'T')}Z`);
  return { value: date, kept: utc.slice(0, 23).padEnd(20 + digits, '0') };
}

export function day(random: Random, first: number, last: number): Sample {
  const { utc } = instant(random, first, last, 0);
  const value = utc.slice(0, 10);
  return { value: random.below(4) === 0 ? new Date(`${value}T23:59:59.999Z`) : value, kept: value };
}

export function clock(random: Random, digits: number): Sample {
  const fraction = random.digits(0, digits);
  const [h, m, s] = [24, 60, 60].map((end) => String(random.below(end)).padStart(2, '0'));
  const kept = `${h}:${m}:${s}.${fraction.padEnd(digits, '0')}`;
  return { value: `${h}:${m}:${s}${fraction && `.${fraction}`}`, kept };
}

export function json(random: Random, depth = 3): unknown {
  const leaf = [
    () => random.text(6),
    () => Number(random.whole(53)),
    () => Number(`${random.digits(1, 5)}.${random.digits(1, 4)}`),
    () => random.flip(),
    () => null,
  ];
  const choice = random.below(depth === 0 ? 5 : 8);
  if (choice < 5) return leaf[choice]!();
  if (choice === 5) return random.many(4, () => json(random, depth - 1));
  return Object.fromEntries(random.many(4, () => [`k${random.text(3)}`, json(random, depth - 1)]));
}

/** The value itself, or its text; never a string alone, which would be taken for JSON text. */
export function jsonSample(random: Random): Sample {
  const value = json(random);
  const text = JSON.stringify(value);
  return { value: typeof value === 'string' || value === null || random.flip() ? text : value, kept: canonical(text) };
}

/** JSON with sorted keys. */
export function canonical(text: string): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, sorted(item)]),
    );
  };
  return JSON.stringify(sorted(JSON.parse(text)));
}

/** Given as text or as sixteen bytes; kept as text. */
export function uuid(random: Random): Sample {
  const bytes = random.bytes(16, 16);
  const text = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { value: random.flip() ? text : bytes, kept: text };
}

/** Without the zeros that say nothing. */
export const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

export function truth(random: Random, yes: string, no: string): Sample {
  return random.flip()
    ? { value: random.pick([true, 1, 1n, 'true', 't', '1']), kept: yes }
    : { value: random.pick([false, 0, 0n, 'false', 'F', '0']), kept: no };
}

const sizes = ['s', 'm', "l'", 'a;b', '%', '$x', '"', 'é'];

export function choice(sqlType: string, read: string): Kind {
  const make = (random: Random): Sample => {
    const value = random.pick(sizes);
    return { value, kept: value };
  };
  return { word: 'enu', sqlType, args: [sizes], read, make };
}

export const choices: string = sizes.map((size) => `'${size.replaceAll("'", "''")}'`).join(', ');
