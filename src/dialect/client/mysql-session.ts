/** What scripts for mysql and mariadb share: the session's settings, the latch, and statements that end their own way. */

import type { Name } from '../../schema/name.ts';
import type { Client, Entry, Frame, PartOf } from '../client.ts';
import { type BookVoice, lookAt, versionRows as rowsIn, takeKnexLock } from './book.ts';
import { switchLines, type Voice } from './check-words.ts';
import { commentLines } from './comment.ts';
import { cannotObey, intoLog, nothingToDo, ownSpool } from './house.ts';
import {
  keyName,
  ledgerColumns,
  ledgerName,
  ledgerReset,
  logColumns,
  logName,
  logRow,
  matches,
  positionIn,
  type Spoken,
  unfinished,
} from './ledger.ts';
import { backticked, ended, holdsExactly, joinedText, qualified, shellWord } from './spelling.ts';
import { versionName } from './words.ts';

export const quoteTable = (name: Name): string => qualified(name, backticked);
export const versionTable = (frame: Frame): string => qualified(versionName(frame), backticked);

/** Backslashes are doubled, because the script pins sql_mode without NO_BACKSLASH_ESCAPES. */
export const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** `_ci` collations would take `AB` for `ab`; revisions are compared byte for byte. */
const bytes = 'CAST(CONVERT(version_num USING utf8mb4) AS BINARY)';
export const fits = (heads: readonly string[]): string => holdsExactly(heads, text, bytes);
/** What is NULL or has blanks is seen. */
const shown = `IF(version_num REGEXP '^[^[:space:]]+$', version_num, COALESCE(CONCAT('"', version_num, '"'), 'NULL'))`;
export const found: string = `COALESCE(GROUP_CONCAT(${shown} ORDER BY ${bytes} SEPARATOR ', '), 'base')`;

export const bookVoice: BookVoice = {
  quote: quoteTable,
  said: text,
  joined: (parts) => `CONCAT(${parts.join(', ')})`,
  column: backticked,
  exact: (column) => `CAST(CONVERT(${column} USING utf8mb4) AS BINARY)`,
  now: 'CURRENT_TIMESTAMP',
};

export const versionRows = (frame: Frame, expected?: readonly string[]): string => rowsIn(frame, bookVoice, expected);

export function tableExists({ schema, name }: Name): string {
  const place = schema === undefined ? 'DATABASE()' : text(schema);
  return `EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = ${place} AND table_name = ${text(name)})`;
}

/** Names are 64 characters at most; the session's end frees it too: https://dev.mysql.com/doc/refman/8.0/en/locking-functions.html */
export const lockName = (frame: Frame): string =>
  `CONCAT('migrator:', MD5(CONCAT(DATABASE(), '.', ${text(versionTable(frame))})))`;

/** For tables and for rows: https://dev.mysql.com/doc/refman/8.0/en/innodb-parameters.html#sysvar_innodb_lock_wait_timeout */
function setWaits({ waits: { lock, statement } }: Frame): readonly string[] {
  const names = ['lock_wait_timeout', 'innodb_lock_wait_timeout'];
  return [
    ...(lock === undefined ? [] : names.map((name) => `SET SESSION ${name} = ${lock / 1000};\n`)),
    ...(statement === undefined ? [] : [`SET SESSION max_statement_time = ${statement / 1000};\n`]),
  ];
}

/** What differs in how the two servers' sessions begin. */
export interface Opening {
  /** The variable that makes the session read-only; nothing but a guard opens it again. */
  readonly latch: string;
  readonly sqlMode: string;
  readonly lossSwitch: string;
  /** The two are taken for each other, and what follows stops at the other one with words that say nothing of it. */
  readonly server: 'MySQL' | 'MariaDB';
}

function tellOther(server: Opening['server']): string {
  const [other, dialect, is] = server === 'MySQL' ? ['MariaDB', 'mysql', 'LIKE'] : ['MySQL', 'mariadb', 'NOT LIKE'];
  const words = `this script is for ${server} (dialect = "${dialect}"), and the server is ${other}: it needs a script of its own`;
  return `SELECT ${text(words)} AS migrator FROM DUAL WHERE VERSION() ${is} '%MariaDB%';\n`;
}

