/** Writes a bundle beside its place and moves it there whole; what it replaces must be a bundle too. */

import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotWrite, writeAll } from '../write.ts';
import type { Bundle, BundleFile } from './bundle.ts';
import { type FileSum, type Manifest, manifestOf, manifestText, sumsText } from './manifest.ts';
import { checkPlace, swap, tidy } from './place.ts';

const chunk = 32_768;

export interface Written {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** `parent`: where this target's bundles lie; `named` as in `checkPlace`. */
export function writeBundle(bundle: Bundle, parent: string, named = false): Written {
  const folder = join(parent, bundle.name);
  checkPlace(bundle, parent, named);
  try {
    mkdirSync(parent, { recursive: true });
    return writeBeside(bundle, parent, folder);
  } catch (error) {
    throw cannotWrite(error, folder);
  }
}

function writeBeside(bundle: Bundle, parent: string, folder: string): Written {
  const workshop = mkdtempSync(join(parent, '.migrator-'));
  try {
    tidy(parent, workshop);
    const fresh = join(workshop, 'new');
    const manifest = fill(bundle, fresh);
    swap(fresh, folder, workshop);
    return { folder, manifest };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
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

/** One for all that is written: a buffer for each piece would grow the heap until its collector comes by. */
const buffer = Buffer.allocUnsafe(chunk);
const encoder = new TextEncoder();

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
    for (let rest = piece; rest !== ''; ) {
      const { read, written } = encoder.encodeInto(rest, buffer);
      const part = buffer.subarray(0, written);
      hash.update(part);
      bytes += writeAll(handle, part);
      rest = rest.slice(read);
    }
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
