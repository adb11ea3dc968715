/** ASCII for MySQL and MariaDB: `CONCAT('caf', _utf8mb4 x'c3a9')`. https://dev.mysql.com/doc/refman/8.0/en/charset-introducer.html */

import { stretches } from '../text.ts';
import { isExpression } from './expression.ts';
import { asciiBy, beyondAscii, escapesBeyond } from './respell.ts';

/** The inside of a string is cut and not read, so its escapes stay what they are. */
function spelled(body: string): string {
  const parts = stretches(body, beyondAscii).map(({ text, special }) =>
    special ? `_utf8mb4 x'${Buffer.from(text).toString('hex')}'` : `'${text}'`,
  );
  return parts.length === 1 ? parts[0]! : `CONCAT(${parts.join(', ')})`;
}

export const mysqlAscii: (text: string) => string = asciiBy({
  language: 'mysql',
  string(tokens, at) {
    const { text } = tokens[at]!;
    const odd = !text.startsWith("'") || escapesBeyond(text);
    return odd || !isExpression(tokens, at) ? undefined : spelled(text.slice(1, -1));
  },
});
