/** How many rows a data statement is to touch. */

/** Both ends count; without `max` there is no upper end. */
export interface RowRange {
  readonly min: number;
  readonly max?: number;
}

/** `3 rows`, `2 to 5 rows`, `at least 1 row` */
export function showRange({ min, max }: RowRange): string {
  if (max === undefined) return `at least ${rows(min)}`;
  if (min === max) return rows(min);
  return min === 0 ? `at most ${rows(max)}` : `${min} to ${rows(max)}`;
}

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
