/**
 * PostgreSQL as WebAssembly, in this process, behind its wire server: psql talks to it as to any other.
 *
 * It is one session, whoever connects. A setting, and a lock that a session holds, outlive the client that asked for them,
 * and are no news to the next one; so nobody is ever kept out, and no server can be killed. There is one database, which is
 * emptied where others make a new one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Cell, Find, Query } from './engine.ts';
import { findPsql, postgresDatabase } from './postgres.ts';

const name = 'postgresql-wasm';

export const findWasmPostgres: Find = () => {
  const psql = findPsql();
  if (!psql) return { name, missing: 'psql', get: 'apt-get install postgresql-client (or: brew install libpq)' };
  let server: Promise<Server> | undefined;
  return {
    name,
    dialect: 'postgresql',
    version: '18',
    client: 'psql',
    single: true,
    async createDatabase() {
      server ??= begin();
      const { pglite, folder } = await server;
      await empty(pglite);
      return postgresDatabase(psql, folder, 'postgres', asked(pglite));
    },
    crash: () => Promise.reject(new Error('a server in this process cannot be killed')),
    async stop() {
      const stopping = server;
      server = undefined;
      await (await stopping)?.end();
    },
  };
};

interface Server {
  readonly pglite: PGlite;
  readonly folder: string;
  end(): Promise<void>;
}

/** Loaded when it is asked for: every test of engines imports this file. */
async function begin(): Promise<Server> {
  const [{ PGlite }, { PGLiteSocketServer }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-socket'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'migrator-wasm-'));
  const pglite = await PGlite.create();
  const door = new PGLiteSocketServer({ db: pglite, path: join(folder, '.s.PGSQL.5432'), maxConnections: 8 });
  await door.start();
  const end = async () => {
    await door.stop();
    await pglite.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { pglite, folder, end };
}

async function empty(pglite: PGlite): Promise<void> {
  await pglite.exec('ROLLBACK');
  await pglite.exec('DISCARD ALL');
  await pglite.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO public');
}

/** Whatever the type, the text that the server sent. */
const asText = new Proxy({}, { has: () => true, get: () => (text: string) => text });

function asked(pglite: PGlite): Query {
  return async (sql) => {
    const results = await pglite.exec(sql, { rowMode: 'array', parsers: asText });
    return (results.at(-1)?.rows ?? []) as unknown as readonly (readonly Cell[])[];
  };
}
