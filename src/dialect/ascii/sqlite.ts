/** ASCII for SQLite: `('caf' || char(233))`. */

import { sqliteText } from '../literal-sqlite.ts';
import type { Token } from '../tokens.ts';
import { isExpression } from './expression.ts';
import { asciiBy, beyondAscii, inWords } from './respell.ts';

/** A literal, whose words a refusal of ours may change: https://www.sqlite.org/lang_createtrigger.html#raise */
function inRaise(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === ',' && /^raise$/i.test(tokens[at - 4]?.text ?? '');
}

function isRefusal(tokens: readonly Token[], at: number): boolean {
  const trigger = tokens.slice(0, at).findLastIndex(({ text }) => /^trigger$/i.test(text));
  return tokens[trigger + 1]?.text.startsWith('migrator_') === true;
}

export const sqliteAscii: (text: string) => string = asciiBy({
  language: 'sqlite',
  string(tokens, at) {
    const { text } = tokens[at]!;
    if (!text.startsWith("'")) return undefined;
    if (inRaise(tokens, at)) return isRefusal(tokens, at) ? inWords(text) : undefined;
    const value = text.slice(1, -1).replaceAll("''", "'");
    // a new column takes no call of a function: https://www.sqlite.org/lang_altertable.html#alter_table_add_column
    if (/^default$/i.test(tokens[at - 1]?.text ?? ''))
      return `(CAST(X'${Buffer.from(value).toString('hex')}' AS TEXT))`;
    return isExpression(tokens, at) ? sqliteText(value, beyondAscii) : undefined;
  },
});
