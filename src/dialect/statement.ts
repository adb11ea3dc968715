/** A statement is a value from birth to print; text is never joined and split again. */

/** Text too large to keep in memory: bytes `start` to `end` of a temporary file, UTF-8. */
export interface Spooled {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export type Text = string | Spooled;

export interface Statement {
  /** No terminator at its end, and byte-exact where the author wrote it. */
  readonly sql: Text;
  /** False: the engine refuses it inside a transaction. */
  readonly transactional: boolean;
  /** What it works on: decides the tidying (`schema` only) and later the ledger. `block`: a body with semicolons inside. */
  readonly sort: 'schema' | 'data' | 'raw' | 'block';
}
