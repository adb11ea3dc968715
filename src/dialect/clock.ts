/** What a column keeps of a point in time, and a refusal of what it would drop, round or misread. */

import type { Column } from '../schema/column.ts';
import { kindOf } from './column-kind.ts';
import { inUtc, type Moment, type Said, timeText } from './moment.ts';
import { perColumn } from './per-column.ts';
import { sizeArg, sqlTypeOf } from './sql-type.ts';
import type { Target } from './target.ts';
import { rounded, unrepresentable } from './unrepresentable.ts';

/** What a column keeps of a point in time. */
export interface Clock {
  readonly holds: Said['holds'];
  /** It keeps the zone that was given, reads a zone and keeps the moment, or knows of none. */
  readonly zone: 'kept' | 'read' | 'none';
  /** Digits after the second. */
  readonly digits: number;
  readonly years: readonly [first: number, last: number];
  /** The last hour of a time of day: 23 unless the engine counts further. */
  readonly hours?: number;
  /** What else the engine would not keep as it is. */
  readonly refuses?: (moment: Moment) => string | undefined;
  /** What else it would round. */
  readonly rounds?: (moment: Moment) => string | undefined;
}

/** Most dialects differ in little: which types have a zone, and how many digits they keep when none are named. */
export interface ClockRules extends Pick<Clock, 'years' | 'hours' | 'refuses'> {
  readonly zones: RegExp;
  readonly digits: number;
  /** Of values for a column that is not known. */
  readonly unknown: Clock['zone'];
}

export function clockBy({ zones, digits, unknown, ...rest }: ClockRules): (target: Target) => Clock {
  const unsure: Clock = { ...rest, holds: 'both', zone: unknown, digits: 9 };
  const known = perColumn((column): Clock => {
    const kind = kindOf(column);
    if (kind !== 'date' && kind !== 'time' && kind !== 'timestamp') return unsure;
    const type = sqlTypeOf(column);
    return {
      ...rest,
      holds: kind === 'timestamp' ? 'both' : kind,
      zone: zones.test(type.name) ? 'read' : 'none',
      digits: sizeArg(type, digits) ?? digits,
    };
  });
  return ({ column }) => (column === undefined ? unsure : known(column));
}

export function settle({ holds, moment: given }: Said, target: Target, clock: Clock): Moment {
  const { column } = target;
  const utc = holds === 'time' ? given : inUtc(given);
  if (holds === 'time') checkTime(given, clock, column);
  const moment = zoned(holds === 'time' || clock.zone === 'kept' ? given : utc, clock);
  if (clock.holds !== 'time') checkYear(utc, moment, clock, column);
  if (clock.holds === 'date') return moment;
  const kept = moment.fraction.replace(/0+$/, '').length;
  if (kept > clock.digits) {
    rounded(
      `${timeText(moment)} has ${kept} digits after the second, and the column keeps ${clock.digits}`,
      'round it yourself, or give the column a higher precision',
      target,
    );
  }
  const refusal = clock.refuses?.(moment);
  if (refusal !== undefined) throw unrepresentable(refusal, undefined, column);
  const near = clock.rounds?.(moment);
  if (near !== undefined) rounded(near, undefined, target);
  return { ...moment, fraction: moment.fraction.slice(0, Math.max(clock.digits, kept, 3)) };
}

function zoned(moment: Moment, { zone }: Clock): Moment {
  return { ...moment, offset: zone === 'none' ? '' : moment.offset || '+00:00' };
}

/** An offset shifts a time of day into another day, so without a zone in the column there is no answer. */
function checkTime(given: Moment, clock: Clock, column: Column | undefined): void {
  if (given.offset !== '' && clock.zone === 'none')
    throw unrepresentable('a time of day with a zone', 'give it in UTC, without the zone', column);
  const [hours = '', minutes = '', seconds = ''] = given.clock.split(':');
  const last = clock.hours ?? 23;
  const size = Math.abs(Number(hours));
  // The last hour that PostgreSQL counts is no hour but the end of the day.
  const past = size > last || (last === 24 && size === 24 && /[1-9]/.test(minutes + seconds + given.fraction));
  if (past || (hours.startsWith('-') && last < 100))
    throw unrepresentable(`the time ${given.clock}`, undefined, column);
}

function checkYear(utc: Moment, moment: Moment, { years: [first, last] }: Clock, column: Column | undefined): void {
  const outside = [utc.year, moment.year].find((year) => year < first || year > last);
  if (outside !== undefined) throw unrepresentable(`the year ${outside}`, undefined, column);
}
