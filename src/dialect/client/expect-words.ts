/** What `admit` asks for the frame's expectations, and says when one does not hold. */

import type { Frame } from '../client.ts';
import { firstOf } from '../expect/accent.ts';
import type { Expectation } from '../expect/expectation.ts';
import { refused } from './words.ts';

export const expectHint: string = 'Nothing was changed. Mend what it names, or have the script made for what is there.';

/** What stands before every fault. */
export const faultWords = ({ file }: Pick<Frame, 'file'>): string => `${refused}: ${file} `;

export const expectedAt = ({ expects }: Frame, when: Expectation['when']): readonly Expectation[] =>
  expects.filter((one) => one.when === when);

/** SQL of the first fault, or undefined where nothing is asked then. */
export function faultAt(frame: Frame, when: Expectation['when']): string | undefined {
  const asked = expectedAt(frame, when);
  return asked.length === 0 ? undefined : firstOf(asked.map(({ fault }) => fault));
}
