/** Folders of knex migrations as a history: one line, in the order in which knex runs them. Nothing is executed. */

import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { allFaults, MigratorError, type Place } from '../errors.ts';
import { unreadable } from './files.ts';
import { digestOf } from './header.ts';
import type { Revision } from './revision.ts';

/** https://knexjs.org/guide/migrations.html#migration-api */
export interface MigrationFolders {
  /** Relative to the project, forward slashes. */
  readonly locations: readonly string[];
  /** Where each is named; absent where nobody named them. */
  readonly places?: readonly Place[];
  /** Of the files that are migrations, with their dots. */
  readonly extensions: readonly string[];
  /** Each folder's migrations stand together, in the order of the folders. */
  readonly sortDirsSeparately: boolean;
  /** Revisions follow them: ids are short then, as those of revisions are. */
  readonly adopted?: string;
}

/** As knex's table of migrations has it, and the file that it is in, relative to the project. */
export interface ListedMigration {
  readonly name: string;
  readonly file: string;
}

interface File {
  readonly name: string;
  readonly folder: string;
}

/** Every fault of every folder is named at once. */
export function loadMigrations(
  root: string,
  { locations, places, extensions, sortDirsSeparately, adopted }: MigrationFolders,
): Revision[] {
  const faults: MigratorError[] = [];
  const folders = locations.map((folder, index) =>
    namesIn(root, folder, places?.[index], faults)
      .filter((name) => extensions.includes(extname(name)))
      .sort(byCodeUnit)
      .map((name): File => ({ name, folder })),
  );
  const files = folders.flat();
  const ordered = sortDirsSeparately ? files : files.toSorted((a, b) => byCodeUnit(a.name, b.name));
  const listed = ordered.map(({ name, folder }) => ({ name, file: folder === '.' ? name : `${folder}/${name}` }));
  return revisionsOf(root, listed, adopted, faults);
}

/** Migrations that somebody else lists, in that order. */
export function listedMigrations(
  root: string,
  listed: readonly ListedMigration[],
  adopted: string | undefined,
): Revision[] {
  return revisionsOf(root, listed, adopted, []);
}

function revisionsOf(
  root: string,
  listed: readonly ListedMigration[],
  adopted: string | undefined,
  faults: MigratorError[],
): Revision[] {
  const idOf = adopted === undefined ? (name: string) => name : shortIds(listed.map(({ name }) => name));
  const revisions: Revision[] = [];
  const files = new Map<string, string>();
  for (const { name, file } of listed) {
    const first = files.get(name);
    if (first !== undefined) {
      faults.push(sameName(file, first));
      continue;
    }
    files.set(name, file);
    try {
      revisions.push(migrationOf(root, file, { id: idOf(name), name }, revisions.at(-1)));
    } catch (error) {
      if (!(error instanceof MigratorError)) throw error;
      faults.push(error);
    }
  }
  const fault = allFaults(faults);
  if (fault !== undefined) throw fault;
  return revisions;
}

/** As JavaScript compares texts, and so as knex does. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function namesIn(root: string, folder: string, place: Place | undefined, faults: MigratorError[]): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(isFile)
      .map(({ name }) => name);
  } catch (error) {
    const fault = absent(error, folder, place) ?? unreadable(error, folder);
    if (!(fault instanceof MigratorError)) throw fault;
    faults.push(fault);
    return [];
  }
}

const isFile = (entry: Dirent): boolean => entry.isFile() || entry.isSymbolicLink();

function absent(error: unknown, folder: string, place: Place | undefined): MigratorError | undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
  return new MigratorError('no-location', `there is no folder ${folder}`, {
    hint: 'Make it, or mend the locations in migrator.toml.',
    ...(place === undefined ? {} : { place }),
  });
}

const stamp = /^\d{4,32}(?=[^0-9])/;

/** The moment at its beginning, where no two share one; otherwise a digest of the name. */
function shortIds(names: readonly string[]): (name: string) => string {
  const stamps = names.map((name) => stamp.exec(name)?.[0]);
  const apart = new Set(stamps).size === names.length && !stamps.includes(undefined);
  return (name) => (apart ? stamp.exec(name)![0] : digestOf(name).slice(0, 12));
}

/** What stands between the moment and the ending. */
const messageIn = (name: string): string =>
  name.slice(0, -extname(name).length).replace(stamp, '').replace(/[_-]+/g, ' ').trim();

function migrationOf(
  root: string,
  file: string,
  { id, name }: { readonly id: string; readonly name: string },
  before: Revision | undefined,
): Revision {
  const text = textOf(root, file);
  const place = { file };
  return {
    id,
    parents: before === undefined ? [] : [before.id],
    dependsOn: [],
    labels: [],
    message: id === name ? '' : messageIn(name),
    comment: [],
    file,
    digest: digestOf(text),
    migration: name,
    places: { revision: place },
  };
}

function textOf(root: string, file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch (error) {
    throw unreadable(error, file);
  }
}

function sameName(file: string, first: string): MigratorError {
  return new MigratorError('duplicate-id', `${file} has the same name as ${first}`, {
    hint: 'knex takes the one for the other; give one of them another name.',
    place: { file },
  });
}
