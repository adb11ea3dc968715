/** Which engine is the shadow of a dialect: one inside this process, or a database of its own on a server that the user names. */

import { sqlMode as mariadbMode } from '../dialect/client/mariadb.ts';
import { sqlMode as mysqlMode } from '../dialect/client/mysql.ts';
import { dialectOf } from '../dialect/dialects.ts';
import type { DialectName } from '../dialect/names.ts';
import { MigratorError } from '../errors.ts';
import { addressOf } from './address.ts';
import type { Shadow } from './shadow.ts';

export interface ShadowSettings {
  readonly dialect: DialectName;
  /** A server of the dialect; undefined: the engine inside this process. */
  readonly url?: string;
  /** PostgreSQL and CockroachDB: the schema in which names without one are looked for. */
  readonly schema?: string;
}

interface Ways {
  readonly embedded?: (schema: string | undefined) => Promise<Shadow>;
  readonly server?: {
    /** The beginnings of its addresses. */
    readonly schemes: readonly string[];
    readonly open: (address: URL, schema: string | undefined) => Promise<Shadow>;
  };
}

const postgres = {
  schemes: ['postgresql', 'postgres'],
  open: async (address: URL, schema: string | undefined) =>
    (await import('./postgres.ts')).openPostgres(address, schema),
};

const mysql = (mode: string) => ({
  schemes: ['mysql', 'mariadb'],
  open: async (address: URL) => (await import('./mysql.ts')).openMysql(address, mode),
});

const ways: Readonly<Record<DialectName, Ways>> = {
  postgresql: { embedded: async (schema) => (await import('./pglite.ts')).openPglite(schema), server: postgres },
  cockroachdb: { server: postgres },
  mysql: { server: mysql(mysqlMode) },
  mariadb: { server: mysql(mariadbMode) },
  sqlite: { embedded: async () => (await import('./sqlite.ts')).openSqlite() },
  mssql: {},
  oracle: {},
  redshift: {},
};

/** Throws `no-shadow` where there is none, and `no-engine` where its package is not installed. */
export async function openShadow({ dialect, url, schema }: ShadowSettings): Promise<Shadow> {
  const { embedded, server } = ways[dialect];
  const { title } = dialectOf(dialect);
  if (url === undefined && embedded !== undefined) return embedded(schema);
  if (server === undefined) throw noServer(title, embedded !== undefined);
  if (url === undefined) throw noAddress(title, server.schemes[0]!);
  return server.open(addressOf(url, server.schemes, title), schema);
}

function noServer(title: string, isEmbedded: boolean): MigratorError {
  if (!isEmbedded) {
    const able = Object.entries(ways).filter(([, { embedded, server }]) => embedded ?? server);
    const titles = able.map(([name]) => dialectOf(name as DialectName).title);
    return new MigratorError('no-shadow', `${title} has no shadow, in which the history's own rows could be read`, {
      hint: `There is one for ${titles.join(', ')}.`,
    });
  }
  return new MigratorError('no-shadow', `the shadow of ${title} has no address: it runs inside this process`, {
    hint: 'Leave the address out.',
  });
}

function noAddress(title: string, scheme: string): MigratorError {
  return new MigratorError('no-shadow', `${title} has no engine inside this process that could be its shadow`, {
    hint: `Name a server with shadow = "${scheme}://root@localhost": a database of its own is made there, and dropped in the end.`,
  });
}
