/** `migrator history` */

import { iterate } from '../history/iterate.ts';
import type { Node } from '../history/node.ts';
import { parseRange } from '../history/reference.ts';
import { type Command, lines } from './command.ts';
import { dataOf, longForm, oneLine } from './describe.ts';
import { verbose } from './options.ts';
import { openHistory } from './session.ts';
import { usageError } from './usage.ts';

export const history: Command = {
  arguments: [],
  options: [
    {
      name: 'rev-range',
      short: 'r',
      value: 'FROM:TO',
      summary: 'only these, both ends included; either side may be empty',
    },
    verbose,
  ],
  examples: [
    { line: 'migrator history', says: 'all revisions' },
    { line: 'migrator history -r -2:', says: 'from two below the head' },
    { line: 'migrator history -r ae10:head -v', says: 'a range, at length' },
  ],
  async run(context, given) {
    const { graph } = await openHistory(context, given);
    const text = given.text('rev-range');
    const range = text === undefined ? {} : parseRange(text);
    if (range === undefined) {
      throw usageError(
        'bad-range',
        `--rev-range ${JSON.stringify(text)} has no colon`,
        'a range is from:to, such as ae10:head or -2:',
      );
    }
    const nodes = iterate(graph, { ...range, inclusive: true });
    return { data: { revisions: nodes.map(dataOf) }, text: given.flag('verbose') ? atLength(nodes) : inLines(nodes) };
  },
};

const inLines = (nodes: readonly Node[]): string[] =>
  lines(nodes.map((node) => oneLine(node, { parents: true, tree: true, message: true })));

const atLength = (nodes: readonly Node[]): string[] => lines(nodes.flatMap(longForm));
