/** `migrator revision` */

import type { Command } from './command.ts';
import { newRevision, refuseMigrations } from './new-revision.ts';
import { branchLabel, dryRun, message, revId, splice } from './options.ts';
import { openHistory } from './session.ts';

export const revision: Command = {
  arguments: [],
  options: [
    message,
    { name: 'head', value: 'REVISION', summary: 'the parent (default: head); base begins a new root; a,b merges' },
    splice,
    branchLabel,
    {
      name: 'depends-on',
      value: 'REVISION',
      repeatable: true,
      summary: 'a revision that must be applied first (repeatable)',
    },
    { name: 'version-path', value: 'FOLDER', summary: 'the location that the file goes to' },
    revId,
    dryRun,
  ],
  examples: [
    { line: 'migrator revision -m "create orders"', says: 'after the head' },
    { line: 'migrator revision -m "billing" --head base --branch-label billing', says: 'a branch of its own' },
    { line: 'migrator revision -m "hotfix" --head ae10 --splice', says: 'a branch at an older revision' },
  ],
  async run(context, given) {
    const opened = await openHistory(context, given);
    refuseMigrations(opened.project);
    const versionPath = given.text('version-path');
    const id = given.text('rev-id');
    const head = given.text('head');
    const wish = {
      message: given.text('message') ?? '',
      ...(head === undefined ? {} : { heads: [head] }),
      splice: given.flag('splice'),
      branchLabels: given.texts('branch-label'),
      dependsOn: given.texts('depends-on'),
      ...(versionPath === undefined ? {} : { versionPath }),
      ...(id === undefined ? {} : { id }),
    };
    return newRevision(opened, wish, context, given);
  },
};
