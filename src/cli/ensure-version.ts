/** `migrator ensure-version` */

import type { Command } from './command.ts';
import { dryRun, outputFile, sql } from './options.ts';
import { openProject } from './session.ts';
import { requireSql } from './sql-only.ts';
import { oneTarget } from './targets.ts';

export const ensureVersion: Command = {
  arguments: [],
  options: [sql, outputFile, dryRun],
  examples: [{ line: 'migrator ensure-version --sql', says: 'changes nothing where the table stands' }],
  async run(context, given) {
    requireSql('ensure-version', given);
    const { project } = await openProject(context, given);
    const target = oneTarget(project, given);
    const { fileNameOf, planAnswer, scriptAnswer } = await import('./scripts.ts');
    const { migrationsOf } = await import('../compile/frame.ts');
    const { versionTableScript } = await import('../compile/script-of.ts');
    const ends = { from: [], to: [] };
    if (given.flag('dry-run')) return planAnswer(target, { ...ends, steps: [] });
    const script = versionTableScript(
      target,
      fileNameOf(given, 'ensure-version.sql'),
      migrationsOf(project, { nodes: [] }),
    );
    return scriptAnswer(script, target, [], context, given);
  },
};
