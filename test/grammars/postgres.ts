/** PostgreSQL's own parser, for what psql sends. */
import { hasSqlDetails, loadModule, parsePlPgSQLSync, parseSync } from 'libpg-query';
import { type Fault, fault, type Piece } from '../clients/fault.ts';
import { isProgram, splitPsql } from '../clients/psql.ts';

/** What psql and the parser find wrong in a script, the bodies of DO blocks and PL/pgSQL functions included. */
export async function parsePostgres(script: string): Promise<Fault[]> {
  await loadModule();
  const { pieces, faults } = splitPsql(script);
  return [...faults, ...pieces.flatMap(parsePiece)];
}

function parsePiece(piece: Piece): Fault[] {
  const outer = attempt(piece, parseSync);
  return outer.length > 0 || !isProgram(piece.sql) ? outer : attempt(piece, parsePlPgSQLSync);
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
