/** The values that a header may have: strings, null, and lists of strings, written out. */

import { advance, type Cursor, isAt, take } from './lexer.ts';

export type Literal = string | null | readonly string[];

/** Reads the value that stands here; undefined when it is anything that would have to be computed. */
export function readLiteral(cursor: Cursor): Literal | undefined {
  const value = isAt(cursor, '[') ? readList(cursor) : readOne(cursor);
  return value !== undefined && ends(cursor) ? value : undefined;
}

function readOne(cursor: Cursor): string | null | undefined {
  const { token } = cursor;
  if (token?.type === 'StringLiteral' || token?.type === 'NoSubstitutionTemplate') {
    if (!token.closed) return undefined;
    advance(cursor);
    return unquote(token.value);
  }
  return take(cursor, 'null') || take(cursor, 'undefined') ? null : undefined;
}

function readList(cursor: Cursor): readonly string[] | undefined {
  advance(cursor);
  const items: string[] = [];
  while (!take(cursor, ']')) {
    const item = readOne(cursor);
    if (typeof item !== 'string') return undefined;
    items.push(item);
    if (!take(cursor, ',') && !isAt(cursor, ']')) return undefined;
  }
  return items;
}

/** Passes over `as const`, `satisfies Type`. */
function skipAssertion(cursor: Cursor): void {
  const { depth } = cursor;
  while (take(cursor, 'as') || take(cursor, 'satisfies')) {
    if (take(cursor, 'const')) continue;
    do advance(cursor);
    while (cursor.token !== undefined && (cursor.depth > depth || !isAfterType(cursor)));
  }
}

function isAfterType(cursor: Cursor): boolean {
  if (['as', 'satisfies', ';', ',', '}'].some((value) => isAt(cursor, value))) return true;
  return cursor.newLine && cursor.token?.type === 'IdentifierName';
}

/** Whether the value is over: the next token cannot go on with it. */
function ends(cursor: Cursor): boolean {
  skipAssertion(cursor);
  const { token } = cursor;
  if (token === undefined) return true;
  if (token.type === 'Punctuator') return token.value === ';' || token.value === ',' || token.value === '}';
  return cursor.newLine && token.type === 'IdentifierName' && token.value !== 'in' && token.value !== 'instanceof';
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

function unquote(source: string): string {
  const inner = source.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(
    /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|[\s\S]))/g,
    (_, braced?: string, four?: string, two?: string, one?: string) => {
      const code = braced ?? four ?? two;
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      return /^[\r\n\u2028\u2029]/.test(one!) ? '' : (escapes[one!] ?? one!);
    },
  );
}
