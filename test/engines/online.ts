/** Recorded revisions run by a connected knex: knex's own SQL where knex has words, the script's where it has none. */

import type { Knex } from 'knex';
import knexFactory from 'knex';
import { columnOf } from '../../src/dialect/lower.ts';
import type { Statement } from '../../src/dialect/statement.ts';
import type { Of, Operation } from '../../src/operation/operation.ts';
import { apply, describe } from '../../src/operation/verbs.ts';
import type { Change, Recording } from '../../src/recorder/recording.ts';
import { say } from '../../src/recorder/say.ts';
import { unsayable } from '../../src/recorder/unsayable.ts';
import type { Schema } from '../../src/schema/schema.ts';
import type { Database, Engine } from './engine.ts';

/** Two connections, because knex asks about nullability on another one than it works on. */
export async function withKnex<T>(database: Database, work: (knex: Knex) => Promise<T>): Promise<T> {
  const log = { warn: () => undefined };
  const knex = knexFactory({ ...database.knex, log, pool: { min: 0, max: 2 } });
  try {
    return await work(knex);
  } finally {
    await knex.destroy();
  }
}

/** One awaited call: by whose SQL it was done, and what the engine answered if it refused knex's. */
export interface Deed {
  readonly says: string;
  readonly by: 'knex' | 'script';
  readonly refusal?: string;
}

/** `say` hides question marks from a recorder, which only PostgreSQL's part of knex looks for when it is connected. */
function raws(knex: Knex, { dialect }: Engine): Knex {
  const shown = (sql: string): string => (dialect === 'postgresql' ? sql : sql.replaceAll('\\?', '?'));
  const words = {
    raw: (sql: string) => knex.raw(shown(sql)),
    whereRaw: (sql: string) => knex.whereRaw(shown(sql)),
  };
  return words as unknown as Knex;
}

/** What the statement's own condition, if it has one, lets run. */
async function chosen(knex: Knex, { sql, when }: Statement): Promise<string | undefined> {
  if (when === undefined) return String(sql);
  const [[row]] = (await knex.raw(`select ${when.condition} as holds`)) as [[{ holds: number }]];
  return row.holds === 1 ? String(sql) : when.otherwise;
}

async function runStatements(engine: Engine, knex: Knex, { statements }: Change): Promise<void> {
  for (const { statement } of statements) {
    if (typeof statement.sql !== 'string') throw new Error('a case is smaller than that');
    const sql = await chosen(knex, statement);
    if (sql === undefined) continue;
    await knex.raw(engine.dialect === 'postgresql' ? sql.replaceAll('?', '\\?') : sql);
  }
}

/** knex's `.alter()` wants the column said whole; it has words of its own for nullability alone. */
function wholeColumn(operation: Of<'alterColumn'>, before: Schema): Operation {
  const { table, column, change } = operation;
  const whole = columnOf(apply(operation, before), table, column);
  const onlyNullable = Object.keys(change).join() === 'nullable';
  if (whole === undefined || onlyNullable) return operation;
  const { type, sqlType, unsigned, nullable, comment, collation, default: given } = whole;
  const said = {
    type: { type, sqlType, unsigned },
    nullable,
    default: given ?? null,
    ...(comment === undefined ? {} : { comment }),
    ...(collation === undefined ? {} : { collation }),
  };
  return { ...operation, change: { ...change, ...said } };
}

function builderFor(operation: Operation, before: Schema, engine: Engine, knex: Knex): Knex.SchemaBuilder | undefined {
  if (unsayable(operation) !== undefined) return undefined;
  const builder = knex.schema;
  const whole = operation.kind === 'alterColumn' ? wholeColumn(operation, before) : operation;
  return say(whole, builder, raws(knex, engine)) ? builder : undefined;
}

function isSayable({ operations }: Change, before: Schema, engine: Engine, knex: Knex): boolean {
  let schema = before;
  return operations.every((operation) => {
    const said = builderFor(operation, schema, engine, knex) !== undefined;
    schema = apply(operation, schema);
    return said;
  });
}

/** What the engine answered when it refused. PostgreSQL takes back what the builders before that one had done. */
async function refusalOf(change: Change, before: Schema, engine: Engine, knex: Knex): Promise<string | undefined> {
  let said = 0;
  const run = async (on: Knex): Promise<void> => {
    let schema = before;
    for (const operation of change.operations) {
      await builderFor(operation, schema, engine, on);
      said += 1;
      schema = apply(operation, schema);
    }
  };
  try {
    await (engine.dialect === 'postgresql' ? knex.transaction((trx) => run(trx)) : run(knex));
    return undefined;
  } catch (error) {
    if (engine.dialect !== 'postgresql' && said > 0) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

async function runChange(change: Change, before: Schema, engine: Engine, knex: Knex): Promise<Deed> {
  const says = change.operations.map(describe).join('; ');
  const sayable = isSayable(change, before, engine, knex);
  const refusal = sayable ? await refusalOf(change, before, engine, knex) : undefined;
  if (sayable && refusal === undefined) return { says, by: 'knex' };
  await runStatements(engine, knex, change);
  return { says, by: 'script', ...(refusal === undefined ? {} : { refusal }) };
}

export async function runOnline(
  engine: Engine,
  knex: Knex,
  recordings: readonly Recording[],
): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  for (const recording of recordings) {
    let schema = recording.before;
    for (const change of recording.changes) {
      deeds.push(await runChange(change, schema, engine, knex));
      schema = change.operations.reduce((left, operation) => apply(operation, left), schema);
    }
  }
  return deeds;
}
