/** Directives that take knex's column builders. */

import type { Knex } from 'knex';
import { MigratorError, type Place } from '../errors.ts';
import type { Operation } from '../operation/operation.ts';
import { describe } from '../operation/verbs.ts';
import type { Column, Identity } from '../schema/column.ts';
import type { Name } from '../schema/name.ts';
import { tableOf } from '../schema/schema.ts';
import type { Storage } from '../schema/table-index.ts';
import type { AlterOptions } from './client.ts';
import { type ColumnWords, computedOf, type IdentityOptions, identityOf, saying } from './column-words.ts';
import { dataLossIn } from './data-loss.ts';
import { optional } from './hear-keys.ts';
import type { ColumnBuilder, TableBuilder } from './knex-shapes.ts';
import type { AlterColumnOptions, CreateTableOptions, TableDirectives } from './op-table.ts';
import type { Performer } from './performer.ts';
import { sayTableWords, type TableWords } from './table-words.ts';

type Builds = Pick<TableDirectives, 'createTable' | 'addColumn' | 'alterColumn'>;

function inSchema(schema: Knex.SchemaBuilder, name: Name): Knex.SchemaBuilder {
  return name.schema === undefined ? schema : schema.withSchema(name.schema);
}

/** What a type may bring along, because it is a part of it or changes the column, too. */
const ofType = new Set(['unsigned', 'comment', 'collate']);
const wayOf: Readonly<Record<string, string>> = {
  nullable: 'Say it beside the type: { type: …, nullable: false }.',
  defaultTo: 'Say it beside the type: { type: …, default: … }.',
  first: 'Leave it out: a column stays at its place.',
  after: 'Leave it out: a column stays at its place.',
};

/** The builder of a column by its type, of which nothing would be left out. Throws `bad-argument`. */
function typeAlone(
  type: NonNullable<AlterColumnOptions['type']>,
  t: Knex.AlterTableBuilder,
  column: string,
): Knex.ColumnBuilder {
  const builder: Knex.ColumnBuilder | undefined = type(t as unknown as Knex.CreateTableBuilder, column);
  const { _modifiers: said } = (builder ?? {}) as unknown as Partial<ColumnBuilder>;
  if (builder === undefined || said === undefined) {
    throw badArgument(
      'the function given to op.alterColumn returns no type',
      undefined,
      'Write (t, name) => t.…(name).',
    );
  }
  const [more] = Object.keys(said).filter((word) => !ofType.has(word));
  if (more === undefined) return builder;
  const way = wayOf[more] ?? 'Say it with op.createCheckConstraint.';
  throw badArgument(`the type given to op.alterColumn says more than a type: ${more}`, undefined, way);
}

function sayAlteration(
  t: Knex.AlterTableBuilder,
  column: string,
  options: AlterColumnOptions,
  known: Column | undefined,
): void {
  const { nullable, type, comment } = options;
  const given = options.default;
  const words = alterWords(options, known);
  const plain = type === undefined && given === undefined && comment === undefined;
  const onlyNullable = plain && Object.keys(words).length === 0;
  if (onlyNullable) {
    if (nullable === true) t.setNullable(column);
    if (nullable === false) t.dropNullable(column);
    return;
  }
  const builder = type === undefined ? t.specificType(column, 'text') : typeAlone(type, t, column);
  if (nullable === false) builder.notNullable();
  if (given !== undefined && given !== null) builder.defaultTo(given as Knex.Value);
  if (comment !== undefined) builder.comment(comment as string);
  saying(builder, words);
  (builder as unknown as { alter(options: AlterOptions): void }).alter({
    alterType: type !== undefined,
    alterNullable: nullable !== undefined,
    alterDefault: given !== undefined,
  });
}

/** What is not said of how the column counts stays. */
function identityLike(known: Column | undefined, given: IdentityOptions): Identity {
  const old = known?.identity;
  return { ...old, ...identityOf({ ...optional('always', old?.always), ...given }) };
}

/** What of an alteration knex has no words for; whether a computed column is kept on disk stays as it was, unless it is said. */
function alterWords(
  { identity, computed, collation, onRowUpdate, using }: AlterColumnOptions,
  known: Column | undefined,
): ColumnWords {
  const kept = optional('persisted', known?.computed?.persisted);
  const given = typeof computed === 'string' ? { expression: computed } : computed;
  const expression = given && { ...kept, ...given };
  return {
    ...(identity === undefined ? {} : { identity: identity === null ? null : identityLike(known, identity) }),
    ...(expression === undefined
      ? {}
      : { computed: expression === null ? null : computedOf(expression.expression, expression) }),
    ...(collation === undefined ? {} : { collation }),
    ...(onRowUpdate === undefined ? {} : { onUpdate: onRowUpdate }),
    ...(using === undefined ? {} : { using }),
  };
}

