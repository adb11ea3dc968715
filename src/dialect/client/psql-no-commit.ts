/** psql without COMMIT in the file: whoever runs it holds one transaction around the whole. */

import type { Obedience } from '../client.ts';
import { anonymousBlock } from './dollar.ts';
import { inNoTransaction } from './ends-transaction.ts';
import { closeSaying } from './psql-close.ts';
import { guardRevision } from './psql-step.ts';
import { echoUnlessError } from './psql-words.ts';
import { arrivedUncommitted, refused, uncommitted } from './words.ts';

/**
 * SET LOCAL holds in a transaction and nowhere else, so that every guard refuses outside of one.
 * https://www.postgresql.org/docs/current/sql-set.html
 */
const needTransaction: string = [
  'SET migrator.stopped = on;\nSET LOCAL migrator.stopped = off;\n',
  '\\set migrator_lonely true\n',
  "SELECT current_setting('migrator.stopped') = 'on' AS migrator_lonely \\gset\n",
  '\\if :migrator_lonely\n',
  anonymousBlock(
    `BEGIN\n  RAISE EXCEPTION '${refused}: no transaction is open, and this script commits nothing'\n` +
      "    USING HINT = 'Run it with psql --single-transaction, or between your own BEGIN and COMMIT.';\nEND\n",
  ),
  '\\quit\n\\endif\n',
].join('');

const inOne = (line: string): string => line.replace('psql -X', 'psql -X --single-transaction');

export const noCommit: Obedience = {
  needs: ['The script needs an open transaction: --single-transaction, or BEGIN before it and COMMIT after it.'],
  givesUp: [
    'A commit for each revision: all revisions are one transaction, and when one fails none of them stays.',
    'Short locks: what the first statement locks stays locked until COMMIT.',
    'Statements that may stand in no transaction, such as indexes built concurrently.',
  ],
  keeps: [
    'At any other place than "From", and in no transaction, nothing is changed; each revision asks again.',
    'The version rows move with their revision, and the script fails when they do not.',
  ],
  otherwise: ({ run, acceptLoss, spell }) => ({
    run: (file) => inOne(run(file)),
    acceptLoss: (file) => inOne(acceptLoss(file)),
    oneTransaction: true,
    cannot: ({ transactional }) => (transactional ? undefined : inNoTransaction),
    spell: {
      open: (part, frame) => [...spell.open(part, frame), needTransaction],
      begin: (part, frame) => [guardRevision(part, frame)],
      commit: ({ entry }) => [echoUnlessError(uncommitted(entry))],
      close: (part, frame) => [closeSaying(part, frame, arrivedUncommitted(frame))],
    },
  }),
};
