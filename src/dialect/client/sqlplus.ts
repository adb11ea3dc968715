/** SQL*Plus on Oracle: every statement in a PL/SQL block that runs only while the session holds the guard's go-ahead. */

import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { moves, rowsOf } from './move.ts';
import { doubleQuoted, holdsExactly, joinedText, qualified, quoted, shellWord } from './spelling.ts';
import { execute, text } from './sqlplus-text.ts';
import {
  alreadyThere,
  arrived,
  committed,
  type Demand,
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

/** As SQLAlchemy writes them: a name in lower case stands without quotes, so that Oracle keeps it in upper case. */
const plain = /^[a-z][a-z0-9_$#]*$/;
const name = (word: string): string => (plain.test(word) ? word : doubleQuoted(word));
const catalogName = (word: string): string => (plain.test(word) ? word.toUpperCase() : word);
const versionTable = (frame: Frame): string => qualified(versionName(frame), name);

const go = "'migrator:go'";
/** https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_APPLICATION_INFO.html */
const allow = `  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(${go});\n`;
const forbid = '  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);\n';
const allowed = [
  `  IF NVL(SYS_CONTEXT('USERENV', 'CLIENT_INFO'), '-') <> ${go} THEN\n`,
  `    RAISE_APPLICATION_ERROR(-20001, '${refused}: no guard has passed in this session, or a statement failed');\n`,
  '  END IF;\n',
].join('');

/** The header stands before SET DEFINE OFF, so `&` would still be substituted in it. */
const remarks = (lines: readonly string[]): string => commentLines(lines.map((line) => line.replaceAll('&', ' and ')));

/** A block that takes the go-ahead away when anything in it fails. */
function block(declares: string, body: string): string {
  return `${declares}BEGIN\n${body}EXCEPTION WHEN OTHERS THEN\n  ROLLBACK;\n${forbid}  RAISE;\nEND;\n/\n`;
}

const session: readonly string[] = [
  'DDL_LOCK_TIMEOUT = 30',
  'NLS_COMP = BINARY',
  'NLS_SORT = BINARY',
  "NLS_NUMERIC_CHARACTERS = '.,'",
  "NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'",
  "NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'",
  "NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM'",
  "TIME_ZONE = '+00:00'",
];

function open(part: PartOf<'open'>, frame: Frame): string {
  return [
    'SET DEFINE OFF\nSET SQLBLANKLINES ON\nSET SERVEROUTPUT ON\nSET EXITCOMMIT OFF\nSET AUTOCOMMIT OFF\n',
    'WHENEVER OSERROR EXIT FAILURE ROLLBACK\nWHENEVER SQLERROR EXIT FAILURE ROLLBACK\n',
    part.guarded ? commentLines(['No block below does anything until the guard has given its go-ahead.']) : '',
    `BEGIN\n${part.guarded ? forbid : allow}END;\n/\n`,
    ...session.map((setting) => `ALTER SESSION SET ${setting}\n/\n`),
    frame.schema === undefined ? '' : `ALTER SESSION SET CURRENT_SCHEMA = ${name(frame.schema)}\n/\n`,
  ].join('');
}

function countTables(frame: Frame): string {
  const { schema, name: table } = versionName(frame);
  const owner = schema === undefined ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')" : quoted(catalogName(schema));
  return (
    '  SELECT COUNT(*) INTO migrator_tables FROM all_tables\n' +
    `    WHERE owner = ${owner} AND table_name = ${quoted(catalogName(table))};\n`
  );
}

const fits = (heads: readonly string[]): string => `CASE WHEN ${holdsExactly(heads, quoted)} THEN 1 ELSE 0 END`;
const found = "NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')";

function refuse(demand: Demand, word: string, indent: string): string {
  const words = text(`${word}: ${demand.needs}, but it is at `);
  return (
    `${indent}RAISE_APPLICATION_ERROR(-20003,\n${indent}  SUBSTRB(${words} ||\n` +
    `${indent}    migrator_found || ${text(`. ${demand.hint}`)}, 1, 2000));\n`
  );
}

function admit(frame: Frame): string {
  const demand = demandOfScript(frame);
  const absent = `SUBSTRB(${text(`${noVersionTable(frame)}. ${demand.hint}`)}, 1, 2000)`;
  const read = `SELECT ${fits(frame.from)},\n    ${fits(frame.to)},\n    ${found}\n  FROM ${versionTable(frame)}`;
  return block(
    `DECLARE\n  migrator_tables NUMBER;\n  migrator_fits NUMBER := ${Number(startsAtBase(frame))};\n` +
      `  migrator_done NUMBER := ${Number(doneWithoutTable(frame))};\n  migrator_found VARCHAR2(4000) := 'base';\n`,
    [
      countTables(frame),
      `  IF migrator_tables > 0 THEN\n    EXECUTE IMMEDIATE ${text(read)}\n`,
      '      INTO migrator_fits, migrator_done, migrator_found;\n',
      startsAtBase(frame) ? '' : `  ELSE\n    RAISE_APPLICATION_ERROR(-20003, ${absent});\n`,
      '  END IF;\n',
      `  IF migrator_done = 1 THEN\n    RAISE_APPLICATION_ERROR(-20002, ${text(alreadyThere(frame))});\n  END IF;\n`,
      `  IF migrator_fits <> 1 THEN\n${refuse(demand, refused, '    ')}  END IF;\n`,
      allow,
    ].join(''),
  );
}

function createVersionTable(frame: Frame): string {
  const create =
    `CREATE TABLE ${versionTable(frame)} (version_num VARCHAR2(32 CHAR) NOT NULL, ` +
    `CONSTRAINT ${name(`${frame.versionTable.name}_pkc`)} PRIMARY KEY (version_num))`;
  return block(
    'DECLARE\n  migrator_tables NUMBER;\n',
    `${allowed}${countTables(frame)}  IF migrator_tables = 0 THEN\n    EXECUTE IMMEDIATE ${text(create)};\n  END IF;\n`,
  );
}

const verdictDeclares = 'DECLARE\n  migrator_fits NUMBER;\n  migrator_found VARCHAR2(4000);\n';

function verdict(demand: Demand, frame: Frame, word: string): string {
  return [
    `  SELECT ${fits(demand.expected)},\n      ${found}\n`,
    `    INTO migrator_fits, migrator_found FROM ${versionTable(frame)};\n`,
    `  IF migrator_fits <> 1 THEN\n${refuse(demand, word, '    ')}  END IF;\n`,
  ].join('');
}

function begin(part: PartOf<'begin' | 'outside'>, frame: Frame): string {
  return block(verdictDeclares, allowed + verdict(demandOfRevision(part), frame, refused));
}

/** A unit of PL/SQL ends with its own semicolon; other statements must have none. */
function statement(part: PartOf<'statement'>): string {
  const sql = joinedText(part.sql);
  const unit = part.statement.sort === 'block' && /\bend\b[^;]*$/i.test(sql) ? `${sql};` : sql;
  const { declares, runs } = execute(unit);
  return remarks(part.says) + block(declares, allowed + runs);
}

function move(part: PartOf<'move'>, frame: Frame): string {
  const moved = moves(part, versionTable(frame), quoted);
  const rows = rowsOf(moved);
  const wrong = `${undone}: the version table did not move the ${rows} rows that it should`;
  return block(
    `${verdictDeclares}  migrator_moved NUMBER := 0;\n`,
    [
      allowed,
      ...moved.map(({ sql }) => `  ${sql}  migrator_moved := migrator_moved + SQL%ROWCOUNT;\n`),
      `  IF migrator_moved <> ${rows} THEN\n    RAISE_APPLICATION_ERROR(-20004, ${text(wrong)});\n  END IF;\n`,
      verdict(demandAfter(part), frame, undone),
    ].join(''),
  );
}

function commit(part: PartOf<'commit'>): string {
  const says = part.moved ? `  DBMS_OUTPUT.PUT_LINE(${text(committed(part))});\n` : '';
  return block('', `${allowed}  COMMIT;\n${says}`);
}

/** SQL*Plus never stops at its own SP2 errors, so the last block asks once more whether everything ran. */
function close(part: PartOf<'close'>, frame: Frame): string {
  const words = text(part.guarded ? arrived(frame) : tableReady(frame));
  const last = part.guarded ? allowed + verdict(demandAtEnd(frame), frame, incomplete) : '';
  return (
    block(part.guarded ? verdictDeclares : '', `${last}${forbid}  DBMS_OUTPUT.PUT_LINE(${words});\n`) +
    'EXIT SUCCESS ROLLBACK\n'
  );
}

export const sqlplus: Client = {
  tool: 'sqlplus',
  statusWhenDone: 'a status other than 0',
  onWindows: true,
  run: (file) => `NLS_LANG=.AL32UTF8 sqlplus -L USER@DATABASE ${shellWord(`@${file}`)}`,
  /** Its standard input is where it asks for the password. */
  check: (frame) => ['sqlplus -L USER@DATABASE', `SELECT version_num FROM ${versionTable(frame)} ORDER BY version_num`],
  spell: {
    comment: (part) => [remarks(part.lines)],
    open: (part, frame) => [open(part, frame)],
    admit: (_, frame) => [admit(frame)],
    versionTable: (_, frame) => [createVersionTable(frame)],
    begin: (part, frame) => [begin(part, frame)],
    statement: (part) => [statement(part)],
    move: (part, frame) => [move(part, frame)],
    commit: (part) => [commit(part)],
    outside: (part, frame) => [begin(part, frame)],
    close: (part, frame) => [close(part, frame)],
  },
};
