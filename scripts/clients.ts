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
    ...uncommittedOracle,
  ].join('\n');
}

/** What the rule can promise where the database commits by itself. */
const uncommittedOracle: readonly string[] = [
  '### What waits for COMMIT on Oracle',
  '',
  'Oracle commits before and after each schema change, whatever a script says. So the script that says no COMMIT writes into the ledger that a step has begun *before* the step changes anything: both are committed together, or undone together.',
  '',
  line(['when', 'is committed', 'waits for COMMIT']),
  line(['---', '---', '---']),
  line(['rows were changed', 'nothing', 'the rows, and that their step has begun']),
  line(['a schema change is next', 'nothing more', 'that its step has begun, and all that waited before']),
  line([
    'the schema change was made',
    'the change, that its step has begun, and all that waited before',
    'that its step is done',
  ]),
  line(['the last statement of a revision was run', 'nothing more', 'its version row, its row in the log']),
  line(['the last words', 'all up to the last schema change', 'all after it']),
  '',
  'Above each schema change the script says that Oracle commits there.',
  '',
  line(['what happens', 'what stays, and what the same file does when it is run again']),
  line(['---', '---']),
  line(['COMMIT after the last words', 'Everything; it says `already applied`.']),
  line([
    'ROLLBACK after the last words, or the session is lost',
    'All up to the last schema change, and that its step has begun: the file refuses, asks whether that change took effect, says how to tell it, and goes on there.',
  ]),
  line(['a schema change fails, then COMMIT', 'All before it; the file goes on with that change.']),
  line([
    'a schema change fails, then ROLLBACK',
    'What Oracle committed: all before it, or all up to the schema change before it. The file asks first whether that one took effect.',
  ]),
  line(['a statement that changes rows fails, then ROLLBACK', 'As after ROLLBACK at the end.']),
  line([
    'a statement that changes rows fails, then COMMIT',
    'Half a step, and that it has begun: the file refuses until that half is undone by hand.',
  ]),
  line([
    'the file is run in a session with changes that are not committed',
    'It refuses: its first schema change would commit them.',
  ]),
  '',
];

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
