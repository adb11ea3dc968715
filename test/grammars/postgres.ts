/** PostgreSQL's own parser, after psql's backslash commands have been taken out. */
import { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync } from 'libpg-query';
import { type Fault, fault, type Piece } from './fault.ts';
import { meaningful, type Token, tokensOf } from './tokens.ts';

/** Every syntax error in a script for psql, the bodies of DO blocks and PL/pgSQL functions included. */
export async function parsePostgres(script: string): Promise<Fault[]> {
  await loadModule();
  return splitPsql(script).flatMap((piece) => {
    const outer = attempt(piece, parseSync);
    return outer.length > 0 || !isProgram(piece.sql) ? outer : attempt(piece, parsePlPgSQLSync);
  });
}

/** As psql sends them: up to each semicolon outside of parentheses; \gset, \gexec and \g send as well. */
export function splitPsql(script: string): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let start = 1;
  let depth = 0;
  let atomic = 0;
  let skip = 0;
  const flush = () => {
    if (text.trim()) pieces.push({ sql: text, line: start });
    text = '';
    depth = 0;
    atomic = 0;
  };
  const tokens = [...tokensOf(script.replace(/^\uFEFF/, ' '), 'postgresql')];
  for (const [index, token] of tokens.entries()) {
    if (token.at < skip) continue;
    if (token.text === '\\') {
      const end = script.indexOf('\n', token.at);
      const command = script.slice(token.at, end < 0 ? script.length : end);
      skip = token.at + command.length;
      if (/^\\g/.test(command)) flush();
      continue;
    }
    if (token.kind === 'symbol' && token.text === '(') depth++;
    if (token.kind === 'symbol' && token.text === ')') depth--;
    if (token.kind === 'word' && /^ATOMIC$/i.test(token.text)) atomic++;
    if (token.kind === 'word' && /^CASE$/i.test(token.text) && atomic > 0) atomic++;
    if (token.kind === 'word' && /^END$/i.test(token.text) && atomic > 0) atomic--;
    if (token.text === ';' && depth <= 0 && atomic === 0) {
      flush();
      continue;
    }
    if (text === '' && (token.kind === 'space' || token.kind === 'comment')) continue;
    if (text === '') start = token.line;
    text += partOf(token, tokens[index + 1]);
  }
  flush();
  return pieces;
}

/** psql puts a variable's value where `:name`, `:'name'` or `:"name"` stands; a cast is none. */
function partOf({ kind, text }: Token, next: Token | undefined): string {
  if (kind === 'symbol' && text === ':' && (next?.kind === 'string' || next?.kind === 'name')) return '';
  return /^:[A-Za-z_]\w*$/.test(text) ? '1' : text;
}

function isProgram(sql: string): boolean {
  const words = meaningful(sql, 'postgresql').map(({ text }) => text.toLowerCase());
  const plpgsql = words.some((word, at) => word === 'language' && /^'?plpgsql'?$/.test(words[at + 1] ?? ''));
  if (words[0] === 'do') return plpgsql || !words.includes('language');
  return (
    words[0] === 'create' && plpgsql && words.slice(0, 4).some((word) => word === 'function' || word === 'procedure')
  );
}

function attempt(piece: Piece, parse: (sql: string) => unknown): Fault[] {
  try {
    parse(piece.sql);
    return [];
  } catch (error) {
    const position = hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : 0;
    const before = Buffer.from(piece.sql).subarray(0, Math.max(0, position)).toString();
    const line = piece.line + before.split('\n').length - 1;
    return [fault(line, (error as Error).message, piece.sql.slice(before.length - Math.min(40, before.length)))];
  }
}
