/** Points in time as the parts of their UTC spelling. */

export interface Moment {
  /** `2024-01-31` */
  readonly date: string;
  /** `10:00:00.000` */
  readonly time: string;
  /** The astronomical year: 0 is 1 BC. */
  readonly year: number;
}

/** The parts of a valid date. */
export function momentOf(value: Date): Moment {
  const year = value.getUTCFullYear();
  const pad = (part: number, width = 2): string => String(part).padStart(width, '0');
  const shownYear = year > 0 ? year : 1 - year;
  const clock = `${pad(value.getUTCHours())}:${pad(value.getUTCMinutes())}:${pad(value.getUTCSeconds())}`;
  return {
    date: `${pad(shownYear, 4)}-${pad(value.getUTCMonth() + 1)}-${pad(value.getUTCDate())}`,
    time: `${clock}.${pad(value.getUTCMilliseconds(), 3)}`,
    year,
  };
}
