/** Whether a text of the author's holds more than one statement. */

import type { Mark } from '../schema/expression.ts';

const quotes: readonly RegExp[] = [
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]\n]*\]|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g,
  /'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"\\]|""|\\[\s\S])*"|`[^`]*`|--(?!\S)[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//g,
];

function withoutBrackets(sql: string): string {
  const outer = sql.replace(/\([^()]*\)/g, ' ');
  return outer === sql ? sql : withoutBrackets(outer);
}

/** What is left without quoted text, comments and brackets: words and semicolons. */
export function outerWords(sql: string, quoted: RegExp = quotes[0]!): string {
  return withoutBrackets(sql.replace(quoted, ' '));
}

/** The statements of a text, without their semicolons; `mark` tells how the dialect quotes names, and so whether backslashes escape. */
export function statementsIn(sql: string, mark: Mark | undefined): readonly string[] {
  const quoted = quotes[mark === '`' ? 1 : 0]!;
  const pieces = new RegExp(`${quoted.source}|[()]|;|[\\s\\S]`, 'g');
  const found: string[] = [''];
  let depth = 0;
  for (const [piece] of sql.matchAll(pieces)) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (piece === ';' && depth <= 0) found.push('');
    else found[found.length - 1] += piece;
  }
  return found.map((text) => text.trim()).filter((text) => outerWords(text, quoted).trim() !== '');
}

/** Only where it is so with backslashes that escape and with those that do not. */
export function isSeveral(sql: string): boolean {
  return quotes.every((quoted) => /;\s*\S/.test(outerWords(sql, quoted)));
}
