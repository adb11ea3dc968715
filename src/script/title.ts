/** What a revision is called in a script, and what stands above its statements. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Heads, Step } from '../history/revision.ts';
import type { Recording } from '../recorder/recording.ts';
import type { Script } from './script.ts';

export function showHeads(heads: Heads): string {
  return heads.length === 0 ? 'base' : heads.join(', ');
}

/** The command that makes such a script from another place; ids hold nothing that a shell reads. */
export function fromElsewhere({ kind, frame, recordings }: Script): string {
  const undoing = recordings[0]?.step.direction === 'down';
  const command = kind === 'stamp' ? 'stamp --sql' : undoing ? 'downgrade --sql' : 'bundle';
  return `migrator ${command} WHERE_IT_IS:${frame.to.join(',') || 'base'}`;
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
