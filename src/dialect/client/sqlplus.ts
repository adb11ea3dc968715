/** SQL*Plus on Oracle: every statement in a PL/SQL block that runs only while the session holds the guard's go-ahead. */

import type { Name } from '../../schema/name.ts';
import { oracleAscii } from '../ascii/oracle.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { freeKnexLock, lookAt, takeKnexLock } from './book.ts';
import { announcement } from './check-words.ts';
import { commentLines } from './comment.ts';
import { isUnexpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { cannotObey, logFile, ownSpoolInScript } from './house.ts';
import {
  alreadyDone,
  howToSettle,
  inDoubt,
  keyName,
  ledgerColumns,
  ledgerName,
  logColumns,
  logName,
  logRow,
  matches,
  otherLeft,
  otherLeftHint,
  positionIn,
  unfinished,
} from './ledger.ts';
import { moves, rowsOf } from './move.ts';
import { doubleQuoted, joinedText, quoted, shellWord } from './spelling.ts';
import { checks, howToSwitch, lossSwitch, switchedOn } from './sqlplus-check.ts';
import { declaresFault, faultFirst, faultThen } from './sqlplus-expect.ts';
import { askSqlplus } from './sqlplus-inquiry.ts';
import { freeLock, freeTakenLock, lockDeclares, resetLedger, takeLock } from './sqlplus-lock.ts';
import { execute, text } from './sqlplus-text.ts';
import {
  allow,
  allowed,
  block,
  bookVoice,
  catalogName,
  countTables,
  countVersionTable,
  fits,
  forbid,
  found,
  go,
  info,
  ledgerTable,
  mark,
  name,
  passOver,
  quoteTable,
  refuse,
  remarks,
  spoken,
  verdict,
  verdictDeclares,
  versionRows,
  versionTable,
} from './sqlplus-words.ts';
import {
  alreadyThere,
  arrived,
  committed,
  demandAfter,
  demandAtEnd,
  demandOfRevision,
  demandOfScript,
  doneWithoutTable,
  incomplete,
  noVersionTable,
  refused,
  startsAtBase,
  tableReady,
  undone,
  versionName,
} from './words.ts';

const session: readonly string[] = [
  'NLS_COMP = BINARY',
  'NLS_SORT = BINARY',
  "NLS_NUMERIC_CHARACTERS = '.,'",
  "NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'",
  "NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'",
  "NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM'",
  "TIME_ZONE = '+00:00'",
];

const clientSettings =
  'SET DEFINE OFF\nSET SQLBLANKLINES ON\nSET SERVEROUTPUT ON\nSET EXITCOMMIT OFF\nSET AUTOCOMMIT OFF\n';

const whenever = 'WHENEVER OSERROR EXIT FAILURE ROLLBACK\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\n';

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-command-reference.html */
const spool = (file: string): string => `SPOOL "${logFile(file).replaceAll('"', '')}"\nSET ECHO ON\n`;
const endSpool = 'SPOOL OFF\n';

const leave = 'EXIT SUCCESS ROLLBACK\n';

const rules: Client['rules'] = {
  'no commit': cannotObey(
    'Oracle commits each schema change by itself, and how far the script came must be committed with it',
  ),
  'no whenever': {
    givesUp: ['A stop at the first error: the blocks after it do nothing, and each says so.'],
    keeps: ['The exit status is that of the last block, which fails when anything before it did.'],
    otherwise: ({ spell }) => ({
      spell: {
        open: (part, frame) => [...spell.open(part, frame)].filter((piece) => piece !== whenever),
        close: (part, frame) =>
          [...spell.close(part, frame)].map((piece) => (piece === leave ? 'EXIT SQL.SQLCODE ROLLBACK\n' : piece)),
      },
    }),
  },
  'own spool': ownSpoolInScript((piece, file) => piece === spool(file) || piece === endSpool),
};

export function openSession(part: PartOf<'open'>, frame: Frame): string {
  return [
    part.lossSwitch === true ? lossSwitch : '',
    part.guarded ? commentLines(['No block below does anything until the guard has given its go-ahead.']) : '',
    `BEGIN\n${part.guarded ? forbid : allow('0')}END;\n/\n`,
    ...[`DDL_LOCK_TIMEOUT = ${(frame.waits.lock ?? 0) / 1000}`, ...session].map(
      (setting) => `ALTER SESSION SET ${setting}\n/\n`,
    ),
    frame.schema === undefined ? '' : `ALTER SESSION SET CURRENT_SCHEMA = ${name(frame.schema)}\n/\n`,
  ].join('');
}

/** A session that could not be moved to the schema must not go on in another. */
function elsewhere({ schema }: Frame): string {
  if (schema === undefined) return '';
  const words = text(`${refused}: the current schema is not ${schema}`);
  return [
    `  IF SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') <> ${quoted(catalogName(schema))} THEN\n`,
    `    RAISE_APPLICATION_ERROR(-20003, ${words});\n  END IF;\n`,
  ].join('');
}

function admit({ path }: PartOf<'admit'>, frame: Frame): string {
  const demand = demandOfScript(frame);
  const absent = `SUBSTRB(${text(`${noVersionTable(frame)}. ${demand.hint}`)}, 1, 2000)`;
  const own = `CASE WHEN script = ${quoted(frame.script)} THEN 1 ELSE 0 END`;
  const left = `SELECT COUNT(CASE WHEN ${unfinished} AND script <> ${quoted(frame.script)} THEN 1 END),\n    NVL(MAX(${own}), 0)\n  FROM ${ledgerTable(frame)}`;
  const goOn =
    '      IF migrator_place > 0 THEN\n        migrator_fits := 1;\n      ELSE\n        migrator_place := 0;\n      END IF;\n';
  const read = `SELECT ${fits(frame.from)},\n    ${fits(frame.to)},\n    ${found}\n  FROM ${versionRows(frame)}`;
  return block(
    `DECLARE\n  migrator_tables NUMBER;\n  migrator_fits NUMBER := ${Number(startsAtBase(frame))};\n` +
      `  migrator_done NUMBER := ${Number(doneWithoutTable(frame))};\n  migrator_found VARCHAR2(4000) := 'base';\n` +
      `  migrator_place NUMBER := 0;\n  migrator_left NUMBER := 0;\n${lockDeclares}${declaresFault(frame)}`,
    [
      elsewhere(frame),
      faultFirst(frame),
      countTables(ledgerName(frame)),
      `  IF migrator_tables > 0 THEN\n${takeLock(frame, '    ')}  END IF;\n`,
      countVersionTable(frame),
      `  IF migrator_tables > 0 THEN\n    EXECUTE IMMEDIATE ${text(read)}\n`,
      '      INTO migrator_fits, migrator_done, migrator_found;\n',
      startsAtBase(frame) ? '' : `  ELSE\n    RAISE_APPLICATION_ERROR(-20003, ${absent});\n`,
      '  END IF;\n',
      `  IF migrator_done = 1 THEN\n    RAISE_APPLICATION_ERROR(-20002, ${text(alreadyThere(frame))});\n  END IF;\n`,
      countTables(ledgerName(frame)),
      '  IF migrator_tables > 0 THEN\n',
      `    EXECUTE IMMEDIATE ${text(left)}\n      INTO migrator_left, migrator_place;\n`,
      path.length === 0
        ? ''
        : `    IF migrator_fits <> 1 AND migrator_place > 0 THEN\n      migrator_place := ${positionIn(path, 'migrator_found', text, '      ')};\n${goOn}    ELSE\n      migrator_place := 0;\n    END IF;\n`,
      path.length === 0 ? '    migrator_place := 0;\n' : '',
      '  END IF;\n',
      `  IF migrator_fits <> 1 THEN\n${refuse(demand, refused, '    ')}  END IF;\n`,
      `  IF migrator_left > 0 THEN\n    RAISE_APPLICATION_ERROR(-20003, ${text(`${otherLeft}. ${otherLeftHint(ledgerTable(frame))}`)});\n  END IF;\n`,
      faultThen(frame, countTables(ledgerName(frame))),
      allow('migrator_place'),
    ].join(''),
    freeTakenLock(frame),
  );
}

function createTables(frame: Frame): string {
  const types = {
    text: (length: number) => `VARCHAR2(${length} CHAR)`,
    integer: 'NUMBER(10)',
    moment: 'TIMESTAMP WITH TIME ZONE',
  };
  const log = logName(frame);
  const { book } = frame;
  return block(
    `DECLARE\n  migrator_tables NUMBER;\n${lockDeclares}`,
    [
      allowed,
      book === undefined
        ? createTable(versionName(frame), [`version_num ${types.text(32)} NOT NULL`], 'version_num')
        : [...book.tables.migrations, ...book.tables.lock].map((sql) => `  EXECUTE IMMEDIATE ${text(sql)};\n`).join(''),
      ...takeKnexLock(frame, bookVoice(frame)).map((sql) => `  EXECUTE IMMEDIATE ${text(sql)};\n`),
      book === undefined ? '' : '  COMMIT;\n',
      createTable(ledgerName(frame), ledgerColumns(frame, types), 'revision'),
      log === undefined ? '' : createTable(log, logColumns(frame, types), 'entry'),
      takeLock(frame, '  '),
    ].join(''),
  );
}

function createTable(table: Name, columns: readonly string[], key: string): string {
  const lines = [...columns, `CONSTRAINT ${name(keyName(table))} PRIMARY KEY (${key})`];
  const create = `CREATE TABLE ${quoteTable(table)} (\n  ${lines.join(',\n  ')})`;
  return `${countTables(table)}  IF migrator_tables = 0 THEN\n    EXECUTE IMMEDIATE ${text(create)};\n  END IF;\n`;
}

function register({ entry, outside }: PartOf<'register'>, frame: Frame): string {
  const past = [
    `  IF TO_NUMBER(SUBSTR(${info}, ${go.length + 1})) > ${entry.place} THEN\n`,
    `    DBMS_OUTPUT.PUT_LINE(${text(alreadyDone(entry))});\n    RETURN;\n  END IF;\n`,
  ].join('');
  const add = resetLedger(entry, frame, 0).map((sql) => `    ${sql};\n`);
  return block(
    'DECLARE\n  migrator_rows NUMBER;\n',
    [
      allowed,
      past,
      `  SELECT COUNT(*) INTO migrator_rows FROM ${ledgerTable(frame)}\n    WHERE ${matches(entry, text)};\n`,
      `  IF migrator_rows = 0 THEN\n${add.join('')}${outside ? '    COMMIT;\n' : ''}  END IF;\n`,
    ].join(''),
  );
}

function begin(part: PartOf<'begin' | 'outside'>, frame: Frame, then = ''): string {
  return block(
    verdictDeclares,
    allowed + passOver(part.entry, frame) + verdict(demandOfRevision(part), frame, refused) + then,
  );
}

/** Refuses where an earlier run began this step and did not say how it ended. */
function outside(part: PartOf<'outside'>, frame: Frame): string {
  const { entry } = part;
  const words = text(`${inDoubt(entry)}. ${howToSettle(entry, ledgerTable(frame), part.says)}`);
  const doubt =
    `  SELECT COUNT(*) INTO migrator_past FROM ${ledgerTable(frame)}\n    WHERE step = ${entry.step} AND state = 'started';\n` +
    `  IF migrator_past > 0 THEN\n    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(${words}, 1, 2000));\n  END IF;\n`;
  return begin(part, frame, `${doubt}${mark(entry, frame, entry.step, 'started')}  COMMIT;\n`);
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/implicit-cursor-attribute.html */
function judgeRows({ entry, statement: { expectRows } }: PartOf<'statement'>): string {
  if (expectRows === undefined) return '';
  return [
    `  IF ${isUnexpected('SQL%ROWCOUNT', expectRows)} THEN\n`,
    `    RAISE_APPLICATION_ERROR(-20006, ${text(unexpected(entry, expectRows))} || SQL%ROWCOUNT\n`,
    `      || ${text(`. ${unexpectedHint}`)});\n  END IF;\n`,
  ].join('');
}

/** A unit of PL/SQL ends with its own semicolon; other statements must have none. */
function statement(part: PartOf<'statement'>, frame: Frame): string {
  const { entry } = part;
  const sql = joinedText(part.sql);
  const unit = part.statement.sort === 'block' && /\bend\b[^;]*$/i.test(sql) ? `${sql};` : sql;
  const { declares, runs } = execute(unit);
  const past = entry.steps === 1 ? '' : '  migrator_past NUMBER;\n';
  const declared = past === '' ? declares : `${declares || 'DECLARE\n'}${past}`;
  const body = allowed + passOver(entry, frame) + runs + judgeRows(part);
  if (!part.alone) return remarks(part.says) + block(declared, body);
  return (
    remarks(part.says) +
    block(
      declared,
      `${body}${mark(entry, frame, entry.step, 'done')}  COMMIT;\n`,
      `${mark(entry, frame, entry.step - 1, 'done')}  COMMIT;\n`,
    )
  );
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, frame, bookVoice(frame));
  const count = rowsOf(moved);
  const log = logRow(part, frame, {
    ...spoken,
    now: 'SYSTIMESTAMP',
    user: "SYS_CONTEXT('USERENV', 'SESSION_USER')",
    accepted: `CASE WHEN ${switchedOn} THEN 1 ELSE 0 END`,
  });
  const rows = [...resetLedger(part.entry, frame, part.entry.steps), ...(log === undefined ? [] : [log])];
  const wrong = `${undone}: the version table did not move the ${count} rows that it should`;
  return block(
    `${verdictDeclares}  migrator_moved NUMBER := 0;\n`,
    [
      allowed,
      passOver(part.entry, frame),
      ...moved.map(({ sql }) => `  ${sql}  migrator_moved := migrator_moved + SQL%ROWCOUNT;\n`),
      `  IF migrator_moved <> ${count} THEN\n    RAISE_APPLICATION_ERROR(-20004, ${text(wrong)});\n  END IF;\n`,
      verdict(demandAfter(part), frame, undone),
      ...rows.map((sql) => `  ${sql};\n`),
    ].join(''),
  );
}

function commit(part: PartOf<'commit'>, frame: Frame): string {
  const { entry, moved } = part;
  const says = moved ? `  DBMS_OUTPUT.PUT_LINE(${text(committed(part))});\n` : mark(entry, frame, entry.step, 'done');
  const [before, after] = moved ? ['', says] : [says, ''];
  const declares = entry.steps === 1 || moved ? '' : 'DECLARE\n  migrator_past NUMBER;\n';
  const past = moved ? passOver({ ...entry, steps: 1 }, frame) : passOver(entry, frame);
  return block(declares, `${allowed}${past}${before}  COMMIT;\n${after}`);
}

/** SQL*Plus never stops at its own SP2 errors, so the last block asks once more whether everything ran. */
export function close(part: PartOf<'close'>, frame: Frame): string {
  const words = text(part.guarded ? arrived(frame) : tableReady(frame));
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice(frame))];
  const forget = `${ends.map((sql) => `  ${sql};\n`).join('')}  COMMIT;\n`;
  const last = part.guarded ? allowed + verdict(demandAtEnd(frame), frame, incomplete) + forget : freeLock(frame);
  return block(part.guarded ? verdictDeclares : '', `${last}${forbid}  DBMS_OUTPUT.PUT_LINE(${words});\n`);
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
    open: (part, frame) => [clientSettings, spool(frame.file), whenever, openSession(part, frame)],
    admit: (part, frame) => [admit(part, frame)],
    versionTable: (_, frame) => [createTables(frame)],
    enter: () => [],
    register: (part, frame) => [register(part, frame)],
    leave: () => [],
    begin: (part, frame) => [begin(part, frame)],
    check: (part, frame) => [remarks(announcement(part)), checks(part, frame)],
    statement: (part, frame) => [statement(part, frame)],
    move: (part, frame) => [move(part, frame)],
    commit: (part, frame) => [commit(part, frame)],
    outside: (part, frame) => [outside(part, frame)],
    close: (part, frame) => [close(part, frame), endSpool, leave],
  },
};
