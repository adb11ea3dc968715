/** What a revision is called in a script, and what stands above its statements. */

import type { Dialect } from '../dialect/dialect.ts';
import { showPlace } from '../errors.ts';
import type { Heads, Step } from '../history/revision.ts';
import type { Change, Read, Recording } from '../recorder/recording.ts';
import type { Script } from './script.ts';

export function showHeads(heads: Heads): string {
  return heads.length === 0 ? 'base' : heads.join(', ');
}

/** The command that makes such a script from another place; ids hold nothing that a shell reads. */
export function fromElsewhere({ kind, frame, recordings }: Script): string {
  const undoing = recordings[0]?.step.direction === 'down';
  const command = kind === 'stamp' ? 'stamp --sql' : undoing ? 'downgrade --sql' : 'bundle';
  return `migrator ${command} WHERE_IT_IS:${frame.to.join(',') || 'base'} --target ${frame.target}`;
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

/** What is counted before it goes, and refused while there is any. */
export function countedIn(recordings: readonly Pick<Recording, 'step' | 'preconditions'>[]): readonly string[] {
  const counted = recordings.flatMap(({ step, preconditions = [] }) =>
    preconditions.flatMap(({ check: { loss, noun, of } }) =>
      loss ? [`revision ${step.revision.id}: ${noun}s${of}`] : [],
    ),
  );
  return [...new Set(counted)];
}

/** What revisions lose, and why it may go, a line each. */
export function acceptedIn(
  recordings: readonly Recording[],
): readonly { readonly revision: string; readonly what: string; readonly words: string }[] {
  return recordings.flatMap(({ step, accepted = [] }) =>
    accepted.map(({ what, words }) => ({ revision: step.revision.id, what, words })),
  );
}

/** What hangs on an answer, in words. */
export function dependentsOf({ reaches, decides, left }: Read, changes: readonly Change[]): string {
  const which = 'which statements there are';
  const count = reaches.reduce((sum, at) => sum + (changes[at]?.statements.length ?? 0), 0);
  if (left) return `asked again by ${count} statement${count === 1 ? '' : 's'}, when the script runs`;
  if (count === 0) return decides ? `decides ${which}` : 'nothing depends on it';
  return `${count} statement${count === 1 ? ' depends' : 's depend'} on it${decides ? `, and ${which}` : ''}`;
}

const answeredBy = { history: 'the history', shadow: 'the shadow', declared: 'what was declared' } as const;

/** What the revision asked of the database: in one that the history did not make, the answer may be another. */
function answeredLines({ reads = [], changes }: Recording): readonly string[] {
  const words = new Set(reads.flatMap(({ accepted }) => accepted ?? []));
  return [
    ...reads.map((read) => {
      const { asked, answer, source, kind, place } = read;
      const where = place === undefined ? '' : ` (${showPlace(place)})`;
      const what = source === 'history' ? '' : ` [${kind}; ${dependentsOf(read, changes)}]`;
      return `Answered from ${answeredBy[source]}: ${asked}: ${answer}${where}${what}`;
    }),
    ...[...words].map((one) => `Reads accepted: ${one}`),
  ];
}

/** Revisions in whose place a script stops, and why. */
export function onlineIn(
  recordings: readonly Recording[],
): readonly { readonly revision: string; readonly reason: string }[] {
  return recordings.flatMap(({ step, onlineOnly }) =>
    onlineOnly === undefined ? [] : [{ revision: step.revision.id, reason: onlineOnly }],
  );
}

/** What was read elsewhere than in the replayed schema, in the order in which it was read. */
export function readsIn(recordings: readonly Recording[]): readonly (Read & {
  readonly revision: string;
  readonly depends: string;
})[] {
  return recordings.flatMap(({ step, reads = [], changes }) =>
    reads
      .filter(({ source }) => source !== 'history')
      .map((read) => ({ ...read, revision: step.revision.id, depends: dependentsOf(read, changes) })),
  );
}

/** Said above each statement that would be another with another answer. */
export function readsBehind({ reads = [] }: Recording, change: number): readonly string[] {
  return reads
    .filter(({ reaches }) => reaches.includes(change))
    .map(({ kind, place, left }) => {
      const where = place === undefined ? '' : ` in ${showPlace(place)}`;
      return left ? `asks the database itself for what was read${where}` : `depends on what was read${where}: ${kind}`;
    });
}

function remarkLines({ remarks = [] }: Recording): readonly string[] {
  return remarks.map(
    ({ says, place }) => `As under knex: ${says}${place === undefined ? '' : ` (${showPlace(place)})`}`,
  );
}

/** What stands above a revision's statements. */
export function stepTitle(recording: Recording, { title }: Dialect): readonly string[] {
  const { step, changes, onlineOnly } = recording;
  const { direction, revision, before, after } = step;
  const idle = onlineOnly === undefined && changes.every(({ statements }) => statements.length === 0);
  return [
    `==== ${direction === 'up' ? 'revision' : 'undoing revision'} ${titleOf(step)} ====`,
    `from ${showHeads(before)} to ${showHeads(after)}, ${revision.file}`,
    ...wayBackLines(recording),
    ...answeredLines(recording),
    ...remarkLines(recording),
    ...(onlineOnly === undefined ? [] : [`It is done online, and a script stops here until it is done: ${onlineOnly}`]),
    ...(idle ? [`It changes nothing on ${title} but the version rows.`] : []),
  ];
}
