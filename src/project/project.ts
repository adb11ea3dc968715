/** A project as migrator.toml describes it. */

import type { DialectName, ExpectWord, HouseRule, TableOptions } from '../dialect/names.ts';
import type { Place } from '../errors.ts';
import type { Name } from '../schema/name.ts';

export interface Hook {
  readonly name: string;
  /** Command and arguments; `REVISION_FILE` stands for the new file's path, appended when it does not occur. */
  readonly command: readonly string[];
  readonly place: Place;
}

export interface RevisionSettings {
  /** Folders relative to the project, forward slashes; the first is where new revisions go unless told otherwise. */
  readonly locations: readonly string[];
  /** Where the file names each of them; absent where it names none. */
  readonly places?: readonly Place[];
  readonly recursive: boolean;
  /** Alembic's tokens: `%(rev)s_%(slug)s`, also epoch, year, month, day, hour, minute, second. May contain `/`. */
  readonly fileTemplate: string;
  readonly slugLength: number;
  /** IANA name; undefined is UTC. */
  readonly timezone?: string;
  /** The mustache template of a new revision, relative to the project. */
  readonly template: string;
  readonly hooks: readonly Hook[];
}

/** How a folder of knex migrations is read. */
export interface KnexSettings {
  readonly knexfile?: KnexfileSettings;
  /** Files of environment variables, relative to the project; later ones win. */
  readonly envFiles: readonly string[];
  /** By the specifier of an import: the file that stands for the module, relative to the project. */
  readonly stubs: Readonly<Record<string, string>>;
  /** Folders of the migrations, relative to the project, forward slashes. */
  readonly locations: readonly string[];
  readonly places?: readonly Place[];
  /** The folder of the revisions that follow: the migrations are history then, and scripts keep migrator's version table. */
  readonly adopted?: string;
  /** Of the files that are migrations, with their dots. */
  readonly extensions: readonly string[];
  readonly sortDirsSeparately: boolean;
  /** No migration has a transaction of its own. */
  readonly disableTransactions: boolean;
}

/** Where the settings of knex itself stand. */
export interface KnexfileSettings {
  /** Relative to the project. */
  readonly file: string;
  /** Undefined: the only one. */
  readonly environment?: string;
  readonly place: Place;
}

/** How long something may take, and the line that says so. */
export interface Duration {
  readonly milliseconds: number;
  readonly place: Place;
}

export interface Target {
  readonly name: string;
  readonly dialect: DialectName;
  readonly version?: string;
  readonly schema?: string;
  /** Of the tables that migrations of knex make. */
  readonly tableOptions?: TableOptions;
  readonly versionTable: Name;
  /** knex's own table of migrations, where its history was adopted. */
  readonly adoptedTable?: Name;
  /** Whether scripts log what they did, beside the version table. */
  readonly log: boolean;
  /** How long scripts wait for a lock, and for a statement to end; undefined is the dialect's own. */
  readonly lockTimeout?: Duration;
  readonly statementTimeout?: Duration;
  /** The only database that scripts may run on. */
  readonly database?: { readonly name: string; readonly place: Place };
  /** What scripts ask for before they begin. */
  readonly expect?: { readonly words: readonly ExpectWord[]; readonly place: Place };
  /** A client profile's name (`psql`); undefined is the dialect's own. */
  readonly client?: string;
  readonly encoding: 'utf-8' | 'ascii';
  readonly lineEnds: 'lf' | 'crlf';
  /** Where the files of scripts are told to begin with a byte order mark. */
  readonly bom?: Place;
  /** The server on which the shadow of the history is; false: there is none. By default it is inside this process. */
  readonly shadow?: string | false;
  /** What the DBA's shop demands of every script, and where it is said. */
  readonly houseRules?: { readonly rules: readonly HouseRule[]; readonly place: Place };
  /** Folder of this target's bundles, relative to the project; by default `<out>/<target name>`. */
  readonly output: string;
  readonly place: Place;
}

/** An answer that the author writes down. Without rows and value it would be none. */
export interface DeclaredAnswer {
  /** SQL, or `hasTable("t")`. */
  readonly asked: string;
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  /** What the awaited call comes to, in a table of its own, so that it may be anything. */
  readonly value?: { readonly is: unknown };
  readonly direction: 'up' | 'down';
  readonly dialect?: DialectName;
  readonly place: Place;
}

/** What the author says of a revision outside of its file. */
export interface Saying {
  /** Its id or the name of its file. */
  readonly name: string;
  readonly dataLoss?: string;
  readonly acceptsReads?: string;
  readonly onlineOnly?: string;
  /** What is done online changes rows alone. */
  readonly rowsOnly?: true;
  readonly answers: readonly DeclaredAnswer[];
  readonly place: Place;
}

export interface Project {
  /** Absolute. */
  readonly root: string;
  /** `migrator.toml`, relative to the root. */
  readonly file: string;
  readonly revisions: RevisionSettings;
  /** The files are knex's migrations. */
  readonly knex?: KnexSettings;
  /** What is said of revisions whose files stay as they are. */
  readonly sayings: readonly Saying[];
  /** Files that bring operations along, relative to the root. */
  readonly plugins: readonly string[];
  readonly targets: readonly Target[];
}
