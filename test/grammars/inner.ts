/** Finds the statements that a script carries in strings: what EXEC(N'…') and EXECUTE IMMEDIATE '…' will run. */
import type { Piece } from './fault.ts';
import { meaningful, type Token, textOf } from './tokens.ts';

/** Stands for what is known only when the script runs. */
const unknown = 'placeholder';

export function innerMssql({ sql, line }: Piece): Piece[] {
  const tokens = meaningful(sql, 'mssql', line);
  return tokens.flatMap(({ text }, at) => {
    if (/^EXEC(UTE)?$/i.test(text) && tokens[at + 1]?.text === '(') return carried(tokens, at + 2, '+');
    if (/^\[?sp_executesql\]?$/i.test(text)) {
      const named = /^@(stmt|statement)$/i.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === '=';
      return carried(tokens, named ? at + 3 : at + 1, '+');
    }
    return [];
  });
}

/** Also the arguments of the block's own procedures that do nothing but EXECUTE IMMEDIATE them. */
export function innerOracle({ sql, line }: Piece): Piece[] {
  const tokens = meaningful(sql, 'oracle', line);
  const carriers = carriersIn(tokens);
  const found: Piece[] = [];
  for (const [at, { text, kind }] of tokens.entries()) {
    if (/^IMMEDIATE$/i.test(text)) found.push(...carried(tokens, at + 1, '|'));
    if (kind !== 'word' || !carriers.has(text.toUpperCase()) || /^PROCEDURE$/i.test(tokens[at - 1]?.text ?? ''))
      continue;
    if (tokens[at + 1]?.text === '(') found.push(...argumentsFrom(tokens, at + 2));
  }
  return found;
}

function carriersIn(tokens: readonly Token[]): Set<string> {
  const carriers = new Set<string>();
  let current: string | undefined;
  for (const [at, { text }] of tokens.entries()) {
    if (/^PROCEDURE$/i.test(text)) current = tokens[at + 1]?.text.toUpperCase();
    if (current && /^IMMEDIATE$/i.test(text) && tokens[at + 1]?.kind === 'word') carriers.add(current);
  }
  return carriers;
}

const verb =
  /^\s*(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|MERGE|SELECT|WITH|TRUNCATE|COMMENT|GRANT|REVOKE|RENAME|LOCK|BEGIN|DECLARE)\b/i;

/** A carrier has other arguments, such as a table's name: a statement starts with a verb and goes on. */
function argumentsFrom(tokens: readonly Token[], from: number): Piece[] {
  const found: Piece[] = [];
  let depth = 1;
  for (let at = from, first = true; at < tokens.length && depth > 0; at++) {
    const { text } = tokens[at]!;
    if (first && depth === 1) found.push(...carried(tokens, at, '|').filter(({ sql }) => verb.test(sql)));
    first = depth === 1 && (text === ',' || text === '>');
    if (text === '(') depth++;
    if (text === ')') depth--;
  }
  return found;
}

/** Joins the literals of a concatenation; nothing when it does not start with one. */
function carried(tokens: readonly Token[], from: number, operator: '+' | '|'): Piece[] {
  const first = tokens[from];
  if (first?.kind !== 'string') return [];
  let sql = '';
  for (let at = from; at < tokens.length; ) {
    const { kind, text } = tokens[at]!;
    const character =
      /^N?CHA?R$/i.test(text) && tokens[at + 1]?.text === '(' ? Number(tokens[at + 2]?.text) : undefined;
    sql += kind === 'string' ? textOf(text) : character ? String.fromCharCode(character) : unknown;
    at++;
    if (tokens[at]?.text === '(') at = afterParenthesis(tokens, at);
    if (tokens[at]?.text !== operator) break;
    at += operator === '|' ? 2 : 1;
  }
  return [{ sql, line: first.line }];
}

function afterParenthesis(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at]!.text === '(') depth++;
    if (tokens[at]!.text === ')' && --depth === 0) return at + 1;
  }
  return tokens.length;
}
