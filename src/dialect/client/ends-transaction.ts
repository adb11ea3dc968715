/** Statements of the author that begin or end a transaction, which the house rule "no commit" leaves to whoever runs the script. */

import type { Statement } from '../statement.ts';
import { type Token, tokensOf } from '../tokens.ts';

export const inNoTransaction = 'it may stand in no transaction, and the house rule "no commit" has one around all';

const isWord = (token: Token | undefined, word: RegExp): boolean => token?.kind === 'word' && word.test(token.text);

/** `on commit` is a clause of tables and views; SQL Server begins and saves a TRAN. */
const endsAt = (token: Token, nth: number, all: readonly Token[]): boolean =>
  isWord(token, /^(?:begin|save)$/i)
    ? isWord(all[nth + 1], /^tran(?:saction)?$/i)
    : isWord(token, /^(?:commit|rollback|savepoint)$/i) && !isWord(all[nth - 1], /^on$/i);

/** Why it may not stand in such a script. What it creates runs another time; text that has no known tokens is not judged. */
export function endsTransaction({ sql, sort }: Statement, language: string): string | undefined {
  if (sort === 'schema' || sort === 'data' || typeof sql !== 'string' || /^\s*create\b/i.test(sql)) return undefined;
  const tokens = (tokensOf(sql, language) ?? []).filter(({ kind }) => kind !== 'comment');
  const word = tokens.find(endsAt)?.text;
  return word && `it says ${word}, and the house rule "no commit" leaves transactions to whoever runs the script`;
}
