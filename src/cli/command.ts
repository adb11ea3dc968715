/** What a command is, what it is given, and what it answers: values only, so that a test needs no process. */

import type { ExitCode } from '../errors.ts';

/** The edge of the house, handed in. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Sets environment variables for the code of the project. */
  provide(variables: Readonly<Record<string, string>>): void;
  stdout(text: string): void | Promise<void>;
  stderr(text: string): void | Promise<void>;
  now(): Date;
  random(bytes: number): Uint8Array;
  /** Whether stderr shows colours. */
  readonly colour: boolean;
}

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** The name of its value in the help; an option without one is a switch. */
  readonly value?: string;
  readonly repeatable?: true;
  readonly summary: string;
}

export interface Argument {
  readonly name: string;
  readonly summary: string;
  readonly required?: true;
  readonly many?: true;
}

/** The command line, read. */
export interface Given {
  readonly arguments: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
  /** `-x name=value`. */
  readonly x: Readonly<Record<string, string>>;
}

/** Nothing is printed while it is still being worked out: a command answers, and `run` prints. */
export interface Answer {
  /** What `--json` prints. */
  readonly data: unknown;
  /** What stands on stdout otherwise: pieces with their line ends. */
  readonly text: Iterable<string>;
  /** Lines for stderr. */
  readonly notes?: readonly string[];
  readonly exit?: ExitCode;
}

export interface Example {
  readonly line: string;
  readonly says: string;
}

/** What stands in the file of a command; its name and summary stand in the list of them, which loads none. */
export interface Command {
  readonly arguments: readonly Argument[];
  /** Beyond the global ones. */
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  run(context: Context, given: Given): Answer | Promise<Answer>;
}

/** Lines as the text of an answer. */
export function lines(rows: Iterable<string>): string[] {
  return Array.from(rows, (row) => `${row}\n`);
}
