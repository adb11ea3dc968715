/** How each directive of `op` is done: as an operation, said to knex and recorded. */

import type { Knex } from 'knex';
import type { Dialect } from '../dialect/dialect.ts';
import { MigratorError, type Place } from '../errors.ts';
import type { ConstraintTarget, Operation } from '../operation/operation.ts';
import { type Name, showName } from '../schema/name.ts';
import { tableOf } from '../schema/schema.ts';
import type { Constraint } from '../schema/table.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { AlterOptions } from './client.ts';
import { optional, parseName } from './hear-keys.ts';
import type { AlterColumnOptions, InSchema, Op } from './op.ts';
import type { Session } from './session.ts';
import type { Spool } from './spool.ts';
import { statementOf } from './statements.ts';

export interface OpSettings {
  readonly session: Session;
  readonly dialect: Dialect;
  readonly version: string;
  readonly x: Readonly<Record<string, string>>;
  readonly spool: Spool;
}

type Builds = Pick<Op, 'createTable' | 'addColumn' | 'alterColumn'>;
type Tables = Pick<Op, 'dropTable' | 'renameTable' | 'createTableComment' | 'dropTableComment' | 'dropColumn'>;
type Keys = Pick<
  Op,
  | 'createPrimaryKey'
  | 'createUniqueConstraint'
  | 'createCheckConstraint'
  | 'createForeignKey'
  | 'dropConstraint'
  | 'createIndex'
  | 'dropIndex'
>;

interface Doing {
  readonly session: Session;
  name(table: string, options: InSchema | undefined): Name;
  /** Says one operation to knex; `below` is the directive, so that the place is its caller's. */
  do(operation: Operation, below: (...args: never[]) => unknown): void;
}

function inSchema(schema: Knex.SchemaBuilder, name: Name): Knex.SchemaBuilder {
  return name.schema === undefined ? schema : schema.withSchema(name.schema);
}

function sayAlteration(t: Knex.AlterTableBuilder, column: string, options: AlterColumnOptions): void {
  const { nullable, type, comment } = options;
  const given = options.default;
  const onlyNullable = type === undefined && given === undefined && comment === undefined;
  if (onlyNullable) {
    if (nullable === true) t.setNullable(column);
    if (nullable === false) t.dropNullable(column);
    return;
  }
  const builder =
    type === undefined ? t.specificType(column, 'text') : type(t as unknown as Knex.CreateTableBuilder, column);
  if (nullable === false) builder.notNullable();
  if (given !== undefined && given !== null) builder.defaultTo(given as Knex.Value);
  if (comment !== undefined) builder.comment(comment as string);
  (builder as unknown as { alter(options: AlterOptions): void }).alter({
    alterType: type !== undefined,
    alterNullable: nullable !== undefined,
    alterDefault: given !== undefined,
  });
}

function builds({ session, name, do: doing }: Doing): Builds {
  const directives: Builds = {
    createTable(table, build, options = {}) {
      const place = session.place(directives.createTable);
      session.build(place, (schema) => {
        const { comment, ifNotExists } = options;
        const create = (t: Knex.CreateTableBuilder) => {
          build(t);
          if (comment !== undefined) t.comment(comment);
        };
        const into = inSchema(schema, name(table, options));
        if (ifNotExists) into.createTableIfNotExists(table, create);
        else into.createTable(table, create);
      });
    },
    addColumn(table, build, options) {
      const place = session.place(directives.addColumn);
      session.build(place, (schema) =>
        inSchema(schema, name(table, options)).alterTable(
          table,
          (t) => void build(t as unknown as Knex.CreateTableBuilder),
        ),
      );
    },
    alterColumn(table, column, options) {
      const place = session.place(directives.alterColumn);
      const { newColumnName, nullable, type, default: given, comment } = options;
      if ([nullable, type, given, comment].some((change) => change !== undefined)) {
        session.build(place, (schema) =>
          inSchema(schema, name(table, options)).alterTable(table, (t) => sayAlteration(t, column, options)),
        );
      }
      if (newColumnName !== undefined) {
        doing({ kind: 'renameColumn', table: name(table, options), column, to: newColumnName }, directives.alterColumn);
      }
    },
  };
  return directives;
}

