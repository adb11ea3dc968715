/** Tidies one statement with sql-formatter, the only door to it; every token survives byte for byte. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Formatter from 'sql-formatter';
import { type Token, tokensOf } from '../dialect/tokens.ts';

const oneLine = 100;
const largest = 65_536;

/** White space before each token. */
type Spaces = readonly string[];

/** What was learnt of a shape; undefined where sql-formatter would change a token. A pure function of its key. */
const known = new Map<string, Spaces | undefined>();

/** Calls and branches of T-SQL, which sql-formatter tears apart. */
const procedural = /^\s*(?:if|exec|execute)\b/i;

/** The statement laid out over lines, or as it was where it fits on one, holds comments, or would not survive. */
export function tidy(sql: string, language: string): string {
  if (sql.length > largest || (sql.length <= oneLine && !sql.includes('\n'))) return sql;
  if (language === 'transactsql' && procedural.test(sql)) return sql;
  const tokens = tokensOf(sql, language);
  if (tokens === undefined || !tameable(tokens)) return sql;
  const spaces = spacesOf(tokens, language);
  if (spaces?.length !== tokens.length) return sql;
  const text = joined(tokens, spaces);
  return survives(tokens, text, language) ? text : sql;
}

/** Whatever was learnt of other statements: this one must read as it did before. */
function survives(tokens: readonly Token[], text: string, language: string): boolean {
  const again = tokensOf(text, language);
  return again?.length === tokens.length && again.every((token, n) => token.text === tokens[n]!.text);
}

/** Strings side by side are one string only when a line break parts them: https://www.postgresql.org/docs/current/sql-syntax-lexical.html */
function tameable(tokens: readonly Token[]): boolean {
  return tokens.every(({ kind }, n) => kind !== 'comment' && !(kind === 'string' && tokens[n - 1]?.kind === 'string'));
}

function joined(tokens: readonly Token[], spaces: Spaces): string {
  let text = '';
  for (let n = 0; n < tokens.length; n++) text += spaces[n]! + tokens[n]!.text;
  return text;
}

/** Statements of one shape differ in names, strings and numbers only, and are laid out alike. */
function spacesOf(tokens: readonly Token[], language: string): Spaces | undefined {
  return tableSpaces(tokens, language) ?? shapeSpaces(tokens, language);
}

function shapeSpaces(tokens: readonly Token[], language: string): Spaces | undefined {
  const shape = shapeOf(tokens);
  const key = `${language} ${shape}`;
  if (!known.has(key)) known.set(key, learn(shape, language));
  return known.get(key);
}

function shapeOf(tokens: readonly Token[]): string {
  let shape = '';
  for (const token of tokens) shape += shape === '' ? placeholder(token) : ` ${placeholder(token)}`;
  return shape;
}

function placeholder({ kind, text }: Token): string {
  if (kind === 'name') return `${text[0]}n${text.at(-1)}`;
  if (kind === 'string')
    return text.startsWith("'") ? "'s'" : text.startsWith('$') ? '$$s$$' : `${text.slice(0, text.indexOf("'") + 1)}s'`;
  return kind === 'number' ? '1' : text;
}

/** The layout of a shape, read back from what sql-formatter made of it. */
function learn(shape: string, language: string): Spaces | undefined {
  const before = tokensOf(shape, language);
  const after = formatted(shape, language);
  const tokens = after === undefined ? undefined : tokensOf(after, language);
  if (before === undefined || after === undefined || tokens?.length !== before.length) return undefined;
  const spaces: string[] = [];
  let position = 0;
  for (let n = 0; n < tokens.length; n++) {
    const { text } = tokens[n]!;
    if (text !== before[n]!.text) return undefined;
    const start = after.indexOf(text, position);
    spaces.push(after.slice(position, start));
    position = start + text.length;
  }
  return spaces;
}

function formatted(sql: string, language: string): string | undefined {
  try {
    return formatterOf(language)(sql);
  } catch {
    return undefined;
  }
}

const options: Formatter.FormatOptions = {
  tabWidth: 2,
  useTabs: false,
  keywordCase: 'preserve',
  identifierCase: 'preserve',
  dataTypeCase: 'preserve',
  functionCase: 'preserve',
  indentStyle: 'standard',
  logicalOperatorNewline: 'before',
  expressionWidth: 50,
  linesBetweenQueries: 1,
  denseOperators: false,
  newlineBeforeSemicolon: false,
};

