/** Tables of MySQL and MariaDB, made of what information_schema says. */

import type { Column, Default } from '../../schema/column.ts';
import type { CheckConstraint, Constraint } from '../../schema/constraint.ts';
import type { Name } from '../../schema/name.ts';
import type { Table } from '../../schema/table.ts';
import type { Index, IndexPart } from '../../schema/table-index.ts';
import { byPosition, groupBy, present } from '../facts.ts';

export interface Placed {
  readonly schema: string;
  readonly table: string;
}
export interface TableFact extends Placed {
  readonly type: string;
  readonly engine: string | null;
  readonly collation: string | null;
  readonly comment: string;
  readonly options: string | null;
}
export interface ColumnFact extends Placed {
  readonly position: number;
  readonly name: string;
  readonly type: string;
  readonly nullable: string;
  readonly default: string | null;
  readonly extra: string;
  readonly computed: string | null;
  readonly collation: string | null;
  readonly comment: string;
}
export interface PartFact extends Placed {
  readonly index: string;
  readonly position: number;
  readonly nonUnique: number;
  readonly method: string;
  readonly column: string | null;
  readonly expression: string | null;
  readonly length: number | null;
  readonly order: string | null;
}
export interface KeyFact extends Placed {
  readonly name: string;
  readonly position: number;
  readonly column: string;
  readonly toSchema: string;
  readonly toTable: string;
  readonly toColumn: string;
}
export interface RuleFact extends Placed {
  readonly name: string;
  readonly onUpdate: string;
  readonly onDelete: string;
  readonly match: string;
}
export interface CheckFact extends Placed {
  readonly name: string;
  readonly level: string;
  readonly clause: string;
}
export interface PartitionFact extends Placed {
  readonly position: number;
  readonly name: string;
  readonly method: string;
  readonly expression: string | null;
  readonly values: string | null;
}

export interface TableFacts {
  readonly tables: readonly TableFact[];
  readonly columns: readonly ColumnFact[];
  readonly parts: readonly PartFact[];
  readonly keys: readonly KeyFact[];
  readonly rules: readonly RuleFact[];
  readonly checks: readonly CheckFact[];
  readonly partitions: readonly PartitionFact[];
}

export type NameOf = (schema: string, name: string) => Name;
/** How the engine says a default. */
export type DefaultOf = (text: string, fact: ColumnFact) => Default | undefined;

const placeOf = ({ schema, table }: Placed): string => JSON.stringify([schema, table]);

/** MariaDB keeps `json` as text with a check, which keeps its name when the column gets another: https://mariadb.com/kb/en/json/ */
function jsonColumnOf({ level, clause }: CheckFact): string | undefined {
  const [, name] = /^json_valid\(`((?:[^`]|``)+)`\)$/.exec(level === 'Column' ? clause : '') ?? [];
  return name?.replaceAll('``', '`');
}

const isJson = ({ type, name }: ColumnFact, checks: readonly CheckFact[]): boolean =>
  type === 'longtext' && checks.some((check) => jsonColumnOf(check) === name);

function columnOf(fact: ColumnFact, checks: readonly CheckFact[], table: TableFact, defaultOf: DefaultOf): Column {
  const json = isJson(fact, checks);
  const sqlType = json ? 'json' : fact.type;
  const onUpdate = /\bon update (\S+)/i.exec(fact.extra)?.[1];
  const collation = json || fact.collation === table.collation ? undefined : fact.collation;
  const computed = /GENERATED/.test(fact.extra.replace('DEFAULT_GENERATED', '')) || (fact.computed ?? '') !== '';
  const given = fact.default === null || computed ? undefined : defaultOf(fact.default, fact);
  return {
    name: fact.name,
    type: { name: 'specificType', args: [sqlType] },
    sqlType,
    nullable: fact.nullable === 'YES',
    autoIncrement: fact.extra.includes('auto_increment'),
    unsigned: /\bunsigned\b/.test(sqlType),
    ...present({ default: given, onUpdate, collation, comment: fact.comment === '' ? undefined : fact.comment }),
    ...(computed
      ? { computed: { expression: fact.computed ?? '', persisted: /STORED|PERSISTENT/.test(fact.extra) } }
      : {}),
  };
}

function partOf({ column, expression, length, order }: PartFact): IndexPart {
  return { ...present({ column, expression, length }), order: order === 'D' ? 'desc' : 'asc' };
}

