/** The page that says what each client needs and gives up, and what each house rule costs: made from the clients themselves. */

import type { Client, Obedience, Terms } from '../src/dialect/client.ts';
import { dialects } from '../src/dialect/dialects.ts';
import { type DialectName, dialectNames, type HouseRule, houseRuleNames } from '../src/dialect/names.ts';

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;

export function clientsPage(heading: string): string {
  return [
    heading,
    '',
    '# Clients and house rules',
    '',
    'A target chooses its client with `client`, and what the shop demands of every script with `house_rules`:',
    '',
    '```toml',
    '[target.main]',
    'dialect = "postgresql"',
    'client = "plain"',
    '',
    '[target.bank]',
    'dialect = "postgresql"',
    'house_rules = ["no commit", "own spool"]',
    '```',
    '',
    "The first client of a dialect is its best. `plain` is for tools that know SQL and none of a client's own commands: GUIs such as DBeaver, pgAdmin and DataGrip, and drivers.",
    'The head of each script says the same as the tables below. What a script has left half done, the script for the client beside which it is named goes on with: both know the same steps.',
    '',
    ...dialectNames.flatMap(clientsOf),
    '## House rules',
    '',
    '- `no commit`: the script says neither COMMIT nor ROLLBACK; whoever runs it does.',
    '- `no whenever`: the script does not tell SQL*Plus what to do after errors.',
    '- `own spool`: neither the script nor the command line at its head writes a log file.',
    '',
    'A rule that a client cannot obey is an error of `migrator.toml`, with the reason.',
    '',
    line(['dialect', 'client', 'rule', 'needs', 'gives up', 'still protected']),
    line(['---', '---', '---', '---', '---', '---']),
    ...dialectNames.flatMap(rulesOf),
    '',
  ].join('\n');
}

function clientsOf(name: DialectName): readonly string[] {
  const { title, clients } = dialects[name];
  return [
    `## ${title}`,
    '',
    line(['client', 'run it', 'needs', 'gives up', 'still protected']),
    line(['---', '---', '---', '---', '---']),
    ...clients.map((client) => line([clientCell(client), runCell(client), ...termCells(client.terms)])),
    '',
  ];
}

const clientCell = ({ tool, goesOnWith }: Client): string =>
  goesOnWith === undefined ? code(tool) : `${code(tool)}, beside ${code(goesOnWith)}`;

function runCell({ run, inWords }: Client): string {
  const words = run('upgrade.sql');
  return inWords === true ? words : code(words);
}

const termCells = ({ needs = [], givesUp, keeps }: Terms = { givesUp: [], keeps: [] }): readonly string[] =>
  [needs, givesUp, keeps].map((lines) => lines.join(' '));

function rulesOf(name: DialectName): readonly string[] {
  const { clients } = dialects[name];
  return clients.flatMap(({ tool, rules }) =>
    houseRuleNames.map((rule) => line([code(name), code(tool), code(rule), ...priceCells(rule, rules[rule])])),
  );
}

function priceCells(rule: HouseRule, answer: Obedience): readonly string[] {
  if ('impossible' in answer) return ['', `refused: ${answer.impossible}`, ''];
  const [needs = '', givesUp = '', keeps = ''] = termCells(answer);
  if (givesUp !== '') return [needs, givesUp, keeps];
  return [needs, rule === 'own spool' ? 'nothing: it writes no log' : 'nothing: it has no such word', keeps];
}
