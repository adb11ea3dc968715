/** From what was heard to the statements of a script: knex's own, or the dialect's where knex's would not do. */

import type { Knex } from 'knex';
import { beginning, begins } from '../dialect/beginning.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { refuseNullInKey } from '../dialect/null-in-key.ts';
import type { Statement } from '../dialect/statement.ts';
import { MigratorError } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { apply, describe } from '../operation/verbs.ts';
import type { Schema } from '../schema/schema.ts';
import { compileEntry, type Heard, type Hearing, isLive } from './hear.ts';
import { inline } from './inline.ts';
import type { Compiled, SchemaBuilder } from './knex-shapes.ts';
import type { Marks } from './mend.ts';
import { requirePlainName } from './own-name.ts';
import type { Told } from './recording.ts';
import { say } from './say.ts';
import { tell } from './tell.ts';
import { unsayable } from './unsayable.ts';

export interface Compiling extends Hearing {
  /** Takes the names that the database has. */
  readonly speaker: Knex;
  readonly marks: Marks;
  readonly version: string;
}

const bodies = new RegExp(
  `${beginning}(?:(?:create|alter)\\s+(?:or\\s+(?:replace|alter)\\s+)?(?:definer\\s*=\\s*\\S+\\s+)?(?:trigger|procedure|function|package|event|type\\s+body)\\b|begin\\b(?!\\s*(?:;|$|work|tran))|declare\\b)`,
  'i',
);

/** The script has transactions of its own. */
const transactionControl = new RegExp(
  `${beginning}(?:begin(?:\\s+(?:work|tran(?:saction)?))?|start\\s+transaction|commit(?:\\s+\\w+)?|rollback(?:\\s+[^;]*)?)\\s*(?:;|$)`,
  'i',
);

/** No engine that has them takes these inside a transaction. */
const outsideOnly = new RegExp(
  `${beginning}(?:create\\s+(?:unique\\s+)?index\\s+concurrently|drop\\s+index\\s+concurrently|reindex\\b[^;]*\\bconcurrently|vacuum|(?:create|drop)\\s+(?:database|tablespace)|alter\\s+system)\\b`,
  'i',
);

/** A body with semicolons of its own (trigger, procedure, PL/SQL block) needs its client's special ending. */
export function isBlock(sql: string): boolean {
  return bodies.test(sql);
}

function withoutTerminator(sql: string): string {
  return sql.replace(/[\s;]+$/, '');
}

/** Values were looked at when they were spelled. */
function requireWritable(sql: string): void {
  const what = sql.includes('\0') ? 'a NUL character' : /\p{Surrogate}/u.test(sql) ? 'half a character' : undefined;
  if (what === undefined) return;
  throw new MigratorError('unrepresentable', `SQL with ${what} in it cannot stand in a script`, {
    hint: 'Leave it out.',
  });
}

function refuseTransactionControl(sql: string): void {
  if (!transactionControl.test(sql)) return;
  throw new MigratorError(
    'transaction-control',
    'SQL that begins or ends a transaction would break up the one of its revision',
    {
      hint: 'Leave it out: each revision is one transaction where the engine can.',
    },
  );
}

function standsOutside(sql: string, { outsideTransactions: more }: Pick<Dialect, 'outsideTransactions'>): boolean {
  return outsideOnly.test(sql) || (more !== undefined && begins(sql, more));
}

/** SQL of the author's own. */
export function rawStatement(sql: string, dialect: Dialect): Statement {
  const statement = statementOf(sql, 'raw');
  return standsOutside(sql, dialect) ? { ...statement, transactional: false } : statement;
}

export function statementOf(sql: string, sort: 'schema' | 'data' | 'raw'): Statement {
  if (sort !== 'data') requireWritable(sql);
  const block = isBlock(sql);
  if (!block) refuseTransactionControl(sql);
  return { sql: block ? sql.trimEnd() : withoutTerminator(sql), transactional: true, sort: block ? 'block' : sort };
}

/** knex makes the type of a column beside its table. */
const madeType = /^create type ((?:"(?:[^"]|"")*"|[\w.])+) as enum\b/i;

function sayingTypes(statement: Statement): Statement {
  const [, type] = madeType.exec(String(statement.sql)) ?? [];
  return type === undefined ? statement : { ...statement, says: `create type ${type.replaceAll('"', '')}` };
}

