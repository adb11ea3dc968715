/** Questions for the mysql and mariadb clients: a session and a transaction that cannot write. */

import { showName } from '../../schema/name.ts';
import type { Asking, Frame } from '../client.ts';
import { type Inquiry, type Question, titleOf } from '../inquiry.ts';
import { commentLines } from './comment.ts';
import { ownTables } from './ledger.ts';
import { latch } from './mariadb-guard.ts';
import { execute, failing, latchOf } from './mysql-guard.ts';
import { delimited, quoteTable, run, tableExists, text } from './mysql-session.ts';
import { backticked } from './spelling.ts';

interface Server {
  readonly tool: string;
  readonly latch: (frame: Frame) => string;
  /** Fails with `@migrator_no` unless that is NULL. */
  readonly fail: string;
}

/** What a table that may be missing is asked stands in text, because the server would look for it at once. */
function prepared(sql: string, otherwise = 'DO 0'): string {
  return `SET @migrator_sql = IF(@migrator_there, ${text(sql)}, ${text(otherwise)});\n${execute}`;
}

/** https://dev.mysql.com/doc/refman/5.6/en/information-functions.html#function_found-rows */
function ask(question: Question, place: number): string {
  const { sql, only, tells } = question;
  const title = `\nSELECT ${text(titleOf(question, place))} AS migrator;\n`;
  if (only === undefined) {
    const counts = tells === true ? '' : 'SET @migrator_found = @migrator_found + FOUND_ROWS();\n';
    return `${title}${sql};\n${counts}`;
  }
  const absent = `SELECT ${text(`There is no table ${showName(only)}.`)} AS migrator`;
  return [
    title,
    `SET @migrator_there = ${tableExists(only)};\n`,
    tells === true ? '' : prepared(`SELECT @migrator_found + COUNT(*) INTO @migrator_found FROM (${sql}) found`),
    prepared(sql, absent),
  ].join('');
}

function* spell({ questions, good, bad }: Inquiry, frame: Frame, server: Server): Generator<string> {
  const lock = server.latch(frame);
  yield commentLines(['Nothing in this session can write until the questions are answered.']);
  yield `SET @migrator_frozen = @@${lock};\nSET SESSION ${lock} = 1;\n`;
  yield 'SET NAMES utf8mb4 COLLATE utf8mb4_bin;\n';
  yield "SET SESSION sql_mode = '';\nSET SESSION group_concat_max_len = 1048576;\n";
  if (frame.schema !== undefined) yield `USE ${backticked(frame.schema)};\n`;
  yield 'START TRANSACTION READ ONLY;\nSET @migrator_found = 0;\n';
  for (const [n, question] of questions.entries()) yield ask(question, n);
  yield `\nROLLBACK;\nSET SESSION ${lock} = @migrator_frozen;\n`;
  yield `SET @migrator_no = IF(@migrator_found = 0, NULL, ${text(bad)});\n`;
  yield `SELECT IF(@migrator_found = 0, ${text(good)}, CONCAT(@migrator_no, ' (', @migrator_found, ' found)')) AS migrator;\n`;
  yield server.fail;
}

function asking(server: Server): Asking {
  return {
    run: run(server.tool),
    own: ownTables,
    table: quoteTable,
    text,
    spell: (inquiry, frame) => spell(inquiry, frame, server),
  };
}

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
