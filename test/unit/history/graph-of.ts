/** Histories in one line each: `b < a`, `c < b1 b2`, `d < c & x` (needs x), `e < d # label`. */

import { MigratorError } from '../../../src/errors.ts';
import { buildGraph, type Graph } from '../../../src/history/graph.ts';
import type { Revision } from '../../../src/history/revision.ts';

const words = (text: string | undefined): readonly string[] => text?.trim().split(/\s+/).filter(Boolean) ?? [];

export function revisionsOf(...lines: readonly string[]): Revision[] {
  return lines.map((line, index) => {
    const [rest, labels] = line.split('#');
    const [lineage, needs] = rest!.split('&');
    const [id, parents] = lineage!.split('<');
    const file = `revisions/${index}.ts`;
    return {
      id: id!.trim(),
      parents: words(parents),
      dependsOn: words(needs),
      labels: words(labels),
      message: '',
      comment: [],
      file,
      digest: '',
      places: { revision: { file, line: 1 }, parents: { file, line: 2 } },
    };
  });
}

export const graphOf = (...lines: readonly string[]): Graph => buildGraph(revisionsOf(...lines));

export function chain(length: number): string[] {
  return Array.from({ length }, (_, i) => (i === 0 ? 'r0' : `r${i} < r${i - 1}`));
}

/** The error of a user's mistake, with the codes of all faults. */
export function mistake(act: () => unknown): { codes: string[]; message: string; hint: string; error: MigratorError } {
  try {
    act();
  } catch (error) {
    if (!(error instanceof MigratorError)) throw error;
    const codes = [error, ...error.others].map((one) => one.code);
    return { codes, message: error.message, hint: error.hint ?? '', error };
  }
  throw new Error('nothing was refused');
}
