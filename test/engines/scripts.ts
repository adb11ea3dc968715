/** Scripts of recordings made by hand, and the ways in which clients run them. */

import { expect } from 'vitest';
import { mariadb } from '../../src/dialect/client/mariadb.ts';
import { mysql } from '../../src/dialect/client/mysql.ts';
import { psql } from '../../src/dialect/client/psql.ts';
import { sqlite3 } from '../../src/dialect/client/sqlite3.ts';
import type { Client } from '../../src/dialect/client.ts';
import type { Dialect } from '../../src/dialect/dialect.ts';
import { mariadb as mariadbDialect } from '../../src/dialect/mariadb.ts';
import { mysql as mysqlDialect } from '../../src/dialect/mysql.ts';
import { postgresql } from '../../src/dialect/postgresql.ts';
import { sqlite } from '../../src/dialect/sqlite.ts';
import { scriptText } from '../../src/script/script-text.ts';
import { type Made, recordingOf, scriptOf } from '../unit/script/made.ts';
import { type Database, type Engine, isOfMysql, type Manner } from './engine.ts';

export const tools: Readonly<Record<Engine['dialect'], readonly [Dialect, Client]>> = {
  postgresql: [postgresql, psql],
  mariadb: [mariadbDialect, mariadb],
  mysql: [mysqlDialect, mysql],
  sqlite: [sqlite, sqlite3],
};

export function written(engine: Engine, made: readonly Made[], versionTable = 'migrator_version'): string {
  const [dialect, client] = tools[engine.dialect];
  const frame = { versionTable: { name: versionTable }, serverVersion: engine.version };
  return [...scriptText(scriptOf(dialect, client, made.map(recordingOf), frame))].join('');
}

/** The same file in a client that goes on after errors, whatever the file says. */
export const careless: Readonly<Record<Engine['dialect'], (script: string) => string>> = {
  postgresql: (script) => script.replace('\\set ON_ERROR_STOP on\n', ''),
  mariadb: (script) => script,
  mysql: (script) => script,
  sqlite: (script) => script.replace('.bail on\n', ''),
};

export interface Way {
  readonly name: string;
  readonly manner: Manner;
  readonly change: (script: string) => string;
  /** This client answers 0 whatever happened. */
  readonly silent: boolean;
}

export function waysOf(engine: Engine): readonly Way[] {
  const { dialect } = engine;
  const change = careless[dialect];
  const same = (script: string) => script;
  const sourced: Manner = { strict: false, by: 'command' };
  const more: readonly Way[] = isOfMysql(engine)
    ? [{ name: 'source', manner: sourced, change: same, silent: true }]
    : [];
  return [
    { name: 'the documented way', manner: {}, change: same, silent: false },
    { name: 'going on after errors', manner: { strict: false }, change, silent: dialect !== 'sqlite' },
    ...more,
  ];
}

export const versionRows = (rows: readonly string[]): string =>
  rows.map((id) => `INSERT INTO migrator_version VALUES ('${id}');\n`).join('');
export const versionTable = 'CREATE TABLE migrator_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);\n';

export async function prepared(engine: Engine, before: string): Promise<Database> {
  const database = await engine.createDatabase();
  const ran = await database.runText(`CREATE TABLE bystander (id integer);\n${before}`, { strict: true });
  expect(ran).toMatchObject({ status: 0 });
  return database;
}
