/** The nouns of the engine tests: a real database server, a fresh database on it, and what its own client said. */
import type { Knex } from 'knex';

/** What a client tool left behind; `status` is 128 + the signal's number when it was killed. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Manner {
  /** `true`: the client stops at the first error; `false`: it goes on after errors. Unset: as it comes out of the box. */
  readonly strict?: boolean;
  /** How the file reaches the client: a file argument or `source`/`.read` command, or its standard input. Unset: the documented way. */
  readonly by?: 'command' | 'stdin';
  /** Further arguments of the client, before the file. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A client at work: `kill` ends it the hard way, as a closed laptop would. */
export interface Running {
  readonly done: Promise<Ran>;
  kill(): void;
}

export type Cell = string | null;
export type Query = (sql: string) => Promise<readonly (readonly Cell[])[]>;

/**
 * What a database holds: one line for each thing (`"column public.users.id"`) and its definition, sorted by key.
 * Kinds: `table` `order` `column` `constraint` `index` `comment` `view` `trigger` `routine` `type` `sequence` `counter`
 * `grant` `extension` `schema` `create` `pragma` and, when asked for, `row`.
 * `order` is a table's column order, `counter` a value that a sequence has reached, `create` the engine's own text.
 */
export type Catalog = Readonly<Record<string, string>>;

export interface Look {
  /** Keys to leave out, such as `/^(order|create|counter) /`, which is what dropping and adding back cannot restore. */
  readonly except?: readonly RegExp[];
  /** Include the rows of every table. */
  readonly rows?: boolean;
}

export interface Database {
  readonly name: string;
  /** Everything that `knex()` needs for this database; destroy the instance before the file ends. */
  readonly knex: Knex.Config;
  /** Applies a file with the engine's own client, exactly as a DBA types it. */
  run(file: string, manner?: Manner): Promise<Ran>;
  /** As `run`, without waiting: for locks, kills and races. */
  start(file: string, manner?: Manner): Running;
  /** Writes a script next to the database and returns its path. */
  save(script: string | Uint8Array): string;
  /** As `run`, for a script that is not in a file yet. */
  runText(script: string | Uint8Array, manner?: Manner): Promise<Ran>;
  /** The rows of the last statement; throws what the client said when any statement fails. */
  query: Query;
  /** The rows of a table (quoted by the caller where it must be), sorted. */
  rows(table: string): ReturnType<Query>;
  catalog(look?: Look): Promise<Catalog>;
}

export interface Engine {
  readonly name: 'postgresql' | 'postgresql-embedded' | 'postgresql-wasm' | 'mariadb' | 'mysql' | 'sqlite';
  readonly dialect: 'postgresql' | 'mariadb' | 'mysql' | 'sqlite';
  readonly version: string;
  readonly client: 'psql' | 'mariadb' | 'sqlite3' | 'node-sqlite3-wasm';
  /** A new database takes the place of the last one, so nothing may go on in two at a time. */
  readonly single?: true;
  /** A new empty database; the server is started when the first one is asked for. */
  createDatabase(): Promise<Database>;
  /** Kills the server the hard way and starts it again on the same data. */
  crash(): Promise<void>;
  /** Ends the server and removes all that it wrote. */
  stop(): Promise<void>;
}

/** MariaDB and MySQL, which share a client. */
export function isOfMysql({ dialect }: Pick<Engine, 'dialect'>): boolean {
  return dialect === 'mariadb' || dialect === 'mysql';
}

/** An engine that this computer does not have, and the command that gets it. */
export interface Missing {
  readonly name: Engine['name'];
  readonly missing: string;
  readonly get: string;
}

/** Looks for an engine on this computer; starts nothing. */
export type Find = () => Engine | Missing;
