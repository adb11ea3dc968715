/** Which columns the statements of a history have written with values of their own: the engine has generated none of those. */

import { bareName, invents, namePattern, skeletonOf } from './skeleton.ts';

export interface Writes {
  note(sql: string): void;
  /** Whether each row that was inserted into the table brought the column's value along. */
  said(table: string, column: string): boolean;
  /** Whether a statement wrote the column with what the engine made up as it ran. */
  invented(table: string, column: string): boolean;
  /** Whether the values of its rows are written down, each of them. */
  plain(table: string): boolean;
  forget(): void;
}

const inserts = new RegExp(
  `\\b(?:insert(?:\\s+or\\s+\\w+|\\s+ignore)?\\s+into|replace\\s+into|merge\\s+into|copy)\\s+(${namePattern})\\s*(?:\\(([^()]*)\\))?`,
  'gi',
);
const updates = new RegExp(`\\bupdate\\s+(?:only\\s+)?(${namePattern})\\s+set\\b(.*?)(?:\\bwhere\\b|;|$)`, 'gis');
const assigned = new RegExp(`(${namePattern})\\s*=`, 'g');

/** A function that makes a value of the text inside it. */
const spelling =
  /\b(?:cast|convert|json|json_parse|decode|to_date|to_timestamp|unhex|from_base64|char|chr|values?|numeric|decimal|varchar)\s*\(/gi;
const workedOut = /[\w"`\]]\s*\(|\b(?:select|default|current_\w+|localtime\w*|sysdate|nextval)\b/i;

/** Whether the values are written down, each of them. */
function isPlain(skeleton: string): boolean {
  return !workedOut.test(skeleton.replace(spelling, '('));
}

/** `language` is sql-formatter's. */
export function createWrites(language: string): Writes {
  /** By table: the columns that every insert has brought. */
  const tables = new Map<string, ReadonlySet<string>>();
  const unsaid = new Set<string>();
  const made = new Set<string>();
  const noteInsert = (table: string, columns: readonly string[]): void => {
    const before = tables.get(table);
    tables.set(table, new Set(before === undefined ? columns : columns.filter((column) => before.has(column))));
  };
  const noteUpdates = (skeleton: string): void => {
    for (const [, table = '', values = ''] of skeleton.matchAll(updates)) {
      if (isPlain(values)) continue;
      for (const [, column = ''] of values.matchAll(assigned)) {
        const key = `${bareName(table)} ${bareName(column).split('.').at(-1)}`;
        unsaid.add(key);
        if (invents(values)) made.add(key);
      }
    }
  };
  return {
    note(sql) {
      const skeleton = skeletonOf(sql, language);
      for (const { 0: whole, 1: table = '', 2: columns = '', index } of skeleton.matchAll(inserts)) {
        const rest = skeleton.slice(index + whole.length);
        const plain = /^\s*(?:overriding\s+\w+\s+value\s*)?values\b/i.test(rest) && isPlain(rest);
        const named = columns.split(',').map((one) => bareName(one.trim()));
        noteInsert(bareName(table), plain ? named : []);
        if (invents(rest)) for (const column of named) made.add(`${bareName(table)} ${column}`);
      }
      noteUpdates(skeleton);
    },
    said: (table, column) => tables.get(table)?.has(column) === true && !unsaid.has(`${table} ${column}`),
    invented: (table, column) => made.has(`${table} ${column}`) || made.has(`${table} `),
    plain: (table) => tables.get(table)?.size !== 0 && ![...unsaid].some((one) => one.startsWith(`${table} `)),
    forget() {
      tables.clear();
      unsaid.clear();
      made.clear();
    },
  };
}
