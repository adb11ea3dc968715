/** Questions for SQL*Plus: blocks that print what they find, in a transaction that cannot write. */

import { showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, placed, type Question, titleOf } from '../inquiry.ts';
import { appliedIn } from './book.ts';
import { commentLines } from './comment.ts';
import { ownTables } from './ledger.ts';
import { shellWord } from './spelling.ts';
import { query, text } from './sqlplus-text.ts';
import {
  bookVoice,
  countTables,
  countVersionTable,
  fits,
  forbid,
  info,
  name,
  quoteTable,
  versionRows,
} from './sqlplus-words.ts';

/** Kept where every block of the session finds it; behind it stands how many were found. */
export const found = 'migrator:found:';
/** As long as the other: after it nothing is asked. */
const over = 'migrator:ended:';
const left = 'migrator:stops:';
export const count: string = `TO_NUMBER(SUBSTR(${info}, ${found.length + 1}))`;
const keep = (value: string, as = found): string => `  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('${as}' || ${value});\n`;
/** A condition: the last question that was asked leaves the verdict open. */
const isLeftOpen: string = `SUBSTR(${info}, 1, ${left.length}) = '${left}'`;
const unlessOver = `  IF SUBSTR(${info}, 1, ${over.length}) IN ('${over}', '${left}') THEN\n    RETURN;\n  END IF;\n`;

const block = (declares: string, body: string, failed = ''): string => `${declares}BEGIN\n${body}${failed}END;\n/\n`;

const lineOf = (columns: readonly string[], row = ''): string =>
  columns.map((column) => `${row}${column}`).join(" || ' | ' || ");

interface Ground {
  /** Handles what goes wrong in a question. */
  readonly failed: string;
  readonly frame: Frame;
}

function ask(question: Question, place: number, waits: boolean, { failed, frame }: Ground): string {
  const { sql, columns, only, absent, tells, last, open } = question;
  const title = `${waits ? unlessOver : ''}  DBMS_OUTPUT.PUT_LINE(${text(titleOf(question, place))});\n`;
  const sum = tells === true ? count : `(${count} + migrator_rows)`;
  const counted = [
    tells === true ? '' : keep(sum),
    last === true ? `  IF migrator_rows > 0 THEN\n  ${keep(count, open === true ? left : over)}  END IF;\n` : '',
  ].join('');
  if (only === undefined && !waits) {
    const prints = `    DBMS_OUTPUT.PUT_LINE('  ' || ${lineOf(columns, 'migrator_row.')});\n    migrator_rows := migrator_rows + 1;\n`;
    const loop = `  FOR migrator_row IN (\n${sql}\n  ) LOOP\n${prints}  END LOOP;\n`;
    return `\n${block('DECLARE\n  migrator_rows NUMBER := 0;\n', title + loop + counted, failed)}`;
  }
  const lines = (rows: string) => query(`SELECT '  ' || ${lineOf(columns)} FROM (${rows})`);
  const declares =
    'DECLARE\n  migrator_tables NUMBER;\n  migrator_rows NUMBER := 0;\n  migrator_line VARCHAR2(32767);\n  migrator_lines SYS_REFCURSOR;\n';
  const body = [
    title,
    only === undefined ? '' : only.name === frame.versionTable.name ? countVersionTable(frame) : countTables(only),
    only === undefined || absent !== undefined
      ? ''
      : `  IF migrator_tables = 0 THEN\n    DBMS_OUTPUT.PUT_LINE(${text(`There is no table ${showName(only)}.`)});\n    RETURN;\n  END IF;\n`,
    absent === undefined
      ? `  OPEN migrator_lines FOR ${lines(sql)};\n`
      : `  IF migrator_tables = 0 THEN\n    OPEN migrator_lines FOR ${lines(absent)};\n  ELSE\n    OPEN migrator_lines FOR ${lines(sql)};\n  END IF;\n`,
    '  LOOP\n    FETCH migrator_lines INTO migrator_line;\n    EXIT WHEN migrator_lines%NOTFOUND;\n',
    '    DBMS_OUTPUT.PUT_LINE(migrator_line);\n    migrator_rows := migrator_rows + 1;\n  END LOOP;\n  CLOSE migrator_lines;\n',
    counted,
  ];
  return `\n${block(declares, body.join(''), failed)}`;
}

function* spell(inquiry: Inquiry, frame: Frame): Generator<string> {
  yield 'SET DEFINE OFF\nSET SQLBLANKLINES ON\nSET SERVEROUTPUT ON SIZE UNLIMITED\nSET LINESIZE 32767\nSET TRIMOUT ON\nSET EXITCOMMIT OFF\nSET AUTOCOMMIT OFF\n';
  yield 'WHENEVER OSERROR EXIT FAILURE ROLLBACK\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\n';
  yield* asked(inquiry, frame);
  yield verdict(inquiry);
  yield 'EXIT SUCCESS ROLLBACK\n';
}

/** The questions, in a transaction that is not ended here; `failed` handles what goes wrong in one: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SET-TRANSACTION.html */
export function* asked(inquiry: Inquiry, frame: Frame, failed = ''): Generator<string> {
  for (const setting of ['NLS_COMP = BINARY', 'NLS_SORT = BINARY']) yield `ALTER SESSION SET ${setting}\n/\n`;
  if (frame.schema !== undefined) yield `ALTER SESSION SET CURRENT_SCHEMA = ${name(frame.schema)}\n/\n`;
  yield commentLines(['Nothing in this transaction can write.']);
  yield `SET TRANSACTION READ ONLY\n/\n${block('', keep("'0'"))}`;
  for (const [question, n, waits] of placed(inquiry)) yield ask(question, n, waits, { failed, frame });
}

/** Statements that fail where a question has left it open; `migrator_open` says so. */
export function refuseOpen({ open }: Inquiry): string {
  return open === undefined
    ? ''
    : `  IF migrator_open THEN\n    RAISE_APPLICATION_ERROR(-20007, ${text(open)});\n  END IF;\n`;
}

export const declaresOpen = ({ open }: Inquiry): string =>
  open === undefined ? '' : `  migrator_open BOOLEAN := ${isLeftOpen};\n`;

function verdict(inquiry: Inquiry): string {
  const { good, bad } = inquiry;
  const words = text(`${bad}: `);
  return `\n${block(
    `DECLARE\n  migrator_rows NUMBER;\n${declaresOpen(inquiry)}`,
    [
      `  migrator_rows := ${count};\n${forbid}`,
      `  IF migrator_rows > 0 THEN\n    RAISE_APPLICATION_ERROR(-20007, ${words} || migrator_rows);\n  END IF;\n`,
      refuseOpen(inquiry),
      `  DBMS_OUTPUT.PUT_LINE(${text(good)});\n`,
    ].join(''),
  )}`;
}

export const askSqlplus: Asking = {
  run: (file) => `NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE ${shellWord(`@${file}`)}`,
  own: ownTables,
  applied: (frame) => appliedIn(frame, bookVoice(frame)),
  table: quoteTable,
  text,
  nowhere: ' FROM dual',
  holds: (heads, frame) => `(SELECT ${fits(heads)} FROM ${versionRows(frame)}) = 1`,
  rows: (frame) => `(SELECT LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num) FROM ${versionRows(frame)})`,
  spell,
};
