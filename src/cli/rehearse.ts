/** `migrator rehearse` */

import type { Command } from './command.ts';
import { openHistory } from './session.ts';
import { chosenTargets } from './targets.ts';

export const rehearse: Command = {
  arguments: [{ name: 'RANGE', summary: 'from:to, or to; default: from base to heads' }],
  options: [],
  examples: [
    { line: 'migrator rehearse', says: 'for every target that has an embedded engine' },
    { line: 'migrator rehearse --target main', says: 'for one target' },
  ],
  async run(context, given) {
    const opened = await openHistory(context, given);
    const targets = chosenTargets(opened.project, given);
    const { rehearsals } = await import('./rehearsals.ts');
    return rehearsals(opened, targets, given);
  },
};
