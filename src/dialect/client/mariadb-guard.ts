/** The guards of a script for MariaDB: compound statements that signal. */

import type { Entry, Frame } from '../client.ts';
import { closeAfterError, delimited, fits, found, isLost, text, versionRows } from './mysql-session.ts';
import type { Demand } from './words.ts';

export const latch = 'tx_read_only';

const variables: readonly (readonly [name: string, type: string])[] = [
  ...['fits', 'done', 'moved', 'place', 'left', 'half'].map((name) => [`migrator_${name}`, 'INT DEFAULT 0'] as const),
  ['migrator_found', 'TEXT DEFAULT NULL'],
  ['migrator_no', 'TEXT DEFAULT NULL'],
];

/** A compound statement; everything in `body` that fails closes the session and undoes what is not committed, after `repair`. */
export function compound(body: string, repair = ''): string {
  return delimited(
    [
      'BEGIN NOT ATOMIC\n',
      ...variables
        .filter(([name]) => new RegExp(`(?<!@)\\b${name}\\b`).test(body))
        .map(([name, type]) => `  DECLARE ${name} ${type};\n`),
      `  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN\n    ROLLBACK;\n${repair}    SET SESSION ${latch} = 1;\n    RESIGNAL;\n  END;\n`,
      body,
      'END',
    ].join(''),
  );
}

/** What an author wrote may not even be understood: then no handler was there, and what is not committed is undone here. */
export const closeUnlessUnderstood: string = `${closeAfterError(latch)}EXECUTE IMMEDIATE IF(@@${latch}, 'ROLLBACK', 'DO 0');\n`;

/** SIGNAL takes 128 characters, so the whole sentence is printed before: https://mariadb.com/kb/en/signal/ */
export function settle(hint: string, then: string): string {
  return [
    '  IF migrator_no IS NOT NULL THEN\n',
    `    SELECT migrator_no AS migrator, ${hint} AS hint;\n`,
    '    SET @migrator_no = LEFT(migrator_no, 128);\n',
    "    SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = 30001, MESSAGE_TEXT = @migrator_no;\n",
    '  END IF;\n',
    then,
  ].join('');
}

export function mismatch(demand: Demand, word: string): string {
  return `CONCAT(${text(`${word}: ${demand.needs}, but it is at `)}, migrator_found)`;
}

export function verdict(demand: Demand, frame: Frame, word: string): string {
  return [
    `  SELECT ${fits(demand.expected)},\n      ${found}\n`,
    `    INTO migrator_fits, migrator_found FROM ${versionRows(frame, demand.expected)};\n`,
    `  IF @@${latch} OR ${isLost} THEN\n    SET migrator_no = '${word}: an earlier statement of this script failed';\n`,
    `  ELSEIF NOT migrator_fits THEN\n    SET migrator_no = ${mismatch(demand, word)};\n  END IF;\n`,
    settle(text(demand.hint), ''),
  ].join('');
}

export const ifToDo = ({ step }: Entry, body: string): string =>
  `  IF @migrator_step < ${step} THEN\n${body}  END IF;\n`;
