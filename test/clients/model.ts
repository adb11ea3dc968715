/** The models of the clients, and what each dialect's server then finds in the statements that it is sent. */
import type { DialectName } from '../../src/dialect/names.ts';
import type { Piece, Split } from './fault.ts';
import { innerMssql, innerMysql, innerOracle } from './inner.ts';
import { splitMysql } from './mysql.ts';
import { splitPsql } from './psql.ts';
import { splitSqlcmd } from './sqlcmd.ts';
import { splitSqlite } from './sqlite3.ts';
import { splitSqlplus } from './sqlplus.ts';
import type { Accent } from './tokens.ts';

export interface Model {
  readonly split: (script: string) => Split;
  readonly accent: Accent;
  /** The statements that a piece carries in strings. */
  readonly inner: (piece: Piece) => readonly Piece[];
  /** A part of a script may end within a batch; this one does not. */
  readonly isComplete: (text: string) => boolean;
}

const nothing = (): readonly Piece[] => [];
const always = (): boolean => true;
const count = (text: string, word: RegExp): number => text.match(word)?.length ?? 0;
const psql: Model = {
  split: splitPsql,
  accent: 'postgresql',
  inner: nothing,
  isComplete: (text) => count(text, /^\\if /gm) === count(text, /^\\endif$/gm),
};
const mysql: Model = { split: splitMysql, accent: 'mysql', inner: innerMysql, isComplete: always };

export const models: Readonly<Record<DialectName, Model>> = {
  postgresql: psql,
  cockroachdb: psql,
  redshift: psql,
  mysql,
  mariadb: mysql,
  sqlite: { split: splitSqlite, accent: 'sqlite', inner: nothing, isComplete: always },
  mssql: {
    split: splitSqlcmd,
    accent: 'mssql',
    inner: innerMssql,
    isComplete: (text) => text === '' || /(?:^|\n)GO\n$/.test(text),
  },
  oracle: { split: splitSqlplus, accent: 'oracle', inner: innerOracle, isComplete: always },
};
