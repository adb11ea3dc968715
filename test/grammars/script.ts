/** Reads a whole script as its client and its server would, statements within strings included. */
import { type Grammar, parseWith } from './antlr.ts';
import type { Fault, Piece, Split } from './fault.ts';
import { innerMssql, innerOracle } from './inner.ts';
import { splitMysql } from './mysql-client.ts';
import { splitSqlcmd } from './sqlcmd.ts';
import { splitSqlplus } from './sqlplus.ts';

/** One batch of T-SQL, with what its EXEC runs. */
export function parseMssql(batch: string | Piece): Fault[] {
  return parseDeep('mssql', pieceOf(batch), innerMssql);
}

/** One statement or PL/SQL block, with what its EXECUTE IMMEDIATE runs. */
export function parseOracle(statement: string | Piece): Fault[] {
  return parseDeep('oracle', pieceOf(statement), innerOracle);
}

export function parseMysql(statement: string | Piece, grammar: 'mysql' | 'mariadb' = 'mysql'): Fault[] {
  return parseDeep(grammar, pieceOf(statement), () => []);
}

/** A whole file for sqlcmd, SQL*Plus, mysql or mariadb: the client's complaints and the grammar's, by line. */
export function parseScript(client: Client, script: string): Fault[] {
  const { split, parse } = clients[client];
  const { pieces, faults } = split(script);
  return [...faults, ...pieces.flatMap(parse)].sort((a, b) => a.line - b.line);
}

type Client = 'sqlcmd' | 'sqlplus' | 'mysql' | 'mariadb';

interface Reader {
  readonly split: (script: string) => Split;
  readonly parse: (piece: Piece) => Fault[];
}

const clients: Readonly<Record<Client, Reader>> = {
  sqlcmd: { split: splitSqlcmd, parse: parseMssql },
  sqlplus: { split: splitSqlplus, parse: parseOracle },
  mysql: { split: splitMysql, parse: (piece) => parseMysql(piece, 'mysql') },
  mariadb: { split: splitMysql, parse: (piece) => parseMysql(piece, 'mariadb') },
};

function parseDeep(grammar: Grammar, piece: Piece, inner: (piece: Piece) => readonly Piece[]): Fault[] {
  return [...parseWith(grammar, piece), ...inner(piece).flatMap((within) => parseDeep(grammar, within, inner))];
}

function pieceOf(text: string | Piece): Piece {
  return typeof text === 'string' ? { sql: text, line: 1 } : text;
}
