/** ASCII for Redshift, whose CHR knows no more: `('caf' || FROM_VARBYTE(FROM_HEX('c3a9'), 'utf8'))`. https://docs.aws.amazon.com/redshift/latest/dg/r_FROM_VARBYTE.html */

import { joined, stretches } from '../text.ts';
import { isExpression } from './expression.ts';
import { asciiBy, beyondAscii, escapesBeyond } from './respell.ts';

/** The inside of a string is cut and not read, so its escapes stay what they are. */
function spelled(body: string): string {
  const parts = stretches(body, beyondAscii).map(({ text, special }) =>
    special ? `FROM_VARBYTE(FROM_HEX('${Buffer.from(text).toString('hex')}'), 'utf8')` : `'${text}'`,
  );
  return parts.length === 1 ? parts[0]! : `(${joined(parts, ' || ')})`;
}

export const redshiftAscii: (text: string) => string = asciiBy({
  language: 'redshift',
  string(tokens, at) {
    const { text } = tokens[at]!;
    const odd = !text.startsWith("'") || escapesBeyond(text);
    return odd || !isExpression(tokens, at) ? undefined : spelled(text.slice(1, -1));
  },
});
