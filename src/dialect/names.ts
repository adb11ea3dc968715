/** The names by which a target chooses its dialect; `dialects.ts` holds what stands behind them. */

export const dialectNames = [
  'postgresql',
  'mysql',
  'mariadb',
  'sqlite',
  'mssql',
  'oracle',
  'cockroachdb',
  'redshift',
] as const;

export type DialectName = (typeof dialectNames)[number];

/** The client tools that scripts of a dialect can be written for; the first is the default. */
export const clientNames: Readonly<Record<DialectName, readonly [string, ...string[]]>> = {
  postgresql: ['psql', 'plain'],
  mysql: ['mysql', 'plain'],
  mariadb: ['mariadb', 'plain'],
  sqlite: ['sqlite3', 'plain'],
  mssql: ['sqlcmd', 'ssms', 'plain'],
  oracle: ['sqlplus', 'sqlcl', 'plain'],
  cockroachdb: ['psql', 'plain'],
  redshift: ['psql', 'plain'],
};

export interface VersionNumbers {
  readonly least: number;
  readonly most: number;
  /** The first and the last number that were passed over. */
  readonly without?: readonly [first: number, last: number];
  readonly such: string;
}

/**
 * The first numbers that versions of each product have or may still get, and one as an example. MySQL and MariaDB, and years
 * and releases of SQL Server, are easily taken for each other.
 */
export const versionNumbers: Readonly<Record<DialectName, VersionNumbers>> = {
  postgresql: { least: 8, most: 49, such: '15' },
  mysql: { least: 5, most: 29, without: [6, 7], such: '8.0' },
  mariadb: { least: 5, most: 49, without: [6, 9], such: '10.11' },
  sqlite: { least: 3, most: 9, such: '3.40' },
  mssql: { least: 2005, most: 2099, such: '2019' },
  oracle: { least: 9, most: 69, such: '19' },
  cockroachdb: { least: 1, most: 69, such: '24.1' },
  redshift: { least: 1, most: 9, such: '1.0' },
};

/** Where knex's `create table` names the character set and the collation of the connection. */
export const charsetDialects: readonly DialectName[] = ['mysql', 'mariadb'];

/** What knex says of each table that says nothing of it. */
export interface TableOptions {
  readonly charset?: string;
  readonly collate?: string;
}

/** What a target can say that its scripts expect. */
export const expectWords = ['version', 'schema', 'privileges', 'roles', 'free names'] as const;

export type ExpectWord = (typeof expectWords)[number];

/** What some shops demand of every script; a client says at what price it obeys, or why it cannot. */
export const houseRuleNames = ['no commit', 'no whenever', 'own spool'] as const;

export type HouseRule = (typeof houseRuleNames)[number];
