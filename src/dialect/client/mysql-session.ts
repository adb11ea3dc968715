/** What scripts for mysql and mariadb share: the session's settings, the latch, and statements that end their own way. */

import type { Name } from '../../schema/name.ts';
import type { Client, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { backticked, ended, holdsExactly, joinedText, qualified, shellWord } from './spelling.ts';
import { refused, versionName } from './words.ts';

export const versionTable = (frame: Frame): string => qualified(versionName(frame), backticked);

/** Backslashes are doubled, because the script pins sql_mode without NO_BACKSLASH_ESCAPES. */
export const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** `_ci` collations would take `AB` for `ab`; revisions are compared byte for byte. */
const bytes = 'CAST(CONVERT(version_num USING utf8mb4) AS BINARY)';
export const fits = (heads: readonly string[]): string => holdsExactly(heads, text, bytes);
export const found = "COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ', '), 'base')";

export function tableExists(frame: Frame): string {
  const { schema, name }: Name = versionName(frame);
  const place = schema === undefined ? 'DATABASE()' : text(schema);
  return `EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = ${place} AND table_name = ${text(name)})`;
}

/** Names are 64 characters at most; the session's end frees it too: https://dev.mysql.com/doc/refman/8.0/en/locking-functions.html */
export const lockName = (frame: Frame): string =>
  `CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', ${text(versionTable(frame))})))`;

/** Why no script may run here, whatever the version table says; NULL when nothing is wrong. */
export function wrongPlace(frame: Frame): string {
  const other =
    frame.schema === undefined
      ? ''
      : ` WHEN DATABASE() <> ${text(frame.schema)} THEN ${text(`${refused}: the database is not ${frame.schema}`)}`;
  return `CASE WHEN DATABASE() IS NULL THEN '${refused}: no database is selected'${other} END`;
}

/**
 * `latch`: the variable that makes the session read-only; nothing but a guard opens it again.
 * MyISAM takes foreign keys without a word and forgets them: https://dev.mysql.com/doc/refman/8.0/en/ansi-diff-foreign-keys.html
 */
export function open(part: PartOf<'open'>, frame: Frame, latch: string, sqlMode: string): string {
  return [
    'SET NAMES utf8mb4;\n',
    `SET SESSION sql_mode = '${sqlMode}';\n`,
    'SET autocommit = 1;\n',
    'SET SESSION default_storage_engine = InnoDB;\n',
    'SET SESSION foreign_key_checks = 1;\n',
    'SET SESSION unique_checks = 1;\n',
    "SET SESSION time_zone = '+00:00';\n",
    'SET SESSION lock_wait_timeout = 30;\n',
    'SET SESSION group_concat_max_len = 65535;\n',
    frame.schema === undefined ? '' : `USE ${backticked(frame.schema)};\n`,
    `SET @migrator_frozen = IF(@@${latch}, COALESCE(@migrator_frozen, 1), 0);\n`,
    part.guarded
      ? `${commentLines(['The session stays read-only until the guard below has passed.'])}SET SESSION ${latch} = 1;\n`
      : '',
  ].join('');
}

/** The next script of this session asks anew, unless this one left it closed. */
export function letGo(frame: Frame, latch: string): string {
  return (
    `SET @migrator_frozen = IF(@@${latch}, @migrator_frozen, NULL);\n` +
    `DO IF(@@${latch}, 0, RELEASE_LOCK(${lockName(frame)}));\n`
  );
}

export function createVersionTable(frame: Frame): string {
  const key = backticked(`${frame.versionTable.name}_pkc`);
  return (
    `CREATE TABLE IF NOT EXISTS ${versionTable(frame)} (\n` +
    `  version_num VARCHAR(32) NOT NULL,\n  CONSTRAINT ${key} PRIMARY KEY (version_num)\n) ENGINE = InnoDB;\n`
  );
}

/**
 * The statement, and a line that closes the session for good when it failed, for clients that go on after errors.
 * https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_error_count
 */
export function* statement(part: PartOf<'statement'>, latch: string): Generator<string> {
  yield commentLines(part.says);
  if (part.statement.sort === 'block') yield delimited(joinedText(part.sql));
  else yield* ended(part.sql);
  yield `SET SESSION ${latch} = (@@${latch} OR @@error_count > 0);\n`;
}

/** `DELIMITER` is the client's own command, so that semicolons stay inside. */
export function delimited(body: string): string {
  const end = ['//', '$$', ';;', '|migrator|', '|migrator_end|'].find((mark) => !body.includes(mark)) ?? '//';
  return `DELIMITER ${end}\n${joinedText(ended([body], end))}DELIMITER ;\n`;
}

export const run =
  (tool: string) =>
  (file: string): string =>
    `${tool} --default-character-set=utf8mb4 DATABASE < ${shellWord(file)}`;

export const check =
  (tool: string): Client['check'] =>
  (frame) => [
    `${tool} DATABASE -e ${shellWord(`SELECT version_num FROM ${versionTable(frame)} ORDER BY version_num`)}`,
  ];
