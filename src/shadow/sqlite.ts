/** SQLite in this process. https://github.com/tndrle/node-sqlite3-wasm */

import { importPeer } from '../peer.ts';
import type { Answer, Shadow } from './shadow.ts';
import { statementsOf, verbOf } from './sqlite-statements.ts';

type Row = Readonly<Record<string, unknown>>;

interface Database {
  exec(sql: string): void;
  all(sql: string): Row[];
  close(): void;
}

export async function openSqlite(): Promise<Shadow> {
  const loaded = await importPeer(() => import('node-sqlite3-wasm'), 'node-sqlite3-wasm', 'a shadow');
  const { Database } = (loaded.default ?? loaded) as unknown as { Database: new (path: string) => Database };
  const database = new Database(':memory:');
  database.exec('PRAGMA foreign_keys = OFF');
  const version = String(database.all('SELECT sqlite_version() AS version')[0]?.version);
  return {
    title: `SQLite ${version} (embedded)`,
    send: async (sql) => answerTo(database, statementsOf(sql)),
    close: async () => database.close(),
  };
}

function answerTo(database: Database, statements: readonly string[]): Answer {
  for (const sql of statements.slice(0, -1)) database.exec(sql);
  const last = statements.at(-1);
  if (last === undefined) return { fields: [], rows: [], count: 0 };
  const verb = verbOf(last);
  const types = verb === 'select' ? typesOf(database, last) : new Map<string, string>();
  if (types.size > 0) return { ...shown(database.all(last), types), count: 0 };
  const before = tally(database);
  const answer = shown(database.all(last), types);
  const { total, changes, id } = tally(database);
  const count = total === before.total ? 0 : changes;
  return { ...answer, count, ...(count > 0 && verb === 'insert' ? { insertId: id } : {}) };
}

/** Where there is no row, the types tell the names. */
function shown(found: readonly Row[], types: ReadonlyMap<string, string>): Pick<Answer, 'fields' | 'rows'> {
  const rows = found.map(asDriver);
  const names = rows[0] === undefined ? [...types.keys()] : Object.keys(rows[0]);
  return { fields: names.map((name) => ({ name, type: types.get(name) ?? '' })), rows };
}

/** `changes` is still that of an earlier statement where `total` did not grow. */
function tally(database: Database): { readonly total: number; readonly changes: number; readonly id: number } {
  const [told] = database.all('SELECT total_changes() AS total, changes() AS changes, last_insert_rowid() AS id');
  return { total: Number(told!.total), changes: Number(told!.changes), id: Number(told!.id) };
}

/** The usual drivers give a number for every integer. */
function asDriver(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'bigint') return [name, Number(value)];
      return [name, value instanceof Uint8Array ? Buffer.from(value) : value];
    }),
  );
}

/** SQLite tells the declared types of a view's columns; empty where it cannot make one of the statement. */
function typesOf(database: Database, sql: string): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  try {
    database.exec(`CREATE TEMP VIEW migrator_shadow_answer AS ${sql}`);
  } catch {
    return types;
  }
  try {
    for (const { name, type } of database.all('PRAGMA temp.table_info(migrator_shadow_answer)')) {
      if (!types.has(withoutNumber(String(name)))) types.set(String(name), String(type).toLowerCase());
    }
  } catch {
    // the statement itself will say what is wrong with it
  }
  database.exec('DROP VIEW temp.migrator_shadow_answer');
  return types;
}

/** The second column of a name is `name:1` in a view, and hides the first in a row. */
function withoutNumber(name: string): string {
  return name.replace(/:\d+$/, '');
}
