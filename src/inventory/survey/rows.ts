/** The rows of the scripts' own tables beside those that a script leaves. */

import { unfinished } from '../../dialect/client/ledger.ts';
import { listed } from '../../dialect/client/spelling.ts';
import type { Text, Words } from './survey.ts';

/** `[name, what is said of it]` */
export type Told = readonly [name: string, says: string];

/** What differs between the rows, by name. `found` selects a name and what is said of it. */
export function rowDifferences(kind: string, rows: readonly Told[], found: string, words: Words, text: Text): string {
  const { exact } = words;
  const expected =
    rows.length === 0
      ? []
      : [
          `SELECT ${exact('name')} AS name, ${exact('says')} AS expected, ${exact('NULL')} AS found\n  FROM ${words.rows(
            rows.map(([name, says]) => [kind, '.', name, says]),
            text,
          )}`,
        ];
  const sides = [
    ...expected,
    `SELECT ${exact('name')} AS name, ${exact('NULL')} AS expected, ${exact('says')} AS found\n  FROM (${found}) here`,
  ];
  return [
    `SELECT ${text(kind)} AS kind, name,\n`,
    `    COALESCE(MAX(expected), ${text('nothing')}) AS expected, COALESCE(MAX(found), ${text('nothing')}) AS found\n`,
    `FROM (\n${sides.join('\nUNION ALL\n')}\n) facts\n`,
    'GROUP BY name\nHAVING MAX(expected) IS NULL OR MAX(found) IS NULL OR MAX(expected) <> MAX(found)\nORDER BY name',
  ].join('');
}

export const versionRows = (table: string, column: string, text: Text): string =>
  `SELECT ${column} AS name, ${text('there')} AS says FROM ${table}`;

/** The last row of each of these revisions. */
export function logRows(table: string, revisions: readonly string[], words: Words, text: Text): string {
  const last = `SELECT MAX(entry) FROM ${table} GROUP BY revision`;
  const says = words.joined('direction', text(' '), 'digest');
  return `SELECT revision AS name, ${says} AS says FROM ${table}\n    WHERE entry IN (${last}) AND revision IN (\n    ${listed(revisions.map(text))})`;
}

/** What a script began and did not finish. */
export function ledgerRows(table: string, words: Words, text: Text): string {
  const says = words.joined('direction', text(', '), 'state');
  return `SELECT ${text('ledger row')} AS kind, revision AS name, ${text('nothing')} AS expected, ${says} AS found\n  FROM ${table} WHERE ${unfinished}`;
}
