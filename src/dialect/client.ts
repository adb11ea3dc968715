/** What a script is made of, part by part, and how a client tool spells each part. */

import type { Place } from '../errors.ts';
import type { Name } from '../schema/name.ts';
import type { SpelledCheck } from './check-accent.ts';
import type { Expectation } from './expect/expectation.ts';
import type { Inquiry } from './inquiry.ts';
import type { HouseRule } from './names.ts';
import type { Statement } from './statement.ts';
import type { Waits } from './waits.ts';

/** knex's own memory of its migrations: the version table holds the names of all that were applied. */
export interface Book {
  /** The whole history, in knex's order. */
  readonly names: readonly string[];
  /** knex takes the lock by its one row: https://knexjs.org/guide/migrations.html#notes-about-locks */
  readonly lock: Name;
  /** The script changes nothing that knex could be in the way of. */
  readonly isLeft?: true;
  /** Statements that make each table where it is absent. */
  readonly tables: { readonly migrations: readonly string[]; readonly lock: readonly string[] };
}

/** What every part of one script may lean on. */
export interface Frame {
  readonly versionTable: Name;
  /** The version table is knex's, and revisions are its migrations. */
  readonly book?: Book;
  /** One row while a script is at work: which step of which revision. Empty when nothing is half done. */
  readonly ledger: Name;
  /** One row for each revision that was applied or undone; absent when the target keeps none. */
  readonly log?: Name;
  /** What this script is, whoever runs it: a SHA-256 over its steps, as 64 hexadecimal digits. */
  readonly script: string;
  /** The schema of the objects, when the target names one. */
  readonly schema?: string;
  readonly serverVersion: string;
  readonly waits: Waits;
  /** What else must hold before `admit` lets anything happen. */
  readonly expects: readonly Expectation[];
  /** Version rows that the script expects and leaves. Sorted. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The target of migrator.toml, for command lines that make another script. */
  readonly target: string;
  /** The script's own file name, for messages and command lines. */
  readonly file: string;
  /** The file holds no character beyond ASCII. */
  readonly ascii?: true;
}

/** Where in a script its client is: one of the `steps` of a revision, each of which happens wholly or not at all. */
export interface Entry {
  readonly revision: string;
  /** Revisions of the script before this one. */
  readonly place: number;
  readonly direction: 'up' | 'down' | 'stamp';
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  /** SHA-256 of the revision's compiled statements: what is half done can be finished by the same text alone. */
  readonly digest: string;
}

export type Part =
  /** Lines of plain English, without comment marks. */
  | { readonly part: 'comment'; readonly lines: readonly string[] }
  /** Client settings, stop on error. `guarded`: the session starts unable to write, until `admit` has passed. */
  | {
      readonly part: 'open';
      readonly guarded: boolean;
      /** The script has a switch, off by default, with which the DBA accepts what its checks say would be lost. */
      readonly lossSwitch?: true;
    }
  /**
   * Refuses unless the frame's expectations hold and the version table holds exactly `from`; when it already holds exactly `to`, says so and does nothing more.
   * `path`: what it holds after each revision but the last. There a script goes on that the ledger knows.
   */
  | {
      readonly part: 'admit';
      readonly path: readonly (readonly string[])[];
      /** Some statement of the script is a step of its own, in no transaction. */
      readonly alone?: true;
    }
  /** Makes the version table, the ledger and the log where they are absent. Follows `admit`. */
  | { readonly part: 'versionTable' }
  /**
   * The first of a revision's parts: what follows up to `leave` is passed over when an earlier run has done it.
   */
  | { readonly part: 'enter'; readonly entry: Entry }
  /** Enters a revision of several steps in the ledger, when nothing stands against it any more; `outside`: in no transaction. */
  | { readonly part: 'register'; readonly entry: Entry; readonly outside: boolean }
  | { readonly part: 'leave'; readonly entry: Entry }
  /**
   * Starts one revision's transaction (or block) and refuses unless the table holds exactly `expected`.
   * `rebuilds` counts the statements in it that make a table anew; absent where there are none.
   * `later`: what its one statement does, where the engine does it after COMMIT and an earlier run may have been cut off.
   */
  | {
      readonly part: 'begin';
      readonly entry: Entry;
      readonly expected: readonly string[];
      readonly rebuilds?: number;
      readonly later?: readonly string[];
    }
  /**
   * Refuses when one of the checks finds anything; nothing of its revision is done then, or it is undone where that can be.
   * `outside`: no transaction is open.
   */
  | {
      readonly part: 'check';
      readonly entry: Entry;
      /** `revision 3f2a`, `undoing revision 3f2a` */
      readonly deed: string;
      /** Unique in the script. */
      readonly asked: string;
      readonly checks: readonly SpelledCheck[];
      /** Tables of which something would be lost: rows that are being written while they are counted are not seen. Sorted. */
      readonly loses: readonly Name[];
      readonly outside: boolean;
      /** Nothing of the revision stays when it refuses. */
      readonly whole: boolean;
      /** Losses obey the script's switch. */
      readonly obeys: boolean;
      /** Nothing is said in the revision, which is a migration of knex's. */
      readonly migration?: true;
      readonly place?: Place;
    }
  | {
      readonly part: 'statement';
      readonly statement: Statement;
      readonly sql: Iterable<string>;
      readonly says: readonly string[];
      readonly entry: Entry;
      /** It is a step of its own, in no transaction. */
      readonly alone: boolean;
      /** The author's line. */
      readonly place?: Place;
    }
  /** Moves the version rows and fails unless each row moved. */
  | {
      readonly part: 'move';
      readonly entry: Entry;
      /** For the log. */
      readonly message: string;
      readonly remove: readonly string[];
      readonly add: readonly string[];
      /** What the table must hold afterwards. */
      readonly leaves: readonly string[];
    }
  /**
   * `moved`: this is the revision's last transaction, which its version rows moved in; then it says so.
   * `later`: what it did is done when COMMIT has succeeded, not before.
   */
  | {
      readonly part: 'commit';
      readonly entry: Entry;
      readonly moved: boolean;
      readonly rebuilds?: number;
      readonly later?: true;
    }
  /** Stands before a statement that no transaction may enclose: refuses unless the table holds exactly `expected`. */
  | {
      readonly part: 'outside';
      readonly entry: Entry;
      readonly expected: readonly string[];
      readonly statement: Statement;
      readonly says: readonly string[];
      readonly place?: Place;
    }
  /** The last words: what was done, the settings put back. `guarded`: fails unless the table holds exactly `to`. */
  | { readonly part: 'close'; readonly guarded: boolean };

