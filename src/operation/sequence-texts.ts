/** SQL that takes a column's default from a sequence, in the words of each database. */

import type { Column } from '../schema/column.ts';
import { bareWord, requoted } from '../schema/expression.ts';
import { type Name, showName } from '../schema/name.ts';
import { entries } from '../schema/registry.ts';
import type { Schema } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';

const identifier = '(?:"(?:[^"]|"")+"|`[^`]+`|\\[[^\\]]+\\]|[\\p{L}_][\\p{L}\\p{N}_$]*)';
const path = `(?:${identifier}\\s*\\.\\s*)?${identifier}`;
/** `nextval('a.b')`, `nextval(b)`, `next value for a.b`, `a.b.nextval`. */
const taken = new RegExp(
  `(?<before>\\bnextval\\s*\\(\\s*'?|\\bnext\\s+value\\s+for\\s+)(?<called>${path})|(?<prefixed>${path})(?=\\s*\\.\\s*nextval\\b)`,
  'giu',
);
const last = new RegExp(`${identifier}$`, 'u');

function namesIt(written: string, { name }: Name): boolean {
  return bareWord(last.exec(written)?.[0] ?? '').toLowerCase() === name.toLowerCase();
}

const takesFrom = (sql: string, sequence: Name): boolean =>
  [...sql.matchAll(taken)].some(({ groups }) => namesIt(groups?.called ?? groups?.prefixed ?? '', sequence));

function renamed(sql: string, sequence: Name, to: string): string {
  return sql.replace(taken, (whole, ...rest) => {
    const { before = '', called, prefixed } = rest.at(-1) as Record<string, string | undefined>;
    const written = called ?? prefixed ?? '';
    if (!namesIt(written, sequence)) return whole;
    return before + written.replace(last, (word) => requoted(word, to));
  });
}

const isTaken = ({ default: given }: Column, sequence: Name): boolean =>
  given?.kind === 'sql' && takesFrom(given.sql, sequence);

/** `table.column` of every column that takes its default from the sequence. */
export function takersOf(schema: Schema, sequence: Name): readonly string[] {
  return entries(schema.tables).flatMap(([, { name, columns }]) =>
    columns.filter((column) => isTaken(column, sequence)).map((column) => `${showName(name)}.${column.name}`),
  );
}

/** The table whose columns take their defaults from the sequence under its new name. */
export function withRenamedSequence(table: Table, sequence: Name, to: string): Table {
  if (!table.columns.some((column) => isTaken(column, sequence))) return table;
  const columns = table.columns.map((column) => {
    const { default: given } = column;
    if (given?.kind !== 'sql') return column;
    return { ...column, default: { ...given, sql: renamed(given.sql, sequence, to) } };
  });
  return { ...table, columns };
}
