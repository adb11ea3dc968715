/** Writes a bundle beside its place and moves it there whole; what it replaces must be a bundle too. */

import { createHash } from 'node:crypto';
import { closeSync, lstatSync, mkdirSync, mkdtempSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MigratorError } from '../errors.ts';
import { cannotWrite, writeAll } from '../write.ts';
import type { Bundle, BundleFile } from './bundle.ts';
import { type FileSum, type Manifest, manifestOf, manifestText, sumsText } from './manifest.ts';
import { readManifest } from './verify.ts';

const chunk = 131_072;

export interface Written {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** `parent`: where this target's bundles lie. */
export function writeBundle(bundle: Bundle, parent: string): Written {
  const folder = join(parent, bundle.name);
  try {
    refuseStrangers(folder);
    mkdirSync(parent, { recursive: true });
    return writeBeside(bundle, parent, folder);
  } catch (error) {
    throw cannotWrite(error, folder);
  }
}

function writeBeside(bundle: Bundle, parent: string, folder: string): Written {
  const workshop = mkdtempSync(join(parent, '.migrator-'));
  try {
    const fresh = join(workshop, 'new');
    const manifest = fill(bundle, fresh);
    swap(fresh, folder, join(workshop, 'old'));
    return { folder, manifest };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** A link that leads nowhere is there too. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A folder that someone else filled is not ours to replace. */
function refuseStrangers(folder: string): void {
  if (!isThere(folder)) return;
  if (readManifest(folder) !== undefined || isEmpty(folder)) return;
  throw new MigratorError('not-a-bundle', `${folder} is there already and is no bundle`, {
    hint: 'move it away, or choose another folder or name',
  });
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
}

function fill(bundle: Bundle, folder: string): Manifest {
  const made = new Set<string>();
  const sums = bundle.files.map((file) => writeFile(file, folder, made));
  const manifest = manifestOf(bundle, sums);
  const manifestSum = writeFile({ name: 'manifest.json', text: [manifestText(manifest)] }, folder, made);
  writeFile({ name: 'SHA256SUMS', text: [sumsText([...sums, manifestSum])] }, folder, made);
  return manifest;
}

/** Hashes while it writes, a buffer at a time. */
function writeFile({ name, text }: BundleFile, folder: string, made: Set<string>): FileSum {
  const path = join(folder, name);
  const parent = dirname(path);
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  const hash = createHash('sha256');
  const handle = openSync(path, 'wx');
  let bytes = 0;
  const put = (piece: string): void => {
    const buffer = Buffer.from(piece);
    hash.update(buffer);
    bytes += writeAll(handle, buffer);
  };
  try {
    let waiting = '';
    for (const piece of text) {
      waiting += piece;
      if (waiting.length < chunk) continue;
      put(waiting);
      waiting = '';
    }
    if (waiting !== '') put(waiting);
  } finally {
    closeSync(handle);
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

function swap(fresh: string, folder: string, old: string): void {
  if (isThere(folder)) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (cause) {
    if (isThere(old)) renameSync(old, folder);
    throw cause;
  }
}
