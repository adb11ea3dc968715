/** `migrator show` */

import { resolve } from '../history/reference.ts';
import { type Command, lines } from './command.ts';
import { dataOf, longForm } from './describe.ts';
import { openHistory } from './session.ts';

export const show: Command = {
  arguments: [
    { name: 'REVISION', summary: 'an id, the start of one, head, heads, label@head, -1 …', required: true, many: true },
  ],
  options: [],
  examples: [
    { line: 'migrator show head', says: 'the newest revision' },
    { line: 'migrator show ae10 --json', says: 'by the start of its id' },
  ],
  async run(context, given) {
    const { graph } = await openHistory(context, given);
    const nodes = [...new Set(given.arguments.flatMap((reference) => resolve(graph, reference)))];
    const nothing = nodes.length === 0 ? { notes: [`no revision stands for ${given.arguments.join(' ')}`] } : {};
    return { data: { revisions: nodes.map(dataOf) }, text: lines(nodes.flatMap(longForm)), ...nothing };
  },
};
