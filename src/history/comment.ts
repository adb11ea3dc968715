/** A revision file's first comment: what is said in it, and how a message is written so that it reads back. */

/** Lines that tell about the file, not about what it does. */
const isNote = (line: string): boolean => /^(Revision ID|Revises|Create Date|Branch labels?|Depends on):/i.test(line);

/** Said to a tool, not to a reader. */
export function isDirective(comment: string): boolean {
  return /^\/[*/]\s*(?:!|@ts-|eslint|biome-|prettier-|istanbul |c8 |v8 |\/\s*<)/.test(comment);
}

/** The text of a comment, line by line, without its stars; empty lines around it are dropped. */
export function commentLines(comment: readonly string[]): readonly string[] {
  const [first = ''] = comment;
  const lines = first.startsWith('//')
    ? comment.map((line) => line.replace(/^\/\/+ ?/, '').trimEnd())
    : first
        .replace(/^\/\*+/, '')
        .replace(/\*+\/$/, '')
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map((line, index) => (index === 0 ? line.trim() : line.replace(/^\s*(?:\* ?)?/, '').trimEnd()));
  const start = lines.findIndex((line) => line !== '');
  const end = lines.findLastIndex((line) => line !== '');
  return start < 0 ? [] : lines.slice(start, end + 1).map(unguard);
}

/** The first paragraph on one line. */
export function messageOf(lines: readonly string[]): string {
  const end = lines.findIndex((line) => line.trim() === '' || isNote(line));
  return oneLine((end < 0 ? lines : lines.slice(0, end)).join(' '));
}

/** The last one said, since it stands below the message. */
export function createdOf(lines: readonly string[]): string | undefined {
  const line = lines.findLast((one) => /^Create Date:/i.test(one));
  return line?.replace(/^Create Date:\s*/i, '').trim();
}

/** Whether a message would be taken for a note about the file when it is read back. */
export const readsAsNote = (message: string): boolean => isNote(oneLine(message));

/** A message as it stands in a block comment, after ` * `: its first paragraph on one line, the others as they are. */
export function commentText(message: string): string {
  const lines = printable(message).split('\n');
  const start = lines.findIndex((line) => line !== '');
  const end = lines.indexOf('', start);
  const [paragraph, others] = end < 0 ? [lines.slice(start), []] : [lines.slice(start, end), lines.slice(end)];
  return guard([oneLine(paragraph.join(' ')), ...others].join('\n'))
    .trimEnd()
    .replaceAll('\n', '\n * ')
    .replace(/ +$/gm, '');
}

/** Line ends as they are here, and nothing that a file could not hold or a reader not see. */
function printable(message: string): string {
  return message
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/^[^\S\n]+|[^\S\n]+$/gm, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The end of a comment inside a comment is written with a backslash more, and read with one less. */
const guard = (text: string): string => text.replace(/\*(\\*)\//g, '*\\$1/');
const unguard = (line: string): string => line.replace(/\*\\(\\*)\//g, '*$1/');
