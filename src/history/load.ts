/** Reads the revision files of a project, in load order: locations as configured, files by code point. */

import { readFileSync } from 'node:fs';
import { allFaults, MigratorError, type Place } from '../errors.ts';
import { createUtf8Check } from '../utf8-check.ts';
import { byCodePoint } from './code-point.ts';
import { filesIn, unreadable } from './files.ts';
import { readRevision } from './header.ts';
import type { Revision } from './revision.ts';

export interface Locations {
  /** Relative to the project, forward slashes. */
  readonly locations: readonly string[];
  /** Where each is named; absent where nobody named them. */
  readonly places?: readonly Place[];
  readonly recursive: boolean;
}

/** Every fault of every file is named at once. A project without the folder that nobody named has no history yet. */
export function loadRevisions(root: string, { locations, places, recursive }: Locations): Revision[] {
  const faults: MigratorError[] = [];
  const files = new Set<string>();
  for (const [index, location] of locations.entries()) {
    const found = filesIn(root, trimmed(location), recursive, faults);
    for (const file of found?.sort(byCodePoint) ?? []) files.add(file);
    if (found === undefined && places !== undefined) faults.push(noLocation(location, places[index]));
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

function bytesOf(root: string, file: string): Buffer {
  try {
    return readFileSync(`${root}/${file}`);
  } catch (error) {
    throw unreadable(error, file);
  }
}

function textOf(root: string, file: string): string {
  const bytes = bytesOf(root, file);
  const utf8 = createUtf8Check();
  const line = utf8.wrongLine(bytes) ?? utf8.wrongEnd();
  if (line === undefined) return bytes.toString('utf8');
  throw new MigratorError('cannot-read', `${file} is not UTF-8`, {
    hint: 'Save it as UTF-8; another encoding is not guessed.',
    place: { file, line },
  });
}

function trimmed(location: string): string {
  return location.replace(/^(?:\.\/)+|\/+$/g, '') || '.';
}

function noLocation(location: string, place: Place | undefined): MigratorError {
  return new MigratorError('no-location', `there is no folder ${location}`, {
    hint: 'Make it, or mend its name in migrator.toml.',
    ...(place === undefined ? {} : { place }),
  });
}
