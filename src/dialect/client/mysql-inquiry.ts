/** Questions for the mysql and mariadb clients: a session and a transaction that cannot write. */

import { showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, placed, type Question, titleOf } from '../inquiry.ts';
import { appliedIn } from './book.ts';
import { commentLines } from './comment.ts';
import { ownTables } from './ledger.ts';
import { latch } from './mariadb-guard.ts';
import { execute, failing, latchOf } from './mysql-guard.ts';
import {
  bookVoice,
  delimited,
  fits,
  found,
  lockName,
  quoteTable,
  tableExists,
  text,
  versionRows,
} from './mysql-session.ts';
import { plainRun } from './plain.ts';
import { backticked, shellWord } from './spelling.ts';

interface Server {
  readonly tool: string;
  readonly latch: (frame: Frame) => string;
  /** Fails with `@migrator_no` unless that is NULL. */
  readonly fail: string;
  /** The tool may ask something of its own between two statements, so that each question counts for itself, and go on after errors. */
  readonly interrupts?: true;
}

/** What a table that may be missing is asked stands in text, because the server would look for it at once. */
function prepared(sql: string, otherwise: string | undefined, waits: boolean): string {
  const other = otherwise === undefined ? "'DO 0'" : text(otherwise);
  const rest = waits && otherwise !== undefined ? `IF(@migrator_on, ${other}, 'DO 0')` : other;
  return `SET @migrator_sql = IF(@migrator_there, ${text(sql)}, ${rest});\n${execute}`;
}

/** https://dev.mysql.com/doc/refman/5.6/en/information-functions.html#function_found-rows */
function ask(question: Question, place: number, waits: boolean, interrupts: boolean): string {
  const { sql, only, tells, last, open } = question;
  const title = `\nSELECT ${text(titleOf(question, place))} AS migrator${waits ? ' FROM DUAL WHERE @migrator_on' : ''};\n`;
  const counted = tells !== true || last === true;
  const counts = [
    tells === true ? '' : 'SET @migrator_found = @migrator_found + @migrator_rows;\n',
    open === true ? 'SET @migrator_open = @migrator_open + @migrator_rows;\n' : '',
    last === true ? `SET @migrator_on = ${waits ? '@migrator_on AND ' : ''}@migrator_rows = 0;\n` : '',
  ].join('');
  if (interrupts)
    return title + askOf(question, waits, counted, ';\nSET @migrator_rows = IF(@migrator_there, NULL, 0)') + counts;
  if (only !== undefined) return title + askOf(question, waits, counted, ', @migrator_rows = 0') + counts;
  const found = counted ? 'SET @migrator_rows = FOUND_ROWS();\n' : '';
  if (!waits) return `${title}${sql};\n${found}${counts}`;
  const runs = 'PREPARE migrator_step FROM @migrator_sql;\nEXECUTE migrator_step;\n';
  const query = `SET @migrator_sql = IF(@migrator_on, ${text(sql)}, 'SELECT 1 FROM DUAL WHERE FALSE');\n`;
  return `${title}${query}${runs}${found}DEALLOCATE PREPARE migrator_step;\n${counts}`;
}

/** As text, for a table that may be missing. `none`: sets how many are found where nothing is asked; NULL until it is answered where a tool goes on. */
function askOf({ sql, only, absent }: Question, waits: boolean, counted: boolean, none: string): string {
  const count = (query: string) => `SELECT COUNT(*) INTO @migrator_rows FROM (${query}) found`;
  const words = only && `SELECT ${text(`There is no table ${showName(only)}.`)} AS migrator`;
  const there = [...(waits ? ['@migrator_on'] : []), ...(only ? [tableExists(only)] : [])].join(' AND ') || 'TRUE';
  return [
    `SET @migrator_there = ${there}${none};\n`,
    counted ? prepared(count(sql), absent && count(absent), waits) : '',
    prepared(sql, absent ?? words, waits),
  ].join('');
}

function* spell(inquiry: Inquiry, frame: Frame, server: Server): Generator<string> {
  const { good, bad, open } = inquiry;
  const lock = server.latch(frame);
  yield commentLines(['Nothing in this session can write until the questions are answered.']);
  yield `SET @migrator_closed = @@${lock};\nSET SESSION ${lock} = 1;\n`;
  yield 'SET NAMES utf8mb4 COLLATE utf8mb4_bin;\n';
  yield "SET SESSION sql_mode = '';\nSET SESSION group_concat_max_len = 1048576;\n";
  if (frame.schema !== undefined) yield `USE ${backticked(frame.schema)};\n`;
  yield `START TRANSACTION READ ONLY;\nSET @migrator_found = 0${open === undefined ? '' : ', @migrator_open = 0'};\n`;
  for (const [question, n, waits] of placed(inquiry)) yield ask(question, n, waits, server.interrupts === true);
  yield `\nROLLBACK;\nSET SESSION ${lock} = @migrator_closed;\n`;
  const unless = open === undefined ? 'NULL' : `IF(@migrator_open = 0, NULL, ${text(open)})`;
  yield `SET @migrator_no = IF(@migrator_found = 0, ${unless}, ${text(bad)});\n`;
  const many = server.interrupts === true ? "COALESCE(@migrator_found, 'an error')" : '@migrator_found';
  const best = open === undefined ? text(good) : `COALESCE(@migrator_no, ${text(good)})`;
  yield `SELECT IF(@migrator_found = 0, ${best}, CONCAT(@migrator_no, ' (', ${many}, ' found)')) AS migrator;\n`;
  yield server.fail;
}

function asking(server: Server): Asking {
  return {
    run: (file) => `${server.tool} --default-character-set=utf8mb4 DATABASE < ${shellWord(file)}`,
    own: ownTables,
    applied: (frame) => appliedIn(frame, bookVoice),
    table: quoteTable,
    text,
    nowhere: ' FROM DUAL',
    holds: (heads, frame) => `(SELECT ${fits(heads)} FROM ${versionRows(frame)})`,
    rows: (frame) => `(SELECT ${found} FROM ${versionRows(frame)})`,
    busy: (frame) => `COALESCE(IS_USED_LOCK(${lockName(frame)}), CONNECTION_ID()) <> CONNECTION_ID()`,
    frozen: '@migrator_closed AND COALESCE(@migrator_frozen, 1)',
    spell: (inquiry, frame) => spell(inquiry, frame, server),
  };
}

const plainly = (latchOf: Server['latch']): Asking => ({
  ...asking({ tool: 'plain', latch: latchOf, fail: '', interrupts: true }),
  run: plainRun,
  inWords: ['Under each question stands what it found. The last result is the verdict.'],
});

export const askPlainMysql: Asking = plainly(latchOf);
export const askPlainMariadb: Asking = plainly(() => latch);

export const askMysql: Asking = asking({
  tool: 'mysql',
  latch: latchOf,
  fail: `SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', ${failing});\n${execute}`,
});

/** https://mariadb.com/kb/en/signal/ */
export const askMariadb: Asking = asking({
  tool: 'mariadb',
  latch: () => latch,
  fail: delimited(
    [
      'BEGIN NOT ATOMIC\n  IF @migrator_no IS NOT NULL THEN\n    SET @migrator_no = LEFT(@migrator_no, 128);\n',
      "    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30002, MESSAGE_TEXT = @migrator_no;\n  END IF;\nEND",
    ].join(''),
  ),
});
