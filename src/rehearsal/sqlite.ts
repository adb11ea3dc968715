/** SQLite in this process. https://github.com/tndrle/node-sqlite3-wasm */

import { importPeer } from '../peer.ts';
import { type Engine, listedNames, type Outcome, type Passage } from './engine.ts';

interface Database {
  exec(sql: string): void;
  all(sql: string): Record<string, unknown>[];
  close(): void;
}

/** Lines for the shell, which are not SQL: its own begin with a dot. */
function withoutShellLines(script: string): string {
  return script.replace(/^\.\w.*$/gm, '');
}

const accepting: Passage = { text: 'CREATE TEMP TABLE IF NOT EXISTS migrator_accept_loss (yes);\n' };

function run(database: Database, script: readonly Passage[]): Outcome {
  for (const at of script) {
    try {
      database.exec(withoutShellLines(at.text));
    } catch (error) {
      if (database.all('SELECT 1').length === 1) abandon(database);
      return { said: [], failed: { at, why: (error as Error).message } };
    }
  }
  return { said: [] };
}

/** What a shell that stops leaves open is undone with its session. */
function abandon(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // no transaction was open
  }
}

const catalogQuery = (ownTables: readonly string[]): string =>
  `SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS line FROM sqlite_schema
   WHERE tbl_name NOT IN (${listedNames(ownTables)}) AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`;

export async function openSqlite(): Promise<Engine> {
  const loaded = await importPeer(() => import('node-sqlite3-wasm'), 'node-sqlite3-wasm', 'rehearsing');
  const { Database } = (loaded.default ?? loaded) as unknown as { Database: new (path: string) => Database };
  const database = new Database(':memory:');
  const version = String(database.all('SELECT sqlite_version() AS version')[0]?.version);
  return {
    title: `SQLite ${version} (embedded)`,
    run: (script, acceptLoss) => Promise.resolve(run(database, acceptLoss ? [accepting, ...script] : script)),
    versions: (table, column) =>
      Promise.resolve(
        database
          .all(`SELECT ${column} AS version FROM ${table}`)
          .map((row) => String(row.version))
          .sort(),
      ),
    catalog: (ownTables) =>
      Promise.resolve(
        database
          .all(catalogQuery(ownTables))
          .map((row) => String(row.line))
          .join('\n'),
      ),
    close: () => Promise.resolve(database.close()),
  };
}
