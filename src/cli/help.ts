/** The help, made from what the commands declare. */

import type { Argument, Command, Option } from './command.ts';
import type { Entry } from './commands.ts';
import { globalOptions } from './options.ts';

type Row = readonly [string, string];

/** The list of commands, which does not load any of them. */
export function overallHelp(commands: readonly Entry[]): string {
  return [
    'migrator turns database revisions written in TypeScript into guarded SQL files.',
    '',
    'Usage: migrator COMMAND [options]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options of every command:',
    ...columns(globalOptions.map(optionRow)),
    '',
    'Examples:',
    ...columns([
      ['migrator init shop', 'a new project in the folder shop'],
      ['migrator revision -m "orders"', 'a new revision file'],
      ['migrator bundle', 'SQL files for every target, into out/'],
    ]),
    '',
    '"migrator COMMAND --help" says more.',
    '',
  ].join('\n');
}

export function commandHelp({ name, summary }: Entry, command: Command): string {
  const usage = ['migrator', name, ...command.arguments.map(argumentWord), '[options]'].join(' ');
  return [
    `${summary}.`,
    '',
    `Usage: ${usage}`,
    '',
    ...titled(
      'Arguments:',
      command.arguments.map(({ name, summary }) => [name, summary]),
    ),
    ...titled('Options:', command.options.map(optionRow)),
    ...titled('Options of every command:', globalOptions.map(optionRow)),
    ...titled(
      'Examples:',
      command.examples.map(({ line, says }) => [line, says]),
    ),
  ].join('\n');
}

export function argumentWord({ name, required, many }: Argument): string {
  const word = many ? `${name}...` : name;
  return required ? word : `[${word}]`;
}

/** `-m, --message TEXT` */
export function optionWord(option: Option): string {
  const value = option.value === undefined ? '' : ` ${option.value}`;
  if (option.name.length === 1) return `-${option.name}${value}`;
  return `${option.short === undefined ? '    ' : `-${option.short}, `}--${option.name}${value}`;
}

const optionRow = (option: Option): Row => [optionWord(option), option.summary];

function titled(title: string, rows: readonly Row[]): string[] {
  return rows.length === 0 ? [] : [title, ...columns(rows), ''];
}

function columns(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
