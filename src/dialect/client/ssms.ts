/** SQL Server Management Studio: sqlcmd's script, which has none of sqlcmd's own commands; NOEXEC stops what the tool would not. */

import type { Client } from '../client.ts';
import { rulesInWords } from './house.ts';
import { plainCheck } from './plain.ts';
import { sqlcmd } from './sqlcmd.ts';
import { versionTable } from './sqlcmd-words.ts';

const run: Client['run'] = (file) => `open ${file} in Management Studio, leave SQLCMD Mode off, and choose Execute`;

export const ssms: Client = {
  ...sqlcmd,
  tool: 'ssms',
  inWords: true,
  statusWhenDone: 'no error',
  goesOnWith: 'sqlcmd',
  terms: {
    needs: ['Use a new query window, connected to the right database.'],
    givesUp: [
      'A stop at the first error: the window goes on, and the script itself executes nothing any more (SET NOEXEC ON).',
      'An exit status, and a log of what ran: save the Messages tab.',
    ],
    keeps: ['At any other place than "From" nothing is changed, and each revision asks again.'],
  },
  rules: rulesInWords,
  run,
  asking: {
    ...sqlcmd.asking,
    run,
    inWords: [
      'Under each question stands what it found. The last message is the verdict, and an error when it is bad.',
    ],
  },
  check: (frame) => plainCheck(versionTable(frame)),
};
