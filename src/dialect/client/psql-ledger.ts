/** The ledger as scripts for psql keep it: psql passes over what an earlier run has done, and SQL cannot. */

import type { Name } from '../../schema/name.ts';
import type { Entry, Frame, PartOf } from '../client.ts';
import { lockOf, takeKnexLock } from './book.ts';
import { anonymousBlock } from './dollar.ts';
import {
  alreadyDone,
  goesOn,
  howToSettle,
  inDoubt,
  keyName,
  ledgerColumns,
  ledgerName,
  ledgerReset,
  logColumns,
  logName,
  logRow,
  matches,
  otherLeft,
  otherLeftHint,
  positionIn,
  type Spoken,
  unfinished,
} from './ledger.ts';
import { bookVoice, echo, versionRows, versionThere } from './psql-words.ts';
import { doubleQuoted, holdsExactly, qualified, quoted } from './spelling.ts';
import { alreadyThere, doneWithoutTable, versionName } from './words.ts';

const types = { text: (length: number) => `VARCHAR(${length})`, integer: 'INTEGER' };

export const ledgerTable = (frame: Frame): string => qualified(ledgerName(frame), doubleQuoted);
export const quoteTable = (name: Name): string => qualified(name, doubleQuoted);

/** The three tables of a script; `moment`: the type of the log's clock. */
export function createTables(frame: Frame, moment: string): string {
  const { book } = frame;
  const version =
    book === undefined
      ? createTable(versionName(frame), ['version_num VARCHAR(32) NOT NULL'], 'version_num')
      : [...book.tables.migrations, ...book.tables.lock].map((sql) => `${sql};\n`).join('');
  const others = tablesBeside(frame, moment).map(([name, columns, key]) => createTable(name, columns, key));
  const last = takeKnexLock(frame, bookVoice, ledgerTable(frame)).map((sql) => `${sql};\n`);
  return version + others.join('') + last.join('');
}

/** The ledger and the log. */
function tablesBeside(frame: Frame, moment: string): readonly (readonly [Name, readonly string[], key: string])[] {
  const log = logName(frame);
  return [
    [ledgerName(frame), ledgerColumns(frame, types), 'revision'],
    ...(log === undefined ? [] : ([[log, logColumns(frame, { ...types, moment }), 'entry']] as const)),
  ];
}

function createTable(
  name: Name,
  columns: readonly string[],
  key: string,
  verb: string = 'CREATE TABLE IF NOT EXISTS',
): string {
  const lines = [...columns, `CONSTRAINT ${doubleQuoted(keyName(name))} PRIMARY KEY (${key})`];
  return `${verb} ${quoteTable(name)} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n);\n`;
}

/**
 * The version table may stand anywhere on the search path: what is beside it goes where it is.
 * `CREATE TABLE IF NOT EXISTS` would look in the first schema alone.
 */
export function createTablesTogether(frame: Frame, moment: string): string {
  const version = versionName(frame);
  const home = `SELECT quote_ident(nspname) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE pg_class.oid = to_regclass(${quoted(quoteTable(version))})`;
  const others = tablesBeside(frame, moment);
  return anonymousBlock(
    [
      'BEGIN\n',
      frame.book === undefined
        ? ifAbsent(version, ['version_num VARCHAR(32) NOT NULL'], 'version_num')
        : knexTable(versionThere(frame), frame.book.tables.migrations),
      `  PERFORM set_config('search_path', (${home}), true);\n`,
      ...(frame.book === undefined
        ? []
        : [knexTable(`to_regclass(${quoted(quoteTable(lockOf(frame.book, frame)))})`, frame.book.tables.lock)]),
      ...others.map(([name, columns, key]) => ifAbsent(name, columns, key)),
      ...takeKnexLock(frame, bookVoice, ledgerTable(frame)).map((sql) => `  ${sql};\n`),
      'END\n',
    ].join(''),
  );
}

/** knex asks whether it is there, too, but in the first schema alone. */
function knexTable(there: string, statements: readonly string[]): string {
  const made = statements.map((sql) => `    ${sql};\n`).join('');
  return `  IF ${there} IS NULL THEN\n${made}  END IF;\n`;
}

function ifAbsent(name: Name, columns: readonly string[], key: string): string {
  const table = createTable(name, columns, key, 'CREATE TABLE').replace(/^(?=.)/gm, '    ');
  return `  IF to_regclass(${quoted(quoteTable(name))}) IS NULL THEN\n${table}  END IF;\n`;
}

/** Passes over everything up to `leave` where an earlier run was there: psql can skip, and SQL cannot. */
export function enter({ entry }: PartOf<'enter'>, position: string): string {
  return [
    '\\set migrator_todo false\n\\set migrator_past false\n',
    `SELECT ${position} <= ${entry.place} AS migrator_todo, ${position} > ${entry.place} AS migrator_past \\gset\n`,
    `\\if :migrator_past\n${echo(alreadyDone(entry))}\\endif\n\\if :migrator_todo\n`,
  ].join('');
}

/** The last step of this revision that is done, and the one after it when it was begun. */
export function readStep(entry: Entry, frame: Frame): string {
  return [
    '\\set migrator_step 0\n\\set migrator_begun 0\n',
    "SELECT coalesce(max(CASE WHEN state = 'done' THEN step ELSE step - 1 END), 0) AS migrator_step,\n",
    "    coalesce(max(CASE WHEN state = 'started' THEN step END), 0) AS migrator_begun\n",
    `  FROM ${ledgerTable(frame)} WHERE ${matches(entry, quoted)} \\gset\n`,
  ].join('');
}

