/** Lengths of time, read from ISO 8601 (`P1DT2H`) or from words (`1 day 02:00:00`), for columns of intervals. */

export interface Span {
  readonly months: bigint;
  readonly days: bigint;
  readonly nanos: bigint;
}

const second = 1_000_000_000n;
const units: Readonly<Record<string, keyof Span>> = {
  year: 'months',
  month: 'months',
  mon: 'months',
  week: 'days',
  day: 'days',
  hour: 'nanos',
  minute: 'nanos',
  min: 'nanos',
  second: 'nanos',
  sec: 'nanos',
};
const sizes: Readonly<Record<string, bigint>> = {
  year: 12n,
  week: 7n,
  hour: 3600n * second,
  minute: 60n * second,
  min: 60n * second,
  second,
  sec: second,
};

const isoShape =
  /^([+-])?P(?:([+-]?\d+)Y)?(?:([+-]?\d+)M)?(?:([+-]?\d+)W)?(?:([+-]?\d+)D)?(?:T(?:([+-]?\d+)H)?(?:([+-]?\d+)M)?(?:([+-]?\d+(?:\.\d{1,9})?)S)?)?$/i;
const isoUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
const wordShape =
  /\s*(?:([+-]?\d+(?:\.\d{1,9})?)\s*([a-z]+?)s?|([+-])?(\d+):(\d\d)(?::(\d\d(?:\.\d{1,9})?))?)(?=\s|$)/iy;

/** Undefined for anything else, fractions of units above the second included. */
export function spanFrom(text: string): Span | undefined {
  const iso = isoShape.exec(text);
  const parts = iso === null ? wordParts(text) : isoUnits.map((unit, at) => [iso[at + 2], unit] as const);
  const given = parts?.filter(([amount]) => amount !== undefined);
  if (given === undefined || given.length === 0) return undefined;
  const sum = { months: 0n, days: 0n, nanos: 0n };
  for (const [amount = '', unit] of given) {
    const where = units[unit];
    if (where === undefined || (amount.includes('.') && !unit.startsWith('sec'))) return undefined;
    sum[where] += where === 'nanos' ? (scaled(amount) * sizes[unit]!) / second : BigInt(amount) * (sizes[unit] ?? 1n);
  }
  const turned = iso?.[1] === '-' ? -1n : 1n;
  return { months: sum.months * turned, days: sum.days * turned, nanos: sum.nanos * turned };
}

function wordParts(text: string): readonly (readonly [string | undefined, string])[] | undefined {
  const found: (readonly [string | undefined, string])[] = [];
  let end = 0;
  while (end < text.length) {
    wordShape.lastIndex = end;
    const match = wordShape.exec(text);
    if (match === null) return undefined;
    end = wordShape.lastIndex;
    const [, amount, unit = '', sign = '', hours, minutes, seconds] = match;
    if (amount !== undefined) found.push([amount, unit.toLowerCase()]);
    else found.push([sign + hours, 'hour'], [sign + minutes, 'minute'], [seconds && sign + seconds, 'second']);
  }
  return found;
}

/** Billionths. */
function scaled(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(9, '0')}`);
}

/** Each unit with the sign of its group; `fraction` has no trailing zeros. */
export function partsOf({ months, days, nanos }: Span): readonly (readonly [amount: string, unit: string])[] {
  const seconds = nanos / second;
  const rest = nanos % second;
  const last = seconds % 60n;
  const sign = nanos < 0n && last === 0n ? '-' : '';
  const fraction = rest === 0n ? '' : `.${String(rest).replace('-', '').padStart(9, '0').replace(/0+$/, '')}`;
  const all: readonly (readonly [string, string])[] = [
    [String(months / 12n), 'year'],
    [String(months % 12n), 'month'],
    [String(days), 'day'],
    [String(seconds / 3600n), 'hour'],
    [String((seconds / 60n) % 60n), 'minute'],
    [fraction === '' ? String(last) : `${sign}${last}${fraction}`, 'second'],
  ];
  const shown = all.filter(([amount]) => amount !== '0');
  return shown.length === 0 ? [['0', 'second']] : shown;
}

/** `P1Y2M-3DT4H5M6.5S` */
export function isoText(span: Span): string {
  const parts = partsOf(span);
  const letters = (units: readonly string[]): string =>
    parts
      .filter(([, unit]) => units.includes(unit))
      .map(([amount, unit]) => amount + unit[0]!.toUpperCase())
      .join('');
  const time = letters(['hour', 'minute', 'second']);
  return `P${letters(['year', 'month', 'day'])}${time === '' ? '' : `T${time}`}`;
}
