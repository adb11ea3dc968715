/** From a command line to an exit code: finds the command, lets it answer, prints the answer. */

import { exitCode } from '../errors.ts';
import { suggestion } from '../nearest.ts';
import { toolVersion } from '../version.ts';
import type { Answer, Context } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, overallHelp } from './help.ts';
import { type Front, parseCommand, parseFront } from './parse.ts';
import { errorData, errorText, exitCodeOf } from './report.ts';
import { usageError } from './usage.ts';

export async function run(argv: readonly string[], context: Context): Promise<number> {
  const json = asksFor(argv, '--json');
  try {
    const answer = await answerTo(argv, context);
    await print(answer, json, context);
    return answer.exit ?? exitCode.done;
  } catch (error) {
    if (json) await context.stdout(`${JSON.stringify(errorData(error), null, 2)}\n`);
    else await context.stderr(errorText(error, context.colour));
    return exitCodeOf(error);
  }
}

async function answerTo(argv: readonly string[], context: Context): Promise<Answer> {
  if (argv.includes('--get-yargs-completions')) {
    const { completions } = await import('./completion.ts');
    return completions(argv);
  }
  const front = frontOf(argv);
  if (front.command === undefined) return withoutCommand(front);
  const entry = commands.find(({ name }) => name === front.command);
  if (entry === undefined) throw unknownCommand(front.command);
  const command = await entry.load();
  if (asksFor(front.rest, '--help', '-h') || front.values.has('help')) return helpAnswer(commandHelp(entry, command));
  return command.run(context, parseCommand(front, entry.name, command));
}

const helpAnswer = (help: string): Answer => ({ data: { help }, text: [help] });

/** `migrator help history` is `migrator history --help`. */
function frontOf(argv: readonly string[]): Front {
  const front = parseFront(argv);
  if (front.command !== 'help') return front;
  return parseFront([...front.rest.slice(0, 1), '--help']);
}

function withoutCommand(front: Front): Answer {
  if (front.faults[0] !== undefined) throw front.faults[0];
  if (front.values.has('version')) return { data: { version: toolVersion() }, text: [`${toolVersion()}\n`] };
  if (front.values.has('help')) return helpAnswer(overallHelp(commands));
  throw usageError('no-command', 'no command is given', 'see "migrator --help"');
}

function unknownCommand(word: string): Error {
  const names = commands.map(({ name }) => name);
  return usageError('unknown-command', `there is no command ${JSON.stringify(word)}`, suggestion(word, names));
}

/** Needed before the command line is understood, and when it is not. */
function asksFor(argv: readonly string[], ...flags: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? undefined : end).some((word) => flags.includes(word));
}

async function print(answer: Answer, json: boolean, context: Context): Promise<void> {
  for (const note of answer.notes ?? []) await context.stderr(`${note}\n`);
  if (json) await context.stdout(`${JSON.stringify(answer.data, null, 2)}\n`);
  else for (const text of joined(answer.text)) await context.stdout(text);
}

const enough = 65_536;

/** Few large pieces are written sooner than many small ones, and memory stays flat all the same. */
function* joined(pieces: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < enough) continue;
    yield waiting;
    waiting = '';
  }
  if (waiting !== '') yield waiting;
}
