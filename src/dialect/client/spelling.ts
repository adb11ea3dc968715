/** Small pieces of SQL and shell text that several client tools share. */

import type { Name } from '../../schema/name.ts';

export { quoted } from '../text.ts';

export const doubleQuoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const backticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
export const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

export function qualified(name: Name, quote: (part: string) => string): string {
  return name.schema === undefined ? quote(name.name) : `${quote(name.schema)}.${quote(name.name)}`;
}

/** Separated by commas, a new line where one would grow too long for a client or a reader. */
export function listed(items: readonly string[], indent = '    '): string {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && line.length + item.length > 100) {
      lines.push(`${line},`);
      line = item;
    } else {
      line = line === '' ? item : `${line}, ${item}`;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}

/** ORA-01795: https://docs.oracle.com/en/error-help/db/ora-01795/ */
const mostItems = 1000;

/** A condition: the column holds one of these. */
export function among(column: string, items: readonly string[], indent = '    '): string {
  const lists: string[] = [];
  for (let from = 0; from < items.length; from += mostItems)
    lists.push(`${column} IN (${listed(items.slice(from, from + mostItems), indent)})`);
  return lists.length === 1 ? lists[0]! : `(${lists.join(' OR ')})`;
}

/** A condition over all rows of the version table: they are exactly these. */
export function holdsExactly(
  heads: readonly string[],
  literal: (text: string) => string,
  column = 'version_num',
): string {
  if (heads.length === 0) return 'count(*) = 0';
  const known = `CASE WHEN ${column} IN (${listed(heads.map(literal))}) THEN ${column} END`;
  return `count(*) = ${heads.length} AND count(DISTINCT ${known}) = ${heads.length}`;
}

/** A word of a POSIX shell's command line. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Text and its terminator, unless it has one; on a line of its own where the last line may hold a comment. */
export function* ended(sql: Iterable<string>, terminator = ';'): Generator<string> {
  let lastLine = '';
  for (const piece of sql) {
    yield piece;
    const cut = piece.lastIndexOf('\n');
    lastLine = cut < 0 ? lastLine + piece : piece.slice(cut + 1);
    if (lastLine.length > 65_536) lastLine = `--${lastLine.slice(-1024)}`;
  }
  const commented = /--|#/.test(lastLine);
  const complete = !commented && lastLine.trimEnd().endsWith(terminator);
  yield complete ? '\n' : commented ? `\n${terminator}\n` : `${terminator}\n`;
}

export function joinedText(sql: Iterable<string>): string {
  return [...sql].join('');
}
