/** Where the checks of a revision stand: at its beginning, unless something before the operation touches what they look at. */

import type { Column } from '../schema/column.ts';
import type { ForeignKey } from '../schema/constraint.ts';
import { type Name, showName } from '../schema/name.ts';
import { entries } from '../schema/registry.ts';
import { type Schema, tableOf } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { type Check, checksOf, foretold, mayNeedChecks } from './check.ts';
import type { Of, Operation } from './operation.ts';
import { touchedBy } from './touched.ts';
import { apply } from './verbs.ts';

export interface Standing {
  readonly check: Check;
  /** The number of the change that it is for. */
  readonly by: number;
  /** The number of the change before whose statements it stands; undefined: before the first change. */
  readonly at: number | undefined;
  /** The table as it is there. */
  readonly table: Table;
  /** The revision itself has just given the column values, and nothing since can have taken them away. */
  readonly filled?: true;
}

/** What has been touched: `*` everything, `shop.orders` a table with its rows, `shop.orders.id` a column. */
type Marks = ReadonlySet<string>;

const mark = (table: Name, column?: string): string =>
  [showName(table), ...(column === undefined ? [] : [column])].join('\n');

/** Raw SQL says what it does to the schema, and may move rows in the same breath: only what it drops is counted. */
function flat(operation: Operation): readonly { readonly operation: Operation; readonly raw: boolean }[] {
  if (operation.kind === 'custom') return operation.does.flatMap(flat);
  if (operation.kind !== 'raw') return [{ operation, raw: false }];
  const does = (operation.does ?? []).flatMap(flat).map((one) => ({ ...one, raw: true }));
  return [...does, { operation, raw: false }];
}

type Verb = 'insert' | 'update' | 'delete' | 'anything';

/** What a key does to the rows that refer, when this is done to those referred to. */
function followedBy({ onUpdate = '', onDelete = '' }: ForeignKey, verb: Verb): Verb | undefined {
  if (verb === 'insert') return undefined;
  if (verb === 'anything') return 'anything';
  const action = verb === 'update' ? onUpdate : onDelete;
  if (/^\s*cascade/i.test(action)) return verb;
  return /^\s*set\b/i.test(action) ? 'update' : undefined;
}

/** Rows of other tables may change with those of this one: by ON DELETE and ON UPDATE, or by a trigger. */
function writing(table: Name, schema: Schema, verb: Verb, found: Set<string> = new Set()): Marks {
  const key = mark(table);
  if (found.has(`${verb} ${key}`)) return found;
  found.add(key).add(`${verb} ${key}`);
  if (entries(schema.triggers).some(([, trigger]) => showName(trigger.table) === showName(table))) found.add('*');
  for (const [, child] of entries(schema.tables)) {
    for (const key of child.constraints) {
      if (key.kind !== 'foreign' || showName(key.references.table) !== showName(table)) continue;
      const next = followedBy(key, verb);
      if (next !== undefined) writing(child.name, schema, next, found);
    }
  }
  return found;
}

function touching(operation: Operation, before: Schema): Iterable<string> {
  switch (operation.kind) {
    case 'createTable':
      return [mark(operation.table.name)];
    case 'addPartition':
      return [mark(operation.table)];
    case 'renameTable':
      return [mark(operation.table), mark({ ...operation.table, name: operation.to })];
    case 'dropTable':
      return [mark(operation.table)];
    case 'addColumn':
      return [mark(operation.table, operation.column.name)];
    case 'renameColumn':
      return [mark(operation.table, operation.column), mark(operation.table, operation.to)];
    case 'dropColumn':
      return [mark(operation.table, operation.column)];
    case 'alterColumn':
      return alters(operation) ? [mark(operation.table, operation.column)] : [];
    case 'insert':
      return writing(operation.table, before, 'insert');
    case 'data':
      return writing(operation.table, before, operation.verb === 'insert' ? 'anything' : operation.verb);
    case 'raw': {
      const table = operation.does === undefined ? touchedBy(operation.sql) : undefined;
      return table === undefined ? ['*'] : writing(table, before, 'anything');
    }
    case 'unread':
    case 'renameEnumValue':
    case 'renameEnum':
      return ['*'];
    default:
      return [];
  }
}

const alters = ({ change }: Of<'alterColumn'>): boolean =>
  change.type !== undefined || change.computed !== undefined || change.collation !== undefined;

function looksAt(table: Name, columns: readonly string[] | undefined, marks: Marks): boolean {
  if (marks.has(mark(table))) return true;
  if (columns !== undefined) return columns.some((column) => marks.has(mark(table, column)));
  return [...marks].some((one) => one.startsWith(mark(table, '')));
}

function disturbed({ table, columns, refers }: Check, marks: Marks): boolean {
  if (marks.has('*') || looksAt(table, columns, marks)) return true;
  return refers !== undefined && looksAt(refers.table, refers.columns, marks);
}

const nothingKnown = (name: Name): Table => ({ name, columns: [], constraints: [], indexes: [] });

function isThere({ table, columns, undeclared }: Check, schema: Schema): Table | undefined {
  const known = tableOf(schema, table);
  if (undeclared !== undefined) return known ?? nothingKnown(table);
  const names = new Set(known?.columns.map(({ name }) => name));
  return (columns ?? []).every((column) => names.has(column)) ? known : undefined;
}

