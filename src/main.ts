#!/usr/bin/env node
/** The one door: hands the process to `run`, and its answer back as the exit code. */

import { errorText, exitCodeOf } from './cli/report.ts';
import { run } from './cli/run.ts';
import { exitCode } from './errors.ts';

const { env, stdout, stderr } = process;
const exit = process.exit.bind(process);

/** Waits until the text has gone out, so that memory stays flat and nothing is cut off at the end. */
function writer(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') exit(exitCode.done);
    throw error;
  });
  return (text) => new Promise((resolve) => stream.write(text, () => resolve()));
}

/** Standard output is for data: what a revision says with console goes to the other stream. */
for (const word of ['log', 'info', 'debug', 'dir', 'table'] as const) console[word] = console.error;

const colour = stderr.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

/** A revision's own timers and promises may throw when nobody waits for them any more. */
process.on('uncaughtException', (error) => {
  stderr.write(errorText(error, colour), () => exit(exitCodeOf(error)));
});

const code = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env,
  stdout: writer(stdout),
  stderr: writer(stderr),
  now: () => new Date(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  colour,
});
exit(code);
