/** The door to yargs' parser: words to options and arguments, every mistake in them named at once. */

import parser from 'yargs-parser';
import { allFaults, type MigratorError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import type { Command, Given, Option } from './command.ts';
import { globalOptions, message } from './options.ts';
import { usageError } from './usage.ts';

type Values = ReadonlyMap<string, readonly (string | true)[]>;

interface Words {
  readonly values: Values;
  readonly rest: readonly string[];
  readonly faults: readonly MigratorError[];
}

export interface Front {
  /** The word that names the command. */
  readonly command: string | undefined;
  readonly rest: readonly string[];
  /** Global options that stand before the command. */
  readonly values: Values;
  readonly faults: readonly MigratorError[];
}

const configuration = {
  'camel-case-expansion': false,
  'boolean-negation': false,
  'dot-notation': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'strip-aliased': true,
};

/** As far as the command's name. */
export function parseFront(argv: readonly string[]): Front {
  const { values, rest, faults } = words('migrator', argv, globalOptions, true);
  return { command: rest[0], rest: rest.slice(1), values, faults };
}

/** The rest, once the command is known. Throws every mistake. */
export function parseCommand(front: Front, name: string, command: Pick<Command, 'arguments' | 'options'>): Given {
  const { values, rest, faults } = words(name, front.rest, [...globalOptions, ...command.options], false);
  const all = new Map(values);
  for (const [option, list] of front.values) all.set(option, [...list, ...(values.get(option) ?? [])]);
  const given = givenOf(all, rest);
  const fault = allFaults([...front.faults, ...faults, ...argumentFaults(name, command, rest), ...xFaults(all)]);
  if (fault !== undefined) throw fault;
  return given;
}

export function givenOf(values: Values, rest: readonly string[]): Given {
  const texts = (name: string): string[] => (values.get(name) ?? []).filter((value) => value !== true);
  return {
    arguments: rest,
    texts,
    text: (name) => texts(name)[0],
    flag: (name) => values.has(name),
    x: Object.fromEntries(texts('x').map((pair) => [pair.split('=', 1)[0]!, pair.slice(pair.indexOf('=') + 1)])),
  };
}

function words(where: string, argv: readonly string[], options: readonly Option[], halt: boolean): Words {
  const valued = options.filter((option) => option.value !== undefined).map((option) => option.name);
  const { argv: parsed, error } = parser.detailed(argv.map(shield), {
    alias: Object.fromEntries(options.map((option) => [option.name, option.short ?? []])),
    boolean: options.filter((option) => option.value === undefined).map((option) => option.name),
    string: valued,
    narg: Object.fromEntries(valued.map((name) => [name, 1])),
    configuration: { ...configuration, 'halt-at-non-option': halt },
  });
  const { _: rest, ...named } = parsed;
  const values = new Map<string, readonly (string | true)[]>();
  const faults: MigratorError[] = [];
  for (const [name, value] of Object.entries(named)) {
    const option = options.find((known) => known.name === name);
    const list = [value].flat() as (string | true)[];
    if (option === undefined) faults.push(unknownOption(where, name, options));
    else faults.push(...optionFaults(option, list));
    if (list.length > 0) values.set(name, list.map(unshield));
  }
  const word = error === null ? undefined : (/: (\S+)$/.exec(error.message)?.[1] ?? '');
  const hungry = word === undefined ? undefined : options.find(({ name, short }) => name === word || short === word);
  if (hungry !== undefined) faults.push(missingValue(hungry));
  else if (error !== null) faults.push(usageError('bad-option', error.message, seeHelp(where)));
  return { values, rest: rest.map((word) => unshield(String(word)) as string), faults };
}

/** `-2:` and `-1` are revisions, and the parser takes them for options. */
const shield = (word: string): string => (/^-\d/.test(word) ? `\0${word}` : word);
const unshield = <T extends string | true>(word: T): T =>
  (typeof word === 'string' && word.startsWith('\0') ? word.slice(1) : word) as T;

function* optionFaults(option: Option, list: readonly (string | true)[]): Iterable<MigratorError> {
  const dashed = spelled(option.name);
  if (option.value === undefined) {
    if (list.some((value) => value !== true))
      yield usageError('bad-option', `${dashed} takes no value`, `write ${dashed} alone`);
    return;
  }
  if (list.some((value) => typeof value !== 'string')) {
    yield missingValue(option);
  } else if (list.length > 1 && !option.repeatable) {
    yield usageError('repeated-option', `${dashed} is given ${list.length} times`, 'give it once');
  }
}

function missingValue(option: Option): MigratorError {
  const dashed = spelled(option.name);
  return usageError('missing-value', `${dashed} needs a value`, `write ${dashed} ${option.value}`);
}

function unknownOption(where: string, name: string, options: readonly Option[]): MigratorError {
  const near =
    name.length < 2
      ? undefined
      : nearest(
          name,
          options.map((option) => option.name),
        );
  const hint = near === undefined ? seeHelp(where) : `did you mean ${spelled(near)}?`;
  return usageError('unknown-option', `${where} has no option ${spelled(unshield(name))}`, hint);
}

function* argumentFaults(
  command: string,
  { arguments: known, options }: Pick<Command, 'arguments' | 'options'>,
  rest: readonly string[],
): Iterable<MigratorError> {
  const missing = known.slice(rest.length).find((argument) => argument.required);
  if (missing !== undefined) {
    yield usageError('missing-argument', `${command} needs ${missing.name}: ${missing.summary}`, seeHelp(command));
  }
  const most = known.some((argument) => argument.many) ? Number.POSITIVE_INFINITY : known.length;
  if (rest.length > most) {
    const extra = JSON.stringify(rest[most]);
    const hint =
      known.length === 0 && options.includes(message)
        ? `a message stands behind -m: migrator ${command} -m ${extra}`
        : `${command} takes ${known.map(({ name }) => `one ${name}`).join(', ') || 'no arguments'}; ${seeHelp(command)}`;
    yield usageError('extra-argument', `${command} does not know what to do with ${extra}`, hint);
  }
}

function* xFaults(values: Values): Iterable<MigratorError> {
  for (const pair of values.get('x') ?? []) {
    if (typeof pair === 'string' && !/^[A-Za-z_][\w.-]*=/.test(pair)) {
      yield usageError('bad-option', `-x ${pair} is not KEY=VALUE`, 'write -x key=value');
    }
  }
}

const spelled = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

const seeHelp = (where: string): string => `see "${where === 'migrator' ? where : `migrator ${where}`} --help"`;
