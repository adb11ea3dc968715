/** PostgreSQL's own SQL for what knex gets wrong, shared by its relatives. */

import type { Of } from '../operation/operation.ts';
import type { Name } from '../schema/name.ts';
import type { Column, ColumnType } from '../schema/table.ts';
import { addKey } from './add-key.ts';
import { type Dialect, quoteName } from './dialect.ts';
import { blankColumn, columnOf, defaultText, type Lowering, needsDatabase, schemaStatement } from './lower.ts';
import type { Statement } from './statement.ts';

type Accent = Pick<Dialect, 'title' | 'quote' | 'literal' | 'text'>;
type Spelled = (action: string) => readonly Statement[];

/** `type` spells the statements of a change of type, given the action `type x using (…)`. */
export function postgresLowering(accent: Accent, type: (alter: (action: string) => string) => Spelled): Lowering {
  const alter = (table: Name, column: string) => (action: string) =>
    `alter table ${quoteName(accent, table)} alter column ${accent.quote(column)} ${action}`;
  return {
    commentTable: ({ table, comment }) => [
      schemaStatement(`comment on table ${quoteName(accent, table)} is ${commentText(comment, accent)}`),
    ],
    alterColumn: (operation, before) => {
      const known = columnOf(before, operation.table, operation.column);
      const spelled = alter(operation.table, operation.column);
      return alterColumn(operation, known, accent, spelled, type(spelled));
    },
    addConstraint: (operation) => addKey(operation, accent, ' not deferrable'),
  };
}

function commentText(comment: string | null, accent: Accent): string {
  return comment === null || comment === '' ? 'null' : accent.text(comment);
}

function alterColumn(
  operation: Of<'alterColumn'>,
  known: Column | undefined,
  accent: Accent,
  alter: (action: string) => string,
  type: Spelled,
): readonly Statement[] {
  const { table, column, change } = operation;
  const { nullable, default: given, comment } = change;
  const actions = (...list: readonly string[]) => list.map((action) => schemaStatement(alter(action)));
  const target = `${quoteName(accent, table)}.${accent.quote(column)}`;
  return [
    ...(given === undefined ? [] : actions('drop default')),
    ...(nullable === true ? actions('drop not null') : []),
    ...(change.type === undefined ? [] : changeType(operation, known, accent, type)),
    ...(given === undefined || given === null
      ? []
      : actions(`set default ${defaultText(given, typed(operation, known), accent.literal)}`)),
    ...(nullable === false ? actions('set not null') : []),
    ...(comment === undefined
      ? []
      : [schemaStatement(`comment on column ${target} is ${commentText(comment, accent)}`)]),
  ];
}

function typed({ column, change }: Of<'alterColumn'>, known: Column | undefined): Column {
  return { ...(known ?? blankColumn(column)), ...change.type };
}

interface EnumOptions {
  readonly useNative?: boolean;
  readonly existingType?: boolean;
}

function enumOf(
  type: ColumnType | undefined,
): { readonly values: readonly unknown[]; readonly options: EnumOptions } | undefined {
  if (type?.name.toLowerCase() !== 'enu') return undefined;
  const [values, options] = type.args;
  return { values: Array.isArray(values) ? values : [], options: (options ?? {}) as EnumOptions };
}

/** knex makes an enum of text and a check, and writes the check into the type, where ALTER has no place for it. */
function changeType(
  operation: Of<'alterColumn'>,
  known: Column | undefined,
  accent: Accent,
  type: Spelled,
): readonly Statement[] {
  const { table, column, change } = operation;
  const { sqlType, type: asked } = change.type!;
  const quoted = accent.quote(column);
  const [old, next] = [enumOf(known?.type), enumOf(asked)];
  const through = old !== undefined || next !== undefined ? '::text' : '';
  const checked = (wanted: typeof old) => wanted !== undefined && wanted.options.useNative !== true;
  const values = (next?.values ?? []).map((value) => accent.text(String(value))).join(', ');
  const makes = next?.options.useNative === true && next.options.existingType !== true;
  const alterTable = `alter table ${quoteName(accent, table)}`;
  return [
    ...(makes ? [schemaStatement(`create type ${sqlType} as enum (${values})`)] : []),
    ...(checked(old) || (known === undefined && checked(next))
      ? [schemaStatement(`${alterTable} drop constraint if exists ${checkName(operation, accent)}`)]
      : []),
    ...type(`type ${sqlType} using (${quoted}${through}::${sqlType})`),
    ...(checked(next)
      ? [
          schemaStatement(
            `${alterTable} add constraint ${checkName(operation, accent)} check (${quoted} in (${values}))`,
          ),
        ]
      : []),
  ];
}

/** The name that PostgreSQL gives to a column's nameless check. */
function checkName(operation: Of<'alterColumn'>, accent: Accent): string {
  const name = `${operation.table.name}_${operation.column}_check`;
  if (Buffer.byteLength(name) <= 63) return accent.quote(name);
  throw needsDatabase(
    accent.title,
    operation,
    'the name of its check is too long to be known; name the check yourself',
  );
}

/** Builds without blocking writers, which no transaction may enclose: https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export function concurrentIndexes(accent: Accent): Pick<Lowering, 'createIndex' | 'dropIndex'> {
  return {
    createIndex: ({ table, index }) => {
      if (index.concurrently !== true) return undefined;
      const method = index.method === undefined ? '' : ` using ${index.method}`;
      const where = index.where === undefined ? '' : ` where ${index.where}`;
      const head = `create ${index.unique ? 'unique ' : ''}index concurrently ${accent.quote(index.name)}`;
      const columns = index.columns.map(accent.quote).join(', ');
      return [schemaStatement(`${head} on ${quoteName(accent, table)}${method} (${columns})${where}`, false)];
    },
    dropIndex: ({ table, index, concurrently }) => {
      if (concurrently !== true) return undefined;
      const schema = table.schema === undefined ? {} : { schema: table.schema };
      return [schemaStatement(`drop index concurrently ${quoteName(accent, { ...schema, name: index })}`, false)];
    },
  };
}
