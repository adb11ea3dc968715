/** How the engine numbers things. */

/** How a sequence counts. Whole numbers as text, because they may have more digits than a JavaScript number holds. */
export interface Counting {
  readonly start?: string;
  readonly increment?: string;
  readonly minValue?: string;
  readonly maxValue?: string;
  readonly cache?: string;
  readonly cycle?: boolean;
}

/** Null: as it is when nothing is said. */
export type CountingChange = { readonly [Word in keyof Counting]?: Counting[Word] | null };

/** The first number stays what it was, unless it is told as well. */
export function recounted<T extends Counting>(old: T, change: CountingChange): T {
  const kept = Object.entries({ ...old, ...change }).filter(([, value]) => value !== null);
  const next = Object.fromEntries(kept) as unknown as T;
  const first = firstNumber(old);
  return change.start !== undefined || firstNumber(next) === first ? next : { ...next, start: first };
}

/** The first number, where nobody says which. */
export function firstNumber({ start, increment, minValue, maxValue }: Counting): string {
  const down = increment?.startsWith('-') === true;
  return start ?? (down ? (maxValue ?? '-1') : (minValue ?? '1'));
}

/** A change taken apart. */
export interface Recount {
  readonly told: Counting;
  /** What goes back to what it is when nothing is said. */
  readonly gone: readonly (keyof Counting)[];
}

export function recountOf(change: CountingChange): Recount {
  const words = Object.entries(change) as [keyof Counting, string | boolean | null][];
  return {
    told: Object.fromEntries(words.filter(([, value]) => value !== null)),
    gone: words.flatMap(([word, value]) => (value === null ? [word] : [])),
  };
}
