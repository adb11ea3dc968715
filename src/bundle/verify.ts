/** Reads a bundle back: is every file still what it was when it was written? */

import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './manifest.ts';

export interface Damage {
  readonly file: string;
  readonly what: 'missing' | 'changed' | 'unexpected';
}

/** Undefined where no bundle of ours lies. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const read = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Partial<Manifest> | null;
    return read?.tool?.name === 'migrator' && Array.isArray(read.files) ? (read as Manifest) : undefined;
  } catch {
    return undefined;
  }
}

/** Empty when all is as it was; compares with SHA256SUMS, which covers the manifest too. */
export function verifyBundle(folder: string): readonly Damage[] {
  const sums = readSums(folder);
  if (sums === undefined) return [{ file: 'SHA256SUMS', what: 'missing' }];
  const found: Damage[] = [];
  for (const [file, sum] of sums) {
    const now = hashOf(join(folder, file));
    if (now !== sum) found.push({ file, what: now === undefined ? 'missing' : 'changed' });
  }
  const unexpected = filesIn(folder).filter((file) => file !== 'SHA256SUMS' && !sums.has(file));
  return [...found, ...unexpected.map((file) => ({ file, what: 'unexpected' as const }))];
}

function readSums(folder: string): ReadonlyMap<string, string> | undefined {
  try {
    const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').split('\n');
    return new Map(lines.filter((line) => line !== '').map((line) => [line.slice(66), line.slice(0, 64)]));
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function hashOf(path: string): string | undefined {
  try {
    const handle = openSync(path, 'r');
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(131_072);
    try {
      for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
        hash.update(buffer.subarray(0, size));
      }
    } finally {
      closeSync(handle);
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
