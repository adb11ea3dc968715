/** Whether an expression may stand where a string token stands. */

import type { Token } from '../tokens.ts';

const openers: ReadonlySet<string> = new Set(
  'and or xor not like glob regexp rlike when then else case select distinct all between return values having where immediate'.split(
    ' ',
  ),
);

/** Marks after which a string is no expression of its own: a path of JSON must be a literal on MySQL. */
const closers = /(?:[);\]}.]|->>?)$/;

export function isExpression(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (before.kind === 'word') return openers.has(before.text.toLowerCase());
  if (before.kind !== 'mark' || closers.test(before.text)) return false;
  return !/^(?:enum|set)$/i.test(wordBeforeBracket(tokens, at)) && !isSignalled(tokens, at);
}

/** SIGNAL takes literals and variables: https://dev.mysql.com/doc/refman/8.0/en/signal.html */
function isSignalled(tokens: readonly Token[], at: number): boolean {
  if (!/^[a-z]+_(?:text|origin|catalog|schema|name)$/i.test(tokens[at - 2]?.text ?? '')) return false;
  const end = tokens.slice(0, at).findLastIndex(({ text }) => text === ';');
  return tokens.slice(end + 1, at).some(({ text }) => /^(?:re)?signal$/i.test(text));
}

/** The word before the bracket that the token stands in. */
function wordBeforeBracket(tokens: readonly Token[], at: number): string {
  let depth = 0;
  for (let n = at - 1; n > 0; n--) {
    const { text } = tokens[n]!;
    if (text === ')') depth++;
    else if (text === '(' && depth-- === 0) return tokens[n - 1]!.text;
    else if (text === ';') return '';
  }
  return '';
}
