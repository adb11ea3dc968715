/** Directives that take knex's column builders. */

import type { Knex } from 'knex';
import { MigratorError, type Place } from '../errors.ts';
import type { Name } from '../schema/name.ts';
import type { AlterOptions } from './client.ts';
import type { TableBuilder } from './knex-shapes.ts';
import type { AlterColumnOptions, Op } from './op.ts';
import type { Performer } from './performer.ts';

type Builds = Pick<Op, 'createTable' | 'addColumn' | 'alterColumn'>;

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

function badArgument(sentence: string, place: Place | undefined): MigratorError {
  return new MigratorError('bad-argument', sentence, place === undefined ? {} : { place });
}

function requireBuilder(directive: string, build: unknown, place: Place | undefined): void {
  if (typeof build !== 'function') throw badArgument(`${directive} takes a function that says the columns`, place);
}

function requireColumn(t: Knex.AlterTableBuilder): void {
  const { _statements: said } = t as unknown as TableBuilder;
  if (said.length === 0) throw badArgument('the function given to op.addColumn says no column', undefined);
}

export function buildDirectives({ session, name, do: doing }: Performer): Builds {
  const directives: Builds = {
    createTable(table, build, options = {}) {
      const place = session.place(directives.createTable);
      requireBuilder('op.createTable', build, place);
      session.build(place, (schema) => {
        const { comment, ifNotExists } = options;
        const create = (t: Knex.CreateTableBuilder): unknown => {
          const answer: unknown = build(t);
          if (comment !== undefined) t.comment(comment);
          return answer;
        };
        const into = name(table, options);
        if (ifNotExists) inSchema(schema, into).createTableIfNotExists(into.name, create);
        else inSchema(schema, into).createTable(into.name, create);
      });
    },
    addColumn(table, build, options) {
      const place = session.place(directives.addColumn);
      requireBuilder('op.addColumn', build, place);
      const to = name(table, options);
      session.build(place, (schema) =>
        inSchema(schema, to).alterTable(to.name, (t): unknown => {
          const answer: unknown = build(t as unknown as Knex.CreateTableBuilder);
          requireColumn(t);
          return answer;
        }),
      );
    },
    alterColumn(table, column, options) {
      const place = session.place(directives.alterColumn);
      const { newColumnName, nullable, type, default: given, comment } = options;
      if ([newColumnName, nullable, type, given, comment].every((change) => change === undefined)) {
        throw badArgument('op.alterColumn is told nothing to change', place);
      }
      if ([nullable, type, given, comment].some((change) => change !== undefined)) {
        const of = name(table, options);
        session.build(place, (schema) =>
          inSchema(schema, of).alterTable(of.name, (t) => sayAlteration(t, column, options)),
        );
      }
      if (newColumnName !== undefined) {
        doing({ kind: 'renameColumn', table: name(table, options), column, to: newColumnName }, directives.alterColumn);
      }
    },
  };
  return directives;
}
