/** Questions about the schema that knex would send to a database, answered by what the history itself has made. */

import type { Dialect } from '../dialect/dialect.ts';
import { folded } from '../dialect/twins.ts';
import type { MigratorError, Place } from '../errors.ts';
import type { Column } from '../schema/column.ts';
import { keepsColumns } from '../schema/harmless.ts';
import { type Name, showName } from '../schema/name.ts';
import { lookupAllBy } from '../schema/registry.ts';
import { blameUnread, type Schema, tableOf, viewOf } from '../schema/schema.ts';
import { columnsInForce, type Table } from '../schema/table.ts';
import { needsData } from './answer.ts';
import { type Named, parseName, tableName } from './hear-keys.ts';
import type { QueryBuilder, SchemaEntry } from './knex-shapes.ts';
import type { Read } from './recording.ts';

/** `read` stands in the script. */
export interface Answered {
  readonly answer: unknown;
  readonly read: Read;
}

/** Statements that hang on it are not told: what the history knows of the schema holds wherever its script may run. */
function known(asked: string, answer: string, place: Place | undefined): Read {
  const where = place === undefined ? {} : { place };
  return { asked, answer, source: 'history', kind: 'schema', reaches: [], ...where };
}

const yesOrNo = (answer: boolean): string => (answer ? 'yes' : 'no');

function unsure(asked: string, why: string, place: Place | undefined): MigratorError {
  return needsData(`the revision asks ${asked}, and ${why}`, place);
}

/** Whether it is there; throws where the history cannot know. `among` are the names that there are. */
function isThere(asked: string, name: string, among: readonly string[], schema: Schema, place: Place | undefined) {
  if (among.includes(name)) return true;
  const sought = folded(name);
  const twin = among.find((other) => other.length === name.length && folded(other) === sought);
  if (twin !== undefined) throw unsure(asked, `the history knows ${twin}, which some databases take for it`, place);
  const blame = blameUnread({
    ...schema,
    unread: schema.unread.filter(({ sql, uncompiled, online }) => uncompiled || online || !keepsColumns(sql)),
  });
  if (blame !== undefined) throw unsure(asked, blame, place);
  return false;
}

const likeNamed = lookupAllBy(({ name }: Table) => [folded(showName(name))]);

function tableIsThere(asked: string, table: Name, schema: Schema, place: Place | undefined): boolean {
  if (tableOf(schema, table) !== undefined) return true;
  if (viewOf(schema, table) !== undefined) throw unsure(asked, 'it is a view, which not every database counts', place);
  const shown = showName(table);
  const names = likeNamed(schema.tables, folded(shown)).map(({ name }) => showName(name));
  return isThere(asked, shown, names, schema, place);
}

const quoted = (words: readonly unknown[]): string => words.map((word) => JSON.stringify(word)).join(', ');

/** What a question is called: in the script, and where its answer is declared. */
export const askedOfEntry = ({ method, args }: SchemaEntry): string => `${method}(${quoted(args)})`;

const probes = new Set(['hasTable', 'hasColumn']);

/** What a question is asked of. */
export interface Asking {
  /** The schema before. */
  readonly before: Schema;
  readonly place: Place | undefined;
  readonly dialect: Pick<Dialect, 'wrapsProbes'>;
  readonly named: Named;
}

export function isProbe({ method }: SchemaEntry): boolean {
  return probes.has(method);
}

/** `schema.hasTable(…)` and `schema.hasColumn(…)`. */
export function answerEntry(
  entry: SchemaEntry,
  inSchema: string | undefined,
  { before: schema, place, dialect, named }: Asking,
): Answered {
  const { method, args } = entry;
  const asked = askedOfEntry(entry);
  const wraps = dialect.wrapsProbes?.[method as 'hasTable' | 'hasColumn'];
  const table =
    wraps === undefined ? parseName(String(args[0]), inSchema) : tableName(String(args[0]), inSchema, named);
  const there = tableIsThere(asked, table, schema, place);
  const column = String(args[1]);
  const sought =
    wraps === 'both' && named(column) !== column ? likeIt(column, columnsOf(tableOf(schema, table)), named) : column;
  const answer = method === 'hasTable' ? there : there && hasColumn(asked, sought, table, schema, place);
  return { answer, read: known(asked, yesOrNo(answer), place) };
}

/** The column that knex takes for it, where it wraps both names in lower case and compares them. */
function likeIt(column: string, among: readonly Column[], named: Named): string {
  const wrapped = (name: string): string => named(name.toLowerCase());
  return among.find(({ name }) => wrapped(name) === wrapped(column))?.name ?? column;
}

function hasColumn(asked: string, column: string, table: Name, schema: Schema, place: Place | undefined): boolean {
  const names = tableOf(schema, table)!.columns.map(({ name }) => name);
  return isThere(asked, column, names, schema, place);
}

/** knex's words for a column; how the engine spells its type and its default is the engine's affair. */
function infoOf(column: Column, asked: string, place: Place | undefined): object {
  const refused = (word: string) => ({
    enumerable: true,
    get: () => {
      throw unsure(asked, `uses ${column.name}.${word}`, place);
    },
  });
  const known = (value: unknown) => ({ enumerable: true, value });
  const given = column.default !== undefined || column.autoIncrement || column.identity !== undefined;
  return Object.defineProperties(
    {},
    {
      type: refused('type'),
      maxLength: refused('maxLength'),
      nullable: known(column.nullable),
      defaultValue: given ? refused('defaultValue') : known(null),
    },
  );
}

function columnsOf(table: Table | undefined): readonly Column[] {
  return table === undefined ? [] : columnsInForce(table);
}

/** `columnInfo of users`; undefined for what is no such question. */
export function askedOfQuery({ _method, _single }: QueryBuilder): string | undefined {
  if (_method !== 'columnInfo') return undefined;
  const { table, schema, columnInfo } = _single as { table: unknown; schema?: string; columnInfo?: string };
  const column = columnInfo === undefined ? '' : `.${columnInfo}`;
  return `columnInfo of ${showName(parseName(String(table), schema))}${column}`;
}

/** `knex(table).columnInfo(column?)`; undefined for what is no question. */
export function answerQuery(query: QueryBuilder, { before: schema, place, named }: Asking): Answered | undefined {
  const asked = askedOfQuery(query);
  if (asked === undefined) return undefined;
  const {
    table,
    schema: inSchema,
    columnInfo,
  } = query._single as { table: unknown; schema?: string; columnInfo?: string };
  const name = tableName(String(table), inSchema, named);
  if (tableIsThere(asked, name, schema, place) && columnInfo !== undefined) {
    hasColumn(asked, columnInfo, name, schema, place);
  }
  const blame = blameUnread(schema);
  if (blame !== undefined) throw unsure(asked, blame, place);
  const columns = columnsOf(tableOf(schema, name));
  const infos = Object.fromEntries(columns.map((column) => [column.name, infoOf(column, asked, place)]));
  const names = columns.map((column) => column.name).join(', ');
  return {
    answer: columnInfo === undefined ? infos : (infos[columnInfo] ?? {}),
    read: known(asked, names === '' ? 'no columns' : names, place),
  };
}
