/** `migrator upgrade` */

import { upgradeWalk } from '../history/range.ts';
import type { Command } from './command.ts';
import { dryRun, from, outputFile, sql } from './options.ts';
import { openHistory } from './session.ts';
import { requireSql, startOf } from './sql-only.ts';
import { oneTarget } from './targets.ts';

export const upgrade: Command = {
  arguments: [{ name: 'RANGE', summary: 'from:to, or to; default: from base, or from --from, to heads' }],
  options: [sql, from, outputFile, dryRun],
  examples: [
    { line: 'migrator upgrade --sql', says: 'everything' },
    { line: 'migrator upgrade ae10:head --sql -o june.sql', says: 'what follows ae10, into a file' },
    { line: 'migrator upgrade +1 --from ae10,27c6 --sql', says: 'from two version rows, one revision further' },
  ],
  async run(context, given) {
    requireSql('upgrade', given);
    const opened = await openHistory(context, given);
    const target = oneTarget(opened.project, given);
    const { walkAnswer } = await import('./scripts.ts');
    const walk = upgradeWalk(opened.graph, given.arguments[0], startOf(given));
    return walkAnswer(opened, target, walk, 'upgrade.sql', context, given);
  },
};
