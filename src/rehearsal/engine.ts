/** An engine inside this process: it holds nothing but what a rehearsal puts there. */

/** What a run of a script came to. */
export interface Outcome {
  /** What the script printed, line by line. */
  readonly said: readonly string[];
  /** The engine's words when it stopped; undefined when the script ran to its end. */
  readonly failed?: string;
}

export interface Engine {
  /** With its version: `SQLite 3.53.4`. */
  readonly title: string;
  /** Runs a whole script as its client tool would; `acceptLoss`: with its switch on. */
  run(script: string, acceptLoss?: boolean): Promise<Outcome>;
  /** The version rows, sorted; both are SQL. */
  versions(table: string, column: string): Promise<readonly string[]>;
  /** Everything that stands in the catalog but the tables that scripts keep for themselves, in one canonical text. */
  catalog(ownTables: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/** `'a', 'b'` */
export function listedNames(names: readonly string[]): string {
  return names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ');
}
