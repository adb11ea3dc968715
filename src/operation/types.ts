/** What may be said of two types by their spelling alone. */

import type { Column } from '../schema/column.ts';

type Typed = Pick<Column, 'sqlType' | 'unsigned'>;

interface Parsed {
  readonly word: string;
  readonly sizes: readonly number[];
  readonly max: boolean;
}

/** Bytes. Oracle's INTEGER has 38 digits, and no other whole number to compare it with. */
const wholeNumbers: Readonly<Record<string, number>> = {
  tinyint: 1,
  smallint: 2,
  mediumint: 3,
  int: 4,
  integer: 4,
  bigint: 8,
};
/** The characters that the longest number of so many bytes takes, its sign among them. */
const written: Readonly<Record<number, number>> = { 1: 4, 2: 6, 3: 8, 4: 11, 8: 20 };

const texts = /^(?:n?varchar2?|n?char|character(?: varying)?|varchar)$/;
const longTexts = /^(?:text|longtext|n?clob)$/;
const padded = /^(?:n?char|character)$/;
const national = /^n/;
const singles = /^(?:real|float)$/;
const doubles = /^double(?: precision)?$/;

function parsed(sqlType: string): Parsed {
  const [, word = '', sizes = '', rest = ''] =
    /^([^()]*)(?:\(([\d\s,]*)([^()]*)\))?/.exec(sqlType.trim().toLowerCase()) ?? [];
  const numbers = sizes.split(',').filter((size) => size.trim() !== '');
  return { word: word.replace(/\s*unsigned$/, '').trim(), sizes: numbers.map(Number), max: rest.trim() === 'max' };
}

const uncollated =
  /^(?:(?:tiny|small|medium|big)?int(?:eger)?\d?|(?:small|big)?serial|decimal|dec|numeric|number|(?:small)?money|real|float\d?|double(?: precision)?|binary_(?:float|double)|bit(?: varying)?|varbit|bool(?:ean)?|(?:small)?date(?:time)?2?|datetimeoffset|time(?:stamp)?(?:tz)?|rowversion|interval|uuid|uniqueidentifier|inet|cidr|macaddr8?|ts(?:vector|query)|jsonb?|xml|bytea|bytes|(?:var)?binary|(?:tiny|medium|long)?blob|raw|image|geometry|geography|point)\b/;

/** Whether no value of the type is text, as far as its spelling says, so that it has no collation. */
export function hasNoCollation({ sqlType }: Pick<Typed, 'sqlType'>): boolean {
  return uncollated.test(sqlType.trim().toLowerCase());
}

/** Digits before the point, and behind it, must both have room. */
function roomy(wide: readonly number[], narrow: readonly number[]): boolean {
  const [digits = 0, scale = 0] = wide;
  const [narrowDigits = 0, narrowScale = 0] = narrow;
  return digits - scale >= narrowDigits - narrowScale && scale >= narrowScale;
}

/** Undefined where not both are whole numbers. One without a sign is one of a longer type with a sign, and one below zero none without. */
function holdsWhole(a: Parsed, b: Parsed, wide: Typed, narrow: Typed): boolean | undefined {
  const [bytes, narrowBytes] = [wholeNumbers[a.word], wholeNumbers[b.word]];
  if (bytes === undefined || narrowBytes === undefined) return undefined;
  if (wide.unsigned === narrow.unsigned) return bytes >= narrowBytes;
  return narrow.unsigned && bytes > narrowBytes;
}

function textHolds(a: Parsed, b: Parsed): boolean {
  const long = longTexts.test(a.word) || (texts.test(a.word) && a.max);
  const bytes = wholeNumbers[b.word];
  if (bytes !== undefined) return long || (a.sizes[0] ?? 0) >= (a.word.endsWith('2') ? 40 : written[bytes]!);
  if (!texts.test(b.word)) return false;
  if (padded.test(a.word) && !padded.test(b.word)) return false;
  if (long) return longTexts.test(a.word) || national.test(a.word) || !national.test(b.word);
  const fits = b.sizes.length > 0 && (a.sizes[0] ?? 0) >= b.sizes[0]!;
  return fits && (national.test(a.word) || !national.test(b.word));
}

/** Whether every value of the second type is one of the first; false where the spelling does not say so. */
export function holdsAll(wide: Typed, narrow: Typed): boolean {
  const same = wide.sqlType.toLowerCase() === narrow.sqlType.toLowerCase();
  if (same && wide.unsigned === narrow.unsigned) return true;
  const [a, b] = [parsed(wide.sqlType), parsed(narrow.sqlType)];
  const whole = holdsWhole(a, b, wide, narrow);
  if (whole !== undefined) return whole;
  if (texts.test(a.word) || longTexts.test(a.word)) return textHolds(a, b);
  if (wide.unsigned && !narrow.unsigned) return false;
  if (doubles.test(a.word) && (singles.test(b.word) || doubles.test(b.word))) return true;
  return a.word === b.word && a.sizes.length > 0 && b.sizes.length > 0 && roomy(a.sizes, b.sizes);
}
