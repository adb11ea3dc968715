/** Markdown of a bundle's README. */

import type { Script } from '../script/script.ts';

export const code = (line: string, language = 'sh'): readonly string[] => ['', `\`\`\`${language}`, line, '```', ''];

/** Markdown reads `|` and line breaks in a table as its own. */
export const cell = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').replace(/[\\|`<*_[\]]/g, '\\$&');

/** Indented lines are SQL. */
export function paragraphs(lines: readonly string[]): readonly string[] {
  const isSql = (line: string | undefined) => line?.startsWith('  ') === true;
  return lines.flatMap((line, n) => {
    if (!isSql(line)) return [cell(line)];
    const [before, after] = [isSql(lines[n - 1]) ? [] : ['', '```sql'], isSql(lines[n + 1]) ? [] : ['```']];
    return [...before, `${line.trim()};`, ...after];
  });
}

/** A command line, or the sentence that stands for one. */
export function lineOf(
  { run, inWords }: Pick<Script['client'], 'run'> & { readonly inWords?: unknown },
  file: string,
): readonly string[] {
  const line = run(file);
  return inWords === undefined ? code(line) : ['', `${cell(line.replace(/^./, (first) => first.toUpperCase()))}.`, ''];
}
