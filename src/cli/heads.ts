/** `migrator heads` */

import { type Command, lines } from './command.ts';
import { dataOf, longForm, oneLine } from './describe.ts';
import { verbose } from './options.ts';
import { openHistory } from './session.ts';

export const heads: Command = {
  arguments: [],
  options: [verbose, { name: 'resolve-dependencies', summary: 'leaves out heads that another revision depends on' }],
  examples: [
    { line: 'migrator heads', says: 'what "bundle" goes up to' },
    { line: 'migrator heads --json', says: 'for a program' },
  ],
  async run(context, given) {
    const { graph } = await openHistory(context, given);
    const nodes = given.flag('resolve-dependencies') ? graph.realHeads : graph.heads;
    const text = given.flag('verbose') ? nodes.flatMap(longForm) : nodes.map((node) => oneLine(node));
    return { data: { revisions: nodes.map(dataOf) }, text: lines(text) };
  },
};
