/** Which files of a location are revisions, by name and by what they are. */

import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MigratorError } from '../errors.ts';

interface Folder {
  /** Relative to the project, forward slashes. */
  readonly path: string;
  /** Where it really lies, and the folders that led to it. */
  readonly real: readonly string[];
}

/** Relative to the project, in no order; undefined when the folder does not exist. What cannot be read goes to `faults`. */
export function filesIn(
  root: string,
  location: string,
  recursive: boolean,
  faults: MigratorError[],
): string[] | undefined {
  const files: string[] = [];
  const start = contents(root, location, faults);
  if (start === undefined) return undefined;
  const folders: Folder[] = [{ path: location, real: [realpathSync(join(root, location))] }];
  for (const folder of folders) {
    const entries = folder === folders[0] ? start : (contents(root, folder.path, faults) ?? []);
    for (const entry of entries) {
      try {
        const found = look(root, folder, entry, recursive);
        if (typeof found === 'string') files.push(found);
        else if (found !== undefined) folders.push(found);
      } catch (error) {
        if (!(error instanceof MigratorError)) throw error;
        faults.push(error);
      }
    }
  }
  return files;
}

function contents(root: string, path: string, faults: MigratorError[]): Dirent[] | undefined {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return undefined;
    const fault = unreadable(error, path);
    if (!(fault instanceof MigratorError)) throw fault;
    faults.push(fault);
    return [];
  }
}

/** A revision's file, a folder to look into, or neither. */
function look(root: string, folder: Folder, entry: Dirent, recursive: boolean): string | Folder | undefined {
  const { name } = entry;
  const path = folder.path === '.' ? name : `${folder.path}/${name}`;
  const mayBeFolder = recursive && isRevisionFolder(name);
  if (!mayBeFolder && !isRevisionFile(name)) return undefined;
  const kind = entry.isSymbolicLink() ? target(root, path) : entry;
  if (kind.isDirectory()) {
    if (!mayBeFolder) return undefined;
    refuseControls(name, path);
    return { path, real: [...folder.real, realOf(root, path, folder, entry)] };
  }
  if (!isRevisionFile(name)) return undefined;
  refuseControls(name, path);
  if (kind.isFile()) return path;
  throw new MigratorError('cannot-read', `${path} is no regular file`, {
    hint: 'Take it away, or start its name with _.',
    place: { file: path },
  });
}

function target(root: string, path: string): Stats {
  try {
    return statSync(join(root, path));
  } catch (error) {
    throw unreadable(error, path);
  }
}

/** A link back to a folder above would be entered for ever. */
function realOf(root: string, path: string, { real }: Folder, entry: Dirent): string {
  if (!entry.isSymbolicLink()) return join(real.at(-1)!, entry.name);
  const found = realpathSync(join(root, path));
  const inside = found.endsWith(sep) ? found : found + sep;
  if (!real.some((above) => above === found || above.startsWith(inside))) return found;
  throw new MigratorError('cannot-read', `${path} is a link to a folder that it lies in`, {
    hint: 'Take it away, or start its name with _.',
    place: { file: path },
  });
}

const control = /[\p{Cc}\u2028\u2029]/u;

/** Scripts, manifests and messages name files on one line. */
function refuseControls(name: string, path: string): void {
  if (!control.test(name)) return;
  throw new MigratorError('illegal-file-name', `${JSON.stringify(path)} holds a line break or a control character`, {
    hint: 'Give it another name.',
  });
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOENT: 'it is gone, or a link that leads nowhere',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its path is too long',
  EIO: 'the disk fails',
};

/** The user's error that a refusal of the system is; anything else comes back as it is. */
export function unreadable(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !Object.hasOwn(reasons, code)) return error;
  return new MigratorError('cannot-read', `${path} cannot be read: ${reasons[code]}`, {
    place: { file: path },
    cause: error,
  });
}

/** By name: TypeScript or JavaScript, neither hidden, private (`_`) nor types alone. */
export function isRevisionFile(name: string): boolean {
  return /^[^._].*\.[mc]?[jt]s$/s.test(name) && !/\.d\.[mc]?ts$/.test(name);
}

/** By name: neither hidden, private (`_`) nor packages. */
export function isRevisionFolder(name: string): boolean {
  return /^[^._]/.test(name) && name !== 'node_modules';
}

/** Whether the history would find a file by this path inside a location. */
export function isFoundByName(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return isRevisionFile(name) && folders.every(isRevisionFolder) && !control.test(path);
}
