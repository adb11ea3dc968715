/** SQL, or words about it, in a spelling that dialects share. */

const quotedNumber = /^'(-?\d+(?:\.\d+)?|true|false)'$/;

/** Quotes of names and of bound numbers, and blanks, differ between dialects, and between an error and what was typed. */
export function plainSql(text: string): string {
  const parts = text.split(/('(?:[^']|'')*')/);
  return parts
    .map((part, at) => (at % 2 === 1 ? part.replace(quotedNumber, '$1') : part.replace(/["`[\]\s]/g, '')))
    .join('')
    .replace(/;+$/, '');
}
