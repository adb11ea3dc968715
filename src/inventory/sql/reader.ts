/** The tokens of an expression, read one after the other, and the names and types among them. */

import type { Expression } from './expression.ts';
import { afterBracket, isSign, isWord, type Lexis, type Token } from './tokens.ts';

export interface Grammar extends Lexis {
  /** A query in brackets as one text. */
  query(source: string): string;
}

/** The tokens, and how far they are read. */
export interface Reader {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly grammar: Grammar;
  at: number;
}

export function peek(reader: Reader, ahead = 0): Token | undefined {
  return reader.tokens[reader.at + ahead];
}

export function take(reader: Reader): Token {
  const token = reader.tokens[reader.at];
  if (token === undefined) throw new SyntaxError('it ends too early');
  reader.at += 1;
  return token;
}

export function skip(reader: Reader, value: string): boolean {
  const token = peek(reader);
  const is = isSign(token, value) || isWord(token, value);
  if (is) reader.at += 1;
  return is;
}

export function expect(reader: Reader, value: string): void {
  if (!skip(reader, value)) throw new SyntaxError(`${value} is missing`);
}

/** A type's name with its arguments and brackets: `character varying(10)[]`, `"Mood"`, `timestamp with time zone`. */
export function readType(reader: Reader): string {
  const first = take(reader);
  let type = first.value;
  for (let token = peek(reader); token !== undefined; token = peek(reader)) {
    if (isSign(token, '.')) {
      reader.at += 1;
      type += `.${take(reader).value}`;
    } else if (isSign(token, '(', '[')) {
      const end = afterBracket(reader.tokens, reader.at);
      type += reader.tokens.slice(reader.at, end).reduce((text, { value }) => text + value, '');
      reader.at = end;
    } else if (isWord(token, 'varying', 'precision', 'with', 'without', 'time', 'zone', 'unsigned', 'signed')) {
      reader.at += 1;
      type += ` ${token.value}`;
    } else break;
  }
  return type;
}

export function readName(reader: Reader): Expression {
  const parts = [take(reader).value];
  while (isSign(peek(reader), '.')) {
    reader.at += 1;
    parts.push(take(reader).value);
  }
  return { kind: 'name', parts };
}