export type PartKind = Part['part'];
export type PartOf<K extends PartKind> = Extract<Part, { part: K }>;

/** Where the names of applied revisions stand, as questions write it. */
export interface Applied {
  readonly table: string;
  readonly column: string;
  /** Those at the end of the script. */
  readonly names: readonly string[];
}

/** How a client tool asks. Where it has a status, that is 0 when the verdict is good, and another one when it is not. */
export interface Asking {
  /** Where it is another one than that of the scripts. */
  readonly tool?: string;
  /** The exact command line that runs `file`. */
  run(file: string): string;
  /** Nobody types a command line: `run` is a sentence, and these lines say where the answers and the verdict stand. */
  readonly inWords?: readonly string[];
  /** The tables that are the scripts' own. SQLite needs no ledger. */
  own(frame: Frame): { readonly version: Name; readonly ledger?: Name; readonly log?: Name };
  readonly applied: (frame: Frame) => Applied;
  /** How questions write a table's name. */
  table(name: Name): string;
  /** How questions write text. */
  text(value: string): string;
  /** What a SELECT of one row without a table ends with: ` FROM dual`. */
  readonly nowhere: string;
  /** A condition: the version table holds exactly these. */
  holds(heads: readonly string[], frame: Frame): string;
  /** An expression: the rows of the version table, in order and joined; NULL when there is none. */
  rows(frame: Frame): string;
  /** A condition: another session is running a script; absent where nobody can tell. */
  readonly busy?: (frame: Frame) => string;
  /** A condition: the session was read-only before; absent where none is. */
  readonly frozen?: string;
  /** Nothing can be asked under a condition: where one question is the last, it is an error. */
  readonly asksAll?: true;
  /** Whether a step of this statement that an earlier run began may be begun again. */
  readonly mayRepeat?: (statement: Statement) => boolean;
  /** A step that changes rows may be left half done, too. */
  readonly doubtsRows?: true;
  /** The whole script but its header: a session that cannot write, the questions, the verdict. */
  spell(inquiry: Inquiry, frame: Frame): Iterable<string>;
}

/** What a DBA must know of a script that is less than a dialect's best, in sentences. */
export interface Terms {
  /** What the tool must do by itself. */
  readonly needs?: readonly string[];
  readonly givesUp: readonly string[];
  readonly keeps: readonly string[];
}

/** How a client obeys a house rule: why it cannot, or what is spelled otherwise then and at what price. */
export type Obedience =
  | { readonly impossible: string }
  | (Terms & { readonly otherwise?: (client: Client) => Changes });

type Changes = Partial<Omit<Client, 'spell'>> & { readonly spell?: Partial<Client['spell']> };

/** How scripts are spelled for a client tool: psql, mariadb, mysql, sqlite3, sqlcmd, sqlplus; `plain` for a tool that knows SQL alone. */
export interface Client {
  readonly tool: string;
  /** Nobody types a command line: `run` is a sentence, and `check` is SQL. */
  readonly inWords?: true;
  readonly terms?: Terms;
  /** The tool whose script of the same steps goes on where this one stopped. */
  readonly goesOnWith?: string;
  readonly rules: Readonly<Record<HouseRule, Obedience>>;
  /** The whole file is one transaction, and not its own. */
  readonly oneTransaction?: true;
  /** The rules that this one obeys already. */
  readonly house?: readonly HouseRule[];
  /** Why the client can have no part in this statement. */
  cannot?(statement: Statement): string | undefined;
  /** The exact command line that applies `file`. */
  run(file: string): string;
  /** The exact command line that shows the version rows, and the SQL to type at the client's prompt where the line cannot hold it. */
  check(frame: Frame): readonly [line: string, typed?: string];
  /** How to turn on the switch of a script that has one. */
  acceptLoss(file: string): string;
  /** The line that turns the switch, where nothing outside of the script can. */
  readonly switchLine?: { readonly off: string; readonly on: string };
  /** How the client ends when the database is at the script's end already. */
  readonly statusWhenDone: 'status 0' | 'a status other than 0' | 'an error' | 'no error';
  /** The same file run again goes on where it stopped; otherwise it is refused there. */
  readonly resumes: boolean;
  /** Why it cannot read a file that begins with a byte order mark. */
  readonly refusesBom?: string;
  /** Whole tokens of a script with ASCII characters alone, to the same effect. Throws `not-ascii` for what has no such spelling; the caller adds the place. */
  ascii(text: string): string;
  /** DBAs run it on Windows, too. */
  readonly onWindows?: true;
  /** How it asks a database without changing it. */
  readonly asking: Asking;
  /** Pieces of text; joined they are the part, line ends included. */
  readonly spell: { readonly [K in PartKind]: (part: PartOf<K>, frame: Frame) => Iterable<string> };
}
