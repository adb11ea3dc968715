/** SQLite in this process. https://github.com/tndrle/node-sqlite3-wasm */

import { importPeer } from '../peer.ts';
import type { Answer, Field, Shadow } from './shadow.ts';
import { isInsert, statementsOf } from './sqlite-statements.ts';

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
  const before = tally(database);
  const rows = database.all(last).map(asDriver);
  const { total, changes, id } = tally(database);
  const count = total === before.total ? 0 : changes;
  const insertId = count > 0 && isInsert(last) ? { insertId: id } : {};
  return { fields: fieldsOf(database, last, rows[0]), rows, count, ...insertId };
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

const view = 'temp.migrator_shadow_answer';

/** SQLite tells the declared types of a view's columns, and names them where there is no row; what is no SELECT makes no view. */
function fieldsOf(database: Database, sql: string, row: Row | undefined): readonly Field[] {
  const types = new Map<string, string>();
  try {
    database.exec(`CREATE TEMP VIEW migrator_shadow_answer AS ${sql}`);
    for (const { name, type } of database.all('PRAGMA temp.table_info(migrator_shadow_answer)')) {
      if (!types.has(withoutNumber(String(name)))) types.set(String(name), String(type).toLowerCase());
    }
    database.exec(`DROP VIEW ${view}`);
  } catch {
    // no SELECT
  }
  return (row === undefined ? [...types.keys()] : Object.keys(row)).map((name) => ({
    name,
    type: types.get(name) ?? '',
  }));
}

/** The second column of a name is `name:1` in a view, and hides the first in a row. */
function withoutNumber(name: string): string {
  return name.replace(/:\d+$/, '');
}
