/** The tokens of a revision file, one at a time and only as far as asked, with where they stand. */

import jsTokens, { type Token } from 'js-tokens';
import { isDirective } from './comment.ts';

export interface Cursor {
  readonly text: string;
  readonly tokens: Iterator<Token>;
  /** The token looked at; white space and comments are passed over. Undefined at the end. */
  token: Token | undefined;
  /** Where it begins. */
  at: number;
  /** Whether a line ends between it and the token before. */
  newLine: boolean;
  /** How many brackets are open around it; a closing bracket still counts as inside. */
  depth: number;
  /** The file's first comment: a block, or a run of `//` lines. */
  comment: readonly string[] | undefined;
}

export function open(text: string): Cursor {
  const tokens = jsTokens(text)[Symbol.iterator]();
  const cursor: Cursor = { text, tokens, token: undefined, at: 0, newLine: true, depth: 0, comment: undefined };
  advance(cursor);
  return cursor;
}

export function advance(cursor: Cursor): void {
  pass(cursor);
  cursor.newLine = cursor.at === 0;
  let run: string[] | undefined;
  let breaks = 0;
  for (;;) {
    const { value: token, done } = cursor.tokens.next();
    if (done) {
      cursor.token = undefined;
      return;
    }
    const isLine = token.type === 'SingleLineComment';
    if (token.type === 'LineTerminatorSequence') {
      cursor.newLine = true;
      if (++breaks > 1) run = undefined;
    } else if (isLine || token.type === 'MultiLineComment') {
      if (isLine && run !== undefined) run.push(token.value);
      else if (cursor.comment === undefined && cursor.newLine && cursor.depth === 0 && !isDirective(token.value)) {
        run = [token.value];
        cursor.comment = run;
        if (!isLine) run = undefined;
      }
      breaks = 0;
    } else if (token.type !== 'WhiteSpace' && token.type !== 'HashbangComment') {
      cursor.token = token;
      return;
    }
    cursor.at += token.value.length;
  }
}

/** Leaves the token looked at behind. */
function pass(cursor: Cursor): void {
  const { token } = cursor;
  if (token === undefined) return;
  cursor.at += token.value.length;
  if (token.type === 'TemplateHead') cursor.depth++;
  else if (token.type === 'TemplateTail') cursor.depth--;
  else if (token.type !== 'Punctuator') return;
  else if (token.value === '{' || token.value === '(' || token.value === '[') cursor.depth++;
  else if (token.value === '}' || token.value === ')' || token.value === ']') cursor.depth--;
}

export function isAt(cursor: Cursor, value: string): boolean {
  const { token } = cursor;
  return token?.value === value && (token.type === 'Punctuator' || token.type === 'IdentifierName');
}

/** Passes over `value` when it stands here. */
export function take(cursor: Cursor, value: string): boolean {
  if (!isAt(cursor, value)) return false;
  advance(cursor);
  return true;
}

/** The name that stands here, passed over. */
export function takeName(cursor: Cursor): string | undefined {
  const { token } = cursor;
  if (token?.type !== 'IdentifierName') return undefined;
  advance(cursor);
  return token.value;
}
