/**
 * SQL*Plus without COMMIT and ROLLBACK: whoever runs it says them. Oracle commits before and after each schema change:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Types-of-SQL-Statements.html
 * So the ledger says that a step has begun before the step changes anything, and both are committed, or undone, together.
 */

import type { Entry, Frame, Obedience, PartOf } from '../client.ts';
import { freeKnexLock } from './book.ts';
import { announcement } from './check-words.ts';
import { endsTransaction } from './ends-transaction.ts';
import { inDoubt, matches } from './ledger.ts';
import { joinedText } from './spelling.ts';
import { admit, createTables, type openSession } from './sqlplus-admit.ts';
import { checks } from './sqlplus-check.ts';
import { byScript, type Ending } from './sqlplus-ending.ts';
import { freeLock, resetLedger } from './sqlplus-lock.ts';
import { run } from './sqlplus-run.ts';
import { begin, move, refuseDoubt, register, settledByHand } from './sqlplus-step.ts';
import { text } from './sqlplus-text.ts';
import {
  allowed,
  bookVoice,
  forbid,
  go,
  info,
  isSet,
  ledgerTable,
  passOver,
  remarks,
  verdict,
  verdictDeclares,
} from './sqlplus-words.ts';
import { arrivedUncommitted, demandAtEnd, incomplete, refused, tableReady, uncommitted } from './words.ts';

/** In the place of the go-ahead: a schema change failed, and so its step did not happen; behind it stands which. */
const failed = 'migrator:failed:';
const known = 16;
const which = ({ digest, step }: Entry): string => `${digest.slice(0, known)}:${step}`;

/**
 * DBMS_TRANSACTION is everybody's: https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_TRANSACTION.html
 * Whether a block that fails leaves its changes is the tool's affair, so nothing here leans on it.
 */
const byOther: Ending = {
  first: [
    '  IF DBMS_TRANSACTION.LOCAL_TRANSACTION_ID IS NOT NULL THEN\n',
    `    RAISE_APPLICATION_ERROR(-20003, ${text(`${refused}: this session has changed something that is not committed, and the next schema change would commit it. Nothing was changed: COMMIT or ROLLBACK, and run this file again.`)});\n  END IF;\n`,
  ].join(''),
  keep: '',
  word: incomplete,
  happened: 'What is not committed is not whole: ROLLBACK.',
  block: (declares, body) =>
    `${declares}BEGIN\n${body}EXCEPTION WHEN OTHERS THEN\n  IF NOT ${isSet(failed)} THEN\n  ${forbid}  END IF;\n  RAISE;\nEND;\n/\n`,
};

/** Counts a step as `state`; fails when the ledger is not where it should be, as where a transaction was undone. */
function mark({ step, ...entry }: Entry, frame: Frame, state: 'started' | 'done', after: string): string {
  return [
    `  UPDATE ${ledgerTable(frame)} SET step = ${step}, state = '${state}'\n    WHERE ${matches({ step, ...entry }, text)}\n      AND (${after});\n`,
    '  IF SQL%ROWCOUNT <> 1 THEN\n    RAISE_APPLICATION_ERROR(-20004,\n      ',
    `${text(`${refused}: the ledger is not where this script left it`)});\n  END IF;\n`,
  ].join('');
}

const begun = ({ step }: Entry): string => `step = ${step} AND state = 'started'`;
const before = ({ step }: Entry): string => `step = ${step - 1} AND state = 'done'`;
const either = (entry: Entry): string => `${before(entry)} OR ${begun(entry)}`;

/** A revision of one step is in the ledger, too: half of its statements could be committed by hand. */
function enterAlone(entry: Entry, frame: Frame): string {
  if (entry.steps > 1) return '';
  const add = resetLedger(entry, frame, 0).map((sql) => `    ${sql};\n`);
  return [
    `  SELECT COUNT(*) INTO migrator_past FROM ${ledgerTable(frame)}\n    WHERE ${matches(entry, text)};\n`,
    `  IF migrator_past = 0 THEN\n${add.join('')}  END IF;\n`,
  ].join('');
}