/**
 * `latch`: the variable that says whether the session is read-only; nothing but a guard opens it again. The statement closes it
 * on a server that has another name for the variable, too, and there nothing opens it: https://dev.mysql.com/doc/refman/5.6/en/set-transaction.html
 * MyISAM takes foreign keys without a word and forgets them: https://dev.mysql.com/doc/refman/8.0/en/ansi-diff-foreign-keys.html
 */
export function open(part: PartOf<'open'>, frame: Frame, { latch, sqlMode, lossSwitch, server }: Opening): string {
  return [
    'SET NAMES utf8mb4;\n',
    tellOther(server),
    `SET SESSION sql_mode = '${sqlMode}';\n`,
    'SET autocommit = 1;\n',
    'SET SESSION default_storage_engine = InnoDB;\n',
    'SET SESSION foreign_key_checks = 1;\n',
    'SET SESSION unique_checks = 1;\n',
    "SET SESSION time_zone = '+00:00';\n",
    ...setWaits(frame),
    'SET SESSION group_concat_max_len = 65535;\n',
    'SET SESSION sql_safe_updates = 0, sql_big_selects = 1, sql_select_limit = DEFAULT;\n',
    frame.schema === undefined ? '' : `USE ${backticked(frame.schema)};\n`,
    part.lossSwitch === true ? lossSwitch : '',
    `SET @migrator_frozen = IF(@@${latch}, COALESCE(@migrator_frozen, 1), 0);\nSET @migrator_place = NULL;\n`,
    part.guarded
      ? `${commentLines(['The session stays read-only until the guard below has passed.'])}SET SESSION TRANSACTION READ ONLY;\n`
      : '',
  ].join('');
}

/** Off unless the session says otherwise before the script. */
export const lossSwitch: string = `${commentLines(switchLines('SET @migrator_accept_loss = 1 before it, as the head of this script shows'))}SET @migrator_accept_loss = COALESCE(@migrator_accept_loss, 0);\n`;

/** The next script of this session asks anew, unless this one left it closed. */
export function letGo(frame: Frame, latch: string): string {
  return (
    `SET @migrator_frozen = IF(@@${latch}, @migrator_frozen, NULL);\n` +
    `DO IF(@@${latch}, 0, RELEASE_LOCK(${lockName(frame)}));\n`
  );
}

export const ledgerTable = (frame: Frame): string => quoteTable(ledgerName(frame));
export const spoken: Spoken = { quote: quoteTable, said: text };

/** In the database's own character set, words of the log might not be writable. */
export function createTables(frame: Frame): string {
  const types = { text: (length: number) => `VARCHAR(${length})`, integer: 'INT', moment: 'DATETIME(6)' };
  const log = logName(frame);
  const { book } = frame;
  return [
    book === undefined
      ? createTable(versionName(frame), ['version_num VARCHAR(32) NOT NULL'], 'version_num')
      : [...book.tables.migrations, ...book.tables.lock].map((sql) => `${sql};\n`).join(''),
    createTable(ledgerName(frame), ledgerColumns(frame, types), 'revision'),
    log === undefined ? '' : createTable(log, logColumns(frame, types), 'entry', ' DEFAULT CHARACTER SET utf8mb4'),
    ...takeKnexLock(frame, bookVoice, ledgerTable(frame)).map((sql) => `${sql};\n`),
  ].join('');
}

function createTable(name: Name, columns: readonly string[], key: string, more = ''): string {
  const lines = [...columns, `CONSTRAINT ${backticked(keyName(name))} PRIMARY KEY (${key})`].map((line) => `  ${line}`);
  return `CREATE TABLE IF NOT EXISTS ${quoteTable(name)} (\n${lines.join(',\n')}\n) ENGINE = InnoDB${more};\n`;
}

