/** The golden cases: small projects in folders, each compiled for every dialect as the targets below say. */

import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeText } from '../../src/cli/report.ts';
import { type DialectName, dialectNames } from '../../src/dialect/names.ts';
import { MigratorError } from '../../src/errors.ts';
import { type Compiled, compileProject } from '../project.ts';

const folder: string = new URL('.', import.meta.url).pathname;

/** The oldest server that each dialect is meant for, so that a case shows what must run there. */
const versions: Readonly<Record<DialectName, string>> = {
  postgresql: '15',
  mysql: '8.0',
  mariadb: '10.11',
  sqlite: '3.40',
  mssql: '2019',
  oracle: '19',
  cockroachdb: '24.1',
  redshift: '1.0',
};

/** The server that engine tests have, where it is older than the one that cases are made for. */
export type TargetName = DialectName | 'mysql-5-6';

const target = (name: TargetName, dialect: DialectName, version: string): string =>
  `[target.${name}]\ndialect = "${dialect}"\nversion = "${version}"\n`;

const configuration: string = [
  ...dialectNames.map((name) => target(name, name, versions[name])),
  target('mysql-5-6', 'mysql', '5.6'),
].join('\n');

export const caseNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export type Scripted = 'upgrade' | 'downgrade' | 'verify';

/** Each sort of thing that verify.sql looks for; in the other cases it stands for nothing new. */
const verified: readonly string[] = [
  'checks',
  'identity',
  'indexes',
  'not-valid',
  'raw',
  'triggers',
  'views-materialized',
];

/** The scripts that a case has a file of. */
export function scriptedIn(name: string): readonly Scripted[] {
  return ['upgrade', 'downgrade', ...(verified.includes(name) ? (['verify'] as const) : [])];
}

export function expectedFile(name: string, dialect: DialectName, script: Scripted): string {
  return join(folder, name, 'expected', dialect, `${script}.sql`);
}

/** The case as a project of its own in a temporary folder; `remove` it afterwards. */
export function openCase(name: string): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), `migrator-case-${name}-`));
  writeFileSync(join(root, 'migrator.toml'), configuration);
  cpSync(join(folder, name, 'revisions'), join(root, 'revisions'), { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export interface NotPossible {
  /** `NOT POSSIBLE: <code>`, the place, and what is said of it. */
  readonly notPossible: string;
}

/** Both scripts of a range, or why there are none: a bundle holds both or is not made. */
export async function compileCase(root: string, name: TargetName, range?: string): Promise<Compiled | NotPossible> {
  try {
    return await compileProject(root, name, range);
  } catch (error) {
    if (!(error instanceof MigratorError)) throw error;
    const place = error.place === undefined ? '' : `${placeText(error.place)}: `;
    return { notPossible: `NOT POSSIBLE: ${error.code}\n${place}${error.message}\n` };
  }
}
