/** Compiles files on a second thread while the first still works on those before them. */

import { Worker } from 'node:worker_threads';
import { packageFolder } from '../home.ts';
import { typescriptOptions } from './transform.ts';

/** Compiled bodies by file; undefined for a file that was not asked for or does not compile. */
export interface Ahead {
  take(file: string): Promise<string | undefined>;
  stop(): void;
}

/** A thread costs about as much to start as so many files to compile. */
const worthwhile = 64;

/** Plain JavaScript in a string, because a thread needs a file of its own or none. Files are absolute. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const { transform } = createRequire(workerData.home)('sucrase');
for (const [file, options] of workerData.files) {
  let code;
  try {
    code = transform(readFileSync(file, 'utf8'), { ...options, filePath: file }).code;
  } catch {}
  parentPort.postMessage([file, code]);
}
`;

interface Waiting {
  readonly code: Promise<string | undefined>;
  settle(code: string | undefined): void;
}

function waiting(): Waiting {
  let settle: Waiting['settle'] = () => undefined;
  const code = new Promise<string | undefined>((resolve) => {
    settle = resolve;
  });
  return { code, settle };
}

/** Files that are not TypeScript are left out; undefined where the rest is not worth a thread. */
export function compileAhead(all: readonly string[]): Ahead | undefined {
  const files = all.flatMap((file) => {
    const options = typescriptOptions(file);
    return options === undefined ? [] : [[file, options] as const];
  });
  if (files.length < worthwhile) return undefined;
  const asked = new Map(files.map(([file]) => [file, waiting()]));
  const worker = new Worker(program, { eval: true, workerData: { files, home: `${packageFolder}package.json` } });
  const giveUp = (): void => {
    for (const { settle } of asked.values()) settle(undefined);
  };
  worker.on('message', ([file, code]: [string, string | undefined]) => asked.get(file)?.settle(code));
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return {
    take: (file) => asked.get(file)?.code ?? Promise.resolve(undefined),
    stop: () => void worker.terminate(),
  };
}
