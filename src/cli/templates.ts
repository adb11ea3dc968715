/** The project templates that come with migrator: folders of `templates/`. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MigratorError } from '../errors.ts';
import { packageFolder } from '../home.ts';
import { suggestion } from '../nearest.ts';

const home = `${packageFolder}templates/`;

/** What every template has, and where its text stands. */
const shared = [
  ['revision.ts.mustache', 'revision.ts.mustache'],
  ['revisions/README.md', 'revisions-readme.md'],
] as const;

export interface Template {
  readonly name: string;
  readonly summary: string;
}

/** Sorted. The first comment line of its migrator.toml says what it is. */
export function templates(): readonly Template[] {
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name, summary: firstLine(join(home, name, 'migrator.toml')) }));
}

/** Path, with forward slashes, and text of each file of a new project. */
export function templateFiles(name: string): readonly (readonly [path: string, text: string])[] {
  const known = templates().map((template) => template.name);
  if (!known.includes(name)) {
    throw new MigratorError('unknown-template', `there is no template ${JSON.stringify(name)}`, {
      hint: suggestion(name, known),
    });
  }
  const common = shared.map(([path, file]) => [path, readFileSync(join(home, file), 'utf8')] as const);
  return [...filesOf(join(home, name)), ...common].sort(([one], [other]) => (one < other ? -1 : 1));
}

function filesOf(folder: string): [string, string][] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path, 'utf8'),
    ]);
}

function firstLine(file: string): string {
  return readFileSync(file, 'utf8').split('\n', 1)[0]!.replace(/^#\s*/, '');
}
