/** SQLite's own SQL, and what its ALTER TABLE cannot do: https://www.sqlite.org/lang_altertable.html */

import type { MigratorError } from '../errors.ts';
import type { Of } from '../operation/operation.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { type Dialect, quoteName } from './dialect.ts';
import { type Lowering, needsDatabase, schemaStatement } from './lower.ts';
import type { Statement } from './statement.ts';
import { isAtLeast } from './version.ts';

const title = 'SQLite';
const rebuild = 'SQLite would have to make the table anew; write that with op.execute(…)';

export function sqliteLowering(accent: Pick<Dialect, 'quote'>): Lowering {
  return {
    // there is no place for a comment
    commentTable: () => [],
    alterColumn: (operation) => {
      if (Object.keys(operation.change).every((key) => key === 'comment')) return [];
      throw needsDatabase(title, operation, rebuild);
    },
    renameColumn: (operation, _before, version) => {
      if (!isAtLeast(version, '3.25')) throw needsDatabase(title, operation, 'this needs SQLite 3.25');
      const names = `${accent.quote(operation.column)} to ${accent.quote(operation.to)}`;
      return [schemaStatement(`alter table ${quoteName(accent, operation.table)} rename column ${names}`)];
    },
    dropColumn: (operation, before, version) => dropColumn(operation, before, version, accent),
    addConstraint: (operation) => onlyUnique(operation, operation.constraint.kind),
    dropConstraint: (operation) => onlyUnique(operation, operation.constraint.kind),
  };
}

/** knex makes unique constraints as indexes. */
function onlyUnique(operation: Of<'addConstraint'> | Of<'dropConstraint'>, kind: string): undefined {
  if (kind !== 'unique') throw needsDatabase(title, operation, rebuild);
  return undefined;
}

/** https://www.sqlite.org/lang_altertable.html#altertabdropcol names what stands in the way. */
function dropColumn(
  operation: Of<'dropColumn'>,
  before: Schema,
  version: string,
  accent: Pick<Dialect, 'quote'>,
): readonly Statement[] {
  if (!isAtLeast(version, '3.35')) throw needsDatabase(title, operation, 'this needs SQLite 3.35');
  const table = tableOf(before, operation.table);
  const fault = table === undefined ? undefined : obstacle(operation, table);
  if (fault !== undefined) throw fault;
  const schema = operation.table.schema === undefined ? {} : { schema: operation.table.schema };
  return [
    ...indexesOn(operation.column, table).map((index) =>
      schemaStatement(`drop index ${quoteName(accent, { ...schema, name: index.name })}`),
    ),
    schemaStatement(`alter table ${quoteName(accent, operation.table)} drop column ${accent.quote(operation.column)}`),
  ];
}

/** Indexes, and unique constraints, which are indexes too. */
function indexesOn(
  column: string,
  table: Table | undefined,
): readonly { readonly name: string; readonly columns: readonly string[] }[] {
  const keys = (table?.constraints ?? []).filter((constraint) => constraint.kind === 'unique');
  return [...(table?.indexes ?? []), ...keys].filter((index) => index.columns.includes(column));
}

function obstacle(operation: Of<'dropColumn'>, table: Table): MigratorError | undefined {
  const { column } = operation;
  const refuse = (what: string) => needsDatabase(title, operation, `the column is part of ${what}; ${rebuild}`);
  for (const constraint of table.constraints) {
    if (constraint.kind === 'check') {
      if (mentions(constraint.expression, column)) return refuse(`the check ${constraint.expression}`);
    } else if (constraint.kind !== 'unique' && constraint.columns.includes(column)) {
      return refuse(constraint.kind === 'primary' ? 'the primary key' : `the foreign key ${constraint.name}`);
    }
  }
  const wide = indexesOn(column, table).find((index) => index.columns.length > 1);
  if (wide !== undefined)
    return needsDatabase(title, operation, `drop the index ${wide.name} first, which other columns share`);
  const partial = table.indexes.find((index) => index.where !== undefined && mentions(index.where, column));
  return (
    partial && needsDatabase(title, operation, `drop the index ${partial.name} first, whose condition names the column`)
  );
}

function mentions(expression: string, column: string): boolean {
  return expression.toLowerCase().includes(column.toLowerCase());
}
