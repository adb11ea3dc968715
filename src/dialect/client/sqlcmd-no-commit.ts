/** SQL Server without COMMIT and ROLLBACK: whoever runs the script holds one transaction around the whole. */

import type { Frame, Obedience, PartOf } from '../client.ts';
import { freeKnexLock } from './book.ts';
import { endsTransaction, inNoTransaction } from './ends-transaction.ts';
import { admit, createTables, type Ending, freeLock, takeLock } from './sqlcmd-admit.ts';
import { text } from './sqlcmd-text.ts';
import { bookVoice, brake, declare, fitsOutside, go, ledgerTable, passOver, putBack, verdict } from './sqlcmd-words.ts';
import {
  arrivedUncommitted,
  demandAtEnd,
  demandOfRevision,
  failedBefore,
  incomplete,
  refused,
  tableReady,
  uncommitted,
  undone,
} from './words.ts';

/** Of which transaction the guard spoke, and no other may take its place: https://learn.microsoft.com/sql/t-sql/functions/current-transaction-id-transact-sql */
const goAhead = `${go} + CONVERT(binary(8), CURRENT_TRANSACTION_ID())`;

const lonely = `${refused}: no transaction is open, and this script commits nothing. BEGIN TRANSACTION before it, and COMMIT TRANSACTION after it.`;

const byOther: Ending = {
  takesLock: `IF @@TRANCOUNT > 0\n  ${takeLock('Transaction')}`,
  freesLock: freeLock('Transaction'),
  refuses: `IF @@TRANCOUNT = 0\n  SET @migrator_message = ${text(lonely)};\nELSE `,
  goAhead,
};

const gone = `${refused}: no guard has passed in this transaction, or ${failedBefore}. Read the messages above this one, and ROLLBACK what is left of it.`;

const isGone = `@@TRANCOUNT = 0 OR ISNULL(SUBSTRING(CONTEXT_INFO(), 5, 9), 0x00) <> ${goAhead}`;

/** An error undoes the transaction, and what a client sends after it would be committed statement by statement. */
const unlessGone = [`IF ${isGone}\nBEGIN\n`, `  RAISERROR(${text(gone)}, 16, 127);\n${brake}  RETURN;\nEND;\n`].join(
  '',
);

/** A procedure may have ended it. */
const unlessLost = `  IF ${isGone}\n    THROW 50001, ${text(`${undone}: a statement of this revision ended the transaction`)}, 127;\n`;

/** The guard of a script that only makes the version table. */
const goAheadAtOnce = [
  `DECLARE @migrator_context varbinary(128) = 0x00000000 + ${goAhead};\n`,
  'SET CONTEXT_INFO @migrator_context;\nGO\n',
].join('');

function begin(part: PartOf<'begin'>, frame: Frame): string {
  const rows = verdict(demandOfRevision(part), frame, refused, ' WITH (TABLOCKX, HOLDLOCK)');
  return `${unlessGone}${passOver(part.entry)}BEGIN TRY\n${declare}${rows}`;
}

/** What THROW raises undoes the transaction under XACT_ABORT: https://learn.microsoft.com/sql/t-sql/statements/set-xact-abort-transact-sql */
function end({ entry }: PartOf<'commit'>): string {
  return [
    `  SET @migrator_message = ${text(uncommitted(entry))};\n  PRINT @migrator_message;\n`,
    'END TRY\nBEGIN CATCH\n  SET CONTEXT_INFO 0x00;\n  THROW;\nEND CATCH;\nGO\n',
  ].join('');
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const says = (words: string) => `PRINT ${text(words)};\n`;
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)];
  const forget = `${ends.join(';\n  ')};\n  ${says(arrivedUncommitted(frame))}`;
  const last = part.guarded
    ? fitsOutside(demandAtEnd(frame), frame, incomplete, `\nELSE\nBEGIN\n  ${forget}END`)
    : `${says(tableReady(frame))}GO\n`;
  return `${unlessGone}${last}SET CONTEXT_INFO 0x00;\nSET NOEXEC OFF;\nGO\n${putBack(frame)}GO\n`;
}

interface Manner {
  readonly needs: readonly string[];
  readonly givesUp: readonly string[];
  run(line: string, file: string): string;
}

export function noCommit({ needs, givesUp, run: inTransaction }: Manner): Obedience {
  return {
    needs: [
      'The script needs an open transaction, and SQL Server 2016 or newer.',
      'COMMIT TRANSACTION when its last words are "done, and not committed yet".',
      ...needs,
    ],
    givesUp: [
      'A commit for each revision: all revisions are one transaction, and when one fails none of them stays, nor what you did in the transaction before.',
      'Short locks: what the first statement locks stays locked until COMMIT.',
      'Statements that may stand in no transaction.',
      ...givesUp,
    ],
    keeps: [
      'At any other place than "From", and in no transaction, nothing is changed; each revision asks again, and whether the transaction is still the same.',
      'The version rows move with their revision, and the script fails when they do not.',
    ],
    otherwise: ({ run, spell }) => ({
      run: (file) => inTransaction(run(file), file),
      oneTransaction: true,
      cannot: (one) => (one.transactional ? endsTransaction(one, 'transactsql') : inNoTransaction),
      spell: {
        open: (part, frame) => [...spell.open(part, frame), ...(part.guarded ? [] : [goAheadAtOnce])],
        admit: (part, frame) => [admit(part, frame, byOther)],
        versionTable: (_, frame) => [unlessGone + createTables(frame)],
        begin: (part, frame) => [begin(part, frame)],
        move: (part, frame) => [unlessLost, ...spell.move(part, frame)],
        commit: (part) => [end(part)],
        close: (part, frame) => [close(part, frame)],
      },
    }),
  };
}
