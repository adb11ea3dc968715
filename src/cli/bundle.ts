/** `migrator bundle` */

import { upgradeWalk } from '../history/range.ts';
import type { Command } from './command.ts';
import { refuseNothing } from './nothing.ts';
import { dryRun, from } from './options.ts';
import { openHistory } from './session.ts';
import { startOf } from './sql-only.ts';
import { chosenTargets } from './targets.ts';
import { usageError } from './usage.ts';

export const bundle: Command = {
  arguments: [{ name: 'RANGE', summary: 'from:to, or to; default: from base to heads' }],
  options: [
    {
      name: 'out',
      value: 'FOLDER',
      summary: 'the folder that gets a folder for each target (default: see migrator.toml)',
    },
    { name: 'name', value: 'NAME', summary: "the bundle's own folder (default: such as base_to_ae10)" },
    from,
    dryRun,
  ],
  examples: [
    { line: 'migrator bundle', says: 'everything, for every target' },
    { line: 'migrator bundle ae10:head --target main --name june', says: 'what follows ae10, for one target' },
  ],
  async run(context, given) {
    const name = given.text('name');
    if (name !== undefined && !/^\w[\w.+-]{0,99}$/.test(name)) {
      const hint = 'a name is letters, digits, _, -, + and .; a letter or a digit comes first';
      throw usageError('bad-name', `${JSON.stringify(name)} cannot name a bundle`, hint);
    }
    const opened = await openHistory(context, given);
    const targets = chosenTargets(opened.project, given);
    const { bundles } = await import('./bundles.ts');
    const walk = upgradeWalk(opened.graph, given.arguments[0], startOf(given));
    refuseNothing(walk, opened.project);
    return bundles(opened, targets, walk, context, given);
  },
};
