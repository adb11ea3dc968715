/** A case's whole script applied to one database and taken back, once for all tests that ask what came of it. */

import { expect } from 'vitest';
import { emptySchema, type Schema } from '../../../src/schema/schema.ts';
import { compileCase, type NotPossible, type TargetName } from '../../cases/case.ts';
import type { Compiled } from '../../project.ts';
import { runAccepting } from '../accept-loss.ts';
import type { Catalog, Database, Engine, Ran } from '../engine.ts';
import { compared, shown } from '../inventory.ts';

/** The version table is ours; counters move with each attempt, and SQLite's text of CREATE TABLE comes back tidied. */
const passing = [/migrator_version/, /^(?:create|counter) /];

/** A column that comes back stands last. */
export const ofSchema = { except: [...passing, /^order /] };
export const withRows = { except: passing, rows: true };

export interface Agreement {
  readonly found: unknown;
  readonly told: unknown;
}

export interface Passage {
  readonly whole: Compiled;
  readonly empty: Catalog;
  readonly reached: Catalog;
  readonly versions: readonly string[];
  readonly verified: Ran;
  readonly left: Catalog;
  readonly versionsLeft: readonly string[];
  /** The catalog beside replay at the top and after the way back; none where raw SQL may have made anything. */
  readonly agreements: readonly Agreement[];
}

export const targetOf = ({ dialect }: Engine): TargetName => (dialect === 'mysql' ? 'mysql-5-6' : dialect);

const compiled = new Map<string, ReturnType<typeof compileCase>>();

/** Engines of one dialect share their scripts. */
export function compiledOnce(root: string, target: TargetName, range?: string): ReturnType<typeof compileCase> {
  const key = `${root} ${target} ${range ?? ''}`;
  const known = compiled.get(key) ?? compileCase(root, target, range);
  compiled.set(key, known);
  return known;
}

export async function succeeds(running: Promise<Ran>): Promise<void> {
  const ran = await running;
  expect(ran, `${ran.stdout}${ran.stderr}`).toMatchObject({ status: 0 });
}

export async function versionsOf(database: Database): Promise<readonly string[]> {
  return (await database.rows('migrator_version')).map(([id]) => id ?? '');
}

/** Rows keep the moment at which each was made. */
export function settled(catalog: Catalog): Catalog {
  const today = new Date().toISOString().slice(0, 10);
  return JSON.parse(JSON.stringify(catalog).replaceAll(new RegExp(`${today} [\\d:.]+(?:\\+00)?`, 'g'), 'now'));
}

/** MySQL tells its checks and has JSON from version 8 on, which no package brings: MariaDB is read in its place. */
export function isReadable({ dialect }: Engine): boolean {
  return dialect !== 'mysql';
}

async function agreement(
  database: Database,
  { dialect }: Engine,
  replayed: Schema,
  made: Schema,
): Promise<Agreement[]> {
  if (dialect === 'mysql' || made.unread.length > 0) return [];
  const { found, told } = await compared(database, dialect, replayed, made);
  return [{ found: shown(found), told: shown(told) }];
}

const empties = new Map<Engine['name'], Promise<Catalog>>();

/** New databases of one server are alike. */
function emptyOf({ name }: Engine, database: Database): Promise<Catalog> {
  const known = empties.get(name) ?? database.catalog(ofSchema);
  empties.set(name, known);
  return known;
}

export async function passageOf(engine: Engine, root: string): Promise<Passage | NotPossible> {
  const whole = await compiledOnce(root, targetOf(engine));
  if ('notPossible' in whole) return whole;
  const replayed = whole.recordings.at(-1)?.after ?? emptySchema;
  const database = await engine.createDatabase();
  const empty = await emptyOf(engine, database);
  await succeeds(database.runText(whole.upgrade));
  const reached = settled(await database.catalog(withRows));
  const versions = await versionsOf(database);
  const atTheTop = await agreement(database, engine, replayed, replayed);
  const verified = await database.runText(whole.verify);
  await succeeds(runAccepting(engine, database, whole.downgrade));
  const left = await database.catalog(ofSchema);
  const versionsLeft = await versionsOf(database);
  const atTheEnd = await agreement(database, engine, emptySchema, replayed);
  const agreements = [...atTheTop, ...atTheEnd];
  return { whole, empty, reached, versions, verified, left, versionsLeft, agreements };
}
