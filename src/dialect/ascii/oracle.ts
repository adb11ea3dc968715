/** ASCII for Oracle: `TO_CHAR(UNISTR('caf\00E9'))`. https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/UNISTR.html */

import { cut, quoted } from '../text.ts';
import { asciiBy, isAscii } from './respell.ts';

/** SQL*Plus reads lines of 2499 characters. */
const longest = 1500;

/** A UTF-16 unit, or a character of ASCII with its quote or backslash doubled. */
function unit(character: string): string {
  if (character === "'" || character === '\\') return character + character;
  if (isAscii(character)) return character;
  return Array.from({ length: character.length }, (_, n) => `\\${hexUnit(character.charCodeAt(n))}`).join('');
}

const hexUnit = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

function lineParts(line: string): readonly string[] {
  if (isAscii(line)) return cut(line, longest / 2).map(quoted);
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    const spelled = unit(character);
    if (piece.length + spelled.length > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += spelled;
  }
  return [...pieces, piece].map((inside) => `TO_CHAR(UNISTR('${inside}'))`);
}

/** Every line of the file begins with a word or a quote, as SQL*Plus needs it. */
function expression(value: string): string {
  return value
    .split('\n')
    .map((line) => lineParts(line).join(' ||\n    '))
    .join(' || CHR(10) ||\n    ');
}

function textOf(token: string): string {
  return /^q/i.test(token) ? token.slice(3, -2) : token.slice(1, -1).replaceAll("''", "'");
}

export const oracleAscii: (text: string) => string = asciiBy({
  language: 'plsql',
  string(tokens, at) {
    const { text } = tokens[at]!;
    return /^n/i.test(text) ? undefined : expression(textOf(text));
  },
});
