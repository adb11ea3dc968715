/** Strings as one quoted token, for where the grammar takes no expression. */

import { unseen } from './text.ts';
import { unrepresentable } from './unrepresentable.ts';

/** Refuses what no engine stores as text. */
export function checkText(text: string): void {
  if (text.includes('\0')) throw unrepresentable('text with a NUL character', 'leave the character out');
  if (/\p{Surrogate}/u.test(text)) throw unrepresentable('text with half a character in it', 'leave it out');
}

/** `'it''s'` where the engine has no escapes inside quotes: characters that must not stand raw are refused. */
export function plainToken(
  prefix: string,
  forbidden: RegExp = unseen,
  longest: number = Number.POSITIVE_INFINITY,
): (text: string) => string {
  return (text) => {
    checkText(text);
    const found = text.match(forbidden)?.[0];
    if (found !== undefined) {
      throw unrepresentable(`${JSON.stringify(found)} in a comment or a name of a value`, 'use plain text on one line');
    }
    if (Buffer.byteLength(text) > longest) throw unrepresentable(`text of more than ${longest} bytes`, 'shorten it');
    return `${prefix}'${text.replaceAll("'", "''")}'`;
  };
}
