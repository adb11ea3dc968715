/** What a script says when a check finds something, in the same words for every client. */

import type { SpelledCheck } from '../check-accent.ts';
import type { PartOf } from '../client.ts';
import { refused } from './words.ts';

type Checking = PartOf<'check'>;
type Stops = NonNullable<SpelledCheck['stops']>;

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
  if (check.stops !== undefined) return literal(stopWords(check.stops, deed));
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
  if (check.stops !== undefined) return stopWords(check.stops, deed);
  return `${refused}: ${deed} ${verb(check)} ${check.noun}s${check.of}`;
}

const stopWords = ({ why }: Stops, deed: string): string => `${refused}: ${deed} is left to be done online: ${why}`;

export const accepted = 'loss accepted';

const again = 'run the script again';
const anew = 'ask for a script that starts where the database stands now';

/** `goesOn`: the same file run again passes over what is done. */
export function hintOf(
  check: SpelledCheck,
  { whole, obeys, entry, migration }: Checking,
  goesOn: boolean = true,
): string {
  if (check.stops !== undefined) {
    const { first, then } = check.stops;
    const [before, again] =
      entry.place === 0 ? ['', ''] : ['; what came before it in this script stays', ' run this file again, or'];
    return `Nothing of it was done${before}. ${first}. Then${goesOn ? again : ''} ask for a script that starts there: ${then}`;
  }
  const stays = [
    whole ? 'Nothing of this revision was changed.' : 'What this revision did before stays: see the comments above.',
    ...(migration ? ['knex stays locked out until a script comes to its end, or until knex migrate:unlock.'] : []),
  ].join(' ');
  const mayRunAgain = goesOn || entry.place === 0;
  if (!check.loss) {
    const mend = check.mend ?? `Mend the rows, and ${again}.`;
    return `${stays} ${mayRunAgain ? mend : mend.replace(again, anew)}`;
  }
  const then = mayRunAgain ? 'Keep what is needed' : `Those before it stay done: keep what is needed and ${anew}`;
  if (!obeys) return `${stays} ${then}, or ${howToAccept(entry, migration === true)}.`;
  return mayRunAgain
    ? `${stays} Keep what is needed, or accept the loss with the switch at the top of this script.`
    : `${stays} Those before it stay done: ${anew}, and keep what is needed, or accept the loss with the switch at its top.`;
}

function howToAccept({ revision }: Checking['entry'], isMigration: boolean): string {
  const said = isMigration
    ? `say why it may go: data_loss = "..." below [revision."${revision}"] in migrator.toml`
    : "have the revision say why it may go: { dataLoss: '...' }";
  return `${said}, and bundle anew from where the database stands`;
}

/** Whether the switch lets this one pass. */
export const mayPass = (check: SpelledCheck, { obeys }: Checking): boolean => obeys && check.loss;

/** What a reader of the script is told of the checks below. */
export function announcement({ checks, deed }: Checking): readonly string[] {
  const stops = checks.flatMap((check) =>
    check.stops === undefined ? [] : [`${deed} is left to be done online, so it stops here: ${check.stops.why}`],
  );
  if (stops.length > 0) return stops;
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
