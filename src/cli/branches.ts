/** `migrator branches` */

import { isBranchPoint, type Node } from '../history/node.ts';
import { type Command, lines } from './command.ts';
import { dataOf, longForm, oneLine } from './describe.ts';
import { verbose } from './options.ts';
import { openHistory } from './session.ts';

export const branches: Command = {
  arguments: [],
  options: [verbose],
  examples: [{ line: 'migrator branches', says: 'each branch point and what follows it' }],
  async run(context, given) {
    const { graph } = await openHistory(context, given);
    const nodes = graph.nodes.filter(isBranchPoint);
    return {
      data: {
        branches: nodes.map((node) => ({ point: dataOf(node), into: node.children.map((child) => child.id) })),
      },
      text: lines(nodes.flatMap(given.flag('verbose') ? longForm : withChildren)),
    };
  },
};

function withChildren(node: Node): string[] {
  const indent = ' '.repeat(node.id.length);
  return [
    oneLine(node, { tree: true }),
    ...node.children.map((child) => `${indent} -> ${oneLine(child, { tree: true })}`),
  ];
}
