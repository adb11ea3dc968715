/** What MySQL and MariaDB can do, and since when. */

import type { Schema } from '../../schema/schema.ts';
import type { Dialect } from '../dialect.ts';
import { unsupported } from '../lower.ts';
import { isAtLeast, requireVersion } from '../version.ts';

export type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;

export type Feature =
  | 'checks'
  | 'computed columns'
  | 'descending indexes'
  | 'DROP CONSTRAINT'
  | 'expressions as defaults'
  | 'expressions in indexes'
  | 'foreign keys beside columns'
  | 'JSON columns'
  | 'RENAME COLUMN'
  | 'RENAME INDEX'
  | 'sequences'
  | 'types of sequences';

export interface MysqlTraits {
  /** The first version that has it; null when none has. */
  readonly since: Readonly<Record<Feature, string | null>>;
  /** A column's own check goes when MODIFY does not repeat it. */
  readonly columnChecks: boolean;
  /** ALTER TABLE takes IF EXISTS and IF NOT EXISTS; CREATE takes OR REPLACE for routines and triggers. */
  readonly ifClauses: boolean;
  /** A computed column may be declared NOT NULL. */
  readonly computedNotNull: boolean;
  /** A column that becomes computed, or is so no longer, need not be dropped when it is stored. */
  readonly modifiesStored: boolean;
  /** A column that numbers itself may be read by a computed one that is not stored. */
  readonly numbersVirtual: boolean;
  /** The moment as a default has as many digits as its column. */
  readonly sameDigits: boolean;
}

/**
 * https://dev.mysql.com/doc/refman/8.0/en/mysql-nutshell.html, https://dev.mysql.com/doc/refman/8.0/en/create-table-check-constraints.html,
 * https://dev.mysql.com/doc/refman/8.0/en/alter-table.html, https://dev.mysql.com/doc/refman/5.7/en/mysql-nutshell.html,
 * https://dev.mysql.com/doc/refman/9.0/en/ansi-diff-foreign-keys.html
 */
export const mysqlTraits: MysqlTraits = {
  since: {
    checks: '8.0.16',
    'computed columns': '5.7.6',
    'descending indexes': '8.0.1',
    'DROP CONSTRAINT': '8.0.19',
    'expressions as defaults': '8.0.13',
    'expressions in indexes': '8.0.13',
    'foreign keys beside columns': '9.0',
    'JSON columns': '5.7.8',
    'RENAME COLUMN': '8.0.3',
    'RENAME INDEX': '5.7.1',
    sequences: null,
    'types of sequences': null,
  },
  columnChecks: false,
  ifClauses: false,
  computedNotNull: true,
  modifiesStored: true,
  numbersVirtual: false,
  sameDigits: true,
};

/**
 * https://mariadb.com/docs/server/reference/sql-statements/data-definition/constraint, https://mariadb.com/docs/server/reference/sql-statements/data-definition/alter/alter-table,
 * https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence, https://mariadb.com/docs/release-notes/community-server/10.8/what-is-mariadb-108
 */
export const mariadbTraits: MysqlTraits = {
  since: {
    checks: '10.2.1',
    'computed columns': '10.2.1',
    'descending indexes': '10.8.1',
    'DROP CONSTRAINT': '10.2.1',
    'expressions as defaults': '10.2.1',
    'expressions in indexes': null,
    'foreign keys beside columns': '10.5',
    'JSON columns': '10.2.7',
    'RENAME COLUMN': '10.5.2',
    'RENAME INDEX': '10.5.2',
    sequences: '10.3',
    'types of sequences': '11.5',
  },
  columnChecks: true,
  ifClauses: true,
  computedNotNull: false,
  modifiesStored: false,
  numbersVirtual: true,
  sameDigits: false,
};

/** One server as a lowering meets it: its words, its version, and the schema before the operation. */
export interface Server extends Accent {
  readonly traits: MysqlTraits;
  readonly version: string;
  readonly before: Schema;
}

export function hasSince(traits: MysqlTraits, version: string, feature: Feature): boolean {
  const since = traits.since[feature];
  return since !== null && isAtLeast(version, since);
}

export const has = ({ traits, version }: Server, feature: Feature): boolean => hasSince(traits, version, feature);

const oneOf: Readonly<Record<Feature, string>> = {
  checks: 'a check',
  'computed columns': 'a computed column',
  'descending indexes': 'a descending index',
  'DROP CONSTRAINT': 'DROP CONSTRAINT',
  'expressions as defaults': 'an expression as a default',
  'expressions in indexes': 'an expression in an index',
  'foreign keys beside columns': 'a foreign key beside a column',
  'JSON columns': 'a JSON column',
  'RENAME COLUMN': 'RENAME COLUMN',
  'RENAME INDEX': 'RENAME INDEX',
  sequences: 'a sequence',
  'types of sequences': 'a type of a sequence',
};

/** Throws `unsupported` for what no version has, `needs-version` for what a later one has. */
export function requireFeature({ title, traits, version }: Server, feature: Feature, hint: string): void {
  const since = traits.since[feature];
  if (since === null) throw unsupported(`${title} has no ${feature}`, hint);
  requireVersion(title, version, since, oneOf[feature]);
}
