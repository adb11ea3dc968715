/** How SQL begins: each statement of a text, behind blanks and comments. */

export const beginning: string = String.raw`(?:^|;)(?:\s|--[^\n]*\n|/\*[\s\S]*?\*/)*`;

export function begins(sql: string, words: RegExp): boolean {
  return new RegExp(`${beginning}(?:${words.source})`, 'i').test(sql);
}
