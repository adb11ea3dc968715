/** Reads the revision files of a project, in load order: locations as configured, files by code point. */

import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { allFaults, MigratorError } from '../errors.ts';
import { byCodePoint } from './code-point.ts';
import { readRevision } from './header.ts';
import type { Revision } from './revision.ts';

export interface Locations {
  /** Relative to the project, forward slashes. */
  readonly locations: readonly string[];
  readonly recursive: boolean;
}

/** Every fault of every file is named at once. A project whose only location is absent has no history yet. */
export function loadRevisions(root: string, { locations, recursive }: Locations): Revision[] {
  const faults: MigratorError[] = [];
  const files = new Set<string>();
  for (const location of locations) {
    const found = filesIn(root, trimmed(location), recursive);
    for (const file of found?.sort(byCodePoint) ?? []) files.add(file);
    if (found === undefined && locations.length > 1) faults.push(noLocation(location));
  }
  const revisions: Revision[] = [];
  for (const file of files) {
    try {
      revisions.push(readRevision(readFileSync(`${root}/${file}`, 'utf8'), file));
    } catch (error) {
      if (!(error instanceof MigratorError)) throw error;
      faults.push(error);
    }
  }
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
  return revisions;
}

function trimmed(location: string): string {
  return location.replace(/^(?:\.\/)+|\/+$/g, '') || '.';
}

function noLocation(location: string): MigratorError {
  return new MigratorError('no-location', `there is no folder ${location}`, {
    hint: 'Make it, or take it out of the locations in migrator.toml.',
  });
}

/** Undefined when the folder does not exist. */
function filesIn(root: string, folder: string, recursive: boolean): string[] | undefined {
  const files: string[] = [];
  const folders = [folder];
  for (const at of folders) {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, at), { withFileTypes: true });
    } catch (error) {
      if (at === folder && isAbsent(error)) return undefined;
      throw error;
    }
    for (const entry of entries) {
      if (/^[._]/.test(entry.name)) continue;
      const path = at === '.' ? entry.name : `${at}/${entry.name}`;
      const kind = entry.isSymbolicLink() ? statSync(join(root, path)) : entry;
      if (kind.isDirectory()) {
        if (recursive && entry.name !== 'node_modules') folders.push(path);
      } else if (isRevisionFile(entry.name)) files.push(path);
    }
  }
  return files;
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** By name: TypeScript or JavaScript, neither hidden, private (`_`) nor types alone. */
export function isRevisionFile(name: string): boolean {
  return /^[^._].*\.[mc]?[jt]s$/.test(name) && !/\.d\.[mc]?ts$/.test(name);
}