function tables({ name, do: doing }: Doing): Tables {
  const directives: Tables = {
    dropTable: (table, options) =>
      doing(
        { kind: 'dropTable', table: name(table, options), ifExists: options?.ifExists === true },
        directives.dropTable,
      ),
    renameTable: (table, to, options) =>
      doing({ kind: 'renameTable', table: name(table, options), to }, directives.renameTable),
    createTableComment: (table, comment, options) =>
      doing({ kind: 'commentTable', table: name(table, options), comment }, directives.createTableComment),
    dropTableComment: (table, options) =>
      doing({ kind: 'commentTable', table: name(table, options), comment: null }, directives.dropTableComment),
    dropColumn: (table, column, options) =>
      doing({ kind: 'dropColumn', table: name(table, options), column }, directives.dropColumn),
  };
  return directives;
}

/** The constraint that the history knows by this name; Alembic's `type` is needed only where it knows none. */
function targetOf(session: Session, table: Name, name: string, type: Constraint['kind'] | undefined): ConstraintTarget {
  if (type !== undefined) return { kind: type, name };
  const constraints = tableOf(session.schema, table)?.constraints ?? [];
  const known = constraints.find((constraint) => constraint.name === name);
  if (known !== undefined) return { kind: known.kind, name };
  throw new MigratorError(
    'impossible',
    `there is no constraint ${name} on table ${showName(table)} at this point of the history`,
    {
      hint: "Name one that an earlier revision creates, or say what it is with { type: 'foreign' }.",
    },
  );
}

function keys({ session, name, do: doing }: Doing): Keys {
  const directives: Keys = {
    createPrimaryKey: (key, table, columns, options) =>
      doing(
        { kind: 'addConstraint', table: name(table, options), constraint: { kind: 'primary', name: key, columns } },
        directives.createPrimaryKey,
      ),
    createUniqueConstraint(key, table, columns, options) {
      const constraint = {
        kind: 'unique',
        name: key,
        columns,
        ...optional('deferrable', options?.deferrable),
      } as const;
      doing({ kind: 'addConstraint', table: name(table, options), constraint }, directives.createUniqueConstraint);
    },
    createCheckConstraint: (key, table, expression, options) =>
      doing(
        { kind: 'addConstraint', table: name(table, options), constraint: { kind: 'check', name: key, expression } },
        directives.createCheckConstraint,
      ),
    createForeignKey(key, source, referent, columns, remote, options = {}) {
      const constraint = {
        kind: 'foreign',
        name: key,
        columns,
        references: { table: name(referent, optional('schema', options.referentSchema)), columns: remote },
        ...optional('onUpdate', options.onUpdate),
        ...optional('onDelete', options.onDelete),
        ...optional('deferrable', options.deferrable),
      } as const;
      const table = name(source, optional('schema', options.sourceSchema));
      doing({ kind: 'addConstraint', table, constraint }, directives.createForeignKey);
    },
    dropConstraint(key, table, options) {
      const from = name(table, options);
      const constraint = targetOf(session, from, key, options?.type);
      doing({ kind: 'dropConstraint', table: from, constraint }, directives.dropConstraint);
    },
    createIndex(index, table, columns, options = {}) {
      const made = {
        name: index,
        columns,
        unique: options.unique === true,
        ...optional('where', options.where),
        ...optional('method', options.using),
        ...(options.concurrently ? { concurrently: true } : {}),
      };
      doing({ kind: 'createIndex', table: name(table, options), index: made }, directives.createIndex);
    },
    dropIndex: (index, table, options) =>
      doing(
        {
          kind: 'dropIndex',
          table: name(table, options),
          index,
          ...(options?.concurrently ? { concurrently: true } : {}),
        },
        directives.dropIndex,
      ),
  };
  return directives;
}

function execute(session: Session): Op['execute'] {
  const directive: Op['execute'] = (sql) => {
    const place = session.place(directive);
    const statement = statementOf(String(sql), 'raw');
    if (statement.sql === '') throw emptyStatement(place);
    const operation: Operation = { kind: 'raw', sql };
    session.enter([operation], [statement], place);
  };
  return directive;
}

function emptyStatement(place: Place | undefined): MigratorError {
  return new MigratorError('empty-statement', 'op.execute was given no SQL', {
    ...(place === undefined ? {} : { place }),
  });
}

export function createOp({ session, dialect, version, x, spool }: OpSettings): Op {
  const doing: Doing = {
    session,
    name: (table, options) =>
      options?.schema === undefined ? parseName(table, undefined) : { schema: options.schema, name: table },
    do: (operation, below) => session.perform(operation, session.place(below)),
  };
  return {
    dialect: dialect.name,
    version,
    x,
    knex: session.knex,
    get schema() {
      return session.knex.schema;
    },
    ...builds(doing),
    ...tables(doing),
    ...keys(doing),
    bulkInsert: bulkInsert(session, dialect, spool, doing.name),
    execute: execute(session),
  };
}
