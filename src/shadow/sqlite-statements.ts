/** The statements of a text, because SQLite's drivers answer the first one only. */

import { type Token, tokensOf } from '../dialect/tokens.ts';

const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.text.toLowerCase());

/** `create trigger … begin …; …; end`: its semicolons end nothing until END follows one. */
function isOpenTrigger(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens;
  const trigger = isWord(second, 'temp', 'temporary') ? third : second;
  if (!isWord(first, 'create') || !isWord(trigger, 'trigger')) return false;
  return !(isWord(tokens.at(-1), 'end') && tokens.at(-2)?.text === ';');
}

/** A text that cannot be cut is one statement. */
export function statementsOf(sql: string): readonly string[] {
  const all = tokensOf(sql, 'sqlite');
  if (all === undefined) return [sql];
  const statements: string[] = [];
  let text = '';
  let own: Token[] = [];
  const end = () => {
    if (own.length > 0) statements.push(text.trim());
    text = '';
    own = [];
  };
  for (const token of all) {
    if (token.text === ';' && !isOpenTrigger(own)) {
      end();
      continue;
    }
    text += token.gap + token.text;
    if (token.kind === 'comment') text += '\n';
    else own.push(token);
  }
  end();
  return statements;
}

export function isInsert(sql: string): boolean {
  const words = (tokensOf(sql, 'sqlite') ?? []).filter(({ kind }) => kind === 'word');
  const verb = isWord(words[0], 'with') ? words.find((word) => isWord(word, 'insert', 'update', 'delete')) : words[0];
  return isWord(verb, 'insert', 'replace');
}
