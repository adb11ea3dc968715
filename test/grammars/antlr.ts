/** The ANTLR grammars from npm, one statement or batch at a time. */
import antlr from 'antlr4ts-sql';
import { type Fault, fault, type Piece } from '../clients/fault.ts';
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

/** Scripts have most of their statements in common, but for the revisions in their literals and comments. */
const identifiers = /(?<![\w"`[])[0-9a-f]{8}(?:[0-9a-f]{4}|[0-9a-f]{56})?(?![\w"`\]])/g;
const clean = new Set<string>();

/** In what is the script's own, the number of a step does not matter to a grammar. */
function common(sql: string): string {
  const plain = sql.replace(identifiers, (id) => '0'.repeat(id.length));
  if (!plain.includes('migrator_')) return plain;
  return plain.replace(/(?<=\b(?:step|steps|begun|place|migrator_step) (?:<|>|=|<=|>=) )\d+/g, '0');
}

/** Strings, numbers and remarks; what has no name here stands between them and stays: names in quotes, and comments with meaning. */
const words: Readonly<Record<Grammar, RegExp>> = {
  mssql: wordsOf(String.raw`\[[^\]]*\]`, "'(?:[^']|'')*'"),
  oracle: wordsOf(
    '"[^"]*"',
    String.raw`[qQ]'(?:\[[\s\S]*?\]|\{[\s\S]*?\}|\([\s\S]*?\)|<[\s\S]*?>|(?<mark>\S)[\s\S]*?\k<mark>)'|'(?:[^']|'')*'`,
  ),
  mysql: wordsOf('`[^`]*`', String.raw`'(?:[^'\\]|\\[\s\S]|'')*'`),
  mariadb: wordsOf('`[^`]*`', String.raw`'(?:[^'\\]|\\[\s\S]|'')*'`),
};

function wordsOf(name: string, string: string): RegExp {
  const number = String.raw`(?<![\w.@$])\d+(?![\w.])`;
  return new RegExp(
    String.raw`\/\*[\s\S]*?\*\/|"[^"]*"|${name}|(?<remark>--\s.*)|(?<string>${string})|(?<number>${number})`,
    'g',
  );
}

interface Said {
  readonly remark?: string;
  readonly string?: string;
  readonly number?: string;
}

/** A guard without what its strings and numbers hold: to a grammar each is one word, and statements in strings are read by themselves. */
function skeleton(grammar: Grammar, sql: string): string {
  if (!sql.includes('migrator_')) return sql;
  return sql.replace(words[grammar], (word, ...rest) => {
    const { remark, string, number } = rest.at(-1) as Said;
    if (string !== undefined) return "''";
    if (number !== undefined) return '0';
    return remark === undefined ? word : '--';
  });
}

export function parseWith(grammar: Grammar, piece: Piece, known: readonly Gap[] = gaps): Fault[] {
  const { line } = piece;
  const sql = common(piece.sql);
  const key = `${grammar} ${skeleton(grammar, sql)}`;
  if (known === gaps && clean.has(key)) return [];
  const found = parseText(grammar, sql, known);
  if (known === gaps && found.length === 0) clean.add(key);
  return found.map((one) => ({ ...one, line: one.line + line - 1 }));
}

function parseText(grammar: Grammar, text: string, known: readonly Gap[]): Fault[] {
  const sql = readable(grammar, text, known);
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
      faults.push(fault(line, `${found ? JSON.stringify(found) : 'the end'} is not expected`, near));
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
    faults.push(fault(next.line, 'the statement should end here', sql.slice(next.startIndex)));
  }
  if (grammar === 'oracle' && faults.length === 0 && statementsUnder(tree) > 1) {
    faults.push(fault(1, 'two statements are sent as one', sql));
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
