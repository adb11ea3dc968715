/** A client's text without a character beyond ASCII: comments say `\u{e9}`, names and strings are spelled another way. */

import { MigratorError } from '../../errors.ts';
import { type Token, tokensOf } from '../tokens.ts';

/** How a client's language spells what no ASCII character is. Undefined: not surely the same text where it stands. */
export interface Respelling {
  /** As the tokens are cut. */
  readonly language: string;
  string(tokens: readonly Token[], at: number): string | undefined;
  name?(tokens: readonly Token[], at: number): string | undefined;
}

export const beyondAscii: RegExp = /\P{ASCII}+/gu;

export const isAscii = (text: string): boolean => !/\P{ASCII}/u.test(text);

/** A backslash before such a character would be parted from it. */
export const escapesBeyond = (token: string): boolean => (token.match(/\\./gsu) ?? []).some((pair) => !isAscii(pair));

/** `caf\u{e9}`; `backslash` is how the reader of the text writes one. */
export function inWords(text: string, backslash = '\\'): string {
  return text.replace(/\P{ASCII}/gu, (character) => `${backslash}u{${character.codePointAt(0)!.toString(16)}}`);
}

/** A client's `ascii`: the text is whole tokens, and the same text where it is ASCII already. */
export function asciiBy(respelling: Respelling): (text: string) => string {
  return (text) => {
    if (isAscii(text)) return text;
    const tokens = tokensOf(text, respelling.language);
    if (tokens === undefined) throw refusal('text that cannot be cut into tokens');
    const end = tokens.reduce((length, { text: own, gap }) => length + gap.length + own.length, 0);
    const spelled = tokens.map((token, at) => checked(token.gap) + spell(token, tokens, at, respelling));
    return spelled.join('') + checked(text.slice(end));
  };
}

function spell(token: Token, tokens: readonly Token[], at: number, respelling: Respelling): string {
  const { text, kind } = token;
  if (isAscii(text)) return text;
  const found = kind === 'comment' ? commentInWords(text) : spelledBy(kind, tokens, at, respelling);
  if (found === undefined) throw refusal(shown(text));
  return found;
}

function spelledBy(kind: Token['kind'], tokens: readonly Token[], at: number, by: Respelling): string | undefined {
  if (kind === 'string') return by.string(tokens, at);
  return kind === 'name' ? by.name?.(tokens, at) : undefined;
}

/** Hints and conditional code are no mere comments: https://dev.mysql.com/doc/refman/8.0/en/comments.html */
function commentInWords(text: string): string | undefined {
  if (/^\/\*(?:M?!|\+)/.test(text)) return undefined;
  return inWords(text, text.startsWith('\\echo ') ? '\\\\' : '\\');
}

/** White space beyond ASCII is a part of a name to some engines. */
function checked(gap: string): string {
  if (!isAscii(gap)) throw refusal(`the white space ${JSON.stringify(gap.match(beyondAscii)![0])}`);
  return gap;
}

function shown(text: string): string {
  const [line = ''] = text.split('\n').filter((each) => !isAscii(each));
  return line.length > 60
    ? `${[...line.slice(Math.max(0, line.search(beyondAscii) - 20))].slice(0, 60).join('')}…`
    : line;
}

function refusal(what: string): MigratorError {
  return new MigratorError('not-ascii', `this cannot be written in ASCII where it stands: ${what}`, {
    hint: 'write it with ASCII characters alone, or give the target encoding = "utf-8"',
  });
}
