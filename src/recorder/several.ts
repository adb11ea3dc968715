/** Whether a text of the author's holds more than one statement. */

const quotes: readonly RegExp[] = [
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]\n]*\]|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//g,
  /'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"\\]|""|\\[\s\S])*"|`[^`]*`|--[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//g,
];

function withoutBrackets(sql: string): string {
  const outer = sql.replace(/\([^()]*\)/g, ' ');
  return outer === sql ? sql : withoutBrackets(outer);
}

/** What is left without quoted text, comments and brackets: words and semicolons. */
export function outerWords(sql: string, quoted: RegExp = quotes[0]!): string {
  return withoutBrackets(sql.replace(quoted, ' '));
}

/** Only where it is so with backslashes that escape and with those that do not. */
export function isSeveral(sql: string): boolean {
  return quotes.every((quoted) => /;\s*\S/.test(outerWords(sql, quoted)));
}
