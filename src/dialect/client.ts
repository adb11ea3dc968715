/** What a script is made of, part by part, and how a client tool spells each part. */

import type { Name } from '../schema/name.ts';
import type { Statement } from './statement.ts';

/** What every part of one script may lean on. */
export interface Frame {
  readonly versionTable: Name;
  /** The schema of the objects, when the target names one. */
  readonly schema?: string;
  readonly serverVersion: string;
  /** Version rows that the script expects and leaves. Sorted. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The script's own file name, for messages and command lines. */
  readonly file: string;
}

export type Part =
  /** Lines of plain English, without comment marks. */
  | { readonly part: 'comment'; readonly lines: readonly string[] }
  /** Client settings, stop on error. `guarded`: the session starts unable to write, until `admit` has passed. */
  | { readonly part: 'open'; readonly guarded: boolean }
  /** Refuses unless the version table holds exactly `from`; when it already holds exactly `to`, says so and does nothing more. */
  | { readonly part: 'admit' }
  /** Makes the version table when it is absent. Follows `admit`. */
  | { readonly part: 'versionTable' }
  /** Starts one revision's transaction (or block) and refuses unless the table holds exactly `expected`. */
  | { readonly part: 'begin'; readonly revision: string; readonly expected: readonly string[] }
  | {
      readonly part: 'statement';
      readonly statement: Statement;
      readonly sql: Iterable<string>;
      readonly says: readonly string[];
    }
  /** Moves the version rows and fails unless each row moved. */
  | {
      readonly part: 'move';
      readonly revision: string;
      readonly remove: readonly string[];
      readonly add: readonly string[];
      /** What the table must hold afterwards. */
      readonly leaves: readonly string[];
    }
  /** `moved`: this is the revision's last transaction, which its version rows moved in; then it says so. */
  | { readonly part: 'commit'; readonly revision: string; readonly moved: boolean }
  /** Stands before statements that no transaction may enclose: refuses unless the table holds exactly `expected`. */
  | { readonly part: 'outside'; readonly revision: string; readonly expected: readonly string[] }
  /** The last words: what was done, the settings put back. `guarded`: fails unless the table holds exactly `to`. */
  | { readonly part: 'close'; readonly guarded: boolean };

export type PartKind = Part['part'];
export type PartOf<K extends PartKind> = Extract<Part, { part: K }>;

/** A client tool: psql, mariadb, mysql, sqlite3, sqlcmd, sqlplus. */
export interface Client {
  readonly tool: string;
  /** The exact command line that applies `file`. */
  run(file: string): string;
  /** The exact command line that shows the version rows, and the SQL to type at the client's prompt where the line cannot hold it. */
  check(frame: Frame): readonly [line: string, typed?: string];
  /** What a failed statement like `of`, in no transaction, leaves behind, and how to clean up; indented lines are SQL, without semicolons. */
  readonly leftovers?: { readonly of: RegExp; readonly lines: readonly string[] };
  /** How the client ends when the database is at the script's end already. */
  readonly statusWhenDone: 'status 0' | 'a status other than 0';
  /** DBAs run it on Windows, too. */
  readonly onWindows?: true;
  /** Pieces of text; joined they are the part, line ends included. */
  readonly spell: { readonly [K in PartKind]: (part: PartOf<K>, frame: Frame) => Iterable<string> };
}
