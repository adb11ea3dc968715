/** An engine inside this process: it holds nothing but what a rehearsal puts there. */

import type { Place } from '../errors.ts';

/** A part of a script, which holds whole statements. */
export interface Passage {
  readonly text: string;
  /** Whose it is; absent where it is the script's own. */
  readonly revision?: string;
  /** The line of a revision that it comes from. */
  readonly place?: Place;
}

/** What a run of a script came to. */
export interface Outcome {
  /** What the script printed, line by line. */
  readonly said: readonly string[];
  /** Where it stopped, and the engine's words; undefined when the script ran to its end. */
  readonly failed?: { readonly at: Passage; readonly why: string };
}

export interface Engine {
  /** With its version: `SQLite 3.53.4`. */
  readonly title: string;
  /** Runs a whole script as its client tool would; `acceptLoss`: with its switch on. */
  run(script: readonly Passage[], acceptLoss?: boolean): Promise<Outcome>;
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
