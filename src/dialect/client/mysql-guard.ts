/** The guards of a script for MySQL: a prepared statement that either does nothing or cannot run. */

import type { Entry, Frame } from '../client.ts';
import { isAtLeast } from '../version.ts';
import { fits, found, isLost, text, versionRows } from './mysql-session.ts';
import type { Demand } from './words.ts';

/** It had another name once: https://dev.mysql.com/doc/refman/5.7/en/server-system-variables.html#sysvar_transaction_read_only */
export function latchOf({ serverVersion }: Frame): string {
  return isAtLeast(serverVersion, '5.7.20') ? 'transaction_read_only' : 'tx_read_only';
}

export const execute =
  'PREPARE migrator_step FROM @migrator_sql;\nEXECUTE migrator_step;\nDEALLOCATE PREPARE migrator_step;\n';

/** An unknown column's name reaches the DBA with the error; more than 64 characters of it would not. */
export const failing = "CONCAT('SELECT `', TRIM(LEFT(REPLACE(@migrator_no, '`', ''), 64)), '`')";

/** Closes the session unless `@migrator_no` is NULL, prints the whole sentence, and fails with its beginning. */
export function settle(hint: string, frame: Frame): string {
  return settleWith(text(hint), frame);
}

export function settleWith(hint: string, frame: Frame): string {
  return [
    `SET SESSION ${latchOf(frame)} = IF(@migrator_no IS NULL, 0, 1);\n`,
    `SELECT @migrator_no AS migrator, ${hint} AS hint FROM DUAL WHERE @migrator_no IS NOT NULL;\n`,
    `SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', ${failing});\n`,
    execute,
  ].join('');
}

export function mismatch(demand: Demand, word: string): string {
  return `CONCAT(${text(`${word}: ${demand.needs}, but it is at `)}, @migrator_found)`;
}

/** What the table holds now; nothing fits when it cannot be read. */
export function look(demand: Demand, frame: Frame): string {
  return (
    "SET @migrator_no = 'not asked', @migrator_fits = 0, @migrator_found = 'an unreadable version table';\n" +
    `SELECT ${fits(demand.expected)},\n    ${found}\n  INTO @migrator_fits, @migrator_found FROM ${versionRows(frame, demand.expected)};\n`
  );
}

interface Exceptions {
  /** A step that an earlier run has done is not asked. */
  readonly entry?: Entry;
  /** Arms of the CASE, before that and after. */
  readonly first?: string;
  readonly more?: string;
}

/** Never NULL in a session that a failed statement closed, because NULL opens it. */
export function verdict(
  demand: Demand,
  frame: Frame,
  word: string,
  { entry, first = '', more = '' }: Exceptions = {},
): string {
  return [
    `SET @migrator_no = CASE\n  WHEN @@${latchOf(frame)} OR ${isLost} THEN '${word}: an earlier statement of this script failed'\n`,
    first,
    entry === undefined ? '' : `  WHEN ${isPast(entry)} THEN NULL\n`,
    more,
    `  WHEN @migrator_fits = 1 THEN NULL\n  ELSE ${mismatch(demand, word)}\nEND;\n`,
  ].join('');
}

export const isPast = ({ step }: Entry): string => `@migrator_step >= ${step}`;

export function guard(demand: Demand, frame: Frame, word: string, entry?: Entry): string {
  return (
    look(demand, frame) +
    verdict(demand, frame, word, entry === undefined ? {} : { entry }) +
    settle(demand.hint, frame)
  );
}