function fromKnex(compiled: readonly Compiled[], compiling: Compiling): readonly Statement[] {
  return compiled
    .map((query) => compiling.marks.reveal(inline(query, compiling.dialect)))
    .filter((sql) => sql.trim() !== '')
    .map((sql) => sayingTypes(statementOf(sql, 'schema')));
}

function needsDatabase(operation: Operation, compiling: Compiling): MigratorError {
  return new MigratorError(
    'needs-database',
    `${compiling.dialect.title} cannot ${describe(operation)} without asking a database`,
    {
      hint: 'Write the statement yourself with op.execute(…).',
    },
  );
}

/** Neither the dialect nor knex has words for it. */
function notHad(operation: Operation, { dialect }: Compiling): MigratorError {
  const what = unsayable(operation);
  const because = what === undefined ? '' : `: ${what}`;
  return new MigratorError('unsupported', `${dialect.title} cannot ${describe(operation)}${because}`, {
    hint: 'Leave it out for this database, or write the statement yourself with op.execute(…).',
  });
}

/** One operation alone, as knex compiles it. */
function compileAlone(operation: Operation, compiling: Compiling): readonly Statement[] {
  const { speaker } = compiling;
  const builder = speaker.schema as unknown as SchemaBuilder;
  if (!say(operation, builder as unknown as Knex.SchemaBuilder, speaker)) throw notHad(operation, compiling);
  const speaking = { ...compiling, client: speaker.client };
  const compiled = builder._sequence.flatMap((entry) => compileEntry(entry, builder._schema, speaking));
  if (compiled.some(isLive)) throw needsDatabase(operation, compiling);
  return fromKnex(compiled, compiling);
}

export interface Made {
  readonly told: readonly Told[];
  readonly after: Schema;
}

/** A migration of knex's has been taken as it is, whatever the engine thought of it. */
function heed(operation: Operation, before: Schema, { dialect, version, remark }: Compiling): void {
  if (remark !== undefined) return;
  requirePlainName(operation);
  refuseNullInKey(operation, before, dialect.title);
  dialect.heedWarnings?.(operation, before, version);
}

function lower(operation: Operation, before: Schema, compiling: Compiling) {
  heed(operation, before, compiling);
  return compiling.dialect.lower(operation, before, compiling.version);
}

/** One operation: the dialect's own statements, else knex's for it alone. */
export function makeOne(operation: Operation, before: Schema, compiling: Compiling): Made {
  const lowered = lower(operation, before, compiling);
  const after = apply(operation, before);
  return { told: tell([operation], lowered ?? compileAlone(operation, compiling), compiling.dialect), after };
}

/** All of it is SQL of knex's own, and none of it would ask a database first. */
const areKnex = ({ compiled }: Heard): boolean => compiled.length > 0 && !compiled.some(isLive);

/** A migration has run as knex runs it, for better or worse, wherever it has run before. */
function asKnexDoes({ operations, compiled }: Heard, before: Schema, compiling: Compiling): Made {
  const after = operations.reduce((left, operation) => apply(operation, left), before);
  return { told: tell(operations, fromKnex(compiled, compiling), compiling.dialect), after };
}

/** The statements for what one entry of a schema builder asks, and the schema after it. */
export function makeStatements(heard: Heard, before: Schema, compiling: Compiling): Made {
  const { dialect, version } = compiling;
  if (compiling.remark !== undefined && areKnex(heard)) return asKnexDoes(heard, before, compiling);
  const together = heard.operations.length > 1 ? dialect.lowerTogether?.(heard.operations, before, version) : undefined;
  if (together !== undefined) {
    const after = heard.operations.reduce((left, operation) => {
      heed(operation, left, compiling);
      return apply(operation, left);
    }, before);
    return { told: tell(heard.operations, together, dialect), after };
  }
  let schema = before;
  const lowered = heard.operations.map((operation) => {
    const statements = lower(operation, schema, compiling);
    schema = apply(operation, schema);
    return statements;
  });
  const sayable = heard.operations.every((operation) => unsayable(operation) === undefined);
  const whole =
    heard.compiled.length > 0 &&
    sayable &&
    lowered.every((statements) => statements === undefined) &&
    !heard.compiled.some(isLive);
  if (whole) return { told: tell(heard.operations, fromKnex(heard.compiled, compiling), dialect), after: schema };
  const told = heard.operations.flatMap((operation, at) =>
    tell([operation], lowered[at] ?? compileAlone(operation, compiling), dialect),
  );
  return { told, after: schema };
}
