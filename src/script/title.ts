/** What a revision is called in a script, and what stands above its statements. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Heads, Step } from '../history/revision.ts';
import type { Recording } from '../recorder/recording.ts';

export function showHeads(heads: Heads): string {
  return heads.length === 0 ? 'base' : heads.join(', ');
}

export const titleOf = ({ revision }: Step): string => `${revision.id} ${revision.message.replace(/\s+/g, ' ')}`.trim();

/** What stands above a revision's statements. */
export function stepTitle({ step, changes }: Recording, { title }: Dialect): readonly string[] {
  const { direction, revision, before, after } = step;
  const idle = changes.every(({ statements }) => statements.length === 0);
  return [
    `==== ${direction === 'up' ? 'revision' : 'undoing revision'} ${titleOf(step)} ====`,
    `from ${showHeads(before)} to ${showHeads(after)}, ${revision.file}`,
    ...(idle ? [`It changes nothing on ${title} but the version rows.`] : []),
  ];
}
