/** Names that say no schema, or none but one: those of triggers and indexes, which live with their table, and new names. */

import { MigratorError } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
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

function stays(what: string, of: Name, to: string): MigratorError {
  const name = to.slice(to.lastIndexOf('.') + 1);
  return new MigratorError('bad-name', `${what} ${showName(of)} cannot be renamed to ${to}: it stays in its schema`, {
    hint: `Name it ${name}. Into another schema it gets by SQL of your own: op.execute(…, { does: [...] }).`,
  });
}

/** Throws `bad-name` for a new name with a dot, of which databases make a schema, a name, or an error. */
export function requirePlainName(operation: Operation): void {
  if (!('to' in operation) || !operation.to.includes('.')) return;
  switch (operation.kind) {
    case 'renameTable':
      throw stays('table', operation.table, operation.to);
    case 'renameSequence':
      throw stays('sequence', operation.sequence, operation.to);
    case 'renameEnum':
      throw stays('enum', operation.type, operation.to);
    case 'renameColumn':
      throw dotted(operation.to);
  }
}

/** knex takes what stands before a dot for a table. */
export function dotted(column: string): MigratorError {
  return new MigratorError('bad-name', `the name of a column has a dot: ${JSON.stringify(column)}`, {
    hint: 'Choose another name.',
  });
}