type Format = (sql: string) => string;
const formatters = new Map<string, Format>();

function formatterOf(language: string): Format {
  const ready = formatters.get(language);
  if (ready !== undefined) return ready;
  const require = createRequire(import.meta.url);
  const made = oneLanguage(require, language) ?? allLanguages(require('sql-formatter') as typeof Formatter, language);
  formatters.set(language, made);
  return made;
}

function allLanguages({ format }: typeof Formatter, language: string): Format {
  return (sql) => format(sql, { ...options, language: language as Formatter.SqlLanguage });
}

/** sql-formatter's front door loads twenty languages, which takes longer than all that we ask of one. */
function oneLanguage(require: NodeJS.Require, language: string): Format | undefined {
  try {
    const folder = dirname(require.resolve('sql-formatter'));
    const { default: Engine } = require(join(folder, 'formatter/Formatter.js'));
    const { createDialect } = require(join(folder, 'dialect.js'));
    const dialect = createDialect(require(join(folder, `languages/${language}/${language}.formatter.js`))[language]);
    const format: Format = (sql) => new Engine(dialect, options).format(sql);
    return format('select 1') === 'select\n  1' ? format : undefined;
  } catch {
    return undefined;
  }
}

/** Wide enough that sql-formatter gives each item of the list a line of its own. */
const filler: readonly Token[] = `migrator_filler_of_the_list integer not null default nothing`
  .split(' ')
  .map((text) => ({ kind: 'word', text, gap: ' ' }));
const mark = (text: string): Token => ({ kind: 'mark', text, gap: ' ' });

/**
 * A table's columns are laid out one by one, so that a thousand different tables cost as much as their few kinds of column.
 * Undefined for anything but `create table … ( a, b, … ) …`.
 */
function tableSpaces(tokens: readonly Token[], language: string): Spaces | undefined {
  if (!/^create$/i.test(tokens[0]?.text ?? '') || !/^table$/i.test(tokens[1]?.text ?? '')) return undefined;
  const list = listOf(tokens);
  if (list === undefined || list.items.length < 2) return undefined;
  const head = tokens.slice(0, list.start);
  const tail = tokens.slice(list.end);
  const frame = shapeSpaces([...head, ...filler, mark(','), ...filler, ...tail], language);
  if (frame === undefined) return undefined;
  const first = frame[head.length]!;
  const next = frame[head.length + filler.length + 1]!;
  const found: string[] = frame.slice(0, head.length);
  for (const [n, item] of list.items.entries()) {
    const inner = itemSpaces(item, language);
    if (inner === undefined) return undefined;
    if (n > 0) found.push('');
    found.push(n === 0 ? first : next, ...inner);
  }
  return [...found, ...frame.slice(head.length + 2 * filler.length + 1)];
}

/** White space within one item of a table's list, its first token left out; an item that fits on one line stays as it was. */
function itemSpaces(item: readonly Token[], language: string): Spaces | undefined {
  const gaps = item.slice(1).map(({ gap }) => gap);
  const length = item.reduce((sum, { text, gap }) => sum + text.length + gap.length, 0);
  if (length <= oneLine && gaps.every((gap) => gap === '' || gap === ' ')) return gaps;
  const head: readonly Token[] = [
    { kind: 'word', text: 'create', gap: '' },
    { kind: 'word', text: 'table', gap: ' ' },
    { kind: 'word', text: 'migrator_filler', gap: ' ' },
    mark('('),
  ];
  const spaces = shapeSpaces([...head, ...item, mark(','), ...filler, mark(')')], language);
  return spaces?.slice(head.length + 1, head.length + item.length);
}

interface List {
  readonly items: readonly (readonly Token[])[];
  /** Index of the first token inside the brackets, and of the closing one. */
  readonly start: number;
  readonly end: number;
}

function listOf(tokens: readonly Token[]): List | undefined {
  const open = tokens.findIndex(({ text }) => text === '(');
  if (open < 0) return undefined;
  const items: Token[][] = [[]];
  let depth = 0;
  for (let n = open + 1; n < tokens.length; n++) {
    const token = tokens[n]!;
    if (token.text === ')' && depth === 0) {
      return items.some((item) => item.length === 0) ? undefined : { items, start: open + 1, end: n };
    }
    if (token.text === '(' || token.text === '[') depth++;
    if (token.text === ')' || token.text === ']') depth--;
    if (token.text === ',' && depth === 0) items.push([]);
    else items.at(-1)!.push(token);
  }
  return undefined;
}
