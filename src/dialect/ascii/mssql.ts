/** ASCII for SQL Server: `(N'caf' + NCHAR(233))`. */

import { mssqlText } from '../literal-mssql.ts';
import type { Token } from '../tokens.ts';
import { asciiBy, beyondAscii } from './respell.ts';

/** EXEC, its procedures' arguments and THROW take literals and variables: https://learn.microsoft.com/sql/t-sql/language-elements/execute-transact-sql */
function mustBeLiteral(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 3), at).map(({ text }) => text.toLowerCase());
  if (before.at(-1) === 'sp_executesql' || before.at(0) === 'throw') return true;
  return before.at(-1) === '(' && /^exec(?:ute)?$/.test(before.at(-2) ?? '');
}

export const mssqlAscii: (text: string) => string = asciiBy({
  language: 'transactsql',
  string(tokens, at) {
    const { text } = tokens[at]!;
    if (!/^n'/i.test(text) || mustBeLiteral(tokens, at)) return undefined;
    return mssqlText(text.slice(2, -1).replaceAll("''", "'"), beyondAscii);
  },
});
