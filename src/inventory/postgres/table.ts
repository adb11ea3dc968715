/** PostgreSQL's tables, columns and keys, made of what its catalog says. */

import type { Column } from '../../schema/column.ts';
import type { Constraint, Deferrable } from '../../schema/constraint.ts';
import type { Counting } from '../../schema/counting.ts';
import type { Name } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import type { Index, IndexPart, Storage } from '../../schema/table-index.ts';
import { byPosition, groupBy, present } from '../facts.ts';

export interface Placed {
  readonly schema: string;
  readonly table: string;
}
export interface TableFact extends Placed {
  readonly comment: string | null;
  readonly unlogged: boolean;
  readonly options: readonly string[] | null;
  readonly tablespace: string | null;
  readonly by: string | null;
  readonly inherits: readonly string[] | null;
}
export interface PartitionFact extends Placed {
  readonly name: string;
  readonly values: string;
}
export interface ColumnFact extends Placed {
  readonly position: number;
  readonly name: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly default: string | null;
  readonly identity: string;
  readonly generated: string;
  readonly collation: string | null;
  readonly comment: string | null;
  readonly counting: (Required<Counting> & { readonly type: string }) | null;
  readonly serial: boolean;
}
export interface ConstraintFact extends Placed {
  readonly name: string;
  readonly type: string;
  readonly columns: readonly string[] | null;
  readonly deferrable: boolean;
  readonly deferred: boolean;
  readonly valid: boolean;
  readonly expression: string | null;
  readonly toSchema: string | null;
  readonly toTable: string | null;
  readonly toColumns: readonly string[] | null;
  readonly onUpdate: string;
  readonly onDelete: string;
  readonly match: string;
}
interface ElementFact {
  readonly column: string | null;
  readonly expression: string | null;
  readonly option: number;
  readonly opclass: string | null;
  readonly operator: string | null;
  readonly collation: string | null;
}
export interface IndexFact extends Placed {
  readonly name: string;
  readonly constraint: string | null;
  readonly unique: boolean;
  readonly method: string;
  readonly where: string | null;
  readonly elements: readonly ElementFact[];
  readonly include: readonly string[] | null;
  readonly nullsNotDistinct: boolean;
  readonly options: readonly string[] | null;
  readonly tablespace: string | null;
}

export type NameOf = (schema: string, name: string) => Name;

function storageOf(options: readonly string[] | null, tablespace: string | null): Storage | undefined {
  const pairs = (options ?? []).map((option) => option.split(/=(.*)/s).slice(0, 2));
  const storage = { ...Object.fromEntries(pairs), ...present({ tablespace }) };
  return Object.keys(storage).length === 0 ? undefined : storage;
}

function tableOptions({ options, tablespace, unlogged, inherits }: TableFact): Storage | undefined {
  const storage = {
    ...storageOf(options, tablespace),
    ...(unlogged ? { unlogged } : {}),
    ...(inherits === null ? {} : { inherits: inherits.join(', ') }),
  };
  return Object.keys(storage).length === 0 ? undefined : storage;
}

/** A column is numbered by a sequence that it owns: `serial` is no type but this. */
function columnOf(fact: ColumnFact): Column {
  const serial = fact.serial && fact.default?.startsWith('nextval(') === true;
  const expression = fact.default ?? '';
  const { type: _, ...counting } = fact.counting ?? { type: '' };
  return {
    name: fact.name,
    type: { name: 'specificType', args: [fact.type] },
    sqlType: fact.type,
    nullable: !fact.notNull,
    autoIncrement: serial,
    unsigned: false,
    ...(fact.default === null || serial || fact.generated !== '' ? {} : { default: { kind: 'sql', sql: expression } }),
    ...present({ comment: fact.comment, collation: fact.collation }),
    ...(fact.identity === '' ? {} : { identity: { ...counting, always: fact.identity === 'a' } }),
    ...(fact.generated === '' ? {} : { computed: { expression, persisted: fact.generated === 's' } }),
  };
}

