/** The projects in test/knex, and what each is for. */

import type { Knex } from 'knex';
import type { Engine } from './engine.ts';

type Dialect = Exclude<Engine['dialect'], 'mysql'>;

export interface Folder {
  readonly engines: readonly Dialect[];
  /** The project is TypeScript: its path aliases and their folders, which a runner of knex must know, too. */
  readonly typescript?: Readonly<Record<string, string>>;
  /** What its knexfile says, of what the file exports. */
  readonly knexfile?: (exported: unknown) => Promise<Knexfile>;
  /** What the application finds where it runs, and a script is made without. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the knexfile says of the connection, beside where the database is. */
  readonly connection?: Readonly<Record<string, string>>;
  /** SQL that makes what the project expects of an empty database. */
  readonly before?: string;
  readonly differences?: readonly Difference[];
}

interface Knexfile {
  readonly migrations: Knex.MigratorConfig & { readonly directory: string };
  readonly seeds: Knex.SeederConfig & { readonly directory: string };
  readonly wrapIdentifier: NonNullable<Knex.Config['wrapIdentifier']>;
}

/** Where knex, connected, makes something else than the script does, and why that is right. */
export interface Difference {
  readonly engine: Dialect;
  /** Of the catalog. */
  readonly keys: RegExp;
  readonly because: string;
}

const every: Folder['engines'] = ['postgresql', 'mariadb', 'sqlite'];

export const folders: Readonly<Record<string, Folder>> = {
  commonjs: { engines: every },
  esm: { engines: every },
  typescript: {
    engines: every,
    typescript: { '@shared': 'src/common', '@names': 'src/names', domain: 'src/domain' },
  },
  folders: { engines: every },
  schema: { engines: ['postgresql'], before: 'create schema ledger;' },
  concurrently: { engines: ['postgresql'] },
  'no-transactions': { engines: every },
  builder: {
    engines: every,
    differences: [
      {
        engine: 'mariadb',
        keys: /^column part\.number$/,
        because: 'setNullable of knex forgets that a column is unsigned',
      },
      {
        engine: 'sqlite',
        keys: /^column likewise\./,
        because: 'createTableLike of knex copies names alone: the types of what a SELECT gives are gone',
      },
    ],
  },
  'postgresql-objects': { engines: ['postgresql'] },
  charset: { engines: ['mariadb'], connection: { charset: 'latin1', collate: 'latin1_german1_ci' } },
  'mariadb-objects': { engines: ['mariadb'] },
  'sqlite-objects': { engines: ['sqlite'] },
  rows: { engines: every },
  'reads-schema': { engines: every },
  'catalogue-postgresql': { engines: ['postgresql'] },
  'catalogue-mariadb': { engines: ['mariadb'] },
  'catalogue-sqlite': { engines: ['sqlite'] },
  'reads-rows': { engines: every },
  returning: { engines: ['postgresql', 'sqlite'] },
  ids: { engines: ['mariadb', 'sqlite'] },
  // on PostgreSQL the driver streams through a package of its own, pg-query-stream
  streams: { engines: ['mariadb', 'sqlite'] },
  application: {
    engines: ['postgresql'],
    knexfile: async (exported) => (await (exported as () => Promise<{ production: Knexfile }>)()).production,
    env: { MAIL_SERVER: 'localhost' },
  },
};
