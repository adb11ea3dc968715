/** A schema in one spelling, so that what a history leaves behind can be compared with what a catalog says. */

import { dialects } from '../../dialect/dialects.ts';
import { entries, type Registry } from '../../schema/registry.ts';
import { keyOf, type Schema } from '../../schema/schema.ts';
import { filled, type Table } from '../../schema/table.ts';
import { present, registryOf } from '../facts.ts';
import type { Readable } from '../inventories.ts';
import type { Usual } from '../inventory.ts';
import type { Accent } from './accent.ts';
import { impliedChecks, plainColumn } from './column.ts';
import { plainExpression, plainTokens, type Reading } from './expression.ts';
import { plainConstraint, plainIndex, plainKeys, sorted } from './key.ts';
import { mariadbAccent, mysqlAccent } from './mysql.ts';
import { plainExtension, plainGrants, plainRoutine, plainSequence, plainTrigger, plainView } from './object.ts';
import { postgresAccent } from './postgres.ts';
import { plainQuery } from './query.ts';
import { sqliteAccent } from './sqlite.ts';

const accents: { readonly [D in Readable]: Accent } = {
  postgresql: postgresAccent,
  mysql: mysqlAccent,
  mariadb: mariadbAccent,
  sqlite: sqliteAccent,
};

function mapped<T>(registry: Registry<T>, keyOf: (item: T) => string, change: (item: T) => T): Registry<T> {
  return registryOf(
    entries(registry).map(([, item]) => change(item)),
    keyOf,
  );
}

interface Options {
  readonly options?: Readonly<Record<string, string>>;
}

function plainOptions(table: Table, accent: Accent, usual: Usual): Options {
  const options = accent.options(table.options ?? {}, usual);
  const pairs = Object.entries(options).map(([key, value]) => [key.toLowerCase(), String(value)] as const);
  return pairs.length === 0 ? {} : { options: Object.fromEntries(pairs) };
}

function plainTable(table: Table, reading: Reading, dialect: Readable, usual: Usual): Table {
  const { literal } = dialects[dialect];
  const said = plainOptions(table, reading.accent, usual);
  const collation = said.options?.collate ?? usual.collation;
  const columns = filled(table)
    .columns.map((column) => plainColumn(column, reading, literal, usual, collation))
    .map((column) => (reading.accent.numbers(table, column.name) ? column : { ...column, autoIncrement: false }));
  const constraints = [
    ...table.constraints.map((key) => plainConstraint(key, table, reading)),
    ...table.columns.flatMap((column) => impliedChecks(column, reading)),
  ];
  const indexes = table.indexes.map((index) => plainIndex(index, reading));
  return {
    name: table.name,
    columns,
    ...plainKeys(constraints, indexes, reading),
    ...present({ comment: table.comment === '' || !reading.accent.comments ? undefined : table.comment }),
    ...said,
    ...plainPartitioning(table, reading),
  };
}

/** `range(year)`, and what each partition holds. */
function plainPartitioning({ partitioning: given }: Table, reading: Reading): Pick<Table, 'partitioning'> {
  if (given === undefined) return {};
  const partitioning = reading.accent.partitions?.(given) ?? given;
  const partitions = partitioning.partitions.map(({ name, values }) => ({
    name,
    values: plainTokens(values, reading).replace(/^(?:for )?values /, ''),
  }));
  return { partitioning: { by: plainExpression(partitioning.by, reading), partitions: sorted(partitions) } };
}

/** How names in expressions and queries are read: qualifiers by `own` names say nothing. */
function readingOf(schema: Schema, accent: Accent, own: readonly string[]): Reading {
  const fold = (name: string) => (accent.lexis.caseless ? name.toLowerCase() : name);
  const columns = new Map(
    entries(schema.tables).map(([, table]) => [fold(table.name.name), table.columns.map(({ name }) => fold(name))]),
  );
  const reading: Reading = {
    accent,
    own,
    query: (source) => plainQuery(source, reading, { columns: (table) => columns.get(table), query: reading.query }),
  };
  return reading;
}

/** `usual` is what the database does when nothing is said, as its inventory tells it. */
export function canonical(schema: Schema, dialect: Readable, usual: Usual = {}): Schema {
  const accent = accents[dialect];
  const home = usual.home === undefined ? [] : [usual.home];
  const reading = readingOf(schema, accent, home);
  const grants = entries(schema.grants).flatMap(([, grant]) => plainGrants(grant, reading));
  return {
    ...schema,
    tables: mapped(schema.tables, keyOf.named, (table) =>
      plainTable(table, { ...reading, own: [table.name.name, ...home] }, dialect, usual),
    ),
    enums: mapped(schema.enums, keyOf.named, (type) => ({ ...type, implicit: false })),
    views: mapped(schema.views, keyOf.named, (view) => plainView(view, reading)),
    sequences: mapped(schema.sequences, keyOf.named, (sequence) => plainSequence(sequence, reading)),
    routines: mapped(schema.routines, keyOf.routine, (routine) => plainRoutine(routine, reading)),
    triggers: mapped(schema.triggers, keyOf.trigger, (trigger) => plainTrigger(trigger, reading)),
    extensions: mapped(schema.extensions, ({ name }) => name, plainExtension),
    grants: registryOf(grants, keyOf.grant),
  };
}
