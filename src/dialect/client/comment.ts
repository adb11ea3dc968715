/** Comment lines that nothing inside them can end, and that no client tool takes for a command. */

import { cut } from '../text.ts';

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const hidden = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu;
const widest = 110;
/** Indented lines are for copying: a command that is cut would be another one. */
const widestCopied = 240;
/** What most lines are: short, printable, and without any of the signs that matter below. */
const ordinary = /^[!-#%-)+-.0-~](?:[ -#%-)+-.0-~]|\/(?!\*)|\*(?!\/)|\$(?!\()){0,108}(?<![-; ])$/;

/**
 * Every line begins with `-- ` and ends with a line feed.
 * `$(x)` is replaced by sqlcmd in comments too, and a hyphen at the end of a line continues it in SQL*Plus:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/sqpug/SQL-Plus-command-reference.html
 */
export function commentLines(lines: readonly string[]): string {
  if (lines.every((line) => ordinary.test(line))) return lines.map((line) => `-- ${line}\n`).join('');
  return lines
    .flatMap((line) => line.split(lineBreak))
    .flatMap((line) => wrapped(harmless(line)))
    .map((line) => (line === '' ? '--\n' : `-- ${line}\n`))
    .join('');
}

function harmless(line: string): string {
  return line
    .replaceAll('\t', ' ')
    .replace(hidden, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replaceAll('/*', '/ *')
    .replaceAll('*/', '* /')
    .replaceAll('$(', '$ (')
    .trimEnd()
    .replace(/[-;]$/, '$& .');
}

function wrapped(line: string): readonly string[] {
  if (line.length <= (/^ {2}\S/.test(line) ? widestCopied : widest)) return [line];
  const indent = /^ */.exec(line)![0].slice(0, 20);
  const found: string[] = [];
  let current = '';
  for (const word of line.split(' ').flatMap((part) => cut(part, widest - 20))) {
    if (current.trim() !== '' && current.length + 1 + word.length > widest) {
      found.push(closed(current));
      current = `${indent}  ${word}`;
    } else {
      current = current === '' && found.length === 0 && word !== '' ? word : `${current} ${word}`;
    }
  }
  return [...found, closed(current)];
}

function closed(line: string): string {
  return line.trimEnd().replace(/[-;]$/, '$& .');
}
