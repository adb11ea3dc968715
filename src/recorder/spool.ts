/** Keeps large data statements out of memory: beyond a limit they wait in a temporary file. */

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Text } from '../dialect/statement.ts';

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
  const folder = mkdtempSync(join(tmpdir(), 'migrator-'));
  const path = join(folder, 'statements');
  return { folder, path, descriptor: openSync(path, 'w') };
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
      end += writeSync(file.descriptor, text);
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
