/** ASCII for PostgreSQL and its relatives: https://www.postgresql.org/docs/current/sql-syntax-lexical.html */

import type { Token } from '../tokens.ts';
import { asciiBy, isAscii, type Respelling } from './respell.ts';

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

function escaped(character: string): string {
  const code = character.codePointAt(0)!;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}

/** The inside of `E'…'`: a backslash before a character that needs none is dropped with it. */
function escapes(body: string): string {
  return body.replace(/\\(.)|\P{ASCII}/gsu, (found, after: string | undefined) =>
    isAscii(found) ? found : escaped(after ?? found),
  );
}

/** The inside of `U&"…"`. */
function codes(body: string): string {
  return body.replace(/\P{ASCII}/gu, (character) => {
    const code = character.codePointAt(0)!;
    return code > 0xffff ? `\\+${hex(code, 6)}` : `\\${hex(code, 4)}`;
  });
}

const plain = (body: string): string => `E'${escapes(body.replaceAll('\\', '\\\\'))}'`;

/** A guard's block is looked into, so that it stays readable; an author's body is one string. */
function dollarQuoted(token: string, before: Token | undefined, ascii: (text: string) => string): string {
  const tag = /^\$\w*\$/.exec(token)![0];
  const body = token.slice(tag.length, -tag.length);
  const isGuard = tag.startsWith('$migrator') && before?.text === 'DO';
  return isGuard ? `${tag}${ascii(body)}${tag}` : plain(body.replaceAll("'", "''"));
}

function spellingOf(language: string, ascii: (text: string) => string): Respelling {
  return {
    language,
    string(tokens, at) {
      const { text, gap } = tokens[at]!;
      const before = tokens[at - 1];
      if (text.startsWith('$')) return dollarQuoted(text, before, ascii);
      // the second part of a string on two lines, or of N'…'
      if (before?.kind === 'string' || (before?.kind === 'word' && gap === '')) return undefined;
      if (/^e/i.test(text)) return escapes(text);
      if (/^u/i.test(text)) return /^uescape$/i.test(tokens[at + 1]?.text ?? '') ? undefined : codes(text);
      return plain(text.slice(1, -1));
    },
  };
}

export function cockroachAscii(text: string): string {
  return asciiBy(spellingOf('postgresql', cockroachAscii))(text);
}

export function postgresAscii(text: string): string {
  return asciiBy({
    ...spellingOf('postgresql', postgresAscii),
    name: (tokens, at) =>
      tokens[at - 1]?.text === '&' ? undefined : `U&${codes(tokens[at]!.text.replaceAll('\\', '\\\\'))}`,
  })(text);
}
