/** SQL beside the type of a column, in tokens, and how far it is read. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Token } from '../dialect/tokens.ts';
import type { Name } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';

/** The column, and what is known around it. */
export interface Place {
  readonly table: Name;
  readonly column: string;
  readonly before: Schema;
  readonly dialect: Pick<Dialect, 'formatter' | 'keysBeside' | 'keysFill'>;
  /** Of the server. */
  readonly version: string;
}

export interface Text extends Place {
  readonly tokens: readonly Token[];
  at: number;
}

export const isWord = (token: Token | undefined, word: string): boolean =>
  token?.kind === 'word' && token.text.toLowerCase() === word;
export const isMark = (token: Token | undefined, mark: string): boolean =>
  token?.kind === 'mark' && token.text === mark;

export function standsAt({ tokens, at }: Text, words: readonly string[]): boolean {
  return words.every((word, ahead) => isWord(tokens[at + ahead], word));
}

export function skip(text: Text, ...words: readonly string[]): boolean {
  const is = standsAt(text, words);
  if (is) text.at += words.length;
  return is;
}

export function slice({ tokens }: Text, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ gap, text }) => gap + text)
    .join('')
    .trim();
}

/** One token, or all that its brackets hold. */
export function pass(text: Text): void {
  let depth = 0;
  do {
    const token = text.tokens[text.at];
    if (isMark(token, '(') || isMark(token, '[')) depth += 1;
    if (isMark(token, ')') || isMark(token, ']')) depth -= 1;
    text.at += 1;
  } while (depth > 0 && text.at < text.tokens.length);
}

/** Without the brackets; undefined where there are none. */
export function bracketsIn(text: Text): string | undefined {
  const from = text.at;
  if (!isMark(text.tokens[from], '(')) return undefined;
  pass(text);
  return slice(text, from + 1, text.at - 1);
}

/** A name as the database has it, where that is beyond doubt. */
export function nameIn(text: Text): string | undefined {
  const token = text.tokens[text.at];
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'name')) return undefined;
  text.at += 1;
  const { text: written, kind } = token;
  const folds = text.dialect.keysBeside?.folds === true;
  if (kind === 'word') return folds ? written.toLowerCase() : written;
  const end = written.slice(-1);
  return written.slice(1, -1).replaceAll(end + end, end);
}