/** Options for which knex has words are told to it: it writes the tables that have no others. */
function knexWords({ options = {} }: CreateTableOptions): Storage {
  const known = ['engine', 'charset', 'collate', 'inherits'].filter((word) => options[word] !== undefined);
  return Object.fromEntries(known.map((word) => [word, options[word]!]));
}

function tableWords({ options, partitionBy, partitions = [] }: CreateTableOptions): TableWords {
  return {
    ...(options === undefined ? {} : { options }),
    ...(partitionBy === undefined ? {} : { partitioning: { by: partitionBy, partitions } }),
  };
}

function badArgument(sentence: string, place: Place | undefined, hint?: string): MigratorError {
  return new MigratorError('bad-argument', sentence, { ...optional('place', place), ...optional('hint', hint) });
}

function requireColumn(t: Knex.AlterTableBuilder): void {
  const { _statements: said } = t as unknown as TableBuilder;
  if (said.length === 0) throw badArgument('the function given to op.addColumn says no column', undefined);
}

/** A key has no question of its own: where the column is there already, it would come a second time. */
function unlessExists(operation: Operation): Operation {
  if (operation.kind === 'addColumn' || operation.kind === 'createIndex') return { ...operation, ifNotExists: true };
  if (operation.kind !== 'addConstraint') return operation;
  throw new MigratorError(
    'unsupported',
    `whether the column exists is asked for the column alone, and not for what stands beside it: ${describe(operation)}`,
    {
      hint: 'Add the column with ifNotExists first; then op.dropConstraint(…, { ifExists: true }) and the constraint by itself, or a unique index with ifNotExists.',
    },
  );
}

export function buildDirectives({ session, name, do: doing, inManner }: Performer): Builds {
  const directives: Builds = {
    createTable(table, build, options = {}) {
      const place = session.place(directives.createTable);
      session.build(place, (schema) => {
        const { comment, ifNotExists } = options;
        const create = (t: Knex.CreateTableBuilder): unknown => {
          const answer: unknown = build(t);
          if (comment !== undefined) t.comment(comment);
          Object.assign((t as unknown as TableBuilder)._single, knexWords(options));
          sayTableWords((t as unknown as TableBuilder)._single, tableWords(options));
          return answer;
        };
        const into = name(table, options);
        if (ifNotExists) inSchema(schema, into).createTableIfNotExists(into.name, create);
        else inSchema(schema, into).createTable(into.name, create);
      });
    },
    addColumn(table, build, options) {
      const place = session.place(directives.addColumn);
      const to = name(table, options);
      const add = (schema: Knex.SchemaBuilder): unknown =>
        inSchema(schema, to).alterTable(to.name, (t): unknown => {
          const answer: unknown = build(t as unknown as Knex.CreateTableBuilder);
          requireColumn(t);
          return answer;
        });
      inManner(options, directives.addColumn, () =>
        session.build(place, add, (operation) => (options?.ifNotExists === true ? unlessExists(operation) : operation)),
      );
    },
    alterColumn(table, column, options) {
      const place = session.place(directives.alterColumn);
      const { newColumnName, schema: _, dataLoss, algorithm: __, lock: ___, ...changes } = options;
      const changing = Object.values(changes).some((change) => change !== undefined);
      if (!changing && newColumnName === undefined) {
        throw badArgument('op.alterColumn is told nothing to change', place);
      }
      const of = name(table, options);
      const known = () => tableOf(session.schema, of)?.columns.find((one) => one.name === column);
      const words = session.at(place, () => dataLossIn('op.alterColumn', dataLoss));
      inManner(options, directives.alterColumn, () => {
        if (changing) {
          session.build(
            place,
            (schema) => inSchema(schema, of).alterTable(of.name, (t) => sayAlteration(t, column, options, known())),
            (operation) => (operation.kind === 'alterColumn' ? { ...operation, ...words } : operation),
          );
        }
        if (newColumnName !== undefined) {
          doing({ kind: 'renameColumn', table: of, column, to: newColumnName }, directives.alterColumn);
        }
      });
    },
  };
  return directives;
}
