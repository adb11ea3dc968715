/** SQL Server Management Studio: sqlcmd's script, which has none of sqlcmd's own commands; NOEXEC stops what the tool would not. */

import type { Client } from '../client.ts';
import { lookAt } from './book.ts';
import { rulesInWords } from './house.ts';
import { sqlcmd } from './sqlcmd.ts';
import { noCommit } from './sqlcmd-no-commit.ts';
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
  rules: {
    ...rulesInWords,
    'no commit': noCommit({
      needs: [],
      givesUp: [],
      run: (_, file) =>
        `in one query window of Management Studio, SQLCMD Mode off, execute BEGIN TRANSACTION, then the text of ${file}, then COMMIT TRANSACTION`,
    }),
  },
  run,
  asking: {
    ...sqlcmd.asking,
    run,
    inWords: [
      'Under each question stands what it found. The last message is the verdict, and an error when it is bad.',
    ],
  },
  check: (frame) => [lookAt(frame, versionTable(frame))],
};
