/** The names of triggers and indexes, which live in the schema of their table. */

import { MigratorError } from '../errors.ts';
import { type Name, showName } from '../schema/name.ts';

/** What is said may name that schema. */
export function ownName(what: 'trigger' | 'index', { schema, name }: Name, table: Name): string {
  if (schema === undefined || schema === table.schema) return name;
  throw new MigratorError(
    'bad-argument',
    `${what} ${schema}.${name} cannot live in another schema than its table ${showName(table)}`,
    {
      hint: `Name the ${what} ${name}, and its table with the schema: ${schema}.${table.name}, or { schema: '${schema}' }.`,
    },
  );
}
