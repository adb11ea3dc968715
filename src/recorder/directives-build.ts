/** Directives that take knex's column builders. */

import type { Knex } from 'knex';
import type { Name } from '../schema/name.ts';
import type { AlterOptions } from './client.ts';
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

export function buildDirectives({ session, name, do: doing }: Performer): Builds {
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
