/** Whether bytes that come in pieces are UTF-8: what is not would become U+FFFD without a word. */

import { isUtf8 } from 'node:buffer';

const newline = 0x0a;
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && byte >> 6 === 0b10;

function lineOf(bytes: Buffer): number {
  let from = 0;
  while (from < 3 && isContinuation(bytes[from])) from++;
  for (let line = 0; ; line++) {
    const end = bytes.indexOf(newline, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

export interface Utf8Check {
  /** The line, from 1, in which these bytes, or those before them, are not UTF-8. */
  wrongLine(bytes: Buffer): number | undefined;
  /** The same of the end: a character may be cut off. */
  wrongEnd(): number | undefined;
}

export function createUtf8Check(): Utf8Check {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  return {
    wrongLine(bytes) {
      try {
        decoder.decode(bytes, { stream: true });
      } catch {
        return line + lineOf(bytes);
      }
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) line++;
      return undefined;
    },
    wrongEnd() {
      try {
        decoder.decode();
        return undefined;
      } catch {
        return line;
      }
    },
  };
}
