/** Reads the revision files of a project, in load order: locations as configured, files by code point. */

import { readFileSync } from 'node:fs';
import { allFaults, MigratorError } from '../errors.ts';
import { byCodePoint } from './code-point.ts';
import { filesIn, unreadable } from './files.ts';
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
    const found = filesIn(root, trimmed(location), recursive, faults);
    for (const file of found?.sort(byCodePoint) ?? []) files.add(file);
    if (found === undefined && locations.length > 1) faults.push(noLocation(location));
  }
  const revisions: Revision[] = [];
  for (const file of files) {
    try {
      revisions.push(readRevision(textOf(root, file), file));
    } catch (error) {
      if (!(error instanceof MigratorError)) throw error;
      faults.push(error);
    }
  }
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
  return revisions;
}

function textOf(root: string, file: string): string {
  try {
    return readFileSync(`${root}/${file}`, 'utf8');
  } catch (error) {
    throw unreadable(error, file);
  }
}

function trimmed(location: string): string {
  return location.replace(/^(?:\.\/)+|\/+$/g, '') || '.';
}

function noLocation(location: string): MigratorError {
  return new MigratorError('no-location', `there is no folder ${location}`, {
    hint: 'Make it, or take it out of the locations in migrator.toml.',
  });
}
