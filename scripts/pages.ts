/** The pages of the documentation that are made from declarations: of the keys of migrator.toml, and of the commands. */

import type { Option } from '../src/cli/command.ts';
import { commands, type Entry } from '../src/cli/commands.ts';
import { argumentWord, optionWord } from '../src/cli/help.ts';
import { globalOptions } from '../src/cli/options.ts';
import { clientNames } from '../src/dialect/names.ts';
import { exitCode } from '../src/errors.ts';
import { hookSection, migratorSection, type Section, targetSection } from '../src/project/keys.ts';

/** Path and text. */
export async function pages(): Promise<readonly (readonly [path: string, text: string])[]> {
  return [
    ['docs/configuration.md', configurationPage()],
    ['docs/commands.md', await commandsPage()],
  ];
}

const generated = (source: string): string => `<!-- Made from ${source} by "npm run docs". Do not edit. -->`;

function configurationPage(): string {
  return [
    generated('src/project/keys.ts'),
    '',
    '# migrator.toml',
    '',
    'The project is the folder of this file; it is looked for from the working folder upward, or named with `--config`',
    'or the variable `MIGRATOR_CONFIG`. It is [TOML](https://toml.io/en/v1.1.0), and nothing in it is executed. Every key has',
    'a default, so a target with its dialect is enough:',
    '',
    '```toml',
    '[target.main]',
    'dialect = "postgresql"',
    '```',
    '',
    ...[migratorSection, targetSection, hookSection].flatMap(sectionLines),
    '## Clients',
    '',
    'The first is the default.',
    '',
    ...tableLines(
      ['dialect', 'client'],
      Object.entries(clientNames).map(([dialect, tools]) => [code(dialect), tools.map(code).join(', ')]),
    ),
    '## Values from the command line',
    '',
    '`${name}` in a text stands for what `-x name=value` gives, and `${name:-otherwise}` for `otherwise` when nothing is given.',
    'Revisions are given the same values.',
    '',
    '```toml',
    '[target.tenant]',
    'dialect = "postgresql"',
    'schema = "${tenant:-public}"',
    '```',
    '',
    '## Mistakes',
    '',
    'All mistakes of a file are named at once, each with its line and column, what is allowed, and the nearest known name:',
    '',
    '```',
    'error[unknown-key]: [target.NAME] has no key "dialct"',
    '  --> migrator.toml:4:1',
    `  help: did you mean "dialect"? known: ${targetSection.keys.map((key) => key.name).join(', ')}`,
    '```',
    '',
  ].join('\n');
}

function sectionLines(section: Section): string[] {
  return [
    `## \`${section.header}\``,
    '',
    section.meaning,
    '',
    ...tableLines(
      ['key', 'meaning', 'allowed', 'default'],
      section.keys.map((key) => [
        code(key.name),
        key.meaning,
        key.allowed,
        key.required
          ? 'must be given'
          : key.default.startsWith('"') || /^\w+$/.test(key.default)
            ? code(key.default)
            : key.default,
      ]),
    ),
  ];
}

async function commandsPage(): Promise<string> {
  const parts = await Promise.all(commands.map(commandLines));
  return [
    generated('src/cli/commands.ts and the files of the commands'),
    '',
    '# Commands',
    '',
    '`migrator COMMAND --help` says the same. Data goes to stdout, everything else to stderr.',
    '',
    ...tableLines(
      ['command', ''],
      commands.map(({ name, summary }) => [`[${name}](#migrator-${name})`, summary]),
    ),
    '## Options of every command',
    '',
    ...optionLines(globalOptions),
    '## Exit status',
    '',
    ...tableLines(
      ['status', 'meaning'],
      [
        [`${exitCode.done}`, 'done'],
        [`${exitCode.findings}`, 'findings or differences'],
        [`${exitCode.user}`, 'a mistake in the project or in what was asked for'],
        [`${exitCode.usage}`, 'a command line that cannot be read'],
        [`${exitCode.bug}`, 'a fault of migrator; its stack is printed'],
      ],
    ),
    ...parts.flat(),
  ].join('\n');
}

async function commandLines(entry: Entry): Promise<string[]> {
  const command = await entry.load();
  return [
    `## migrator ${entry.name}`,
    '',
    `${entry.summary}.`,
    '',
    '```sh',
    ['migrator', entry.name, ...command.arguments.map(argumentWord), '[options]'].join(' '),
    '```',
    '',
    ...(command.arguments.length === 0
      ? []
      : tableLines(
          ['argument', 'meaning'],
          command.arguments.map(({ name, summary }) => [code(name), summary]),
        )),
    ...(command.options.length === 0 ? [] : optionLines(command.options)),
    '```sh',
    ...command.examples.map(({ line, says }) => `${line}   # ${says}`),
    '```',
    '',
  ];
}

function optionLines(options: readonly Option[]): string[] {
  return tableLines(
    ['option', 'meaning'],
    options.map((option) => [code(optionWord(option).trim()), option.summary]),
  );
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

const code = (text: string): string => `\`${text}\``;
