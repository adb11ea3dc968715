/** `migrator downgrade` */

import { downgradeWalk } from '../history/range.ts';
import type { Command } from './command.ts';
import { dryRun, from, outputFile, sql } from './options.ts';
import { openHistory } from './session.ts';
import { requireSql, startOf } from './sql-only.ts';
import { oneTarget } from './targets.ts';

export const downgrade: Command = {
  arguments: [{ name: 'RANGE', summary: 'from:to, or to with --from', required: true }],
  options: [sql, from, outputFile, dryRun],
  examples: [
    { line: 'migrator downgrade head:base --sql', says: 'everything' },
    { line: 'migrator downgrade head:-1 --sql -o undo.sql', says: 'the last revision, into a file' },
    { line: 'migrator downgrade ae10 --from 27c6,53ff --sql', says: 'from two version rows' },
  ],
  async run(context, given) {
    requireSql('downgrade', given);
    const opened = await openHistory(context, given);
    const target = oneTarget(opened.project, given);
    const { walkAnswer } = await import('./scripts.ts');
    const walk = downgradeWalk(opened.graph, given.arguments[0]!, startOf(given));
    return walkAnswer(opened, target, walk, 'downgrade.sql', context, given);
  },
};