export function ifStepToDo({ step }: Entry): string {
  return `\\set migrator_todo false\nSELECT :migrator_step < ${step} AS migrator_todo \\gset\n\\if :migrator_todo\n`;
}

/** Checks in no transaction have no `\\if` around them yet. */
export function unlessDone({ entry, outside }: PartOf<'check'>, checks: string): string {
  return outside && entry.steps > 1 ? `${ifStepToDo(entry)}${checks}${endIf}` : checks;
}

export const endIf = '\\endif\n';

export const spoken: Spoken = { quote: quoteTable, said: quoted };

/** SQL that fails with these words, and ends the file where errors do not stop it. */
export type Refuse = (sentence: string, hint: string) => string;

/** Rows of the ledger: another script left a revision half done. */
export const leftByOther = (frame: Frame): string =>
  `FROM ${ledgerTable(frame)} WHERE ${unfinished} AND script <> ${quoted(frame.script)}`;

/**
 * Leaves the file when the version table already holds exactly `to`, and nothing is half done there. `version` and `ledger`
 * answer whether the table exists.
 */
export function quitWhenDone(
  frame: Frame,
  there: { readonly version: string; readonly ledger: string },
  putBack: string,
): string {
  return [
    `\\set migrator_done ${doneWithoutTable(frame)}\n`,
    '\\set migrator_there false\n',
    `SELECT ${there.version} AS migrator_there \\gset\n`,
    '\\if :migrator_there\n',
    '\\set migrator_done false\n',
    `SELECT ${holdsExactly(frame.to, quoted)} AS migrator_done\n  FROM ${versionRows(frame)} \\gset\n`,
    '\\endif\n',
    '\\set migrator_known false\n',
    '\\if :migrator_done\n',
    `SELECT ${there.ledger} AS migrator_known \\gset\n`,
    '\\endif\n',
    '\\if :migrator_known\n',
    `SELECT count(*) = 0 AS migrator_done ${leftByOther(frame)} \\gset\n`,
    '\\endif\n',
    '\\if :migrator_done\n',
    putBack,
    echo(alreadyThere(frame)),
    '\\quit\n',
    '\\endif\n',
  ].join('');
}

/**
 * Where the rows are not those of the beginning, the ledger may know that an earlier run of this script went as far:
 * then `migrator_on` is true. `found`: the rows of the version table, joined.
 */
export function lookAtLedger(
  path: readonly (readonly string[])[],
  frame: Frame,
  words: { readonly there: string; readonly found: string; readonly refuse: Refuse },
): string {
  const table = ledgerTable(frame);
  const known = `FROM ${table} WHERE script = ${quoted(frame.script)}`;
  const place =
    path.length === 0 ? '0' : `(SELECT ${positionIn(path, words.found, quoted)} FROM ${versionRows(frame)})`;
  return [
    '\\set migrator_position 0\n\\set migrator_on false\n\\set migrator_left false\n\\set migrator_known false\n',
    '\\if :migrator_there\n',
    `SELECT ${words.there} AS migrator_known \\gset\n`,
    '\\endif\n\\if :migrator_known\n',
    `SELECT coalesce(max(${place}), 0) AS migrator_position, coalesce(max(${place}), 0) > 0 AS migrator_on ${known} \\gset\n`,
    `SELECT count(*) > 0 AS migrator_left ${leftByOther(frame)} \\gset\n`,
    `\\endif\n\\if :migrator_left\n${words.refuse(otherLeft, otherLeftHint(table))}\\endif\n`,
    `\\if :migrator_on\n${echo(goesOn)}\\endif\n`,
  ].join('');
}

/** Statements of the transaction that moves the version rows. */
export function moveLedger(
  part: PartOf<'move'>,
  frame: Frame,
  own: { readonly now: string; readonly user: string },
): string {
  const log = logRow(part, frame, { ...spoken, ...own });
  const rows = [...ledgerReset(part.entry, frame, spoken, part.entry.steps), ...(log === undefined ? [] : [log])];
  return rows.map((sql) => `${sql};\n`).join('');
}

export function enterPlainly(part: PartOf<'enter'>, frame: Frame): string {
  const skip = enter(part, ':migrator_position');
  return part.entry.steps === 1 ? skip : skip + readStep(part.entry, frame);
}

export function register({ entry, outside }: PartOf<'register'>, frame: Frame): string {
  const [clear, add] = ledgerReset(entry, frame, spoken, 0);
  const missing = `SELECT count(*) = 0 AS migrator_missing FROM ${ledgerTable(frame)} WHERE ${matches(entry, quoted)} \\gset\n`;
  const [begin, commit] = outside ? ['BEGIN;\n', 'COMMIT;\n'] : ['', ''];
  return [
    `\\set migrator_missing false\n${missing}`,
    `\\if :migrator_missing\n${begin}${clear};\n${add};\n${commit}\\endif\n`,
  ].join('');
}

export const mark = (entry: Entry, frame: Frame, step: number, state: 'started' | 'done'): string =>
  `UPDATE ${ledgerTable(frame)} SET step = ${step}, state = '${state}'\n  WHERE ${matches(entry, quoted)};\n`;

/** Refuses where an earlier run began this step and did not say how it ended. */
export function refuseDoubt(
  { entry, says }: Pick<PartOf<'outside'>, 'entry' | 'says'>,
  frame: Frame,
  refuse: Refuse,
): string {
  const doubt = `SELECT :migrator_begun = ${entry.step} AS migrator_doubt \\gset\n`;
  const words = refuse(inDoubt(entry), howToSettle(entry, ledgerTable(frame), says));
  return `\\set migrator_doubt true\n${doubt}\\if :migrator_doubt\n${words}\\endif\n`;
}
