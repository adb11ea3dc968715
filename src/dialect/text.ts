/** Cutting text so that nothing which a client tool or a reader could stumble over stands raw in a file. */

export interface Stretch {
  readonly text: string;
  readonly special: boolean;
}

/** Control characters, line breaks, and the marks that reorder or hide what a reviewer sees. */
export const unseen: RegExp = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]+/gu;

/** The same without tabs and line breaks, for clients that write those apart. */
export const unseenInLine: RegExp = /(?![\t\n\r])[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** Plain and special stretches in turn, empty ones left out; `special` is a global expression. */
export function stretches(text: string, special: RegExp): readonly Stretch[] {
  if (text.search(special) < 0) return [{ text, special: false }];
  const found: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(special)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), special: false });
    found.push({ text: match[0], special: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), special: false });
  return found;
}

/** Pieces of at most `bytes` UTF-8 bytes, no character cut in two. */
export function cut(text: string, bytes: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of text) {
    const width = Buffer.byteLength(character);
    if (size + width > bytes && piece !== '') {
      pieces.push(piece);
      piece = '';
      size = 0;
    }
    piece += character;
    size += width;
  }
  pieces.push(piece);
  return pieces;
}

/** Code points of `text`, decimal. */
export function codePoints(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

/** `'it''s'` */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Parts joined by an infix operator, in brackets of `width` parts each, because engines limit how deep an expression may nest. */
export function joined(parts: readonly string[], operator: string, width = 100): string {
  if (parts.length <= width) return parts.join(operator);
  const groups: string[] = [];
  for (let start = 0; start < parts.length; start += width) {
    groups.push(`(${parts.slice(start, start + width).join(operator)})`);
  }
  return joined(groups, operator, width);
}
