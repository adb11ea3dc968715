/** A SQLite file read as a schema. */

import type { Trigger, View } from '../../schema/objects.ts';
import { nothing } from '../../schema/registry.ts';
import { keyOf, type Schema } from '../../schema/schema.ts';
import type { Table } from '../../schema/table.ts';
import type { Index, IndexPart } from '../../schema/table-index.ts';
import { except, facts, present, registryOf } from '../facts.ts';
import type { Frame, Inventory, Row } from '../inventory.ts';
import { afterBracket, isSign, isWord } from '../sql/tokens.ts';
import { nameIn, skip, type Text, tableIn, textOf } from './table.ts';

interface Kept {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

const kinds = ['table', 'index', 'view', 'trigger'] as const;

/** What the engine makes for itself has a name of its own kind, and often no text. */
function questions(frame: Frame) {
  const ours = `sql is not null and name not like 'sqlite^_%' escape '^'${except('tbl_name', frame.except)}`;
  const says = `json_object('type', type, 'name', name, 'table', tbl_name, 'sql', sql)`;
  return kinds.map((about) => ({
    about,
    sql: `select '${about}' as about, ${says} as says from sqlite_master where type = '${about}' and ${ours}`,
  }));
}

/** After the word that comes before the thing's name, `if not exists` skipped. */
function afterName(text: Text, kind: string): void {
  while (text.at < text.tokens.length && !skip(text, kind)) text.at += 1;
  skip(text, 'if', 'not', 'exists');
  nameIn(text);
  if (skip(text, '.')) nameIn(text);
}

const rest = (text: Text): string => text.source.slice(text.tokens[text.at]?.from ?? text.source.length);

/** One part of an index: up to the comma or the bracket that ends it. */
function partIn(text: Text): IndexPart {
  const from = text.at;
  while (!isSign(text.tokens[text.at], ',', ')') && text.at < text.tokens.length) {
    if (isWord(text.tokens[text.at], 'collate', 'asc', 'desc') && text.at > from) break;
    text.at = isSign(text.tokens[text.at], '(') ? afterBracket(text.tokens, text.at) : text.at + 1;
  }
  const only = text.at === from + 1 && !isSign(text.tokens[from], '(');
  const sql = text.source.slice(text.tokens[from]?.from, text.tokens[text.at - 1]?.to);
  const what = only ? { column: nameIn({ ...text, at: from }) } : { expression: sql };
  const collation = skip(text, 'collate') ? nameIn(text) : undefined;
  const order = skip(text, 'desc') ? ('desc' as const) : undefined;
  skip(text, 'asc');
  return { ...what, ...present({ collation, order }) };
}

function indexOf({ name, sql }: Kept): Index {
  const text = textOf(sql);
  const unique = isWord(text.tokens[1], 'unique');
  afterName(text, 'on');
  const columns: IndexPart[] = [];
  do {
    text.at += 1;
    columns.push(partIn(text));
  } while (isSign(text.tokens[text.at], ','));
  text.at += 1;
  const where = skip(text, 'where') ? rest(text) : undefined;
  return { name, columns, unique, ...present({ where }) };
}

/** A reference that names no columns means the other table's key. */
function withReferred(table: Table, tables: ReadonlyMap<string, Table>): Table {
  const constraints = table.constraints.map((key) => {
    if (key.kind !== 'foreign' || key.references.columns.length > 0) return key;
    const referred = tables.get(key.references.table.name.toLowerCase());
    const primary = referred?.constraints.find(({ kind }) => kind === 'primary');
    const columns = primary?.kind === 'primary' ? primary.columns : [];
    return { ...key, references: { ...key.references, columns } };
  });
  return { ...table, constraints };
}

function tablesOf(rows: readonly Row[]): readonly Table[] {
  const indexes = facts<Kept>(rows, 'index');
  const tables = facts<Kept>(rows, 'table').flatMap(({ name, sql }): Table[] => {
    const table = tableIn(sql, name);
    if (table === undefined) return [];
    const own = indexes.filter((index) => index.table.toLowerCase() === name.toLowerCase());
    return [{ ...table, indexes: own.map(indexOf) }];
  });
  const byName = new Map(tables.map((table) => [table.name.name.toLowerCase(), table]));
  return tables.map((table) => withReferred(table, byName));
}

function viewOf({ name, sql }: Kept): View {
  const text = textOf(sql);
  afterName(text, 'view');
  const columns: string[] = [];
  if (isSign(text.tokens[text.at], '(')) {
    do {
      text.at += 1;
      columns.push(nameIn(text));
    } while (isSign(text.tokens[text.at], ','));
    text.at += 1;
  }
  skip(text, 'as');
  const named = columns.length === 0 ? {} : { columns };
  return { name: { name }, query: rest(text), materialized: false, indexes: [], ...named };
}

function triggerOf({ name, table, sql }: Kept): Trigger {
  const text = textOf(sql);
  afterName(text, 'trigger');
  return { name, table: { name: table }, definition: rest(text) };
}

function read(rows: readonly Row[]): Schema {
  return {
    tables: registryOf(tablesOf(rows), keyOf.named),
    views: registryOf(facts<Kept>(rows, 'view').map(viewOf), keyOf.named),
    triggers: registryOf(facts<Kept>(rows, 'trigger').map(triggerOf), keyOf.trigger),
    sequences: nothing,
    enums: nothing,
    routines: nothing,
    extensions: nothing,
    schemas: nothing,
    grants: nothing,
    unread: [],
  };
}

export const sqliteInventory: Inventory = { questions, further: () => [], read, usual: () => ({}) };
