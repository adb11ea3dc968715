/** From a folder to the project it belongs to: finds migrator.toml and reads it, naming every mistake in it at once. */

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { allFaults, MigratorError } from '../errors.ts';
import { type KnexDefaults, knexDefaults } from './defaults.ts';
import { readHooks } from './hooks.ts';
import { defaults } from './keys/defaults.ts';
import { hookSection } from './keys/hooks.ts';
import { knexSection } from './keys/knex.ts';
import { migratorSection } from './keys/migrator.ts';
import { revisionSection } from './keys/revision.ts';
import { targetSection } from './keys/target.ts';
import { readKnex } from './knex.ts';
import { locate } from './locate.ts';
import type { Project, RevisionSettings } from './project.ts';
import { readMigratorTable } from './revisions.ts';
import { readSayings } from './sayings.ts';
import { type Page, unknownKey } from './table.ts';
import { readTargets } from './targets.ts';
import { parseToml } from './toml.ts';

export const configurationName = 'migrator.toml';

/**
 * `configFile` relative to `cwd`; without it, the nearest migrator.toml from `cwd` upward.
 * `x` fills `${name}` in the file's texts; `otherwise` holds of knex's migrations where the file says nothing.
 */
export function readProject(
  configFile: string | undefined,
  cwd: string,
  x: Readonly<Record<string, string>> = {},
  otherwise: KnexDefaults = knexDefaults,
): Project {
  const path = configFile === undefined ? findConfiguration(cwd) : resolve(cwd, configFile);
  return parseProject(readText(path, configFile ?? path), basename(path), dirname(path), x, otherwise);
}

export function parseProject(
  text: string,
  file: string,
  root: string,
  x: Readonly<Record<string, string>> = {},
  otherwise: KnexDefaults = knexDefaults,
): Project {
  const values = parseToml(text, file);
  const page: Page = { file, locator: locate(text), x, faults: [] };
  const sections = {
    migrator: migratorSection,
    knex: knexSection,
    revision: revisionSection,
    hooks: hookSection,
    target: targetSection,
  };
  for (const key of Object.keys(values)) {
    if (!Object.hasOwn(sections, key)) unknownKey(page, [key], file, Object.keys(sections));
  }
  const own = readMigratorTable(page, values.migrator, readHooks(page, values.hooks), otherwise);
  const { plugins, out } = own;
  const knex = readKnex(page, values.knex, own, otherwise);
  const targets = readTargets(page, values.target, {
    ...(knex === undefined ? { versionTable: defaults.versionTable } : otherwise),
    isKnex: knex !== undefined,
    out,
    ...(knex?.adopted === undefined ? {} : { adopting: defaults.versionTable }),
  });
  const sayings = readSayings(page, values.revision);
  const fault = allFaults(page.faults.toSorted(byPlace));
  if (fault !== undefined) throw fault;
  const revisions =
    knex?.adopted === undefined ? own.revisions : { ...own.revisions, ...following(knex.adopted, page) };
  return { root, file, revisions, ...(knex === undefined ? {} : { knex }), sayings, plugins, targets };
}

function following(adopted: string, { file, locator }: Page): Pick<RevisionSettings, 'locations' | 'places'> {
  return { locations: [adopted], places: [{ file, ...locator.value(['knex', 'adopted']) }] };
}

function byPlace(a: MigratorError, b: MigratorError): number {
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}

function findConfiguration(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const path = join(folder, configurationName);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
    if (dirname(folder) === folder) break;
  }
  throw new MigratorError('no-project', `there is no ${configurationName} in ${cwd} nor in a folder above it`, {
    hint: 'make a project with "migrator init", or name the file with --config',
  });
}

function readText(path: string, named: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    const wrong = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : why;
    throw new MigratorError('no-project', `${named} ${wrong}`, { hint: '--config names a migrator.toml', cause });
  }
}
