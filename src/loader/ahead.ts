/** Compiles files on a second thread, the last one first, while the first thread works on them from the front. */

import { Worker } from 'node:worker_threads';
import { packageFolder } from '../home.ts';
import { typescriptOptions } from './transform.ts';

export interface Ahead {
  /** The compiled body of the text with this SHA-256, when it is ready: nobody waits for it. */
  take(file: string, sum: string | undefined): string | undefined;
  stop(): void;
}

/** A thread costs about as much to start as so many files to compile. */
const worthwhile = 64;

/** Plain JavaScript in a string, because a thread needs a file of its own or none. What does not compile is left to the first thread. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const { hash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transform } = createRequire(workerData.home)('sucrase');
for (let at = workerData.files.length - 1; at > Atomics.load(workerData.taken, 0); at--) {
  const [file, options] = workerData.files[at];
  try {
    const bytes = readFileSync(file);
    const { code } = transform(bytes.toString('utf8'), { ...options, filePath: file });
    parentPort.postMessage([file, code, hash('sha256', bytes, 'hex')]);
  } catch {}
}
`;

/** Files that are not TypeScript are left out; undefined where the rest is not worth a thread. All absolute. */
export function compileAhead(all: readonly string[]): Ahead | undefined {
  const files = all.flatMap((file) => {
    const options = typescriptOptions(file);
    return options === undefined ? [] : [[file, options] as const];
  });
  if (files.length < worthwhile) return undefined;
  const ready = new Map<string, readonly [code: string, sum: string]>();
  const positions = new Map(files.map(([file], at) => [file, at]));
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData = { files, taken, home: `${packageFolder}package.json` };
  const worker = new Worker(program, { eval: true, workerData });
  worker.on('message', ([file, ...made]: readonly [string, string, string]) => ready.set(file, made));
  worker.on('error', () => undefined);
  worker.unref();
  return {
    take(file, wanted) {
      Atomics.store(taken, 0, positions.get(file) ?? 0);
      const [code, sum] = ready.get(file) ?? [];
      ready.delete(file);
      return sum === wanted ? code : undefined;
    },
    stop: () => void worker.terminate(),
  };
}
