/** Points in time as parts, read from ISO 8601 text or from a Date, without rounding and without the machine's zone. */

export interface Moment {
  /** The astronomical year: 0 is 1 BC. */
  readonly year: number;
  /** `2024-01-31`; the year of `0044` is 44 BC when `year` is below 1. */
  readonly date: string;
  /** `10:00:00` */
  readonly clock: string;
  /** The digits after the second, as they were given. */
  readonly fraction: string;
  /** `+02:00`; empty when none was given. */
  readonly offset: string;
}

/** What the text said: a day, a time of day, or both. */
export interface Said {
  readonly holds: 'date' | 'time' | 'both';
  readonly moment: Moment;
}

const pad = (part: number, width = 2): string => String(part).padStart(width, '0');

function dateText(year: number, month: number, day: number): string {
  return `${pad(year > 0 ? year : 1 - year, 4)}-${pad(month)}-${pad(day)}`;
}

/** The parts of a valid Date, in UTC. */
export function momentOf(value: Date): Moment {
  const year = value.getUTCFullYear();
  return {
    year,
    date: dateText(year, value.getUTCMonth() + 1, value.getUTCDate()),
    clock: [value.getUTCHours(), value.getUTCMinutes(), value.getUTCSeconds()].map((part) => pad(part)).join(':'),
    fraction: pad(value.getUTCMilliseconds(), 3),
    offset: '+00:00',
  };
}

/** `10:00:00.123` */
export function timeText({ clock, fraction }: Moment): string {
  return fraction === '' ? clock : `${clock}.${fraction}`;
}

const dayShape = String.raw`([+-]\d{6}|\d{4,6})-(\d\d)-(\d\d)`;
const clockShape = String.raw`(-?\d{1,3}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?`;
const zoneShape = String.raw`\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?`;
const wholeShape = new RegExp(`^${dayShape}(?:[T ]${clockShape}${zoneShape})?(\\s*BC)?$`, 'i');
const timeShape = new RegExp(`^${clockShape}${zoneShape}$`, 'i');

/** Undefined for anything but `2024-01-31`, `2024-01-31T10:00[:00[.123456]][Z|+02:00]` and `10:00[:00[.123456]]`. */
export function momentFrom(text: string): Said | undefined {
  const [, ...clockOnly] = timeShape.exec(text) ?? [];
  if (clockOnly.length > 0) {
    const parts = clockParts(clockOnly);
    return parts && { holds: 'time', moment: { year: 1970, date: '1970-01-01', ...parts } };
  }
  const [, years, months, days, ...rest] = wholeShape.exec(text) ?? [];
  if (years === undefined) return undefined;
  const era = rest.pop();
  const year = era === undefined ? Number(years) : 1 - Number(years);
  if (!isDay(year, Number(months), Number(days))) return undefined;
  const date = dateText(year, Number(months), Number(days));
  if (rest[0] === undefined)
    return { holds: 'date', moment: { year, date, clock: '00:00:00', fraction: '', offset: '' } };
  const parts = /^\d\d$/.test(rest[0]) && Number(rest[0]) < 24 ? clockParts(rest) : undefined;
  return parts && { holds: 'both', moment: { year, date, ...parts } };
}

function clockParts(parts: readonly (string | undefined)[]): Pick<Moment, 'clock' | 'fraction' | 'offset'> | undefined {
  const [hours = '', minutes = '', seconds = '00', fraction = '', said] = parts;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = said === undefined ? '' : offsetText(said);
  if (offset === undefined) return undefined;
  return { clock: `${hours.padStart(2, '0')}:${minutes}:${seconds}`, fraction, offset };
}

/** Zones lie between -12:00 and +14:00; engines read no more than 14 hours either way. */
function offsetText(said: string): string | undefined {
  if (/^(z|utc)$/i.test(said)) return '+00:00';
  const hours = said.slice(0, 3);
  const minutes = said.slice(3).replace(':', '') || '00';
  const size = Math.abs(Number(hours)) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > 14 * 60) return undefined;
  return size === 0 ? '+00:00' : `${hours}:${minutes}`;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysIn(year, month);
}

/** The same moment in UTC. An offset is less than a day, so the day before or after is the furthest. */
export function inUtc(moment: Moment): Moment {
  const [, sign, shiftHours, shiftMinutes] = /^([+-])(\d\d):(\d\d)$/.exec(moment.offset) ?? [];
  if (sign === undefined) return { ...moment, offset: '+00:00' };
  const shift = (Number(shiftHours) * 60 + Number(shiftMinutes)) * (sign === '-' ? -1 : 1);
  const [hours, minutes, seconds] = moment.clock.split(':').map(Number);
  const total = hours! * 60 + minutes! - shift;
  const within = (total + 1440) % 1440;
  return {
    ...moment,
    ...dayBeside(moment, Math.floor(total / 1440)),
    clock: [Math.floor(within / 60), within % 60, seconds!].map((part) => pad(part)).join(':'),
    offset: '+00:00',
  };
}

function dayBeside({ year, date }: Moment, step: number): Pick<Moment, 'year' | 'date'> {
  const [, months, days] = date.split('-').map(Number);
  let [y, month, day] = [year, months!, days! + step];
  if (day < 1) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) y -= 1;
    day = daysIn(y, month);
  } else if (day > daysIn(y, month)) {
    month = (month % 12) + 1;
    if (month === 1) y += 1;
    day = 1;
  }
  return { year: y, date: dateText(y, month, day) };
}
