/** knex online over SQLite without a compiled driver, to compare what knex does live with what a script does. */
import type { Knex } from 'knex';
import knexFactory from 'knex';
import sqlite, { type BindValues, type Database, type NormalQueryResult } from 'node-sqlite3-wasm';

interface Asked {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  response?: unknown;
  context?: { readonly lastID: number | bigint; readonly changes: number };
}

/** knex's own client for better-sqlite3, whose class is reached through an instance: its file is not exported. */
const Base = knexFactory({ client: 'better-sqlite3', useNullAsDefault: true }).client.constructor as unknown as new (
  config: Knex.Config,
) => Knex.Client;

class WasmClient extends Base {
  _driver(): typeof sqlite {
    return sqlite;
  }

  override async acquireRawConnection(): Promise<Database> {
    return new sqlite.Database((this.connectionSettings as { filename: string }).filename);
  }

  override async destroyRawConnection(connection: Database): Promise<void> {
    connection.close();
  }

  async _query(connection: Database, asked: Asked): Promise<Asked> {
    if (!asked.sql) throw new Error('The query is empty');
    const bindings = (asked.bindings ?? []).map(bound) as BindValues;
    asked.response = connection.all(asked.sql, bindings);
    const [told] = connection.all('SELECT last_insert_rowid() AS id, changes() AS changes') as NormalQueryResult[];
    asked.context = { lastID: told!.id as number, changes: Number(told!.changes) };
    return asked;
  }
}

/** For `knex({ client: SqliteWasmClient, connection: { filename }, useNullAsDefault: true })`. */
export const SqliteWasmClient: typeof Knex.Client = WasmClient as unknown as typeof Knex.Client;

function bound(value: unknown): unknown {
  if (value instanceof Date) return value.valueOf();
  // https://github.com/TryGhost/node-sqlite3 leaves it unbound, which is NULL
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}
