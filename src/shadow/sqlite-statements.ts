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

/** `select` for everything that only reads rows, `insert` for what gives new ones an id. */
export function verbOf(sql: string): string | undefined {
  const words = (tokensOf(sql, 'sqlite') ?? [])
    .filter(({ kind }) => kind === 'word')
    .map(({ text }) => text.toLowerCase());
  const [first] = words;
  const verb = first === 'with' ? (words.find((word) => writing.has(word)) ?? 'select') : first;
  return verb === undefined ? undefined : (sameAs[verb] ?? verb);
}

const writing: ReadonlySet<string> = new Set(['insert', 'update', 'delete']);
const sameAs: Readonly<Record<string, string>> = { values: 'select', replace: 'insert' };
