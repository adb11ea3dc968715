/** `migrator merge` */

import { MigratorError } from '../errors.ts';
import { resolve } from '../history/reference.ts';
import type { Command } from './command.ts';
import { ids } from './describe.ts';
import { newRevision, refuseMigrations } from './new-revision.ts';
import { branchLabel, dryRun, message, revId, splice } from './options.ts';
import { openHistory } from './session.ts';

export const merge: Command = {
  arguments: [{ name: 'REVISION', summary: 'the revisions to join (default: heads)', many: true }],
  options: [message, splice, branchLabel, revId, dryRun],
  examples: [
    { line: 'migrator merge -m "join billing and shop"', says: 'all heads' },
    { line: 'migrator merge ae10 27c6', says: 'these two' },
  ],
  async run(context, given) {
    const opened = await openHistory(context, given);
    refuseMigrations(opened.project);
    const heads = given.arguments.length === 0 ? ['heads'] : given.arguments;
    const parents = heads.flatMap((text) => resolve(opened.graph, text));
    if (new Set(parents).size < 2) {
      const found = parents.length === 0 ? 'no revision' : `only ${ids(parents.slice(0, 1))}`;
      throw new MigratorError('nothing-to-merge', `there is ${found} to merge`, {
        hint: 'a merge joins two revisions or more: see "migrator heads"',
      });
    }
    const id = given.text('rev-id');
    const wish = {
      message: given.text('message') ?? `merge ${ids(parents).replaceAll(', ', ' and ')}`,
      heads,
      splice: given.flag('splice'),
      branchLabels: given.texts('branch-label'),
      ...(id === undefined ? {} : { id }),
    };
    return newRevision(opened, wish, context, given);
  },
};
