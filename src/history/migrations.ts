/** Folders of knex migrations as a history: one line, in the order in which knex runs them. Nothing is executed. */

import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { allFaults, MigratorError } from '../errors.ts';
import { unreadable } from './files.ts';
import { digestOf } from './header.ts';
import type { Revision } from './revision.ts';

/** https://knexjs.org/guide/migrations.html#migration-api */
export interface MigrationFolders {
  /** Relative to the project, forward slashes. */
  readonly locations: readonly string[];
  /** Of the files that are migrations, with their dots. */
  readonly extensions: readonly string[];
  /** Each folder's migrations stand together, in the order of the folders. */
  readonly sortDirsSeparately: boolean;
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
  { locations, extensions, sortDirsSeparately }: MigrationFolders,
): Revision[] {
  const faults: MigratorError[] = [];
  const folders = locations.map((folder) =>
    namesIn(root, folder, faults)
      .filter((name) => extensions.includes(extname(name)))
      .sort(byCodeUnit)
      .map((name): File => ({ name, folder })),
  );
  const files = folders.flat();
  const ordered = sortDirsSeparately ? files : files.toSorted((a, b) => byCodeUnit(a.name, b.name));
  const listed = ordered.map(({ name, folder }) => ({ name, file: folder === '.' ? name : `${folder}/${name}` }));
  return revisionsOf(root, listed, faults);
}

/** Migrations that somebody else lists, in that order. */
export function listedMigrations(root: string, listed: readonly ListedMigration[]): Revision[] {
  return revisionsOf(root, listed, []);
}

function revisionsOf(root: string, listed: readonly ListedMigration[], faults: MigratorError[]): Revision[] {
  const revisions: Revision[] = [];
  for (const { name, file } of listed) {
    try {
      revisions.push(migrationOf(root, file, name, revisions.at(-1)));
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

function namesIn(root: string, folder: string, faults: MigratorError[]): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(isFile)
      .map(({ name }) => name);
  } catch (error) {
    const fault = absent(error, folder) ?? unreadable(error, folder);
    if (!(fault instanceof MigratorError)) throw fault;
    faults.push(fault);
    return [];
  }
}

const isFile = (entry: Dirent): boolean => entry.isFile() || entry.isSymbolicLink();

function absent(error: unknown, folder: string): MigratorError | undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return undefined;
  return new MigratorError('no-location', `there is no folder ${folder}`, {
    hint: 'Make it, or mend the locations in migrator.toml.',
  });
}

function migrationOf(root: string, file: string, name: string, before: Revision | undefined): Revision {
  const text = textOf(root, file);
  const place = { file };
  return {
    id: name,
    parents: before === undefined ? [] : [before.id],
    dependsOn: [],
    labels: [],
    message: '',
    comment: [],
    file,
    digest: digestOf(text),
    migration: true,
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