const beginStep = (part: PartOf<'begin'>, frame: Frame): string => {
  const { revision, step, steps } = part.entry;
  const words = [
    `${refused}: step ${step} of ${steps} of revision ${revision} failed in an earlier run, and what it had done by then was committed.`,
    `ROLLBACK here. Undo in a new session what that step did, UPDATE ${ledgerTable(frame)} SET step = ${step - 1}, state = 'done', and COMMIT.`,
    'Then run this file again.',
  ];
  return begin(part, frame, refuseDoubt(part.entry, frame, words.join(' ')) + enterAlone(part.entry, frame), byOther);
};

function outside(part: PartOf<'outside'>, frame: Frame): string {
  const { entry } = part;
  const settle = `ROLLBACK here. ${settledByHand(part, frame)}`;
  const doubt = refuseDoubt(entry, frame, `${inDoubt(entry)}. ${settle}`);
  return begin(part, frame, doubt + mark(entry, frame, 'started', before(entry)), byOther);
}

const schemaChange =
  /^\s*(?:create|alter\s+(?!session|system)|drop|truncate|comment|grant|revoke|rename|analyze|audit|noaudit|purge)\b/i;

/** One schema change that failed did not happen; of a block of several nobody knows. */
function runAlone(part: PartOf<'statement'>, runs: string): string {
  if (!schemaChange.test(joinedText(part.sql))) return runs;
  const tell = `    DBMS_APPLICATION_INFO.SET_CLIENT_INFO('${failed}${which(part.entry)}');\n    RAISE;\n`;
  return `  BEGIN\n${runs}  EXCEPTION WHEN OTHERS THEN\n${tell}  END;\n`;
}

const commitsAbove = 'Oracle commits this schema change at once, and all that stands above it.';

function statement(part: PartOf<'statement'>, frame: Frame): string {
  const { entry, alone, says } = part;
  const { declares, runs } = run(part, byOther);
  const [words, body] = alone
    ? [
        part.statement.sort === 'raw' && !schemaChange.test(joinedText(part.sql)) ? says : [...says, commitsAbove],
        runAlone(part, runs) + mark(entry, frame, 'done', begun(entry)),
      ]
    : [says, mark(entry, frame, 'started', either(entry)) + runs];
  return remarks(words) + byOther.block(declares, allowed + passOver(entry, frame) + body);
}

const moveRows = (part: PartOf<'move'>, frame: Frame): string =>
  move(part, frame, byOther, mark(part.entry, frame, 'done', either(part.entry)), '');

function endStep({ entry, moved }: PartOf<'commit'>, frame: Frame): string {
  const past = passOver(moved ? { ...entry, steps: 1 } : entry, frame);
  const body = moved
    ? `  DBMS_OUTPUT.PUT_LINE(${text(uncommitted(entry))});\n`
    : mark(entry, frame, 'done', begun(entry));
  return byOther.block(moved ? '' : 'DECLARE\n  migrator_past NUMBER;\n', allowed + past + body);
}

const keepsRecord =
  'the schema change that failed changed nothing, unless it is said above to stand. COMMIT keeps on record how far this script came, and the same file run again goes on there; after ROLLBACK it asks first how that change ended.';
const stopped = `${incomplete}: no guard has passed in this session, or a statement failed. What is not committed is not whole: ROLLBACK, unless the line above this message says COMMIT.`;

/** What a schema change committed before it failed says that it began. */
function repair(frame: Frame): string {
  const same = `SUBSTR(digest, 1, ${known}) || ':' || step = SUBSTR(${info}, ${failed.length + 1})`;
  return byOther.block(
    '',
    [
      `  IF ${isSet(failed)} THEN\n`,
      `    UPDATE ${ledgerTable(frame)} SET step = step - 1, state = 'done'\n`,
      `      WHERE state = 'started' AND ${same};\n`,
      `    IF SQL%ROWCOUNT = 1 THEN\n      DBMS_OUTPUT.PUT_LINE(${text(keepsRecord)});\n    END IF;\n`,
      `  ${forbid}  END IF;\n`,
    ].join(''),
  );
}

