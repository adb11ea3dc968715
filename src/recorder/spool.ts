/** Keeps large data statements out of memory: beyond a limit they wait in a temporary file. */

import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Text } from '../dialect/statement.ts';
import { cannotWrite, writeAll } from '../write.ts';

export interface Spool {
  keep(text: string): Text;
  /** Removes the temporary file; texts kept there are gone. */
  dispose(): void;
}

/** In bytes: what one compilation may hold in memory before it spools. */
const memoryLimit = 4 * 1024 * 1024;

interface SpoolFile {
  readonly folder: string;
  readonly path: string;
  readonly descriptor: number;
}

function openFile(): SpoolFile {
  const parent = tmpdir();
  try {
    const folder = mkdtempSync(join(parent, 'migrator-'));
    const path = join(folder, 'statements');
    return { folder, path, descriptor: openSync(path, 'w') };
  } catch (error) {
    throw cannotWrite(error, `a temporary file in ${parent}`);
  }
}

function append({ descriptor, path }: SpoolFile, text: string): number {
  try {
    return writeAll(descriptor, text);
  } catch (error) {
    throw cannotWrite(error, `the temporary file ${path}`);
  }
}

/** The whole text, read back. */
export function textOf(text: Text): string {
  if (typeof text === 'string') return text;
  const { file, start, end } = text;
  const bytes = Buffer.allocUnsafe(end - start);
  const descriptor = openSync(file, 'r');
  try {
    for (let at = 0; at < bytes.length; ) {
      const size = readSync(descriptor, bytes, at, bytes.length - at, start + at);
      if (size === 0) throw new Error(`${file} ends at ${start + at}, before ${end}`);
      at += size;
    }
  } finally {
    closeSync(descriptor);
  }
  return bytes.toString('utf8');
}

export function createSpool(): Spool {
  let inMemory = 0;
  let file: SpoolFile | undefined;
  let end = 0;
  return {
    keep(text) {
      if (inMemory + text.length <= memoryLimit) {
        inMemory += text.length;
        return text;
      }
      file ??= openFile();
      const start = end;
      end += append(file, text);
      return { file: file.path, start, end };
    },
    dispose() {
      if (file === undefined) return;
      closeSync(file.descriptor);
      rmSync(file.folder, { recursive: true, force: true });
      file = undefined;
    },
  };
}
