/** Scripts as GUIs and drivers run them: over one connection, without a client tool. */
import knex from 'knex';
import sqlite from 'node-sqlite3-wasm';
import { type Accent, tokensOf } from '../clients/tokens.ts';
import type { Database, Engine } from './engine.ts';
import { statementsOf } from './sqlite-wasm.ts';

/** What the tool shows: rows and errors, as one text. */
export interface Shown {
  readonly said: string;
  readonly failed: boolean;
}

export interface DriverWay {
  readonly name: string;
  readonly dialects: readonly Engine['dialect'][];
  /** The pieces that are sent. */
  readonly divide: (script: string, dialect: Engine['dialect']) => readonly string[];
  readonly stops: boolean;
  /** Opens a transaction before each statement, as drivers without autocommit do. */
  readonly begins?: true;
}

/** At semicolons that stand in no string, name or comment. */
export function divided(script: string, dialect: Engine['dialect']): readonly string[] {
  if (dialect === 'sqlite') return [...statementsOf(script)].map(({ text }) => text);
  const accent: Accent = dialect === 'mariadb' ? 'mysql' : dialect;
  const statements: string[] = [];
  let text = '';
  let counts = false;
  for (const { kind, text: token } of tokensOf(script, accent)) {
    if (token === ';') {
      if (counts) statements.push(text);
      text = '';
      counts = false;
      continue;
    }
    text += token;
    counts ||= kind !== 'space' && kind !== 'comment';
  }
  return counts ? [...statements, text] : statements;
}

const all: readonly Engine['dialect'][] = ['postgresql', 'mariadb', 'mysql', 'sqlite'];

export const driverWays: readonly DriverWay[] = [
  { name: 'one statement after the other', dialects: all, divide: divided, stops: true },
  { name: 'going on after errors', dialects: all, divide: divided, stops: false },
  { name: 'going on without autocommit', dialects: ['postgresql'], divide: divided, stops: false, begins: true },
  { name: 'the whole file as one text', dialects: ['postgresql'], divide: (script) => [script], stops: true },
];

interface Connection {
  send(sql: string): Promise<string>;
  end(): Promise<void>;
}

async function connect(database: Database, { dialect }: Engine): Promise<Connection> {
  if (dialect === 'sqlite') {
    const { filename } = database.knex.connection as { filename: string };
    const open = new sqlite.Database(filename);
    return {
      send: async (sql) => JSON.stringify(open.all(sql)),
      end: async () => open.close(),
    };
  }
  const client = knex(database.knex);
  const connection = await client.client.acquireRawConnection();
  const send =
    dialect === 'postgresql'
      ? async (sql: string) => JSON.stringify([await connection.query(sql)].flat().map(({ rows }) => rows))
      : (sql: string) =>
          new Promise<string>((resolve, reject) => {
            connection.query(sql, (error: Error | null, rows: unknown) =>
              error === null ? resolve(JSON.stringify(rows)) : reject(error),
            );
          });
  return {
    send,
    end: async () => {
      await client.client.destroyRawConnection(connection);
      await client.destroy();
    },
  };
}

export async function sendAll(database: Database, engine: Engine, script: string, way: DriverWay): Promise<Shown> {
  const connection = await connect(database, engine);
  let said = '';
  let failed = false;
  const send = async (sql: string): Promise<boolean> => {
    try {
      said += `${await connection.send(sql)}\n`;
      return true;
    } catch (error) {
      const { message, hint = '' } = error as Error & { hint?: string };
      said += `${message} ${hint}\n`;
      return false;
    }
  };
  try {
    for (const sql of way.divide(script, engine.dialect)) {
      if (way.begins) await connection.send('BEGIN').catch(() => {});
      if (await send(sql)) continue;
      failed = true;
      if (way.stops) break;
    }
  } finally {
    await connection.end();
  }
  return { said, failed };
}
