/** Names of types inside SQL of PostgreSQL and its kin: behind `::`, in a cast, before a text. */

import { bareWord, requoted } from './expression.ts';
import type { Name } from './name.ts';

const token =
  /(?<text>'(?:[^']|'')*'|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\2\$)|(?<idle>--[^\n]*|\/\*[\s\S]*?\*\/|\s+)|(?<word>"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)|(?<sign>::|[\s\S])/gu;

interface Token {
  readonly is: 'text' | 'word' | 'sign';
  readonly says: string;
  readonly at: number;
}

function tokensOf(sql: string): readonly Token[] {
  return [...sql.matchAll(token)].flatMap(({ 0: says, index: at, groups = {} }): readonly Token[] => {
    if (groups.idle !== undefined) return [];
    return [{ is: groups.text !== undefined ? 'text' : groups.word !== undefined ? 'word' : 'sign', says, at }];
  });
}

function isCalled({ is, says }: Token | undefined = { is: 'sign', says: '', at: 0 }, name: string): boolean {
  if (is !== 'word') return false;
  return says.startsWith('"') ? bareWord(says).replaceAll('""', '"') === name : says.toLowerCase() === name;
}

/** Whether the bracket that is open here is that of `cast (`. */
function isInCast(tokens: readonly Token[], from: number): boolean {
  let closed = 0;
  for (let at = from; at > 0; at--) {
    const { says } = tokens[at]!;
    if (says === ')') closed += 1;
    if (says === '(' && closed === 0) return tokens[at - 1]!.says.toLowerCase() === 'cast';
    if (says === '(') closed -= 1;
  }
  return false;
}

function isType(tokens: readonly Token[], at: number, { schema, name }: Name): boolean {
  if (!isCalled(tokens[at], name)) return false;
  const isQualified = tokens[at - 1]?.says === '.';
  if (isQualified && schema !== undefined && !isCalled(tokens[at - 2], schema)) return false;
  const first = isQualified ? at - 2 : at;
  const before = tokens[first - 1]?.says.toLowerCase();
  if (/^(?:::|returns|setof)$/.test(before ?? '') || tokens[at + 1]?.is === 'text') return true;
  return before === 'as' && isInCast(tokens, first - 1);
}

function mentions(sql: string, type: Name): readonly Token[] {
  if (!sql.toLowerCase().includes(type.name.toLowerCase())) return [];
  const tokens = tokensOf(sql);
  return tokens.filter((_, at) => isType(tokens, at, type));
}

/** Whether a list of arguments, `(integer, said mood = 'sad')`, has one of this type. */
export function namesType(list: string, { name }: Name): boolean {
  const tokens = tokensOf(list);
  const ends = (next: Token | undefined) => /^(?:[,)[=]|default)?$/i.test(next?.says ?? '');
  return tokens.some((one, at) => isCalled(one, name) && ends(tokens[at + 1]));
}

/** Whether the SQL makes something a value of this type. */
export function speaksOfType(sql: string, type: Name): boolean {
  return mentions(sql, type).length > 0;
}

/** The SQL with the type under its new name, quoted as the old one was. */
export function withRenamedType(sql: string, type: Name, to: string): string {
  return mentions(sql, type).reduceRight(
    (left, { at, says }) => left.slice(0, at) + requoted(says, to) + left.slice(at + says.length),
    sql,
  );
}
