/** What a script says when a check finds something, in the same words for every client. */

import type { SpelledCheck } from '../check-accent.ts';
import type { PartOf } from '../client.ts';
import { refused } from './words.ts';

type Checking = PartOf<'check'>;

/** How a client puts the sentence together. */
export interface Voice {
  literal(text: string): string;
  joined(parts: readonly string[]): string;
  /** What holds the number, and the text that says where the first is. */
  readonly count: string;
  readonly first: string;
}

function verb(check: SpelledCheck): string {
  return check.loss ? 'would lose' : 'finds';
}

/** `migration refused: revision 3f2a would lose 12 values of users.bio (first: id = 7)` as an expression. */
export function sentence(check: SpelledCheck, deed: string, voice: Voice, word: string = refused): string {
  const { literal, joined, count, first } = voice;
  const where = joined([literal(' (first: '), first, literal(')')]);
  return joined([
    literal(`${word}: ${deed} ${verb(check)} `),
    count,
    literal(` ${check.noun}`),
    `CASE WHEN ${count} = 1 THEN ${literal('')} ELSE ${literal('s')} END`,
    literal(check.of),
    ...(check.sample === undefined ? [] : [`CASE WHEN ${first} IS NULL THEN ${literal('')} ELSE ${where} END`]),
  ]);
}

/** The same where no number can be said. */
export function plainSentence(check: SpelledCheck, { deed }: Checking): string {
  return `${refused}: ${deed} ${verb(check)} ${check.noun}s${check.of}`;
}

export const accepted = 'loss accepted';

export function hintOf(check: SpelledCheck, { whole, obeys }: Checking): string {
  const stays = whole
    ? 'Nothing of this revision was changed.'
    : 'What this revision did before stays: see the comments above.';
  if (!check.loss) return `${stays} Mend the rows, and run the script again.`;
  return obeys
    ? `${stays} Keep what is needed, or accept the loss with the switch at the top of this script.`
    : `${stays} Keep what is needed, or have the revision say why it may go: { dataLoss: '...' }.`;
}

/** Whether the switch lets this one pass. */
export const mayPass = (check: SpelledCheck, { obeys }: Checking): boolean => obeys && check.loss;

/** What a reader of the script is told of the checks below. */
export function announcement({ checks, deed }: Checking): readonly string[] {
  const one = (check: SpelledCheck) => `${check.noun}s${check.of}`;
  const lost = checks.filter(({ loss }) => loss).map(one);
  const refusing = checks.filter(({ loss }) => !loss).map(one);
  return [
    `${deed} stops here, with their number and where the first is, when there are`,
    ...lost.map((what) => `  ${what}, which would be lost`),
    ...refusing.map((what) => `  ${what}, with which a statement below would fail`),
  ];
}

/** Stands above the lines that set the switch. */
export function switchLines(on: string): readonly string[] {
  return ['==== SWITCH: off unless you accept that the rows and values counted below are lost ====', `On: ${on}`];
}