function keysOf(parts: readonly PartFact[]): {
  readonly primary: readonly Constraint[];
  readonly indexes: readonly Index[];
} {
  const groups = [...groupBy(parts, ({ index }) => index)].map(([name, group]): Index => {
    const [first] = group;
    const columns = byPosition(group).map(partOf);
    return { name, columns, unique: Number(first?.nonUnique) === 0, method: first?.method ?? 'BTREE' };
  });
  const columnsOf = (index: Index) =>
    index.columns.flatMap((part) => (typeof part === 'string' ? part : (part.column ?? [])));
  return {
    primary: groups
      .filter(({ name }) => name === 'PRIMARY')
      .map((index) => ({ kind: 'primary', name: 'PRIMARY', columns: columnsOf(index) })),
    indexes: groups.filter(({ name }) => name !== 'PRIMARY'),
  };
}

function foreignOf(group: readonly KeyFact[], rules: readonly RuleFact[], nameOf: NameOf): Constraint {
  const ordered = byPosition(group);
  const { name, toSchema, toTable } = ordered[0]!;
  const rule = rules.find((one) => one.name === name);
  return {
    kind: 'foreign',
    name,
    columns: ordered.map(({ column }) => column),
    references: { table: nameOf(toSchema, toTable), columns: ordered.map(({ toColumn }) => toColumn) },
    ...present({
      onUpdate: rule?.onUpdate.toLowerCase(),
      onDelete: rule?.onDelete.toLowerCase(),
      match: rule?.match === 'NONE' ? undefined : rule?.match.toLowerCase(),
    }),
  };
}

/** A check of a column has no name but the column's. */
function checkOf({ name, level, clause }: CheckFact): CheckConstraint {
  return level === 'Column' ? { kind: 'check', expression: clause } : { kind: 'check', name, expression: clause };
}

function partitioningOf(facts: readonly PartitionFact[] | undefined): Pick<Table, 'partitioning'> {
  const [first, ...more] = byPosition(facts);
  if (first === undefined) return {};
  const word = first.method.startsWith('LIST') ? 'in' : 'less than';
  const partitions = [first, ...more].map(({ name, values }) => ({
    name,
    values: values === null ? '' : `${word} ${values === 'MAXVALUE' ? 'maxvalue' : `(${values})`}`,
  }));
  return { partitioning: { by: `${first.method.toLowerCase()} (${first.expression ?? ''})`, partitions } };
}

/** `charset` is the beginning of each of its collations' names. */
function optionsOf({ engine, collation, options }: TableFact): Pick<Table, 'options'> {
  const pairs = [...(options ?? '').matchAll(/`?(\w+)`?=(\S+)/g)].map(
    ([, key = '', value = '']) => [key, value] as const,
  );
  const charset = collation?.split('_')[0];
  return { options: { ...present({ engine, charset, collate: collation }), ...Object.fromEntries(pairs) } };
}

export function tablesOf(facts: TableFacts, nameOf: NameOf, defaultOf: DefaultOf): readonly Table[] {
  const columns = groupBy(facts.columns, placeOf);
  const parts = groupBy(facts.parts, placeOf);
  const keys = groupBy(facts.keys, placeOf);
  const rules = groupBy(facts.rules, placeOf);
  const checks = groupBy(facts.checks, placeOf);
  const partitions = groupBy(facts.partitions, placeOf);
  return facts.tables.map((table): Table => {
    const place = placeOf(table);
    const own = checks.get(place) ?? [];
    const found = columns.get(place) ?? [];
    const { primary, indexes } = keysOf(parts.get(place) ?? []);
    const foreign = [...groupBy(keys.get(place) ?? [], ({ name }) => name).values()];
    return {
      name: nameOf(table.schema, table.table),
      columns: byPosition(found).map((column) => columnOf(column, own, table, defaultOf)),
      constraints: [
        ...primary,
        ...foreign.map((group) => foreignOf(group, rules.get(place) ?? [], nameOf)),
        ...own.filter((check) => jsonColumnOf(check) === undefined).map(checkOf),
      ],
      indexes,
      ...(table.comment === '' ? {} : { comment: table.comment }),
      ...optionsOf(table),
      ...partitioningOf(partitions.get(place)),
    };
  });
}
