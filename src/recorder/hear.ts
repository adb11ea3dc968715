/** knex's builders heard as operations, with the SQL that knex compiles for them. */

import type { Dialect } from '../dialect/dialect.ts';
import type { Place } from '../errors.ts';
import type { Of, Operation } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import { needsData } from './answer.ts';
import { type Named, rowsName, tableName } from './hear-keys.ts';
import { hearObject, hearView } from './hear-object.ts';
import { hearTable } from './hear-table.ts';
import { inline } from './inline.ts';
import {
  type Compiled,
  isRaw,
  type KnexClient,
  type QueryBuilder,
  type SchemaBuilder,
  type SchemaEntry,
} from './knex-shapes.ts';
import type { TableTap } from './tap.ts';

/** What one call asks for. `live` compiled queries would read the database in the middle. */
export interface Heard {
  readonly operations: readonly Operation[];
  readonly compiled: readonly Compiled[];
}

export interface Hearing {
  readonly client: KnexClient;
  readonly dialect: Dialect;
  readonly named: Named;
  readonly tap: TableTap;
  readonly place: Place | undefined;
  /** The schema before. */
  readonly before: Schema;
  /** Where knex takes what makes no sense, and does nothing. */
  readonly remark: ((says: string) => void) | undefined;
}

export function isLive(compiled: Compiled): boolean {
  return compiled.output !== undefined || compiled.statementsProducer !== undefined;
}

function hearNamed(entry: SchemaEntry, schema: string | undefined, named: Named): Operation {
  const [first, second] = entry.args.map(String);
  const table = tableName(first ?? '', schema, named);
  switch (entry.method) {
    case 'dropTable':
      return { kind: 'dropTable', table, ifExists: false };
    case 'dropTableIfExists':
      return { kind: 'dropTable', table, ifExists: true };
    case 'renameTable':
      return { kind: 'renameTable', table, to: named(second ?? '') };
    case 'raw':
      return { kind: 'raw', sql: first ?? '' };
    default:
      return { kind: 'unread', what: `${entry.method} ${first ?? ''}`.trim() };
  }
}

function hearOther(
  entry: SchemaEntry,
  schema: string | undefined,
  compiled: readonly Compiled[],
  { dialect, named }: Hearing,
): Operation {
  // SQLite's compiler drops the view that is replaced before it makes the other
  const last = compiled.at(-1);
  const view = last === undefined ? undefined : hearView(entry, schema, named, inline(last, dialect));
  return view ?? hearObject(entry, schema, named) ?? hearNamed(entry, schema, named);
}

/** One entry of a chain such as `schema.createTable(…).dropTable(…)`. */
export function hearEntry(entry: SchemaEntry, schema: string | undefined, hearing: Hearing): Heard {
  const compiled = compileEntry(entry, schema, hearing);
  const tables = hearing.tap.stop();
  if (tables.length === 0) return { operations: [hearOther(entry, schema, compiled, hearing)], compiled };
  const { tap, dialect } = hearing;
  const operations = tables.flatMap((table) => hearTable(table, hearing, tap.compilerOf));
  const isCopy = dialect.copiesColumnsOnly === true && entry.method === 'createTableLike';
  return { operations, compiled: isCopy ? [] : compiled };
}

/** One entry as knex compiles it, without listening. */
export function compileEntry(
  entry: SchemaEntry,
  schema: string | undefined,
  { client, tap }: Hearing,
): readonly Compiled[] {
  const alone: SchemaBuilder = client.schemaBuilder();
  if (schema !== undefined) alone._schema = schema;
  alone._sequence.push(entry);
  tap.start();
  return alone.toSQL();
}

const dataVerbs = new Map([
  ['insert', 'insert'],
  ['update', 'update'],
  ['del', 'delete'],
  ['truncate', 'delete'],
] as const);

/** Whether the query does something; any other asks. */
export function isDeed({ _method }: QueryBuilder): boolean {
  return dataVerbs.has(_method as 'insert');
}

/** knex reads the number of touched rows back on SQL Server; a script has nobody to tell it to. */
function withoutRowCount(compiled: Compiled): Compiled {
  return { ...compiled, sql: compiled.sql.replace(/;select @@rowcount$/i, '') };
}

/** A condition on a column of the table itself. */
function chosenBy({ _statements, _single }: QueryBuilder, verb: Of<'data'>['verb']): { readonly reads?: true } {
  const isAlone = verb !== 'insert' && (_single as { updateFrom?: unknown }).updateFrom === undefined;
  const isCondition = (one: { grouping?: unknown; column?: unknown }) =>
    one.grouping === 'where' && typeof one.column === 'string' && !one.column.includes('.');
  return isAlone && _statements.some(isCondition) ? { reads: true } : {};
}

/** A name with a dot may be a path into JSON, or a column of one of several tables. */
function columnsSet({ _method, _single }: QueryBuilder, named: Named): { readonly sets?: readonly string[] } {
  const { update, counter } = _single as { update?: unknown; counter?: object };
  if (_method !== 'update' || typeof update !== 'object' || update === null || isRaw(update)) return {};
  const names = Object.keys({ ...update, ...counter });
  return names.some((name) => name.includes('.')) ? {} : { sets: names.map(named) };
}

export function hearQuery(
  builder: QueryBuilder,
  { named, place, dialect }: Pick<Hearing, 'named' | 'place' | 'dialect'>,
): Heard {
  const verb = dataVerbs.get(builder._method as 'insert');
  const compiled = builder.toSQL();
  if (verb === undefined) throw needsData(`the revision reads rows (${inline(compiled, dialect)})`, place);
  const { table, schema } = builder._single as { table?: unknown; schema?: string };
  return {
    operations: [
      {
        kind: 'data',
        verb,
        table: rowsName(String(table), schema, named),
        ...(builder._method === 'truncate' ? { empties: true } : {}),
        ...columnsSet(builder, named),
        ...chosenBy(builder, verb),
      },
    ],
    compiled: [withoutRowCount(compiled)],
  };
}
