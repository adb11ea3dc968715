/** Constraints and indexes in one spelling. */

import type { Constraint, Deferrable } from '../../schema/constraint.ts';
import type { Table } from '../../schema/table.ts';
import { type Index, type IndexElement, type IndexPart, type Storage, showPart } from '../../schema/table-index.ts';
import { present } from '../facts.ts';
import { plainExpression, type Reading } from './expression.ts';

/** What is as it always is goes without saying. */
function plainPart(given: IndexPart, reading: Reading): IndexPart {
  const part: IndexElement = typeof given === 'string' ? { column: given } : given;
  const desc = part.order === 'desc';
  const usualNulls = desc === reading.accent.nullsLast ? 'first' : 'last';
  const expression = part.expression === undefined ? undefined : plainExpression(part.expression, reading);
  const more = present({
    order: desc ? ('desc' as const) : undefined,
    nulls: part.nulls === usualNulls ? undefined : part.nulls,
    collation: part.collation,
    opclass: part.opclass,
    length: part.length === undefined ? undefined : Number(part.length),
  });
  if (part.column !== undefined && Object.keys(more).length === 0) return part.column;
  return { ...present({ column: part.column, expression }), ...more };
}

function plainStorage(storage: Storage | undefined): Storage | undefined {
  const pairs = Object.entries(storage ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)] as const);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs.sort(byText));
}

export function plainIndex(index: Index, reading: Reading): Index {
  const method = index.method?.toLowerCase();
  return {
    name: index.name,
    columns: index.columns.map((part) => plainPart(part, reading)),
    unique: index.unique,
    ...present({
      method: method !== undefined && reading.accent.usualMethod(method) ? undefined : method,
      where: index.where === undefined ? undefined : plainExpression(index.where, reading),
      include: index.include?.length === 0 ? undefined : index.include,
      storage: reading.accent.tellsIndexStorage ? plainStorage(index.storage) : undefined,
      nullsNotDistinct: index.nullsNotDistinct === true ? true : undefined,
    }),
  };
}

function plainForeign(key: Extract<Constraint, { kind: 'foreign' }>, { accent }: Reading): Constraint {
  const action = (given: string | undefined): string | undefined => {
    const low = given?.toLowerCase();
    return low === undefined || accent.noAction.includes(low) ? undefined : low;
  };
  const match = key.match?.toLowerCase();
  return {
    kind: 'foreign',
    name: key.name,
    columns: key.columns,
    references: key.references,
    ...present({
      onUpdate: action(key.onUpdate),
      onDelete: action(key.onDelete),
      match: match === 'simple' ? undefined : match,
    }),
  };
}

interface SaidOfKeys {
  readonly deferrable?: Deferrable;
  readonly notValid?: boolean;
  readonly include?: readonly string[];
  readonly nullsNotDistinct?: boolean;
}

function said(key: Constraint): object {
  const { deferrable, notValid, include, nullsNotDistinct }: SaidOfKeys = key;
  return present({
    deferrable: deferrable === 'not deferrable' ? undefined : deferrable,
    notValid: notValid === true ? true : undefined,
    include: include?.length === 0 ? undefined : include,
    nullsNotDistinct: nullsNotDistinct === true ? true : undefined,
  });
}

function plainBody(key: Constraint, reading: Reading): Constraint {
  if (key.kind === 'foreign') return plainForeign(key, reading);
  if (key.kind === 'check')
    return { kind: 'check', ...present({ name: key.name }), expression: plainExpression(key.expression, reading) };
  if (key.kind === 'exclude') {
    const elements = key.elements.map(({ part, operator }) => ({ part: plainPart(part, reading), operator }));
    const where = key.where === undefined ? undefined : plainExpression(key.where, reading);
    return {
      kind: 'exclude',
      name: key.name,
      elements,
      ...present({ method: key.method?.toLowerCase() ?? 'gist', where }),
    };
  }
  return { kind: key.kind, columns: key.columns, ...present({ name: key.name }) } as Constraint;
}

export function plainConstraint(key: Constraint, table: Table, reading: Reading): Constraint {
  const plain = { ...plainBody(key, reading), ...said(key) } as Constraint;
  if (!reading.accent.inventedName(key, table)) return plain;
  const { name: _, ...nameless } = plain;
  return nameless as Constraint;
}

/** The index that a foreign key brings along where the engine makes one. */
function bringsIndex(key: Constraint, index: Index): boolean {
  if (key.kind !== 'foreign' || key.name !== index.name || index.unique) return false;
  return key.columns.join() === index.columns.map(showPart).join();
}

/** Constraints that are indexes stand among the indexes; both sorted. */
export function plainKeys(
  constraints: readonly Constraint[],
  indexes: readonly Index[],
  { accent }: Reading,
): Pick<Table, 'constraints' | 'indexes'> {
  const isIndex = (key: Constraint) => key.kind === 'unique' && accent.uniqueIsIndex;
  const moved = constraints.flatMap((key): readonly Index[] =>
    key.kind === 'unique' && isIndex(key) ? [{ name: key.name, columns: key.columns, unique: true }] : [],
  );
  const kept = indexes.filter(
    (index) => !accent.indexesForeignKeys || !constraints.some((key) => bringsIndex(key, index)),
  );
  return {
    constraints: sorted(constraints.filter((key) => !isIndex(key))),
    indexes: sorted([...kept, ...moved]),
  };
}

export function sorted<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(byText)
    .map(([, item]) => item);
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
