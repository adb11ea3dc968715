/** SQLite: a file for each case, driven by the sqlite3 shell, or by a small model of it where there is no shell. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCatalog, sortRows } from './catalog.ts';
import { findProgram, scriptSaver, startTool, versionOf } from './client-tool.ts';
import type { Database, Engine, Find, Manner, Query, Running } from './engine.ts';
import { SqliteWasmClient } from './knex-sqlite-wasm.ts';
import { type Lair, makeLair } from './server.ts';
import { asker, type Manners } from './session.ts';
import { sqliteCatalog, sqliteCounters, sqliteTables } from './sqlite-catalog.ts';
import { wasmQuery, wasmVersion } from './sqlite-wasm.ts';

const jiti = fileURLToPath(new URL('../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));
const wasmShell = fileURLToPath(new URL('sqlite-wasm-shell.ts', import.meta.url));

const unit = '\x1f';
const record = '\x1e';
const nothing = '\x1dNULL';
const ended = '\x1d.';

export const findSqlite: Find = () => {
  const shell = findProgram('sqlite3');
  if (shell) return sqliteEngine(shellTool(shell), versionOf(shell), 'sqlite3');
  if (process.env.CI !== 'true') return sqliteWasm();
  return { name: 'sqlite', missing: 'the sqlite3 shell', get: 'apt-get install sqlite3 (or: brew install sqlite)' };
};

/** The engine without the shell, for computers that have none. */
export const sqliteWasm = (): Engine => sqliteEngine(wasmTool, wasmVersion(), 'node-sqlite3-wasm');

interface Tool {
  readonly start: (database: string, file: string, manner: Manner) => Running;
  readonly query: (database: string) => Query;
}

function sqliteEngine(tool: Tool, version: string, client: Engine['client']): Engine {
  let lair: Lair | undefined;
  let databases = 0;
  return {
    name: 'sqlite',
    dialect: 'sqlite',
    version,
    client,
    async createDatabase() {
      lair ??= makeLair('sqlite', 'KILL');
      return sqliteDatabase(tool, lair.folder, `case_${++databases}`);
    },
    async crash() {}, // there is no server: kill the client
    async stop() {
      const stopping = lair;
      lair = undefined;
      await stopping?.remove();
    },
  };
}

function sqliteDatabase(tool: Tool, folder: string, name: string): Database {
  const filename = join(folder, `${name}.db`);
  const query = tool.query(filename);
  const start: Database['start'] = (file, manner = {}) => tool.start(filename, file, manner);
  const save = scriptSaver(folder, name);
  const run: Database['run'] = (file, manner) => start(file, manner).done;
  return {
    name,
    knex: { client: SqliteWasmClient, connection: { filename }, useNullAsDefault: true },
    start,
    run,
    save,
    runText: (script, manner) => run(save(script), manner),
    query,
    rows: async (table) => sortRows(await query(`SELECT * FROM ${table}`)),
    async catalog(look = {}) {
      const counted = await query(`SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'`);
      const questions = counted.length > 0 ? [...sqliteCatalog, sqliteCounters] : sqliteCatalog;
      return readCatalog(query, questions, sqliteTables, look);
    },
  };
}

function shellTool(shell: string): Tool {
  return {
    start(database, file, manner) {
      const bail = manner.strict === undefined ? [] : [manner.strict ? '-bail' : '-batch'];
      const args = ['-init', '/dev/null', ...bail, ...(manner.args ?? []), database];
      const env = manner.env ?? {};
      if (manner.by === 'command') return startTool(shell, { args: [...args, `.read ${file}`], env });
      return startTool(shell, { args, env, stdin: { file } });
    },
    query: (database) => {
      const manners: Manners = {
        tool: shell,
        args: ['-init', '/dev/null', '-bail', '-batch', '-ascii', '-noheader', '-nullvalue', nothing],
        moves: (file) => `.open ${file}\n`,
        asks: (sql) => `${sql}\n;\n`,
        ends: [`.print '${ended}'\n`, `${ended}\n`],
        isLost: () => false,
      };
      const ask = asker(manners, database);
      return async (sql) => {
        const lines = (await ask(sql)).split(record).slice(0, -1);
        return lines.map((line) => line.split(unit).map((cell) => (cell === nothing ? null : cell)));
      };
    },
  };
}

const wasmTool: Tool = {
  start(database, file, manner) {
    const args = [jiti, wasmShell, database, ...(manner.strict ? ['-bail'] : []), ...(manner.args ?? [])];
    const running = startTool(process.execPath, { args, env: manner.env ?? {}, stdin: { file } });
    // Its lock is a folder, which the system does not take away from a killed process.
    const done = running.done.then((ran) => {
      if (ran.status === 137) rmSync(`${database}.lock`, { recursive: true, force: true });
      return ran;
    });
    return { done, kill: running.kill };
  },
  query: (database) => (sql) => wasmQuery(database, sql),
};
