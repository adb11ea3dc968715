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
