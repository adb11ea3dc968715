/** A custom source of migrations: what there is, and in which order, is what the application's own code says. */

import { statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { MigratorError } from '../errors.ts';
import { isFields } from './environment.ts';

/** https://knexjs.org/guide/migrations.html#custom-migration-sources */
interface MigrationSource {
  getMigrations(extensions: readonly string[]): unknown;
  getMigrationName(migration: unknown): unknown;
  getMigration(migration: unknown): unknown;
}

/** A migration that a source lists. */
export interface Listed {
  readonly name: string;
  /** The file that it seems to be, or else the knexfile. Relative to the project. */
  readonly file: string;
  /** Its `up`, `down` and `config`. */
  load(): Promise<Readonly<Record<string, unknown>>>;
}

export interface Home {
  readonly root: string;
  /** The knexfile, relative to the project. */
  readonly file: string;
  readonly extensions: readonly string[];
}

function isSource(value: unknown): value is MigrationSource {
  const methods = ['getMigrations', 'getMigrationName', 'getMigration'];
  return (
    typeof value === 'object' &&
    value !== null &&
    methods.every((name) => typeof Reflect.get(value, name) === 'function')
  );
}

/** In the source's order; undefined where there is no such source. */
export async function listedBy(source: unknown, home: Home): Promise<readonly Listed[] | undefined> {
  if (source === undefined || source === null) return undefined;
  if (!isSource(source)) throw bad('has not all of getMigrations, getMigrationName and getMigration', home);
  const migrations = await asked(() => source.getMigrations(home.extensions), 'getMigrations', home);
  if (!Array.isArray(migrations)) throw bad('gives no list of migrations', home);
  const listed: Listed[] = [];
  for (const migration of migrations as readonly unknown[]) {
    const name = await asked(() => source.getMigrationName(migration), 'getMigrationName', home);
    if (typeof name !== 'string') throw bad('has a migration without a name', home);
    listed.push({
      name,
      file: fileOf(migration, name, home),
      load: async () => {
        const made = await asked(() => source.getMigration(migration), `getMigration of ${name}`, home);
        return isFields(made) ? made : {};
      },
    });
  }
  return listed;
}

async function asked(ask: () => unknown, what: string, home: Home): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof MigratorError) throw error;
    throw bad(`threw in ${what}: ${error instanceof Error ? error.message : String(error)}`, home, error);
  }
}

function bad(what: string, { file }: Home, cause?: unknown): MigratorError {
  return new MigratorError('bad-migration-source', `the migrationSource of ${file} ${what}`, {
    hint: 'It is run without a database, and must list its migrations all the same; or say locations in migrator.toml.',
    place: { file },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** A text, or what knex's own source makes of a file: `{ directory, file }`. */
function fileOf(migration: unknown, name: string, { root, file, extensions }: Home): string {
  const { directory = '', file: base = name } = isFields(migration) ? migration : {};
  const said =
    typeof migration === 'string' ? [migration] : [String(base), name].map((one) => join(String(directory), one));
  const paths = said.flatMap((path) => [path, ...extensions.map((extension) => path + extension)]);
  const found = paths.find((path) => isFile(resolve(root, path)));
  if (found === undefined) return file;
  const inside = isAbsolute(found) ? relative(root, found) : found;
  return inside.startsWith('..') ? file : inside.split(sep).join('/');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
