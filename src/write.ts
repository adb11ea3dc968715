/** Puts bytes into files, all of them, and says in a sentence why a place cannot be written. */

import { writeSync } from 'node:fs';
import { MigratorError } from './errors.ts';

/** A disk that runs full takes a part, and refuses at the next try only. Returns how many bytes went out. */
export function writeAll(file: number, data: string | Buffer): number {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  return bytes.length;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it grows larger than is allowed',
  ENOENT: 'a folder on its path is missing, or a link there leads nowhere',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'a folder is in its place',
  EEXIST: 'something else is in its place',
  ENOTEMPTY: 'something else is in its place',
  ELOOP: 'the links on its path lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** The user's error that a refusal of the system is; anything else comes back as it is. `shown` is how messages call the place. */
export function cannotWrite(error: unknown, shown: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !Object.hasOwn(reasons, code)) return error;
  return new MigratorError('cannot-write', `${shown} cannot be written: ${reasons[code]}`, { cause: error });
}
