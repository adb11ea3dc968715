/** The page that tells what a script does to what it finds, made from the table that the engine tests hold every client to. */

import { clients, directions, found, outcomeOf, path, states } from '../test/engines/fault-matrix.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export function faultsPage(heading: string): string {
  return [
    heading,
    '',
    '# What a script does to what it finds',
    '',
    'Each cell is run against the server by `test/engines/faults.test.ts`, in every way of its client that is named below: as documented, and where the',
    'client goes on after errors. *applied* and *goes on*: catalog and rows are those of an upgrade without faults. *nothing to do*: the script says so.',
    '*refused*: the script names what it needs and what it found. In both of the last two cases catalog and rows are the same before and after.',
    '',
    ...directions.flatMap((direction) => tableOf(direction)),
    '## The ways of the clients',
    '',
    line(['client', 'ways']),
    line(['---', '---']),
    ...clients.map(({ title, ways }) => line([title, ways.join('; ')])),
    '',
    ...clients.flatMap(({ title, apart }) => (apart === undefined ? [] : [`${title}: ${apart}`, ''])),
  ].join('\n');
}

function tableOf(direction: (typeof directions)[number]): readonly string[] {
  const [from, between, to] = path[direction];
  return [
    `## A script ${direction} from \`${from}\` over \`${between}\` to \`${to}\``,
    '',
    line(['the database', 'found', ...clients.map(({ title }) => title)]),
    line(['---', '---', ...clients.map(() => '---')]),
    ...states.map((state) =>
      line([state, found(state, direction), ...clients.map(({ dialect }) => outcomeOf({ dialect }, state))]),
    ),
    '',
  ];
}
