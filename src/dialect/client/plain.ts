/** What scripts for a tool that knows SQL alone have in common: GUIs such as DBeaver, pgAdmin and DataGrip, and drivers. */

import type { Client, Terms } from '../client.ts';

const refusedAfter = 'A stop at the first error, where the tool goes on: what follows is refused instead.';

/** What every such script is without, and what it has all the same. `stop`: what a tool that goes on after errors does. */
export function plainTerms({
  needs = [],
  givesUp,
  keeps = [],
  stop = refusedAfter,
  autocommit = 'on',
}: Partial<Terms> & Pick<Terms, 'givesUp'> & { readonly stop?: string; readonly autocommit?: 'on' | 'off' }): Terms {
  return {
    needs: [
      'Connect to the right database and have the tool run the whole file in one session.',
      `Autocommit must be ${autocommit}.`,
      ...needs,
    ],
    givesUp: [stop, 'An exit status, and a log of what ran: keep what the tool shows.', ...givesUp],
    keeps: [
      'At any other place than "From" nothing is changed, and each revision asks again.',
      'The version rows move with their revision, and the script fails when they do not.',
      ...keeps,
    ],
  };
}

export const plainRun: Client['run'] = (file) => `open ${file} in your SQL tool and run all of it as a script`;

/** The only switch that such a tool can be told of. */
export const switchByLine = (line: string, on: string, off: string): string =>
  `write ${on} for ${off} in the line ${line}`;
