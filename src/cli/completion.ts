/** `migrator completion`: the shell asks migrator itself, and yargs answers from the same declarations as the help. */

import type { Argv } from 'yargs';
import type { Answer, Command, Option } from './command.ts';
import { commands, type Entry } from './commands.ts';
import { globalOptions } from './options.ts';

export const completion: Command = {
  arguments: [],
  options: [],
  examples: [{ line: 'migrator completion >> ~/.bashrc', says: 'then open a new shell (zsh: ~/.zshrc)' }],
  async run() {
    const text = await captured(await parserOf([]));
    return { data: { script: text }, text: [text] };
  },
};

/** What the completion script asks for: the words that may come next, one a line. */
export async function completions(argv: readonly string[]): Promise<Answer> {
  const words = argv.slice(argv.indexOf('--get-yargs-completions') + 1);
  const entry = commands.find(({ name }) => words.slice(0, -1).includes(name));
  const parser = await parserOf(words, entry);
  const found = await parser.getCompletion([...words]);
  const known = found.filter((word) => !word.startsWith('$0'));
  return { data: { completions: known }, text: known.map((word) => `${word}\n`) };
}

/** With a command, its options alone: yargs would look for a chosen command's in the arguments of the process. */
async function parserOf(words: readonly string[], entry?: Entry): Promise<Argv> {
  const { default: yargs } = await import('yargs');
  const parser = yargs([...words])
    .locale('en')
    .scriptName('migrator')
    .help(false)
    .version(false)
    .exitProcess(false);
  parser.completion('completion', false).options(declared(globalOptions));
  if (entry !== undefined) return parser.options(declared((await entry.load()).options));
  for (const { name, summary } of commands) parser.command(name, summary);
  return parser;
}

function declared(options: readonly Option[]): Record<string, object> {
  return Object.fromEntries(
    options.map(({ name, short, value, summary }) => [
      name,
      {
        ...(short === undefined || short === name ? {} : { alias: short }),
        type: value === undefined ? 'boolean' : 'string',
        describe: summary,
      },
    ]),
  );
}

async function captured(parser: Argv): Promise<string> {
  return new Promise((resolve) => {
    parser.parse(['completion'], {}, (_error: unknown, _argv: unknown, output: string) => resolve(`${output}\n`));
  });
}
