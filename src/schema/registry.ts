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

/** What never changes is sorted once. */
const known = new WeakMap<object, Entries<unknown>>();

/** Sorted by key, by code point. */
export function entries<T>(registry: Registry<T>): Entries<T> {
  const before = known.get(registry) as Entries<T> | undefined;
  if (before !== undefined) return before;
  const sorted = registry.buckets.flatMap((bucket) => [...bucket]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  known.set(registry, sorted);
  return sorted;
}

/** Finds by other keys than the registry's own; those of a bucket are worked out once. */
export function lookupBy<T, V>(
  keysOf: (item: T) => readonly (readonly [key: string, found: V])[],
): (registry: Registry<T>, key: string) => V | undefined {
  const known = new WeakMap<ReadonlyMap<string, T>, ReadonlyMap<string, V>>();
  const keysIn = (bucket: ReadonlyMap<string, T>): ReadonlyMap<string, V> => {
    const before = known.get(bucket);
    if (before !== undefined) return before;
    const keys = new Map([...bucket.values()].flatMap(keysOf));
    known.set(bucket, keys);
    return keys;
  };
  return ({ buckets }, key) => {
    for (const bucket of buckets) {
      const found = bucket.size === 0 ? undefined : keysIn(bucket).get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
