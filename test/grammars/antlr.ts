/** The ANTLR grammars from npm, one statement or batch at a time. */
import antlr from 'antlr4ts-sql';
import { type Fault, fault, type Piece } from './fault.ts';
import { type Gap, gaps } from './gaps.ts';

const { antlr4tsSQL, SQLDialect } = antlr;

const grammars = {
  mssql: new antlr4tsSQL(SQLDialect.TSQL),
  oracle: new antlr4tsSQL(SQLDialect.PLSQL),
  mysql: new antlr4tsSQL(SQLDialect.MYSQL),
  mariadb: new antlr4tsSQL(SQLDialect.MYSQL),
};

export type Grammar = keyof typeof grammars;

/** What MySQL's grammar asks before it lets a newer word through; its lexer and its parser ask separately. */
interface Versioned {
  serverVersion?: number;
}

export function parseWith(grammar: Grammar, piece: Piece, known: readonly Gap[] = gaps): Fault[] {
  const sql = readable(grammar, piece.sql, known);
  const lines = sql.split('\n');
  const faults: Fault[] = [];
  const listener = {
    syntaxError(
      _: unknown,
      symbol: { startIndex?: number; stopIndex?: number } | undefined,
      line: number,
      column: number,
    ) {
      const found = symbol ? sql.slice(symbol.startIndex, (symbol.stopIndex ?? 0) + 1) : lines[line - 1]?.slice(column);
      const near = lines[line - 1]?.slice(Math.max(0, column - 60)) ?? '';
      faults.push(fault(piece.line + line - 1, `${found ? JSON.stringify(found) : 'the end'} is not expected`, near));
    },
  };
  const reader = grammars[grammar];
  const tokens = reader.getTokens(sql, [listener]);
  const parser = reader.getParser(tokens, [listener]);
  (tokens.tokenSource as Versioned).serverVersion = 80036;
  (parser as Versioned).serverVersion = 80036;
  const tree = reader.getParseTree(parser);
  const next = parser.currentToken;
  if (faults.length === 0 && next.type !== -1) {
    faults.push(fault(piece.line + next.line - 1, 'the statement should end here', sql.slice(next.startIndex)));
  }
  if (grammar === 'oracle' && faults.length === 0 && statementsUnder(tree) > 1) {
    faults.push(fault(piece.line, 'two statements are sent as one', sql));
  }
  return faults;
}

/** The text without the known gaps; Oracle's grammar wants the semicolon that a client does not send. */
function readable(grammar: Grammar, sql: string, known: readonly Gap[]): string {
  const text = known
    .filter((gap) => gap.grammar === grammar)
    .reduce((rest, gap) => rest.replace(gap.text, gap.put), sql);
  return grammar === 'oracle' && !/;\s*$/.test(text) ? `${text};` : text;
}

function statementsUnder(tree: ReturnType<antlr.antlr4tsSQL['getParseTree']>): number {
  let found = 0;
  for (let at = 0; at < tree.childCount; at++) if (tree.getChild(at).childCount > 0) found++;
  return found;
}
