/** What knex's builders of tables and columns are given, where knex writes it as it is or takes it for something else. */

import type { Dialect } from '../dialect/dialect.ts';
import { nullInKey } from '../dialect/null-in-key.ts';
import type { ForeignData, TableBuilder, TableStatement } from './knex-shapes.ts';
import { refuseUnknown } from './known-names.ts';
import { action, anything, deferral, flag, requireShape, type Shape, text } from './shapes.ts';

type Shapes = Readonly<Record<string, Shape>>;

function requireShapes(what: string, given: object, shapes: Shapes): void {
  for (const [name, shape] of Object.entries(shapes)) {
    requireShape(shape, (given as Record<string, unknown>)[name], `${what}${name} takes ${shape.what}`);
  }
}

const foreign: Shapes = { onUpdate: action, onDelete: action, deferrable: deferral };
/** Of a column; each takes one. */
const modifiers: Shapes = { nullable: flag, comment: text, collate: text };
const indexOptions: Shapes = { indexType: text, storageEngineIndexType: text, predicate: anything };
/** Where its options stand, and what they are; text is the name alone. */
const keys: Readonly<Record<string, readonly [at: number, options: Shapes]>> = {
  primary: [1, { constraintName: text, deferrable: deferral }],
  unique: [1, { ...indexOptions, indexName: text, deferrable: deferral, useConstraint: flag }],
  index: [2, indexOptions],
};

function requireKey(method: string, args: readonly unknown[]): void {
  const [at, options] = keys[method] ?? [];
  const given = at === undefined ? undefined : args[at];
  if (options === undefined || given === undefined || given === null || typeof given === 'string') return;
  refuseUnknown(method, given, options);
  requireShapes(`${method}: `, given, options);
}

function requireStatement(statement: TableStatement): void {
  if (statement.grouping === 'checks') return;
  if (statement.grouping === 'alterTable') {
    if (statement.method === 'foreign') requireShapes('', statement.args[0] as ForeignData, foreign);
    else requireKey(statement.method, statement.args);
    return;
  }
  const { _args: args, _modifiers: said } = statement.builder;
  const given = Object.fromEntries(Object.entries(said).map(([name, [value]]) => [name, value ?? undefined]));
  requireShapes(`column ${String(args[0])}: `, given, modifiers);
}

/** Throws `unsupported` where a column is told both to hold NULL and to be of the primary key. */
function refuseLooseKey({ _tableName: table, _statements: statements }: TableBuilder, title: string): void {
  const keyed = statements.flatMap((statement) =>
    statement.grouping === 'alterTable' && statement.method === 'primary' ? [statement.args[0]].flat() : [],
  );
  for (const statement of statements) {
    if (statement.grouping !== 'columns' || !keyed.includes(statement.builder._args[0])) continue;
    const { nullable } = statement.builder._modifiers;
    if (nullable !== undefined && nullable[0] !== false)
      throw nullInKey(title, `${table}.${statement.builder._args[0]}`);
  }
}

/** Throws `bad-argument`, and what `refuseLooseKey` throws. */
export function requireBuilderShapes(builder: TableBuilder, { keysFill, title }: Dialect): void {
  for (const statement of builder._statements) requireStatement(statement);
  if (keysFill !== 'never') refuseLooseKey(builder, title);
}
