/** An engine that holds nothing but what the history itself made: recorded statements run there, and reads see its rows. */

/** `type` is the engine's own word for the column's type, in lower case; '' where it does not tell. */
export interface Field {
  readonly name: string;
  readonly type: string;
}

/** What a statement came to. Values are what the dialect's usual driver gives. */
export interface Answer {
  readonly fields: readonly Field[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Rows that an insert, update or delete touched. */
  readonly count: number;
  /** SQLite and MySQL: the id that the last insert generated. */
  readonly insertId?: number;
}

export interface Shadow {
  /** With its version: `PostgreSQL 18.0 (embedded)`. */
  readonly title: string;
  /** One text, which may hold several statements; the answer is the last one's. Throws the engine's own error. */
  send(sql: string): Promise<Answer>;
  close(): Promise<void>;
}