/** Raw SQL that drops what no revision declares may ask first whether it is there. */
const isOfRaw = ({ counts, undeclared }: Check): boolean =>
  (counts === 'rows' || counts === 'values' || counts === 'strangers') && undeclared === undefined;

/** Tables that the revision makes itself need no check while they have no rows, nor does what one change makes and uses. */
export function standing(
  changes: readonly { readonly operations: readonly Operation[] }[],
  before: Schema,
): readonly Standing[] {
  const all = changes.flatMap(({ operations }) => operations.flatMap(flat));
  if (!all.some(({ operation }) => mayNeedChecks(operation))) return [];
  const found: Standing[] = [];
  const made = new Set<string>();
  const earlier = createTouched();
  const written = createWritten();
  const filled = createFilled();
  /** By what they are when they come, so that one that is altered is none of them any more. */
  const added = new Set<Column>();
  let schema = before;
  for (const [number, { operations }] of changes.entries()) {
    const here = createTouched();
    const addedHere = new Set<Column>();
    const atChange = schema;
    const atStart = (check: Check): Table | undefined =>
      disturbed(check, here.marks()) || disturbed(check, earlier.marks()) ? undefined : isThere(check, before);
    const place = (asked: Check): Standing | undefined => {
      const early = foretold(asked, added, schema);
      const asItWas = early && atStart(early);
      if (early !== undefined && asItWas !== undefined)
        return { check: early, by: number, at: undefined, table: asItWas };
      const check = foretold(asked, addedHere, schema) ?? asked;
      // what earlier changes dropped still stands in the catalog before them
      if (check.counts === 'strangers') return { check, by: number, at: number, table: nothingKnown(check.table) };
      const isEmpty = made.has(showName(check.table)) && !(check.counts === 'misfits' && filled.some(check.table));
      if (isEmpty || disturbed(check, here.marks())) return undefined;
      const first = atStart(check);
      if (first !== undefined) return { check, by: number, at: undefined, table: first };
      const table = isThere(check, atChange);
      if (table === undefined) return undefined;
      const sure = check.counts === 'misfits' && filled.surely(check.table, check.from.name);
      return { check, by: number, at: number, table, ...(sure ? { filled: true } : {}) };
    };
    for (const { operation, raw } of operations.flatMap(flat)) {
      const checks = checksOf(operation, schema).filter((check) => !raw || isOfRaw(check));
      found.push(...checks.flatMap((check) => place(check) ?? []));
      if (!written.again(operation)) here.add(operation, schema);
      follow(operation, made);
      if (operation.kind === 'addColumn' && operation.ifNotExists !== true) {
        for (const columns of [added, addedHere]) columns.add(operation.column);
      }
      filled.add(operation);
      if (operation.kind !== 'raw' || operation.does === undefined) schema = apply(operation, schema);
    }
    earlier.addAll(here);
  }
  return found;
}

interface Touched {
  add(operation: Operation, before: Schema): void;
  addAll(other: Touched): void;
  marks(): Marks;
}

/** What follows a table is looked for when a check asks, which most never do. */
function createTouched(): Touched {
  const known = new Set<string>();
  let waiting: (() => Iterable<string>)[] = [];
  return {
    add(operation, before) {
      waiting.push(() => touching(operation, before));
    },
    addAll(other) {
      waiting.push(() => other.marks());
    },
    marks() {
      for (const found of waiting) for (const one of found()) known.add(one);
      waiting = [];
      return known;
    },
  };
}

/** Rows are written again and again; which tables follow is looked for once, until something else happens. */
function createWritten(): { again(operation: Operation): boolean } {
  const tables = new Set<string>();
  return {
    again(operation) {
      if (operation.kind !== 'insert' && operation.kind !== 'data') {
        tables.clear();
        return false;
      }
      const key = showName(operation.table);
      const known = tables.has(key);
      tables.add(key);
      return known;
    },
  };
}

interface Filled {
  add(operation: Operation): void;
  /** Whether rows may have been written to the table. */
  some(table: Name): boolean;
  /** Whether rows with the column are there. */
  surely(table: Name, column: string): boolean;
}

function createFilled(): Filled {
  const written = new Set<string>();
  const sure = new Set<string>();
  return {
    add(operation) {
      if (operation.kind === 'insert' && operation.rows > 0) {
        written.add(showName(operation.table));
        for (const column of operation.columns) sure.add(mark(operation.table, column));
        return;
      }
      if (operation.kind === 'data') written.add(showName(operation.table));
      const keeps = operation.kind === 'insert' || operation.kind === 'createTable' || operation.kind === 'createIndex';
      if (!keeps) sure.clear();
    },
    some: (table) => written.has(showName(table)),
    surely: (table, column) => sure.has(mark(table, column)),
  };
}

function follow(operation: Operation, made: Set<string>): void {
  if (operation.kind === 'createTable' && !operation.ifNotExists) made.add(showName(operation.table.name));
  if (operation.kind === 'dropTable') made.delete(showName(operation.table));
  if (operation.kind === 'renameTable' && made.delete(showName(operation.table))) {
    made.add(showName({ ...operation.table, name: operation.to }));
  }
}