/** Conditions of `admit`: what the ledger knows of this script, and of others. */
export function ledgerWords(
  path: readonly (readonly string[])[],
  frame: Frame,
  rows: string,
): { readonly exists: string; readonly own: string; readonly place: string; readonly left: string } {
  const table = ledgerTable(frame);
  const own = `EXISTS (SELECT 1 FROM ${table} WHERE script = ${text(frame.script)})`;
  return {
    exists: tableExists(ledgerName(frame)),
    own,
    place: path.length === 0 ? '0' : `IF(${own}, COALESCE(${positionIn(path, rows, text)}, 0), 0)`,
    left: `EXISTS (SELECT 1 FROM ${table} WHERE ${unfinished} AND script <> ${text(frame.script)})`,
  };
}

/**
 * The client opens another session by itself when its own is lost, and that one knows nothing of what went before:
 * https://dev.mysql.com/doc/refman/8.0/en/mysql-command-options.html#option_mysql_reconnect
 */
export const isLost = '@migrator_place IS NULL';

/** A line that closes the session for good when the statement before it failed, for clients that go on after errors. */
export const closeAfterError = (latch: string): string =>
  `SET SESSION ${latch} = (@@${latch} OR @@error_count > 0 OR ${isLost});\n`;

/** Past every step. */
export const allSteps: number = 1_000_000;

/** The last step of this revision that is done, and the one after it when it was begun. */
export function readStep(entry: Entry, frame: Frame): string {
  return (
    "SELECT COALESCE(MAX(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0),\n" +
    "    COALESCE(MAX(CASE WHEN state = 'started' THEN step END), 0)\n" +
    `  INTO @migrator_step, @migrator_begun FROM ${ledgerTable(frame)} WHERE ${matches(entry, text)}`
  );
}

export function mark(entry: Entry, frame: Frame, step: number, state: 'started' | 'done'): string {
  return `UPDATE ${ledgerTable(frame)} SET step = ${step}, state = '${state}'\n  WHERE ${matches(entry, text)}`;
}

/** Statements of the transaction that moves the version rows. */
export function moveLedger(part: PartOf<'move'>, frame: Frame): readonly string[] {
  const log = logRow(part, frame, {
    ...spoken,
    now: 'CURRENT_TIMESTAMP(6)',
    // a host's name has up to 255 characters: https://dev.mysql.com/doc/refman/8.0/en/account-names.html
    user: 'LEFT(USER(), 128)',
    accepted: 'COALESCE(@migrator_accept_loss, 0)',
  });
  return [...ledgerReset(part.entry, frame, spoken, part.entry.steps), ...(log === undefined ? [] : [log])];
}

/** `DELIMITER` is the client's own command, so that semicolons stay inside. */
export function delimited(body: string): string {
  const end = ['//', '$$', ';;', '|migrator|', '|migrator_end|'].find((mark) => !body.includes(mark)) ?? '//';
  return `DELIMITER ${end}\n${joinedText(ended([body], end))}DELIMITER ;\n`;
}

/** Each statement before its result: https://dev.mysql.com/doc/refman/8.0/en/mysql-command-options.html */
const verbose = ' --verbose';

/** Every schema change commits by itself, so no transaction of somebody else's could undo a script. */
export const mysqlRules: Client['rules'] = {
  'no commit': cannotObey(
    'each schema change commits by itself what stands before it, and a statement that fails leaves those before it waiting: your COMMIT would keep half a revision',
  ),
  'no whenever': nothingToDo,
  'own spool': ownSpool(() => verbose, intoLog),
};

export const run =
  (tool: string) =>
  (file: string): string =>
    `${tool} --default-character-set=utf8mb4${verbose} DATABASE < ${shellWord(file)}${intoLog(file)}`;

export const acceptLoss =
  (tool: string): Client['acceptLoss'] =>
  (file) =>
    run(tool)(file).replace(tool, `${tool} --init-command='SET @migrator_accept_loss = 1'`);

/** Session variables, which any statement can read. */
export const checkVoice: Voice = {
  literal: text,
  joined: (parts: readonly string[]): string => `CONCAT(${parts.join(', ')})`,
  count: '@migrator_count',
  first: '@migrator_first',
};

export const check =
  (tool: string): Client['check'] =>
  (frame) => [`${tool} DATABASE -e ${shellWord(lookAt(frame, versionTable(frame)))}`];
