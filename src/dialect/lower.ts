/** Operations turned into a dialect's own SQL: what all dialects share. */

import { MigratorError } from '../errors.ts';
import type { Kind, Of, Operation } from '../operation/operation.ts';
import { takersOf } from '../operation/sequence-texts.ts';
import { describe } from '../operation/verbs.ts';
import type { Column, Default } from '../schema/column.ts';
import type { Constraint } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import type { Grant } from '../schema/objects.ts';
import { remedyForUnread, type Schema, tableOf } from '../schema/schema.ts';
import type { Dialect } from './dialect.ts';
import type { Statement } from './statement.ts';

/** Undefined leaves the operation to knex; an empty list says that there is nothing to do. */
type Lower<K extends Kind> = (operation: Of<K>, before: Schema, version: string) => readonly Statement[] | undefined;

export type Lowering = { readonly [K in Kind]?: Lower<K> };

/** A dialect's `lower`: kinds without an entry are knex's. `refuse` throws for what the engine would not do, however it is said. */
export function lowerBy(lowering: Lowering, refuse?: (operation: Operation, before: Schema) => void): Dialect['lower'] {
  return (operation, before, version) => {
    refuse?.(operation, before);
    const lower = lowering[operation.kind] as Lower<Kind> | undefined;
    return lower?.(operation, before, version);
  };
}

export function schemaStatement(sql: string, transactional = true): Statement {
  return { sql, transactional, sort: 'schema' };
}

/** One of the steps that an operation takes. */
export function step(says: string, statement: Statement): Statement {
  return { ...statement, says };
}

/** Steps that do one thing; what one of them says of itself already is left as it is. */
export function steps(says: string, statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement) => (statement.says === undefined ? step(says, statement) : statement));
}

/** Undefined when replay does not know the table or the column. */
export function columnOf(before: Schema, table: Name, column: string): Column | undefined {
  return tableOf(before, table)?.columns.find((candidate) => candidate.name === column);
}

/** A column of which nothing but the name is known. */
export function blankColumn(name: string): Column {
  const type = { name: 'unknown', args: [] };
  return { name, type, sqlType: 'unknown', nullable: true, autoIncrement: false, unsigned: false };
}

/** The column as replay remembers it. Throws `needs-database` when it does not. */
export function rememberedColumn(
  title: string,
  operation: Of<'alterColumn'> | Of<'renameColumn'>,
  before: Schema,
): Column {
  const column = columnOf(before, operation.table, operation.column);
  if (column !== undefined) return column;
  throw notKnown(title, operation, before, `what ${showName(operation.table)}.${operation.column} is`);
}

/** For what a revision below should have said; the raw SQL that may have done it is named, where there is some. */
export function notKnown(title: string, operation: Operation, before: Schema, what: string): MigratorError {
  const remedy = remedyForUnread(before) ?? 'declare it where it is made: op.execute(sql, { does: [...] })';
  return needsDatabase(title, operation, `no earlier revision says ${what}; ${remedy}`);
}

export function needsDatabase(title: string, operation: Operation, hint: string): MigratorError {
  return new MigratorError('needs-database', `${title} cannot ${describe(operation)} without asking a database`, {
    hint,
  });
}

/** What no order of things could make right. */
export function impossibleFor(message: string, hint: string): MigratorError {
  return new MigratorError('impossible', message, { hint });
}

/** Where a default keeps the sequence's name as text, it would ask for one that is not there any more. */
export function refuseTakers({ sequence, to }: Of<'renameSequence'>, before: Schema, title: string): void {
  const [taker] = takersOf(before, sequence);
  if (taker === undefined) return;
  throw impossibleFor(
    `${taker} takes its default from sequence ${showName(sequence)}, and on ${title} the default would not follow the name ${to}`,
    'Take the default away with op.alterColumn(…, { default: null }), rename the sequence, and give the column its default again.',
  );
}

/** Where a default asks the sequence for numbers, the engine keeps the sequence. */
export function refuseTaken({ sequence }: Of<'dropSequence'>, before: Schema): void {
  const [taker] = takersOf(before, sequence);
  if (taker === undefined) return;
  throw impossibleFor(
    `sequence ${showName(sequence)} cannot go while ${taker} takes its default from it`,
    'Take the default away with op.alterColumn(…, { default: null }) first.',
  );
}

export function unsupported(message: string, hint: string): MigratorError {
  return new MigratorError('unsupported', message, { hint });
}

/** Throws `unsupported` for a privilege that is on whole tables only, given on columns. */
export function refuseColumnPrivileges({ privileges, on }: Grant, title: string, onColumns: RegExp): void {
  const whole = on.columns === undefined ? undefined : privileges.find((privilege) => !onColumns.test(privilege));
  if (whole === undefined) return;
  throw unsupported(
    `${title} grants ${whole} on whole tables only, not on columns`,
    'grant it on a view that has these columns',
  );
}

/** Throws `needs-database` where the column would be written without what its author said beside its type, and nobody reads. */
export function refuseUnread(
  { name, unread }: Column,
  operation: Operation & { readonly table: Name },
  title: string,
): void {
  if (unread === undefined) return;
  throw needsDatabase(
    title,
    operation,
    `the type of ${showName(operation.table)}.${name} says ${unread}, of which only the database knows what it is there; write the statement yourself with knex.raw(…)`,
  );
}

/** The constraints that an operation adds, with their table. */
export function addedConstraints(operation: Of<'createTable'> | Of<'addConstraint'>): readonly Constraint[] {
  return operation.kind === 'createTable' ? operation.table.constraints : [operation.constraint];
}

/** A default as SQL text. */
export function defaultText(given: Default, column: Column, literal: Dialect['literal']): string {
  if (given.kind === 'sql') return given.sql;
  return given.asText === true ? knexText(given.value, column, literal) : literal(given.value, column);
}

function knexText(value: unknown, column: Column, literal: Dialect['literal']): string {
  if (typeof value === 'object') return literal(value, column);
  if (column.type.name === 'bool' || column.type.name === 'boolean') return value && value !== 'false' ? "'1'" : "'0'";
  return literal(String(value));
}

/** A default whose numbers and truth values stand in quotes, as knex has them: so they take the type of the column by themselves. */
export function quotedDefault(given: Default, column: Column, literal: Dialect['literal']): string {
  const text = defaultText(given, column, literal);
  if (given.kind === 'sql') return text;
  const truth = { true: '1', false: '0' }[text];
  return truth !== undefined || /^-?[\d.]+(?:e[-+]?\d+)?$/i.test(text) ? `'${truth ?? text}'` : text;
}

/** Whether one pair of brackets holds all of it. What is not told for sure gets another pair, which does no harm. */
export function isBracketed(sql: string): boolean {
  const text = sql.trim();
  if (!text.startsWith('(') || text.includes('\\')) return false;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/'[^']*'|"[^"]*"|`[^`]*`|[()]/g)) {
    if (token === '(') depth += 1;
    if (token !== ')') continue;
    depth -= 1;
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}

/** Refuses conditions on indexes, which the engine does not have and knex drops without a word. */
export function refusePartial(title: string, index: { readonly name: string; readonly where?: string }): void {
  if (index.where === undefined) return;
  throw unsupported(
    `${title} has no partial indexes: ${index.name} has the condition ${index.where}`,
    'leave the condition out, or index an expression with raw SQL',
  );
}
