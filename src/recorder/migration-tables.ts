/** The tables in which knex remembers its migrations, as knex makes them. */

import type { Dialect } from '../dialect/dialect.ts';
import type { TableOptions } from '../dialect/names.ts';
import type { Name } from '../schema/name.ts';
import { type Listener, recordingKnex } from './client.ts';
import { inline } from './inline.ts';
import type { Compiled, SchemaBuilder } from './knex-shapes.ts';
import { createMarks } from './mend.ts';
import { createTap } from './tap.ts';

/** Nobody runs what these builders say. */
function silent(dialect: Dialect): Listener {
  const never = () => {
    throw new Error('nothing is recorded here');
  };
  const tap = createTap();
  return {
    dialect,
    likeKnex: () => true,
    marks: createMarks(dialect),
    created: () => undefined,
    used: () => undefined,
    isCompiling: () => true,
    typing: () => undefined,
    compiling: tap.compiling,
    compiled: tap.compiled,
    column: tap.column,
    run: never,
    stream: never,
    rolledBack: never,
    warn: () => undefined,
  };
}

export interface MigrationTables {
  /** Statements that make each of them where it is absent. */
  readonly migrations: readonly string[];
  readonly lock: readonly string[];
}

/** https://github.com/knex/knex/blob/3.3.0/lib/migrations/migrate/table-creator.js */
export function migrationTables(
  dialect: Dialect,
  version: string,
  { schema, name }: Name,
  tableOptions: TableOptions | undefined,
): MigrationTables {
  const knex = recordingKnex(silent(dialect), version, { tableOptions });
  const builder = () => (schema === undefined ? knex.schema : knex.schema.withSchema(schema));
  const textsOf = (made: unknown): readonly string[] =>
    ((made as SchemaBuilder).toSQL() as readonly Compiled[]).map((compiled) => inline(compiled, dialect));
  return {
    migrations: textsOf(
      builder().createTableIfNotExists(name, (t) => {
        t.increments();
        t.string('name');
        t.integer('batch');
        t.timestamp('migration_time');
      }),
    ),
    lock: textsOf(
      builder().createTableIfNotExists(`${name}_lock`, (t) => {
        t.increments('index').primary();
        t.integer('is_locked');
      }),
    ),
  };
}
