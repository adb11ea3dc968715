/** `knex.seed.run()` inside a migration: the seed files, run by the loader of the migrations. */

import { readdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { MigratorError } from '../errors.ts';
import type { Loader } from '../loader/load.ts';
import type { KnexConfig } from './client.ts';

/** https://knexjs.org/guide/migrations.html#custom-seed-sources */
interface SeedSource {
  getSeeds(config: { readonly specific?: string | null }): Promise<readonly string[]>;
  getSeed(path: string): Promise<Readonly<Record<string, unknown>>>;
}

interface SeedSettings {
  readonly directory?: string | readonly string[];
  readonly loadExtensions?: readonly string[];
  readonly recursive?: boolean;
  readonly sortDirsSeparately?: boolean;
  readonly seedSource?: SeedSource;
}

const extensions = ['.co', '.coffee', '.eg', '.iced', '.js', '.cjs', '.litcoffee', '.ls', '.ts'];

function filesIn(folder: string, recursive: boolean): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (cause) {
    throw new MigratorError('no-location', `there is no folder of seeds ${folder}`, {
      hint: 'Say in the knexfile where the seeds are: seeds: { directory }; [knex] file names the knexfile.',
      cause,
    });
  }
}

function sourceOf(settings: SeedSettings, root: string, loader: Loader): SeedSource {
  const { directory = './seeds', loadExtensions = extensions, recursive = false, sortDirsSeparately } = settings;
  return {
    async getSeeds({ specific }) {
      loader.doubt();
      const folders = [directory].flat().map((folder) => resolve(root, folder));
      const sorted = folders.map((folder) => [...filesIn(folder, recursive)].sort());
      const files = sorted.flat().filter((file) => loadExtensions.includes(extname(file)));
      if (sortDirsSeparately !== true) files.sort();
      if (typeof specific !== 'string') return files;
      const found = files.filter((file) => basename(file) === specific);
      if (found.length > 0) return found;
      throw new MigratorError('no-seed', `there is no seed ${specific} in ${[directory].flat().join(', ')}`, {
        hint: 'Mend the name, or seeds.directory of the knexfile.',
      });
    },
    getSeed: (path) => loader.load(path),
  };
}

/** The configuration with a source of seeds that reads `seeds.directory`, which is absolute or relative to the project. */
export function withSeeds(config: KnexConfig, root: string, loader: Loader): KnexConfig {
  const settings = (config.seeds ?? {}) as SeedSettings;
  if (settings.seedSource !== undefined) return config;
  // With a directory beside it, knex would put its own source in the place of this one.
  return { ...config, seeds: { seedSource: sourceOf(settings, root, loader) } };
}
