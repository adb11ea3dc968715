/** A statement is a value from birth to print; text is never joined and split again. */

import type { Name } from '../schema/name.ts';
import type { RowRange } from '../schema/row-range.ts';

/** Text too large to keep in memory: bytes `start` to `end` of a temporary file, UTF-8. */
export interface Spooled {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export type Text = string | Spooled;

/** A table whose rows are copied into another that takes its place: what hangs on it and is not named here would be lost. */
export interface Rebuild {
  readonly table: Name;
  readonly copy: Name;
  readonly columns: readonly string[];
  /** Indexes and triggers. */
  readonly objects: readonly string[];
}

export interface Statement {
  /** No terminator at its end, and byte-exact where the author wrote it. */
  readonly sql: Text;
  /** False: the engine refuses it inside a transaction. */
  readonly transactional: boolean;
  /** What it works on: decides the tidying (`schema` only) and later the ledger. `block`: a body with semicolons inside. */
  readonly sort: 'schema' | 'data' | 'raw' | 'block';
  /** SQL that decides whether it runs when its turn has come, and what runs in its stead, where the engine has no IF EXISTS for it. */
  readonly when?: { readonly condition: string; readonly otherwise?: string };
  /** A `block` that does all that it is for, or nothing: where it fails, nobody needs to look. */
  readonly atomic?: true;
  /** How many rows it must touch: another number undoes its transaction. */
  readonly expectRows?: RowRange;
  /** What this statement does of an operation that takes several, in a few words of English; the operation's own sentence is said beside it. */
  readonly says?: string;
  /** What it needs, or what becomes of rows that nobody asked for, in a few words of English. */
  readonly warns?: string;
  /** It copies the rows; in its transaction foreign keys are off, because the old table's end would fire their actions. */
  readonly rebuilds?: Rebuild;
}
