/** The knexfile: what an application says to knex. It is run, and nothing connects. */

import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { MigratorError, type Place } from '../errors.ts';
import { createLoader, type Loader } from '../loader/load.ts';
import { type KnexDefaults, knexDefaults } from '../project/defaults.ts';
import { clientNameOf, dialectsOf } from './client-name.ts';
import { configurationOf, isFields } from './environment.ts';
import { type Listed, listedBy } from './source.ts';

/** A configuration, as knex's own documentation has it: https://knexjs.org/guide/#configuration-options */
export type Fields = Readonly<Record<string, unknown>>;

export interface Knexfile {
  /** For the recording knex: without what would connect, and with absolute folders of seeds. */
  readonly config: Fields;
  /** What it says where migrator.toml says nothing. */
  readonly defaults: KnexDefaults;
  /** The key of the knexfile that holds; undefined where there are none. */
  readonly environment?: string;
  /** The migrations of a custom source, in its order; undefined where they are the files of folders. */
  readonly listed?: readonly Listed[];
  /** The client's name, where knex has it. */
  readonly client?: string;
  /** Schemas in which PostgreSQL looks for names. */
  readonly searchPath: readonly string[];
  /** What ran it. */
  readonly loader: Loader;
}

export interface Asked {
  /** The project's folder, absolute. */
  readonly root: string;
  /** Relative to the project. */
  readonly file: string;
  readonly environment?: string;
  /** The environment to take of several where none is asked for. */
  readonly likely?: string;
  /** By the specifier of an import; absolute. */
  readonly stubs: ReadonlyMap<string, string>;
  /** Where the file is named. */
  readonly place?: Place;
}

export async function readKnexfile({ root, file, environment, likely, stubs, place }: Asked): Promise<Knexfile> {
  const path = join(root, file);
  if (!existsSync(path)) {
    throw new MigratorError('no-knexfile', `there is no knexfile ${file}`, {
      hint: 'name the one that the application uses, relative to this folder',
      ...(place === undefined ? {} : { place }),
    });
  }
  const loader = createLoader({ root, provided: new Map(), stubs });
  const exported = await exportOf(await loader.whole(path), file);
  const { fields, key } = configurationOf(exported, environment, file, likely);
  const client = clientNameOf(fields.client);
  const migrations = isFields(fields.migrations) ? fields.migrations : {};
  const defaults = defaultsOf(fields, migrations, file);
  const { extensions } = defaults;
  const listed = await listedBy(migrations.migrationSource, { root, file, extensions });
  return {
    config: withoutConnection(fields, dirname(path)),
    defaults: {
      ...defaults,
      // migrator.toml may say better; a list from elsewhere has no folders
      get locations() {
        return listed === undefined ? locationsOf(migrations, root, file) : [];
      },
    },
    ...(key === undefined ? {} : { environment: key }),
    ...(listed === undefined ? {} : { listed }),
    ...(client === undefined ? {} : { client }),
    searchPath: searchPathOf(fields),
    loader,
  };
}

/** As knex takes it: `default` before the module, and a function's answer for the function. */
async function exportOf(module: unknown, file: string): Promise<Fields> {
  const whole = isFields(module) && module.default !== undefined ? module.default : module;
  const made: unknown = typeof whole === 'function' ? await called(whole as () => unknown, file) : await whole;
  if (isFields(made)) return made;
  throw new MigratorError('bad-knexfile', `${file} exports no configuration of knex`, {
    hint: 'Export an object, a function that returns one, or a promise of one.',
    place: { file },
  });
}

async function called(make: () => unknown, file: string): Promise<unknown> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof MigratorError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new MigratorError('bad-knexfile', `the function that ${file} exports threw: ${message}`, {
      hint: 'It runs without a database: give what it reads from the environment with --env-file FILE.',
      place: { file },
      cause: error,
    });
  }
}

const connecting = [
  'connection',
  'pool',
  'log',
  'debug',
  'asyncStackTraces',
  'acquireConnectionTimeout',
  'version',
] as const;

