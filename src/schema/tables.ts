/** Many tables, of which one changes at a time: a change copies one bucket, so that a long history stays linear. */

import { type Name, showName } from './name.ts';
import type { Table } from './table.ts';

const bucketCount = 128;

/** Immutable. */
export interface Tables {
  readonly buckets: readonly ReadonlyMap<string, Table>[];
}

const emptyBucket: ReadonlyMap<string, Table> = new Map();

export const noTables: Tables = { buckets: Array.from({ length: bucketCount }, () => emptyBucket) };

function bucketOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (hash * 31 + key.charCodeAt(i)) | 0;
  return (hash >>> 0) % bucketCount;
}

function changeBucket(tables: Tables, key: string, change: (bucket: Map<string, Table>) => void): Tables {
  const at = bucketOf(key);
  const bucket = new Map(tables.buckets[at]);
  change(bucket);
  return { buckets: tables.buckets.with(at, bucket) };
}

export function findTable(tables: Tables, name: Name): Table | undefined {
  const key = showName(name);
  return tables.buckets[bucketOf(key)]?.get(key);
}

export function putTable(tables: Tables, table: Table): Tables {
  const key = showName(table.name);
  return changeBucket(tables, key, (bucket) => bucket.set(key, table));
}

export function removeTable(tables: Tables, name: Name): Tables {
  const key = showName(name);
  return changeBucket(tables, key, (bucket) => bucket.delete(key));
}
