/** PostgreSQL's text of a value as node-postgres would give it, but that a moment without a zone is one of UTC. */

import { momentOf } from './postgres-moment.ts';

type Read = (text: string) => unknown;

const text: Read = (value) => value;
const whole: Read = (value) => Number.parseInt(value, 10);
const real: Read = (value) => Number.parseFloat(value);
const truth: Read = (value) => value === 't';
const json: Read = (value) => JSON.parse(value);
const bytes: Read = (value) => Buffer.from(value.slice(2), 'hex');

/** `(1,2)` */
function point(value: string): { x: number; y: number } {
  const [x, y] = value.slice(1, -1).split(',').map(Number.parseFloat);
  return { x: x!, y: y! };
}

/** `<(1,2),3>` */
function circle(value: string): { x: number; y: number; radius: number } {
  const end = value.lastIndexOf(',');
  return { ...point(value.slice(1, end)), radius: Number.parseFloat(value.slice(end + 1, -1)) };
}

const units = { year: 'years', mon: 'months', day: 'days' } as const;

/** A part that is zero is left out. */
class PostgresInterval {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;

  constructor(parts: Iterable<readonly [string, number]>) {
    Object.assign(this, Object.fromEntries([...parts].filter(([, amount]) => amount !== 0)));
  }

  /** What a driver binds for it. */
  toPostgres(): string {
    const { years, months, days, hours, minutes, seconds = 0, milliseconds = 0 } = this;
    const exact = (seconds + milliseconds / 1000).toFixed(6).replace(/\.?0+$/, '');
    const parts = Object.entries({ seconds: exact, minutes, hours, days, months, years });
    const said = parts.filter(([, amount]) => amount !== undefined && amount !== '0' && amount !== '');
    return said.map(([unit, amount]) => `${amount} ${unit}`).join(' ') || '0';
  }
}

/** `1 year 2 mons -3 days +04:05:06.789` */
function interval(value: string): PostgresInterval {
  return new PostgresInterval(partsOf(value));
}

function* partsOf(value: string): Generator<readonly [string, number]> {
  for (const [, amount, unit] of value.matchAll(/([+-]?\d+) (year|mon|day)/g)) {
    yield [units[unit as keyof typeof units], Number(amount)];
  }
  const [, minus, hours, minutes, seconds, fraction = ''] = /(-)?(\d+):(\d\d):(\d\d)(?:\.(\d+))?/.exec(value) ?? [];
  if (hours === undefined) return;
  const sign = minus === undefined ? 1 : -1;
  yield ['hours', sign * Number(hours)];
  yield ['minutes', sign * Number(minutes)];
  yield ['seconds', sign * Number(seconds)];
  yield ['milliseconds', (sign * Number(fraction.padEnd(6, '0'))) / 1000];
}

const piece = /[{}]|"((?:[^"\\]|\\[\s\S])*)"|[^{},"]+/g;

/** `{1,NULL,"a b"}`, `{{1,2},{3,4}}`, `[0:1]={1,2}`: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
const listOf =
  (read: Read): Read =>
  (value) => {
    const open: unknown[][] = [[]];
    for (const [found, quoted] of value.slice(value.indexOf('{')).matchAll(piece)) {
      const list = open.at(-1)!;
      if (found === '{') {
        const inner: unknown[] = [];
        list.push(inner);
        open.push(inner);
      } else if (found === '}') open.pop();
      else if (quoted !== undefined) list.push(read(quoted.replace(/\\([\s\S])/g, '$1')));
      else list.push(found === 'NULL' ? null : read(found));
    }
    return open[0]![0];
  };

/** By the number of the type; what is not here stays text: `SELECT oid, typname FROM pg_type`. */
export const readers: Readonly<Record<number, Read>> = {
  16: truth,
  17: bytes,
  20: text,
  21: whole,
  23: whole,
  26: whole,
  114: json,
  600: point,
  700: real,
  701: real,
  718: circle,
  1082: momentOf,
  1114: momentOf,
  1184: momentOf,
  1186: interval,
  3802: json,
  199: listOf(json),
  651: listOf(text),
  791: listOf(text),
  1000: listOf(truth),
  1001: listOf(bytes),
  1005: listOf(whole),
  1007: listOf(whole),
  1008: listOf(text),
  1009: listOf(text),
  1014: listOf(text),
  1015: listOf(text),
  1016: listOf(text),
  1017: listOf(point),
  1021: listOf(real),
  1022: listOf(real),
  1028: listOf(whole),
  1040: listOf(text),
  1041: listOf(text),
  1115: listOf(momentOf),
  1182: listOf(momentOf),
  1183: listOf(text),
  1185: listOf(momentOf),
  1187: listOf(interval),
  1231: listOf(real),
  1270: listOf(text),
  2951: listOf(text),
  3807: listOf(json),
  3907: listOf(text),
};

export const readText: Read = text;
