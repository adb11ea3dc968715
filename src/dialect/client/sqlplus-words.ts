/** Names, blocks and refusals that a script for Oracle shares. */

import type { Name } from '../../schema/name.ts';
import type { Entry, Frame } from '../client.ts';
import { type BookVoice, versionRows as rowsIn } from './book.ts';
import { commentLines } from './comment.ts';
import { ledgerName, matches, type Spoken } from './ledger.ts';
import { doubleQuoted, holdsExactly, qualified, quoted } from './spelling.ts';
import { text } from './sqlplus-text.ts';
import { type Demand, refused, versionName } from './words.ts';

/** As SQLAlchemy writes them: a name in lower case stands without quotes, so that Oracle keeps it in upper case. */
const plain = /^[a-z][a-z0-9_$#]*$/;

export const name = (word: string): string => (plain.test(word) ? word : doubleQuoted(word));

export const catalogName = (word: string): string => (plain.test(word) ? word.toUpperCase() : word);

export const countVersionTable = (frame: Frame): string =>
  countTables(versionName(frame), frame.book === undefined ? catalogName : (word) => word);

/** Into `migrator_tables`. */
export function countTables(named: Name, inCatalog: (word: string) => string = catalogName): string {
  const { schema, name: table } = named;
  const owner = schema === undefined ? "SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')" : quoted(catalogName(schema));
  return (
    '  SELECT COUNT(*) INTO migrator_tables FROM all_tables\n' +
    `    WHERE owner = ${owner} AND table_name = ${quoted(inCatalog(table))};\n`
  );
}

/** knex quotes the names of its tables, and so they stay in lower case. */
export const bookVoice = ({ book }: Frame): BookVoice => ({
  quote: (table) => qualified(table, book === undefined ? name : doubleQuoted),
  said: quoted,
  joined: (parts) => parts.join(' || '),
  column: doubleQuoted,
  now: 'SYSTIMESTAMP',
  waitsForCommit: true,
});

export const versionTable = (frame: Frame): string => bookVoice(frame).quote(versionName(frame));

export const versionRows = (frame: Frame, expected?: readonly string[]): string =>
  rowsIn(frame, bookVoice(frame), expected);

export const quoteTable = (table: Name): string => qualified(table, name);

export const ledgerTable = (frame: Frame): string => quoteTable(ledgerName(frame));

export const spoken: Spoken = { quote: quoteTable, said: text };

/** Behind it stands how many revisions an earlier run has done. */
export const go: string = 'migrator:go:';

export const info: string = "SYS_CONTEXT('USERENV', 'CLIENT_INFO')";

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_APPLICATION_INFO.html */
export const allow = (place: string): string => `  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('${go}' || ${place});\n`;

export const forbid: string = '  DBMS_APPLICATION_INFO.SET_CLIENT_INFO(NULL);\n';

/** A condition: what a session keeps in its client's info begins so. */
export const isSet = (word: string): string => `NVL(SUBSTR(${info}, 1, ${word.length}), '-') = '${word}'`;

export const allowed: string = [
  `  IF NVL(SUBSTR(${info}, 1, ${go.length}), '-') <> '${go}' THEN\n`,
  `    RAISE_APPLICATION_ERROR(-20001, '${refused}: no guard has passed in this session, or a statement failed');\n`,
  '  END IF;\n',
].join('');

/** Leaves the block when an earlier run has done this step. */
export function passOver(entry: Entry, frame: Frame): string {
  const past = `  IF TO_NUMBER(SUBSTR(${info}, ${go.length + 1})) > ${entry.place} THEN\n    RETURN;\n  END IF;\n`;
  if (entry.steps === 1) return past;
  return [
    past,
    `  SELECT COUNT(*) INTO migrator_past FROM ${ledgerTable(frame)}\n    WHERE ${matches(entry, text)}\n`,
    `      AND (step > ${entry.step} OR step = ${entry.step} AND state = 'done');\n`,
    '  IF migrator_past > 0 THEN\n    RETURN;\n  END IF;\n',
  ].join('');
}

/** The header stands before SET DEFINE OFF, so `&` would still be substituted in it. */
export const remarks = (lines: readonly string[]): string =>
  commentLines(lines.map((line) => line.replaceAll('&', ' and ')));

export const fits = (heads: readonly string[]): string => `CASE WHEN ${holdsExactly(heads, quoted)} THEN 1 ELSE 0 END`;

export const found: string = "NVL(LISTAGG(version_num, ', ') WITHIN GROUP (ORDER BY version_num), 'base')";

export function refuse(demand: Demand, word: string, indent: string): string {
  const words = text(`${word}: ${demand.needs}, but it is at `);
  return (
    `${indent}RAISE_APPLICATION_ERROR(-20003,\n${indent}  SUBSTRB(${words} ||\n` +
    `${indent}    migrator_found || ${text(`. ${demand.hint}`)}, 1, 2000));\n`
  );
}

export const mark = (entry: Entry, frame: Frame, step: number, state: 'started' | 'done'): string =>
  `  UPDATE ${ledgerTable(frame)} SET step = ${step}, state = '${state}'\n    WHERE ${matches(entry, text)};\n`;

export const verdictDeclares: string =
  'DECLARE\n  migrator_fits NUMBER;\n  migrator_found VARCHAR2(4000);\n  migrator_past NUMBER;\n';

export function verdict(demand: Demand, frame: Frame, word: string): string {
  return [
    `  SELECT ${fits(demand.expected)},\n      ${found}\n`,
    `    INTO migrator_fits, migrator_found FROM ${versionRows(frame, demand.expected)};\n`,
    `  IF migrator_fits <> 1 THEN\n${refuse(demand, word, '    ')}  END IF;\n`,
  ].join('');
}
