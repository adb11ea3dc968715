/** Names inside SQL that an author wrote: found and changed without reading the rest of it. */

import type { Name } from './name.ts';

/** Text, dollar-quoted text, comments, quoted names of every dialect, plain words, and anything else. */
const token =
  /'(?:[^']|'')*'|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[(?:[^\]]|\]\])*\]|--[^\n]*|\/\*[\s\S]*?\*\/|[\p{L}_][\p{L}\p{N}_$]*|[\s\S]/gu;

export type Called = 'column' | 'table';

/** With what names are quoted: `"a"`, `` `a` ``, `[a]`. */
export type Mark = '"' | '`' | '[';

/** What a moment is asked for, or moved by: `extract(year from …)`, `dateadd(day, …)`, `interval 1 day`. */
const beforeUnit =
  /(?:\b(?:extract|dateadd|datepart|datename|datetrunc|timestampadd|timestampdiff)\s*\(|\binterval\s+[\w'.-]+)\s*$/i;

/** A word before a bracket is a function, before text a type, and so is one after `as` or `::`. */
function mayBeColumn(before: string, rest: string): boolean {
  if (beforeUnit.test(before)) return false;
  return !/^\s*[(']/.test(rest) && !/(?:::|\bas)\s*$/i.test(before);
}

/** What follows these is a value or the name that a column gets, unless a column of the table is meant: `where a.x`. */
function mayBeTable(before: string, rest: string): boolean {
  if (/^\s*\./.test(rest)) return true;
  if (/(?:\b(?:as|select|distinct|where|and|or|by|set)|[=<>+|])\s*$/i.test(before)) return false;
  return !(/,\s*$/.test(before) && isInSelectList(before));
}

const quotedPart = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/g;

/** Whether nothing but what is selected stands between here and the last `select` that is still open. */
function isInSelectList(before: string): boolean {
  let open = before.replace(quotedPart, 'x');
  for (let last = ''; last !== open; ) [last, open] = [open, open.replace(/\([^()]*\)/g, 'x')];
  const clause = /.*\b(select|from|join|using|into|update|table|where|having|by|on)\b/is.exec(open)?.[1];
  return clause?.toLowerCase() === 'select';
}

function isNamed(word: string, at: number, sql: string, name: string, called: Called, usual?: Mark): boolean {
  if (usual === '`' && word.startsWith('"')) return false; // MySQL's other way to quote text
  const [, mark, quoted] = /^(["`[])([\s\S]*)["`\]]$/.exec(word) ?? [];
  if (mark !== undefined && quoted !== undefined) {
    const end = mark === '[' ? ']' : mark;
    if (quoted.replaceAll(end + end, end).toLowerCase() !== name.toLowerCase()) return false;
    return called === 'column' || mayBeTable(sql.slice(0, at), sql.slice(at + word.length));
  }
  if (word.toLowerCase() !== name.toLowerCase()) return false;
  return (called === 'table' ? mayBeTable : mayBeColumn)(sql.slice(0, at), sql.slice(at + word.length));
}

/** A name with its mark in it stands doubled in SQL. */
function mayHold(sql: string, name: string): boolean {
  return /["`\]]/.test(name) || sql.toLowerCase().includes(name.toLowerCase());
}

/** Where the SQL speaks of a column or a table of this name: the words, and what stands before and after each. */
function mentions(sql: string, name: string, called: Called, usual: Mark | undefined) {
  if (!mayHold(sql, name)) return [];
  return [...sql.matchAll(token)]
    .filter(({ 0: word, index }) => isNamed(word, index, sql, name, called, usual))
    .map(({ 0: word, index }) => ({ before: sql.slice(0, index), after: sql.slice(index + word.length) }));
}

/** Whether the SQL speaks of a column or a table of this name, outside strings and comments. */
export function speaksOf(sql: string, name: string, called: Called = 'column', usual?: Mark): boolean {
  return mentions(sql, name, called, usual).length > 0;
}

const word = /(?:"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|\[((?:[^\]]|\]\])*)\]|([\p{L}_][\p{L}\p{N}_$]*))/u.source;
const qualifier = new RegExp(`${word}\\s*\\.\\s*$`, 'u');
const alias = new RegExp(`^\\s*(?:as\\b\\s*)?${word}`, 'iu');

function plainWord(found: RegExpExecArray | null): string | undefined {
  return found
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.toLowerCase();
}

/** Whether a query may read this column of this table: `x.column` does not where `x` is the name of another. */
export function readsColumn(query: string, table: string, column: string, usual?: Mark): boolean {
  const tables = mentions(query, table, 'table', usual);
  if (tables.length === 0) return false;
  const own = new Set([table.toLowerCase(), ...tables.map(({ after }) => plainWord(alias.exec(after)))]);
  return mentions(query, column, 'column', usual).some(({ before }) => {
    const by = plainWord(qualifier.exec(before));
    return by === undefined || own.has(by);
  });
}

/** Whether the SQL calls a function of this name, in the schema that is said of it, outside strings and comments. */
export function callsFunction(sql: string, { schema, name }: Name): boolean {
  if (!mayHold(sql, name)) return false;
  return [...sql.matchAll(token)].some(({ 0: found, index }) => {
    const isCalled =
      bareWord(found).toLowerCase() === name.toLowerCase() && /^\s*\(/.test(sql.slice(index + found.length));
    return isCalled && plainWord(qualifier.exec(sql.slice(0, index))) === schema?.toLowerCase();
  });
}

/** Where brackets are arrays, and no names. */
const textToken = /'(?:[^']|'')*'|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|[\s\S]/gu;

/** The SQL of PostgreSQL or its kin in which texts between single quotes are changed, each by what it says. */
export function withTexts(sql: string, change: (text: string) => string): string {
  return sql.replace(textToken, (found) => {
    if (!found.startsWith("'") || found.length < 2) return found;
    const text = found.slice(1, -1).replaceAll("''", "'");
    const next = change(text);
    return next === text ? found : `'${next.replaceAll("'", "''")}'`;
  });
}

/** Words of SQL that stand for no name in some dialect, as far as people name columns and tables by them. */
const reserved: ReadonlySet<string> = new Set(
  (
    'add all alter and any as asc authorization between by case check collate column comment commit connect constraint create cross current ' +
    'cursor date day default delete desc distinct drop else end escape except exclude exists explain fetch file float for foreign from full ' +
    'function glob grant group having identity if in index inner insert integer intersect interval into is isnull join key lateral leading left ' +
    'level like limit lock match merge minus mode natural no not notnull null number of offset on only option or order outer over partition ' +
    'percent plan position primary procedure public range rank read references release rename right row rows schema select session set size ' +
    'some start sum table then time timestamp to top trailing transaction trigger union unique update user using value values view virtual ' +
    'when where window with year zone'
  ).split(' '),
);

function spelled(word: string, to: string, usual: Mark): string {
  const first = word.charAt(0);
  if (!/["`[]/.test(first) && /^[a-z_][a-z0-9_]*$/.test(to) && !reserved.has(to)) return to;
  const mark = /["`[]/.test(first) ? first : usual;
  const end = mark === '[' ? ']' : mark;
  return mark + to.replaceAll(end, end + end) + end;
}

/** The SQL with a column or a table under its new name, quoted as the old one was, and by `usual` where only the new one needs it. */
export function renamedIn(
  sql: string,
  from: string,
  to: string,
  usual: Mark | undefined,
  called: Called = 'column',
): string {
  return sql.replace(token, (word: string, _tag: string | undefined, at: number) =>
    isNamed(word, at, sql, from, called, usual) ? spelled(word, to, usual ?? '"') : word,
  );
}

export const bareWord = (word: string): string => word.replace(/^["`[]|["`\]]$/g, '');

/** Another name in place of the word: in its quotes, or in quotes where it needs them. */
export function requoted(word: string, to: string): string {
  if (bareWord(word) !== word) return word.replace(bareWord(word), () => to);
  return /^[a-z_][a-z0-9_$]*$/.test(to) ? to : `"${to}"`;
}
