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

/** What a target can say that its scripts expect. */
export const expectWords = ['version', 'schema', 'privileges', 'roles', 'free names'] as const;

export type ExpectWord = (typeof expectWords)[number];

/** What some shops demand of every script; a client says at what price it obeys, or why it cannot. */
export const houseRuleNames = ['no commit', 'no whenever', 'own spool'] as const;

export type HouseRule = (typeof houseRuleNames)[number];
