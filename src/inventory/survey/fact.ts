/** A schema as short facts, each of which a catalog can be asked for. */

import type { Column } from '../../schema/column.ts';
import type { Constraint, ForeignKey } from '../../schema/constraint.ts';
import { type Name, showName } from '../../schema/name.ts';
import { entries } from '../../schema/registry.ts';
import type { Schema } from '../../schema/schema.ts';
import { columnsInForce, type Table } from '../../schema/table.ts';
import type { Index, IndexPart } from '../../schema/table-index.ts';

export type FactKind =
  | 'table'
  | 'column'
  | 'type'
  | 'default'
  | 'primary key'
  | 'unique'
  | 'foreign key'
  | 'check'
  | 'checks'
  | 'exclude'
  | 'index'
  | 'view'
  | 'materialized view'
  | 'sequence'
  | 'enum'
  | 'trigger'
  | 'function'
  | 'procedure'
  | 'extension'
  | 'schema';

/** `{ kind: 'column', name: 'users.email', says: 'not null' }`; without a schema it is where the session is. */
export interface Fact {
  readonly kind: FactKind;
  readonly schema?: string;
  readonly name: string;
  readonly says: string;
}

/** As much as an engine's catalog tells beyond doubt: what is left out here is not compared. */
export interface Manner {
  /** A column's type in the catalog's own words. */
  type(column: Column, schema: Schema): string | undefined;
  /** Whether a column that is not given a value has one all the same. */
  fills(column: Column, table: Table): boolean | undefined;
  /** What a unique constraint is in the catalog. */
  readonly unique: 'unique' | 'index';
  /** Whether foreign keys are known by their names, or by their columns. */
  readonly foreign: 'name' | 'columns';
  /** What is said of keys: their columns, or only that they are there. */
  readonly tellsColumns: boolean;
  /** Checks are all told, or those alone that have a name. */
  readonly checks: 'all' | 'named' | 'none';
  /** The values of an enum stand in a check that nobody names. */
  implies(column: Column): boolean;
  /** What an index says of one of its parts. */
  part(part: IndexPart): string;
  /** Whether the catalog tells of such an index. */
  indexes(index: Index): boolean;
  /** Of a column that is worked out from others that is said, and nothing else. */
  readonly saysComputed?: true;
  /** Objects beside tables that the catalog knows. */
  readonly objects: ReadonlySet<FactKind>;
}

const at = ({ schema }: Name): Pick<Fact, 'schema'> => (schema === undefined ? {} : { schema });
const fact = (kind: FactKind, name: Name, says: string, part?: string): Fact => ({
  kind,
  ...at(name),
  name: part === undefined ? name.name : `${name.name}.${part}`,
  says,
});

const listed = (parts: readonly string[]): string => `(${parts.join(', ')})`;

function* columnFacts(table: Table, manner: Manner, schema: Schema): Generator<Fact> {
  for (const column of columnsInForce(table)) {
    if (manner.saysComputed === true && column.computed !== undefined) {
      yield fact('column', table.name, 'computed', column.name);
      continue;
    }
    const type = manner.type(column, schema);
    const fills = manner.fills(column, table);
    yield fact('column', table.name, column.nullable ? 'null' : 'not null', column.name);
    if (type !== undefined) yield fact('type', table.name, type, column.name);
    if (fills !== undefined) yield fact('default', table.name, fills ? 'yes' : 'no', column.name);
  }
}

/** Checks of such a table can be told apart by their names. */
export function namesItsChecks({ constraints, columns }: Table, { implies }: Manner): boolean {
  return constraints.every((key) => key.kind !== 'check' || key.name !== undefined) && !columns.some(implies);
}

