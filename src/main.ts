#!/usr/bin/env node
/** The one door: hands the process to `run`, and its answer back as the exit code. */

import { fstatSync } from 'node:fs';
import { errorText, exitCodeOf } from './cli/report.ts';
import { run } from './cli/run.ts';
import { exitCode } from './errors.ts';
import { cannotWrite, writeAll } from './write.ts';

const { env, stdout, stderr } = process;
const exit = process.exit.bind(process);

/** Waits until the text has gone out, so that memory stays flat and nothing is cut off at the end. */
function writer(stream: NodeJS.WriteStream & { fd: number }, shown: string): (text: string) => void | Promise<void> {
  const fail = (error: NodeJS.ErrnoException): never => {
    if (error.code === 'EPIPE') exit(exitCode.done);
    throw cannotWrite(error, shown);
  };
  stream.on('error', fail);
  if (isPlain(stream)) {
    return (text) => {
      try {
        writeAll(stream.fd, text);
      } catch (error) {
        fail(error as NodeJS.ErrnoException);
      }
    };
  }
  const write = stream.write.bind(stream);
  return (text) => new Promise((resolve) => write(text, () => resolve()));
}

/** A file or a device without a terminal: the stream of Node takes a part that went out for the whole. */
function isPlain({ fd, isTTY }: NodeJS.WriteStream & { fd: number }): boolean {
  const kind = fstatSync(fd);
  return kind.isFile() || (kind.isCharacterDevice() && !isTTY);
}

const out = writer(stdout, 'standard output');
const err = writer(stderr, 'standard error');

/** Standard output is for data: what a revision says, by console or by itself, goes to the other stream. */
for (const word of ['log', 'info', 'debug', 'dir', 'table'] as const) console[word] = console.error;
stdout.write = stderr.write.bind(stderr);

const colour = stderr.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

/** A revision's own timers and promises may throw when nobody waits for them any more. */
process.on('uncaughtException', (error) => {
  stderr.write(errorText(error, colour), () => exit(exitCodeOf(error)));
});

const code = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env,
  provide: (variables) => void Object.assign(env, variables),
  stdout: out,
  stderr: err,
  now: () => new Date(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  colour,
});
exit(code);
