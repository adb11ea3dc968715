/** Finds the statements that a script carries in strings: what EXEC(N'…') and EXECUTE IMMEDIATE '…' will run. */
import type { Piece } from './fault.ts';
import { meaningful, type Token, textOf, unistr } from './tokens.ts';

/** Stands for what is known only when the script runs. */
const unknown = 'placeholder';

export function innerMssql({ sql, line }: Piece): Piece[] {
  const tokens = meaningful(sql, 'mssql', line);
  const variables: Variables = new Map();
  return tokens.flatMap(({ text }, at) => {
    if (/^SET$/i.test(text) && tokens[at + 2]?.text === '=') assign(variables, tokens, at + 1, at + 3);
    if (/^EXEC(UTE)?$/i.test(text) && tokens[at + 1]?.text === '(') return carried(tokens, at + 2, variables);
    if (/^\[?sp_executesql\]?$/i.test(text)) {
      const named = /^@(stmt|statement)$/i.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === '=';
      return carried(tokens, named ? at + 3 : at + 1, variables);
    }
    return [];
  });
}

/** What is prepared from a variable, or run at once; a text that is joined from several is not looked into. */
export function innerMysql({ sql, line }: Piece): Piece[] {
  const carrier = /^\s*SET @migrator_sql\b/i.test(sql) ? /^(?:,|THEN|ELSE)$/i : /^IMMEDIATE$/i;
  const tokens = meaningful(sql, 'mysql', line);
  if (tokens.some(({ text }) => /^CONCAT$/i.test(text))) return [];
  return tokens.flatMap(({ kind, text, line: at }, n) => {
    if (kind !== 'string' || !carrier.test(tokens[n - 1]?.text ?? '')) return [];
    const statement = textOf(text).replaceAll('\\\\', '\\');
    return statement === 'DO 0' ? [] : [{ sql: statement, line: at }];
  });
}

/** Also the arguments of the block's own procedures that do nothing but EXECUTE IMMEDIATE them. */
export function innerOracle({ sql, line }: Piece): Piece[] {
  const tokens = meaningful(sql, 'oracle', line);
  const carriers = carriersIn(tokens);
  const variables: Variables = new Map();
  const found: Piece[] = [];
  for (const [at, { text, kind }] of tokens.entries()) {
    if (text === ':' && tokens[at + 1]?.text === '=') assign(variables, tokens, at - 1, at + 2);
    if (/^IMMEDIATE$/i.test(text) || (/^FOR$/i.test(text) && /^OPEN$/i.test(tokens[at - 2]?.text ?? '')))
      found.push(...carried(tokens, at + 1, variables));
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
    if (first && depth === 1) found.push(...carried(tokens, at, new Map()).filter(({ sql }) => verb.test(sql)));
    first = depth === 1 && (text === ',' || text === '>');
    if (text === '(') depth++;
    if (text === ')') depth--;
  }
  return found;
}

/** What a script has put together in a variable so far, with the line on which it began. */
type Variables = Map<string, Piece>;

function assign(variables: Variables, tokens: readonly Token[], name: number, from: number): void {
  const { text, line } = tokens[name]!;
  const { sql, constant } = concatenation(tokens, from, variables);
  const before = variables.get(text.toUpperCase());
  if (constant) variables.set(text.toUpperCase(), { sql, line: before?.line ?? tokens[from]?.line ?? line });
  else variables.delete(text.toUpperCase());
}

/** The text of a concatenation; nothing when it starts with something that is known only when the script runs. */
function carried(tokens: readonly Token[], from: number, variables: Variables): Piece[] {
  const first = tokens[from];
  const known = variables.get(first?.text.toUpperCase() ?? '');
  if (
    first === undefined ||
    (first.kind !== 'string' && first.text !== '(' && !/^TO_(?:CHAR|CLOB)$/i.test(first.text) && known === undefined)
  )
    return [];
  const { sql } = concatenation(tokens, from, variables);
  return sql.startsWith(unknown) ? [] : [{ sql, line: known?.line ?? first.line }];
}

interface Concatenation {
  readonly sql: string;
  /** It begins with text that the script itself holds. */
  readonly constant: boolean;
  /** The index of the token after it. */
  readonly end: number;
}

function concatenation(tokens: readonly Token[], from: number, variables: Variables): Concatenation {
  let sql = '';
  let at = from;
  let constant = true;
  for (;;) {
    const term = termAt(tokens, at, variables);
    sql += term.sql;
    constant &&= term.constant;
    at = term.end;
    if (tokens[at]?.text === '+') at++;
    else if (tokens[at]?.text === '|' && tokens[at + 1]?.text === '|') at += 2;
    else return { sql, constant, end: at };
  }
}

function termAt(tokens: readonly Token[], at: number, variables: Variables): Concatenation {
  const { kind, text } = tokens[at] ?? { kind: 'symbol', text: '' };
  const called = tokens[at + 1]?.text === '(';
  if (kind === 'string') return { sql: textOf(text), constant: true, end: at + 1 };
  if (text === '(' || (called && /^(?:CAST|TO_CHAR|TO_CLOB)$/i.test(text))) {
    const inside = concatenation(tokens, text === '(' ? at + 1 : at + 2, variables);
    return { ...inside, end: afterParenthesis(tokens, text === '(' ? at : at + 1) };
  }
  if (called && /^CONCAT$/i.test(text)) return joined(tokens, at + 1, variables);
  const end = called ? afterParenthesis(tokens, at + 1) : at + 1;
  const known = variables.get(text.toUpperCase());
  if (known !== undefined) return { sql: known.sql, constant: true, end };
  if (called && /^UNISTR$/i.test(text)) return { sql: unistr(textOf(tokens[at + 2]?.text ?? '')), constant: true, end };
  const isCharacter = called && /^N?CHA?R$/i.test(text);
  return isCharacter
    ? { sql: String.fromCodePoint(Number(tokens[at + 2]?.text)), constant: true, end }
    : { sql: unknown, constant: false, end };
}

/** The arguments of CONCAT: `from` is the bracket that opens them. */
function joined(tokens: readonly Token[], from: number, variables: Variables): Concatenation {
  const found: Concatenation[] = [];
  let at = from;
  do {
    found.push(concatenation(tokens, at + 1, variables));
    at = found.at(-1)!.end;
  } while (tokens[at]?.text === ',');
  return { sql: found.map(({ sql }) => sql).join(''), constant: found.every(({ constant }) => constant), end: at + 1 };
}

function afterParenthesis(tokens: readonly Token[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at]!.text === '(') depth++;
    if (tokens[at]!.text === ')' && --depth === 0) return at + 1;
  }
  return tokens.length;
}