/** The quotes that knex hands on are no part of a name. */
export const checkName = (name: string): string => name.replace(/^(["`[])(.*)["`\]]$/s, '$2');

export const unvalidated = ' NOT VALID';

function foreignFact(table: Table, key: ForeignKey, manner: Manner): Fact {
  const { references, columns, notValid } = key;
  if (manner.foreign === 'columns') {
    return fact('foreign key', table.name, `references ${references.table.name}`, listed(columns));
  }
  const ends = `${listed(columns)} references ${references.table.name} ${listed(references.columns)}`;
  const says = manner.tellsColumns ? ends : 'foreign key';
  return fact('foreign key', table.name, says + (notValid === true ? unvalidated : ''), key.name);
}

function keyFact(table: Table, key: Constraint, manner: Manner): readonly Fact[] {
  switch (key.kind) {
    case 'primary':
      return [fact('primary key', table.name, manner.tellsColumns ? listed(key.columns) : 'primary key')];
    case 'unique':
      if (manner.unique === 'index') return [fact('index', table.name, `unique ${listed(key.columns)}`, key.name)];
      return [fact('unique', table.name, manner.tellsColumns ? listed(key.columns) : 'unique', key.name)];
    case 'foreign':
      return [foreignFact(table, key, manner)];
    case 'exclude':
      return [fact('exclude', table.name, 'exclude', key.name)];
    case 'check': {
      const told = manner.checks === 'named' || (manner.checks === 'all' && namesItsChecks(table, manner));
      if (!told || key.name === undefined) return [];
      return [fact('check', table.name, `check${key.notValid === true ? unvalidated : ''}`, checkName(key.name))];
    }
  }
}

/** Where some have no name, all that can be said is how many there are. */
function countFact(table: Table, manner: Manner): readonly Fact[] {
  if (manner.checks !== 'all' || namesItsChecks(table, manner)) return [];
  const count =
    table.constraints.filter(({ kind }) => kind === 'check').length + table.columns.filter(manner.implies).length;
  return [fact('checks', table.name, String(count))];
}

const indexFact = (name: Name, index: Index, manner: Manner): Fact =>
  fact('index', name, `${index.unique ? 'unique ' : ''}${listed(index.columns.map(manner.part))}`, index.name);

export interface Facts {
  readonly tables: readonly Fact[];
  readonly keys: readonly Fact[];
  readonly indexes: readonly Fact[];
  readonly objects: readonly Fact[];
}

export function factsOf(schema: Schema, manner: Manner): Facts {
  const tables = entries(schema.tables).map(([, table]) => table);
  const views = entries(schema.views).map(([, view]) => view);
  const keys = tables.flatMap((table) => [
    ...table.constraints.flatMap((key) => keyFact(table, key, manner)),
    ...countFact(table, manner),
  ]);
  const indexes = [
    ...[...tables, ...views].flatMap(({ name, indexes }) =>
      indexes.filter((index) => manner.indexes(index)).map((index) => indexFact(name, index, manner)),
    ),
  ];
  return {
    tables: tables.flatMap((table) => [fact('table', table.name, 'table'), ...columnFacts(table, manner, schema)]),
    keys: keys.filter(({ kind }) => kind !== 'index'),
    indexes: [...keys.filter(({ kind }) => kind === 'index'), ...indexes],
    objects: objectFacts(schema).filter(({ kind }) => manner.objects.has(kind)),
  };
}

function objectFacts(schema: Schema): readonly Fact[] {
  const routines = entries(schema.routines).map(([, { kind, name }]) => fact(kind, name, kind));
  return [
    ...entries(schema.schemas).map(([, name]) => fact('schema', { name }, 'schema')),
    ...entries(schema.extensions).map(([, { name }]) => fact('extension', { name }, 'extension')),
    ...entries(schema.enums).map(([, { name, values }]) => fact('enum', name, values.join(', '))),
    ...entries(schema.sequences).map(([, { name }]) => fact('sequence', name, 'sequence')),
    ...entries(schema.views).map(([, { name, materialized }]) => {
      const kind = materialized ? 'materialized view' : 'view';
      return fact(kind, name, kind);
    }),
    // overloaded routines share a name
    ...new Map(routines.map((one) => [`${one.kind} ${showName(one)}`, one])).values(),
    ...entries(schema.triggers).map(([, { name, table }]) => fact('trigger', table, 'trigger', name)),
  ];
}

/** Whether a column has a default; engines do not agree whether `DEFAULT NULL` is one. */
export function hasDefault({ default: given }: Column): boolean | undefined {
  if (given === undefined) return false;
  if (given.kind === 'value') return given.value === null ? undefined : true;
  return /^\s*\(?\s*null\b/i.test(given.sql) ? undefined : true;
}
