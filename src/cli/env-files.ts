/** Environment variables from files, for what the project's own code reads when it is loaded. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { MigratorError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import type { Context, Given } from './command.ts';

/** What is written down wins over the environment of the command, so that the same files give the same scripts; later files over earlier ones. */
export function provideVariables({ root, knex, file }: Project, context: Context, given: Given): void {
  for (const path of knex?.envFiles ?? []) context.provide(variablesIn(join(root, path), path, { file }));
  provideGiven(context, given);
}

/** The files of `--env-file` alone, where there is no project yet. */
export function provideGiven(context: Context, given: Given): void {
  for (const path of given.texts('env-file')) context.provide(variablesIn(resolve(context.cwd, path), path));
}

/** https://nodejs.org/docs/latest-v20.x/api/util.html#utilparseenvcontent */
function variablesIn(path: string, shown: string, place?: { readonly file: string }): Readonly<Record<string, string>> {
  try {
    return parseEnv(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch (cause) {
    const absent = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new MigratorError('no-env-file', `${shown} ${absent ? 'does not exist' : 'cannot be read'}`, {
      hint: '--env-file and env_file of [knex] name files of environment variables: NAME=value, one a line',
      ...(place === undefined ? {} : { place }),
      cause,
    });
  }
}