function close(part: PartOf<'close'>, frame: Frame): string {
  const says = (words: string) => `${forbid}  DBMS_OUTPUT.PUT_LINE(${text(words)});\n`;
  if (!part.guarded) return byOther.block('', freeLock(frame, byOther) + says(tableReady(frame)));
  const last = [
    `  IF NOT ${isSet(go)} THEN\n    RAISE_APPLICATION_ERROR(-20001, ${text(stopped)});\n  END IF;\n`,
    verdict(demandAtEnd(frame), frame, incomplete),
    ...[`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice(frame))].map((sql) => `  ${sql};\n`),
    says(arrivedUncommitted(frame)),
  ];
  return `${repair(frame)}\n${byOther.block(verdictDeclares, last.join(''))}`;
}

/** How a client of Oracle writes these blocks, and what only it has to give up. */
interface Manner {
  readonly givesUp: readonly string[];
  readonly written: (text: string) => string;
  readonly session: typeof openSession;
  /** The pieces of its first or last part without the client's words that end a transaction. */
  readonly commands: (pieces: readonly string[]) => readonly string[];
}

export function noCommit({ givesUp, written, session, commands }: Manner): Obedience {
  const wrapped = (text: string): readonly string[] => [written(text)];
  return {
    needs: [
      'Run it in a new session. What is not committed there when it begins is refused.',
      'When its last words are "done, and not committed yet", COMMIT before you leave the session.',
      'After an error ROLLBACK, unless the script says that COMMIT keeps how far it came; then mend it and run the same file again.',
    ],
    givesUp: [
      'Only what stands after the last schema change waits for your COMMIT: Oracle commits each schema change by itself, and with it all that stands before it, rows and version rows, too.',
      'Knowing how the last schema change ended: after ROLLBACK, or when the session was lost before COMMIT, the same file refuses and asks whether it took effect.',
      ...givesUp,
    ],
    keeps: [
      'At any other place than "From" nothing is changed, and each revision asks again.',
      'No step is done twice unseen, whoever commits or undoes what, and when: that a step has begun is never committed later than what it does.',
      'The version rows move after the last statement of their revision, and are committed with it or after it.',
    ],
    otherwise: ({ spell, asking, tool, goesOnWith = tool }) => ({
      asking: { ...asking, doubtsRows: true },
      statusWhenDone: 'an error',
      goesOnWith: `${goesOnWith}, no commit`,
      cannot: (one) => endsTransaction(one, 'plsql'),
      spell: {
        open: (part, frame) => {
          const own = session(part, frame, byScript);
          const pieces = [...spell.open(part, frame)];
          return commands(pieces.map((piece) => (piece === own ? session(part, frame, byOther) : piece)));
        },
        admit: (part, frame) => wrapped(admit(part, frame, byOther)),
        versionTable: (_, frame) => wrapped(createTables(frame, byOther)),
        register: (part, frame) => wrapped(register(part, frame, byOther)),
        begin: (part, frame) => wrapped(beginStep(part, frame)),
        check: (part, frame) => wrapped(remarks(announcement(part)) + checks(part, frame, byOther)),
        statement: (part, frame) => wrapped(statement(part, frame)),
        move: (part, frame) => wrapped(moveRows(part, frame)),
        commit: (part, frame) => wrapped(endStep(part, frame)),
        outside: (part, frame) => wrapped(outside(part, frame)),
        close: (part, frame) => {
          const [, ...rest] = spell.close(part, frame);
          return commands([written(close(part, frame)), ...rest]);
        },
      },
    }),
  };
}
