/** Many things by name, of which one changes at a time: a change copies one bucket, so that a long history stays linear. */

const bucketCount = 128;

/** Immutable. */
export interface Registry<T> {
  readonly buckets: readonly ReadonlyMap<string, T>[];
}

const emptyBucket: ReadonlyMap<string, never> = new Map<string, never>();

export const nothing: Registry<never> = { buckets: Array.from({ length: bucketCount }, () => emptyBucket) };

function bucketOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) | 0;
  return (hash >>> 0) % bucketCount;
}

function changeBucket<T>(registry: Registry<T>, key: string, change: (bucket: Map<string, T>) => void): Registry<T> {
  const at = bucketOf(key);
  const bucket = new Map(registry.buckets[at]);
  change(bucket);
  return { buckets: registry.buckets.with(at, bucket) };
}

export function find<T>(registry: Registry<T>, key: string): T | undefined {
  return registry.buckets[bucketOf(key)]?.get(key);
}

export function put<T>(registry: Registry<T>, key: string, item: T): Registry<T> {
  return changeBucket(registry, key, (bucket) => bucket.set(key, item));
}

export function remove<T>(registry: Registry<T>, key: string): Registry<T> {
  return changeBucket(registry, key, (bucket) => bucket.delete(key));
}

/** Every item changed, under its old key. */
export function mapped<T>({ buckets }: Registry<T>, change: (item: T) => T): Registry<T> {
  return { buckets: buckets.map((bucket) => new Map([...bucket].map(([key, item]) => [key, change(item)]))) };
}

type Entries<T> = readonly (readonly [key: string, item: T])[];

type Keyed = readonly [key: string, ...unknown[]];

const byKey = ([a]: Keyed, [b]: Keyed): number => (a < b ? -1 : a > b ? 1 : 0);

/** What never changes is sorted once. */
const known = new WeakMap<object, Entries<unknown>>();

/** Sorted by key, by code point. */
export function entries<T>(registry: Registry<T>): Entries<T> {
  const before = known.get(registry) as Entries<T> | undefined;
  if (before !== undefined) return before;
  const sorted = registry.buckets.flatMap((bucket) => [...bucket]).sort(byKey);
  known.set(registry, sorted);
  return sorted;
}

/** Worked out once for each bucket, which stays the same while others change. */
function perBucket<T, V extends object>(of: (bucket: ReadonlyMap<string, T>) => V): typeof of {
  const known = new WeakMap<ReadonlyMap<string, T>, V>();
  return (bucket) => {
    const before = known.get(bucket);
    if (before !== undefined) return before;
    const value = of(bucket);
    known.set(bucket, value);
    return value;
  };
}

/** Finds by other keys than the registry's own. */
export function lookupBy<T, V>(
  keysOf: (item: T) => readonly (readonly [key: string, found: V])[],
): (registry: Registry<T>, key: string) => V | undefined {
  const keysIn = perBucket((bucket: ReadonlyMap<string, T>) => new Map([...bucket.values()].flatMap(keysOf)));
  return ({ buckets }, key) => {
    for (const bucket of buckets) {
      const found = bucket.size === 0 ? undefined : keysIn(bucket).get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** Finds every item that has the key, sorted by the registry's own. */
export function lookupAllBy<T>(
  keysOf: (item: T) => readonly string[],
): (registry: Registry<T>, key: string) => readonly T[] {
  const entriesIn = perBucket((bucket: ReadonlyMap<string, T>) => {
    const found = new Map<string, (readonly [string, T])[]>();
    for (const entry of bucket) {
      for (const key of new Set(keysOf(entry[1]))) {
        const others = found.get(key);
        if (others === undefined) found.set(key, [entry]);
        else others.push(entry);
      }
    }
    return found;
  });
  return ({ buckets }, key) => {
    const found: (readonly [string, T])[] = [];
    for (const bucket of buckets) if (bucket.size > 0) found.push(...(entriesIn(bucket).get(key) ?? []));
    return found.sort(byKey).map(([, item]) => item);
  };
}
