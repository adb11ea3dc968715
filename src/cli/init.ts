/** `migrator init` */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allFaults } from '../errors.ts';
import { type Command, lines } from './command.ts';
import { existsError, type Written, writeNew } from './files.ts';
import { initFromKnex } from './init-knex.ts';
import { dryRun } from './options.ts';
import { templateFiles } from './templates.ts';

type File = readonly [path: string, text: string];

export const init: Command = {
  arguments: [{ name: 'FOLDER', summary: 'where the project goes (default: here); with --from-knex: the knexfile' }],
  options: [
    { name: 'template', short: 't', value: 'NAME', summary: 'see "migrator list-templates" (default: default)' },
    {
      name: 'from-knex',
      summary: 'for the migrations of a knexfile, which stay as they are (default: knexfile.js or so)',
    },
    { name: 'environment', value: 'NAME', summary: 'of the knexfile (default: $NODE_ENV, or development)' },
    {
      name: 'stub',
      value: 'SPECIFIER=FILE',
      repeatable: true,
      summary: 'a file that stands for a module that the knexfile or migrations import (repeatable)',
    },
    dryRun,
  ],
  examples: [
    { line: 'migrator init', says: 'in this folder, for PostgreSQL' },
    { line: 'migrator init shop -t all', says: 'in the folder shop, for every database' },
    { line: 'migrator init --from-knex', says: 'beside knexfile.js: migrator.toml and nothing else' },
  ],
  async run(context, given) {
    if (given.flag('from-knex')) return initFromKnex(context, given);
    const [folder = '.'] = given.arguments;
    const files = templateFiles(given.text('template') ?? 'default');
    const root = resolve(context.cwd, folder);
    refuseTaken(root, folder, files);
    if (!given.flag('dry-run')) writeFiles(root, folder, files, context.random);
    return {
      data: { folder, files: files.map(([path]) => path), written: !given.flag('dry-run') },
      text: lines(files.map(([path]) => join(folder, path))),
      notes: given.flag('dry-run')
        ? []
        : [`next${folder === '.' ? '' : `, in ${folder}`}: migrator revision -m "what it does"`],
    };
  },
};

/** Every file that is in the way is named before the first is written. */
function refuseTaken(root: string, folder: string, files: readonly File[]): void {
  const taken = files.filter(([path]) => existsSync(join(root, path)));
  const fault = allFaults(taken.map(([path]) => existsError(join(folder, path))));
  if (fault !== undefined) throw fault;
}

function writeFiles(root: string, folder: string, files: readonly File[], random: (bytes: number) => Uint8Array): void {
  const written: Written[] = [];
  try {
    for (const [path, text] of files) written.push(writeNew(join(root, path), join(folder, path), [text], random));
  } catch (error) {
    for (const file of written.toReversed()) file.undo();
    throw error;
  }
}
