/** What a revision is called in a script, and what stands above its statements. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Place } from '../errors.ts';
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

type Priced = Pick<Recording, 'derived' | 'losses'>;

const costs = { loses: 'It loses', lacks: 'It does not bring back', needs: 'It needs' } as const;

/** The price of a way back, a sentence each: what is lost is known of every one, the rest of those that were worked out. */
export function pricesOf({ derived, losses = [] }: Priced): readonly string[] {
  return (derived?.notes ?? losses).map(({ kind, what }) => `${costs[kind]} ${what}.`);
}

/** The price in data alone. */
export function lossesOf({ derived, losses = [] }: Priced): readonly string[] {
  return (derived?.notes ?? losses).filter(({ kind }) => kind === 'loses').map(({ what }) => what);
}

function wayBackLines(recording: Recording): readonly string[] {
  const derived =
    recording.derived === undefined ? [] : ['Derived from the upgrade, because the revision exports no downgrade.'];
  return [...derived, ...pricesOf(recording)];
}

/** What revisions lose, and why it may go, a line each. */
export function acceptedIn(
  recordings: readonly Recording[],
): readonly { readonly revision: string; readonly what: string; readonly words: string }[] {
  return recordings.flatMap(({ step, accepted = [] }) =>
    accepted.map(({ what, words }) => ({ revision: step.revision.id, what, words })),
  );
}

/** What the revision asked of the schema: in a database that the history did not make, the answer may be another. */
function answeredLines({ reads = [] }: Recording): readonly string[] {
  return reads.map(({ asked, answer, place }) => `Answered from the history: ${asked}: ${answer}${whereOf(place)}`);
}

function remarkLines({ remarks = [] }: Recording): readonly string[] {
  return remarks.map(({ says, place }) => `As under knex: ${says}${whereOf(place)}`);
}

function whereOf(place: Place | undefined): string {
  if (place === undefined) return '';
  return ` (${place.line === undefined ? place.file : `${place.file}:${place.line}`})`;
}

/** What stands above a revision's statements. */
export function stepTitle(recording: Recording, { title }: Dialect): readonly string[] {
  const { step, changes } = recording;
  const { direction, revision, before, after } = step;
  const idle = changes.every(({ statements }) => statements.length === 0);
  return [
    `==== ${direction === 'up' ? 'revision' : 'undoing revision'} ${titleOf(step)} ====`,
    `from ${showHeads(before)} to ${showHeads(after)}, ${revision.file}`,
    ...wayBackLines(recording),
    ...answeredLines(recording),
    ...remarkLines(recording),
    ...(idle ? [`It changes nothing on ${title} but the version rows.`] : []),
  ];
}
