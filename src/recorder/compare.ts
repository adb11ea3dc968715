/** What one run of a revision did, held against what another did. */

import { createHash } from 'node:crypto';
import type { Change } from './recording.ts';
import { textOf } from './spool.ts';

/** Beyond that a text is known by its digest. */
const longest = 4096;

/** A text or its digest. */
export function signOf(text: string): string {
  return text.length <= longest ? text : `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** What a change does, statement by statement. */
export function changeSign({ statements }: Change): string {
  return statements
    .map(({ statement: { sql, when, transactional, expectRows } }) =>
      [signOf(textOf(sql)), transactional, JSON.stringify(when) ?? '', JSON.stringify(expectRows) ?? ''].join('\0'),
    )
    .join('\u0001');
}

export interface Difference {
  /** Numbers of changes of the first run that are others in the second, or missing. */
  readonly changed: readonly number[];
  /** One run has changes that the other lacks, or ended where the other went on. */
  readonly decides: boolean;
}

const tooMany = 4_000_000;

/** For each of `a` whether it has its counterpart in `b`, in the same order. */
function matched(a: readonly string[], b: readonly string[]): readonly boolean[] {
  if (a.length * b.length > tooMany) return a.map(() => false);
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const found = a.map(() => false);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      found[i] = true;
      [i, j] = [i + 1, j + 1];
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return found;
}

/** `whole`: the second run came to its end. */
export function compare(first: readonly string[], second: readonly string[], whole: boolean): Difference {
  if (!whole || first.length === second.length) {
    const both = Math.min(first.length, second.length);
    const changed = first.slice(0, both).flatMap((sign, at) => (sign === second[at] ? [] : [at]));
    return { changed, decides: !whole };
  }
  let start = 0;
  while (start < first.length && start < second.length && first[start] === second[start]) start += 1;
  let end = 0;
  const most = Math.min(first.length, second.length) - start;
  while (end < most && first[first.length - 1 - end] === second[second.length - 1 - end]) end += 1;
  const found = matched(first.slice(start, first.length - end), second.slice(start, second.length - end));
  return { changed: found.flatMap((is, at) => (is ? [] : [start + at])), decides: true };
}
