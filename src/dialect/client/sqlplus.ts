/** SQL*Plus on Oracle: every statement in a PL/SQL block that runs only while the session holds the guard's go-ahead. */

import { oracleAscii } from '../ascii/oracle.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock, lookAt } from './book.ts';
import { announcement } from './check-words.ts';
import { logFile, ownSpoolInScript } from './house.ts';
import { doubleQuoted, shellWord } from './spelling.ts';
import { admit, createTables, openSession } from './sqlplus-admit.ts';
import { checks, howToSwitch } from './sqlplus-check.ts';
import { byScript } from './sqlplus-ending.ts';
import { askSqlplus } from './sqlplus-inquiry.ts';
import { freeLock } from './sqlplus-lock.ts';
import { noCommit } from './sqlplus-no-commit.ts';
import { begin, commit, move, outside, register, renewLedger, statement } from './sqlplus-step.ts';
import { text } from './sqlplus-text.ts';
import {
  allowed,
  bookVoice,
  forbid,
  ledgerTable,
  remarks,
  verdict,
  verdictDeclares,
  versionTable,
} from './sqlplus-words.ts';
import { arrived, demandAtEnd, incomplete, tableReady } from './words.ts';

const clientSettings =
  'SET DEFINE OFF\nSET SQLBLANKLINES ON\nSET SERVEROUTPUT ON\nSET EXITCOMMIT OFF\nSET AUTOCOMMIT OFF\n';

const whenever = 'WHENEVER OSERROR EXIT FAILURE ROLLBACK\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\n';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-command-reference.html */
const spool = (file: string): string => `SPOOL "${logFile(file).replaceAll('"', '')}"\nSET ECHO ON\n`;
const endSpool = 'SPOOL OFF\n';

const leave = 'EXIT SUCCESS ROLLBACK\n';

const noStop = 'A stop at the first error: the blocks after it do nothing, and each says so.';

/** EXIT and WHENEVER … EXIT end the transaction, one way or the other. */
const stayingOpen = noCommit({
  givesUp: [noStop, 'An exit status: the session stays open for your COMMIT.'],
  written: (text) => text,
  session: openSession,
  commands: (pieces) =>
    pieces
      .filter((piece) => !piece.startsWith('EXIT'))
      .map((piece) => (piece === whenever ? whenever.replaceAll('EXIT FAILURE ROLLBACK', 'CONTINUE NONE') : piece)),
});

const rules: Client['rules'] = {
  'no commit': stayingOpen,
  'no whenever': {
    givesUp: [noStop],
    keeps: [
      'The last block fails when anything before it did; where the script leaves SQL*Plus, the exit status is its.',
    ],
    otherwise: ({ spell }) => ({
      spell: {
        open: (part, frame) => [...spell.open(part, frame)].filter((piece) => !piece.startsWith('WHENEVER')),
        close: (part, frame) =>
          [...spell.close(part, frame)].map((piece) => (piece === leave ? 'EXIT SQL.SQLCODE ROLLBACK\n' : piece)),
      },
    }),
  },
  'own spool': ownSpoolInScript((piece, file) => piece === spool(file) || piece === endSpool),
};

/** SQL*Plus never stops at its own SP2 errors, so the last block asks once more whether everything ran. */
export function close(part: PartOf<'close'>, frame: Frame): string {
  const words = text(part.guarded ? arrived(frame) : tableReady(frame));
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice(frame))];
  const forget = `${ends.map((sql) => `  ${sql};\n`).join('')}  COMMIT;\n`;
  const last = part.guarded
    ? allowed + verdict(demandAtEnd(frame), frame, incomplete) + forget
    : freeLock(frame, byScript);
  return byScript.block(part.guarded ? verdictDeclares : '', `${last}${forbid}  DBMS_OUTPUT.PUT_LINE(${words});\n`);
}

export const sqlplus: Client = {
  tool: 'sqlplus',
  statusWhenDone: 'a status other than 0',
  resumes: true,
  rules,
  onWindows: true,
  run: (file) => `NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE ${shellWord(`@${file}`)}`,
  acceptLoss: () => howToSwitch,
  /** Its standard input is where it asks for the password. */
  check: (frame) => ['sqlplus -L USER@DATABASE', lookAt(frame, versionTable(frame), doubleQuoted)],
  refusesBom: 'it reads one as the beginning of a command',
  ascii: oracleAscii,
  asking: askSqlplus,
  spell: {
    comment: (part) => [remarks(part.lines)],
    open: (part, frame) => [clientSettings, spool(frame.file), whenever, openSession(part, frame, byScript)],
    admit: (part, frame) => [admit(part, frame, byScript)],
    versionTable: (_, frame) => [createTables(frame, byScript)],
    enter: () => [],
    register: (part, frame) => [register(part, frame, byScript)],
    leave: () => [],
    begin: (part, frame) => [begin(part, frame)],
    check: (part, frame) => [remarks(announcement(part)), checks(part, frame, byScript)],
    statement: (part, frame) => [statement(part, frame)],
    move: (part, frame) => [move(part, frame, byScript, '', renewLedger(part, frame))],
    commit: (part, frame) => [commit(part, frame)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame), endSpool, leave],
  },
};
