/** A database's catalog read as a schema through its own client. */
import { canonical } from '../../src/inventory/canonical/canonical.ts';
import { inventories, type Readable } from '../../src/inventory/inventories.ts';
import type { Frame, Question, Row, Usual } from '../../src/inventory/inventory.ts';
import { entries, type Registry } from '../../src/schema/registry.ts';
import type { Schema } from '../../src/schema/schema.ts';
import type { Database, Query } from './engine.ts';

/** All questions in one call: starting a client takes longer than any of them. */
function ask(query: Query, questions: readonly Question[]): Promise<readonly Row[]> {
  if (questions.length === 0) return Promise.resolve([]);
  return query(questions.map(({ sql }, at) => `SELECT * FROM (${sql}) AS q${at}`).join(' UNION ALL '));
}

export async function rowsOf(query: Query, dialect: Readable, frame: Frame): Promise<readonly Row[]> {
  const inventory = inventories[dialect];
  const rows = await ask(query, inventory.questions(frame));
  return [...rows, ...(await ask(query, inventory.further(rows, frame)))];
}

export interface Taken {
  readonly schema: Schema;
  readonly usual: Usual;
}

export function taken(rows: readonly Row[], dialect: Readable, frame: Frame): Taken {
  const inventory = inventories[dialect];
  return { schema: inventory.read(rows, frame), usual: inventory.usual(rows, frame) };
}

/** Registries as plain objects, in which a person can read a difference. */
export function shown(schema: Schema): unknown {
  const registries = Object.entries(schema).filter(
    (entry): entry is [string, Registry<unknown>] => typeof entry[1] === 'object' && 'buckets' in entry[1],
  );
  return Object.fromEntries(registries.map(([kind, registry]) => [kind, Object.fromEntries(entries(registry))]));
}

/** What stands in the database and what replay says of it, in one spelling. `made` holds the schemas that are looked at beside the one where everything begins. */
export async function compared(
  database: Database,
  dialect: Readable,
  replayed: Schema,
  made: Schema = replayed,
): Promise<{ readonly found: Schema; readonly told: Schema }> {
  const schemas = [database.name, 'public', ...entries(made.schemas).map(([name]) => name)];
  const frame = { schemas, except: ['migrator_version', 'migrator_version_ledger', 'migrator_version_log'] };
  const { schema, usual } = taken(await rowsOf(database.query, dialect, frame), dialect, frame);
  return { found: canonical(schema, dialect, usual), told: canonical(replayed, dialect, usual) };
}
