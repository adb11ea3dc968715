/** What holds of a folder of knex migrations where migrator.toml says nothing. */

import type { TableOptions } from '../dialect/names.ts';
import { defaults } from './keys/defaults.ts';

export interface KnexDefaults {
  readonly locations: string | readonly string[];
  readonly extensions: readonly string[];
  readonly sortDirsSeparately: boolean;
  readonly disableTransactions: boolean;
  readonly versionTable: string;
  readonly versionTableSchema?: string;
  readonly schema?: string;
  /** Where knex's tables have any. */
  readonly tableOptions?: TableOptions;
  /** The server's, for targets of these dialects, and the file that says it. */
  readonly version?: { readonly dialects: readonly string[]; readonly text: string; readonly file: string };
}

/** As knex itself has them. */
export const knexDefaults: KnexDefaults = {
  locations: defaults.migrations,
  extensions: defaults.extensions,
  sortDirsSeparately: false,
  disableTransactions: false,
  versionTable: defaults.migrationsTable,
};
