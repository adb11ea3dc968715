/** The folder that a bundle goes to: whether it may, how it gets there whole, and what runs that were cut off left beside it. */

import { accessSync, constants, lstatSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MigratorError } from '../errors.ts';
import { cannotWrite } from '../write.ts';
import type { Bundle } from './bundle.ts';
import { readManifest } from './verify.ts';

/** Throws where the bundle cannot go; writes nothing. `named`: the folder's name was asked for, so it may take another bundle's place. */
export function checkPlace(bundle: Bundle, parent: string, named: boolean): void {
  const folder = join(parent, bundle.name);
  try {
    checkParent(parent);
    refuseStrangers(folder);
  } catch (error) {
    throw cannotWrite(error, folder);
  }
  if (!named) refuseOthers(bundle, folder);
}

/** The nearest folder that is there has to take new ones. */
function checkParent(parent: string): void {
  let at = parent;
  while (!isThere(at)) at = dirname(at);
  if (!statSync(at).isDirectory()) throw Object.assign(new Error(`${at} is no folder`), { code: 'ENOTDIR' });
  accessSync(at, constants.W_OK | constants.X_OK);
}

/** A link that leads nowhere is there too; nothing is inside a file. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}

/** A folder that someone else filled is not ours to replace. */
function refuseStrangers(folder: string): void {
  if (!isThere(folder) || readManifest(folder) !== undefined || isEmpty(folder)) return;
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

/** A bundle of other revisions, or for another database, is not replaced by the way. */
function refuseOthers({ target, up }: Bundle, folder: string): void {
  const there = readManifest(folder);
  if (there === undefined) return;
  const { from, to } = up.frame;
  const identity = (one: { target: string; from: readonly string[]; to: readonly string[] }): string =>
    JSON.stringify([one.target, one.from, one.to]);
  if (identity(there) === identity({ target, from, to })) return;
  throw new MigratorError('another-bundle', `${folder} is there already and is another bundle`, {
    hint: 'move it away, or choose a name with --name, which replaces whatever bundle has it',
  });
}

const races = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT']);

/** Another run may put the same bundle there, or take the old one away, between two steps: then once more. */
export function swap(fresh: string, folder: string, workshop: string): void {
  try {
    replace(fresh, folder, join(workshop, 'old'));
  } catch (error) {
    if (!races.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    refuseStrangers(folder);
    replace(fresh, folder, join(workshop, 'older'));
  }
}

function replace(fresh: string, folder: string, old: string): void {
  const moved = isThere(folder);
  if (moved) renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (moved && !isThere(folder)) renameSync(old, folder);
    throw error;
  }
}

const hour = 3_600_000;

/** Takes away the workshops of runs that were cut off; a bundle that was on its way out of its place goes back. */
export function tidy(parent: string, workshop: string): void {
  const now = statSync(workshop).mtimeMs;
  for (const entry of readdirSync(parent, { withFileTypes: true })) {
    if (!entry.isDirectory() || !/^\.migrator-\w{6}$/.test(entry.name)) continue;
    const left = join(parent, entry.name);
    try {
      if (now - lastChange(left) > hour) clear(left, parent);
    } catch {
      // Another run clears it too, or it is not ours to clear: it is in nobody's way.
    }
  }
}

function lastChange(workshop: string): number {
  const inside = readdirSync(workshop).map((name) => lstatSync(join(workshop, name)).mtimeMs);
  return Math.max(statSync(workshop).mtimeMs, ...inside);
}

function clear(workshop: string, parent: string): void {
  for (const old of ['old', 'older']) {
    const name = readManifest(join(workshop, old))?.name;
    if (typeof name !== 'string' || name !== basename(name) || /^\.*$/.test(name)) continue;
    if (!isThere(join(parent, name))) renameSync(join(workshop, old), join(parent, name));
  }
  rmSync(workshop, { recursive: true, force: true });
}