function withoutConnection(fields: Fields, folder: string): Fields {
  const { client, seeds, ...rest } = fields;
  const kept = Object.entries(rest).filter(([name]) => !connecting.includes(name as 'pool'));
  return {
    ...Object.fromEntries(kept),
    ...(typeof client === 'string' ? { client } : {}),
    seeds: isFields(seeds)
      ? { ...seeds, directory: foldersOf(seeds.directory, './seeds', folder) }
      : { directory: resolve(folder, 'seeds') },
  };
}

function foldersOf(directory: unknown, otherwise: string, folder: string): readonly string[] {
  const named = [directory ?? otherwise].flat().filter((one): one is string => typeof one === 'string');
  return named.map((one) => resolve(folder, one));
}

/** knex quotes each of a list, and takes a text apart at its commas. */
function searchPathOf({ searchPath }: Fields): readonly string[] {
  const named = typeof searchPath === 'string' ? searchPath.split(',') : [searchPath].flat();
  return named.flatMap((one) => (typeof one === 'string' ? [one.trim()] : []));
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function locationsOf({ directory }: Fields, root: string, file: string): readonly string[] {
  const folders = foldersOf(directory, './migrations', dirname(join(root, file)));
  return folders.map((folder) => insideOf(root, folder, file));
}

function defaultsOf(fields: Fields, migrations: Fields, file: string): Omit<KnexDefaults, 'locations'> {
  const { loadExtensions, sortDirsSeparately, tableName, schemaName, disableTransactions } = migrations;
  const [first] = searchPathOf(fields);
  const schema = first === 'public' || first === '$user' ? undefined : first;
  const versionTableSchema = textOf(schemaName);
  const version = versionOf(fields, file);
  const tableOptions = tableOptionsOf(fields);
  return {
    extensions: Array.isArray(loadExtensions) ? loadExtensions.map(String) : knexDefaults.extensions,
    sortDirsSeparately: sortDirsSeparately === true,
    disableTransactions: disableTransactions === true,
    versionTable: textOf(tableName) ?? knexDefaults.versionTable,
    ...(versionTableSchema === undefined ? {} : { versionTableSchema }),
    ...(schema === undefined ? {} : { schema }),
    ...(version === undefined ? {} : { version }),
    ...(tableOptions === undefined ? {} : { tableOptions }),
  };
}

/** What a function would say of the connection is known where it connects. */
function tableOptionsOf({ client, connection }: Fields): KnexDefaults['tableOptions'] {
  if (!dialectsOf(client).includes('mariadb')) return undefined;
  const { charset, collate } = settingsOf(connection);
  const named = Object.entries({ charset, collate }).filter(
    ([, value]) => typeof value === 'string' && /^\w+$/.test(value),
  );
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function settingsOf(connection: unknown): Fields {
  if (isFields(connection)) return connection;
  return typeof connection === 'string' && URL.canParse(connection)
    ? Object.fromEntries(new URL(connection).searchParams)
    : {};
}

function versionOf({ client, version }: Fields, file: string): KnexDefaults['version'] {
  const text = typeof version === 'number' ? String(version) : textOf(version);
  return text === undefined ? undefined : { dialects: dialectsOf(client), text, file };
}

/** A history lies inside its project. */
function insideOf(root: string, folder: string, file: string): string {
  const inside = relative(root, folder).split(sep).join('/');
  if (inside !== '..' && !inside.startsWith('../')) return inside === '' ? '.' : inside;
  throw new MigratorError('outside-project', `${file} has its migrations in ${inside}, outside of the project`, {
    hint: `Put migrator.toml into a folder that holds both, such as ${resolve(root, upward(inside))}.`,
    place: { file },
  });
}

/** `../..` of `../../shared/migrations`. */
const upward = (path: string): string => /^(?:\.\.\/?)+/.exec(path)?.[0] ?? '..';