const actions: Readonly<Record<string, string>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};
const matches: Readonly<Record<string, string>> = { f: 'full', p: 'partial', s: 'simple' };

function deferrableOf({ deferrable, deferred }: ConstraintFact): { readonly deferrable?: Deferrable } {
  return deferrable ? { deferrable: deferred ? 'deferred' : 'immediate' } : {};
}

function constraintOf(fact: ConstraintFact, index: IndexFact | undefined, nameOf: NameOf): Constraint {
  const { name, columns: found, expression } = fact;
  const columns = found ?? [];
  const notValid = fact.valid ? {} : { notValid: true };
  const include = present({ include: index?.include });
  if (fact.type === 'c') return { kind: 'check', name, expression: expression ?? '', ...notValid };
  if (fact.type === 'p') return { kind: 'primary', name, columns, ...deferrableOf(fact), ...include };
  if (fact.type === 'u') {
    const nulls = index?.nullsNotDistinct === true ? { nullsNotDistinct: true } : {};
    return { kind: 'unique', name, columns, ...deferrableOf(fact), ...include, ...nulls };
  }
  if (fact.type === 'x') {
    const elements = (index?.elements ?? []).map((element) => ({
      part: partOf(element),
      operator: element.operator ?? '',
    }));
    return {
      kind: 'exclude',
      name,
      elements,
      ...present({ method: index?.method, where: index?.where }),
      ...deferrableOf(fact),
    };
  }
  return {
    kind: 'foreign',
    name,
    columns,
    references: { table: nameOf(fact.toSchema ?? '', fact.toTable ?? ''), columns: fact.toColumns ?? [] },
    ...present({ onUpdate: actions[fact.onUpdate], onDelete: actions[fact.onDelete], match: matches[fact.match] }),
    ...deferrableOf(fact),
    ...notValid,
  };
}

/** Bit 1: descending, bit 2: NULLs first; https://www.postgresql.org/docs/current/catalog-pg-index.html */
function partOf({ column, expression, option, opclass, collation }: ElementFact): IndexPart {
  return {
    ...present({ column, expression, opclass, collation }),
    order: option % 2 === 1 ? 'desc' : 'asc',
    nulls: option >= 2 ? 'first' : 'last',
  };
}

export function indexOf(fact: IndexFact): Index {
  return {
    name: fact.name,
    columns: fact.elements.map(partOf),
    unique: fact.unique,
    method: fact.method,
    ...present({ where: fact.where, include: fact.include, storage: storageOf(fact.options, fact.tablespace) }),
    ...(fact.nullsNotDistinct ? { nullsNotDistinct: true } : {}),
  };
}

export interface TableFacts {
  readonly tables: readonly TableFact[];
  readonly partitions: readonly PartitionFact[];
  readonly columns: readonly ColumnFact[];
  readonly constraints: readonly ConstraintFact[];
  readonly indexes: readonly IndexFact[];
}

export const placeOf = ({ schema, table }: Placed): string => JSON.stringify([schema, table]);

export function tablesOf(facts: TableFacts, nameOf: NameOf): readonly Table[] {
  const partitions = groupBy(facts.partitions, placeOf);
  const columns = groupBy(facts.columns, placeOf);
  const constraints = groupBy(facts.constraints, placeOf);
  const indexes = groupBy(facts.indexes, placeOf);
  return facts.tables.map((fact): Table => {
    const place = placeOf(fact);
    const all = indexes.get(place) ?? [];
    const parts = (partitions.get(place) ?? []).map(({ name, values }) => ({ name, values }));
    return {
      name: nameOf(fact.schema, fact.table),
      columns: byPosition(columns.get(place)).map(columnOf),
      constraints: (constraints.get(place) ?? []).map((key) =>
        constraintOf(
          key,
          all.find(({ constraint }) => constraint === key.name),
          nameOf,
        ),
      ),
      indexes: all.filter(({ constraint }) => constraint === null).map(indexOf),
      ...present({ comment: fact.comment, options: tableOptions(fact) }),
      ...(fact.by === null ? {} : { partitioning: { by: fact.by, partitions: parts } }),
    };
  });
}
