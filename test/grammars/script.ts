/** Reads a whole script as its client and its server would, statements within strings included. */

import type { Fault, Piece, Split } from '../clients/fault.ts';
import { innerMssql, innerMysql, innerOracle } from '../clients/inner.ts';
import { splitMysql } from '../clients/mysql.ts';
import { splitSqlcmd } from '../clients/sqlcmd.ts';
import { splitSqlplus } from '../clients/sqlplus.ts';
import { type Grammar, parseWith } from './antlr.ts';
import { foldedNames } from './folded.ts';

/** One batch of T-SQL, with what its EXEC runs. */
export function parseMssql(batch: string | Piece): Fault[] {
  return parseDeep('mssql', pieceOf(batch), innerMssql);
}

/** One statement or PL/SQL block, with what its EXECUTE IMMEDIATE runs. */
export function parseOracle(statement: string | Piece): Fault[] {
  return parseDeep('oracle', pieceOf(statement), innerOracle);
}

export function parseMysql(statement: string | Piece, grammar: 'mysql' | 'mariadb' = 'mysql'): Fault[] {
  return parseDeep(grammar, pieceOf(statement), nothing);
}

/** A whole file for sqlcmd, SQL*Plus, mysql or mariadb: the client's complaints and the grammar's, by line; the grammar's of some statements alone, where they are chosen. */
export function parseScript(client: Client, script: string, isRead: (sql: string) => boolean = () => true): Fault[] {
  const { split, grammar, inner, compare } = clients[client];
  const { pieces, faults } = split(script);
  const read = pieces.flatMap((piece) => parseDeep(grammar, piece, inner, isRead));
  return [...faults, ...read, ...(compare?.(pieces) ?? [])].sort((a, b) => a.line - b.line);
}

/** Everything that a script sends, and what that carries in strings. */
export function statementsIn(client: Client, script: string): readonly string[] {
  const { split, inner } = clients[client];
  const deep = (piece: Piece): readonly string[] => [piece.sql, ...inner(piece).flatMap(deep)];
  return split(script).pieces.flatMap(deep);
}

type Client = 'sqlcmd' | 'sqlplus' | 'mysql' | 'mariadb';

interface Reader {
  readonly split: (script: string) => Split;
  readonly grammar: Grammar;
  readonly inner: (piece: Piece) => readonly Piece[];
  /** What no statement shows alone. */
  readonly compare?: (pieces: readonly Piece[]) => Fault[];
}

const nothing = (): readonly Piece[] => [];
const clients: Readonly<Record<Client, Reader>> = {
  sqlcmd: { split: splitSqlcmd, grammar: 'mssql', inner: innerMssql },
  sqlplus: { split: splitSqlplus, grammar: 'oracle', inner: innerOracle, compare: foldedNames },
  mysql: { split: splitMysql, grammar: 'mysql', inner: innerMysql },
  mariadb: { split: splitMysql, grammar: 'mariadb', inner: innerMysql },
};

const guarded =
  /^(BEGIN NOT ATOMIC[\s\S]*?IF @migrator_step < \d+ THEN\n(?: {4}UPDATE `migrator_version_ledger`[^;]*;\n)?)((?! *(?:IF|EXECUTE) )[\s\S]*;)(\n(?: {4}UPDATE `migrator_version_ledger`[^;]*;\n)? {2}END IF;\nEND)$/;

/** A statement within its guard is read by itself, so that guards, which are all alike, need not be read each time. */
function apart(piece: Piece): readonly Piece[] {
  const [, head, body, tail] = guarded.exec(piece.sql) ?? [];
  if (head === undefined || body === undefined || body.includes('migrator_') || body.trim() === 'DO 0;') return [piece];
  const line = piece.line + head.split('\n').length - 1;
  return [
    { ...piece, sql: `${head}    DO 0;${tail}` },
    { sql: body.trim(), line },
  ];
}

function parseDeep(
  grammar: Grammar,
  whole: Piece,
  inner: (piece: Piece) => readonly Piece[],
  isRead: (sql: string) => boolean = () => true,
): Fault[] {
  const [piece = whole, ...more] = grammar === 'mariadb' ? apart(whole) : [whole];
  if (more.length > 0) return [piece, ...more].flatMap((one) => parseDeep(grammar, one, inner, isRead));
  const own = isRead(piece.sql) ? parseWith(grammar, piece) : [];
  return [...own, ...inner(piece).flatMap((within) => parseDeep(grammar, within, inner, isRead))];
}

function pieceOf(text: string | Piece): Piece {
  return typeof text === 'string' ? { sql: text, line: 1 } : text;
}
