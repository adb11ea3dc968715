/** Files that commands write: each appears whole or not at all, and never in the place of another. */

import { closeSync, constants, copyFileSync, linkSync, mkdirSync, openSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { MigratorError } from '../errors.ts';
import { cannotWrite, writeAll } from '../write.ts';

export interface Written {
  /** Takes the file away again, and the folders that were made for it. */
  undo(): void;
}

/** `shown` is how messages call the file; `random` makes the temporary name beside it. */
export function writeNew(
  path: string,
  shown: string,
  pieces: Iterable<string>,
  random: (bytes: number) => Uint8Array,
): Written {
  const folder = dirname(path);
  const first = makeFolder(folder, shown);
  const temporary = `${path}.${Buffer.from(random(6)).toString('hex')}.tmp`;
  const undo = (): void => {
    rmSync(path, { force: true });
    removeFolders(folder, first);
  };
  try {
    writePieces(temporary, pieces);
    moveInto(temporary, path);
  } catch (error) {
    removeFolders(folder, first, temporary);
    throw explained(error, shown);
  }
  return { undo };
}

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'wx');
  try {
    for (const piece of pieces) writeAll(file, piece);
  } finally {
    closeSync(file);
  }
}

/** A link fails where the name is taken; where there are no links, so does the copy. */
function moveInto(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(temporary, path, constants.COPYFILE_EXCL);
  }
  rmSync(temporary);
}

/** The first folder that had to be made. */
function makeFolder(folder: string, shown: string): string | undefined {
  try {
    return mkdirSync(folder, { recursive: true });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw explained(taken ? { code: 'ENOTDIR' } : error, shown);
  }
}

function removeFolders(folder: string, first: string | undefined, temporary?: string): void {
  if (temporary !== undefined) rmSync(temporary, { force: true });
  if (first === undefined) return;
  for (let at = folder; at.length >= first.length; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}

function explained(error: unknown, shown: string): unknown {
  return (error as NodeJS.ErrnoException).code === 'EEXIST' ? existsError(shown) : cannotWrite(error, shown);
}

export function existsError(shown: string): MigratorError {
  return new MigratorError('file-exists', `${shown} is there already`, {
    hint: 'nothing is overwritten: move it away, or choose another name',
  });
}
