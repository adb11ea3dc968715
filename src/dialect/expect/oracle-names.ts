/** Which names Oracle can be asked for before a script begins. */

import type { MadeOn } from '../../operation/names-made-on.ts';
import type { Name } from '../../schema/name.ts';
import { hasOwnIndex, isKey } from '../oracle/indexed.ts';
import { joined, quoted as text } from '../text.ts';
import { isAtLeast } from '../version.ts';
import {
  type Asked,
  anyOf,
  type ExpectAccent,
  freeWords,
  grouped,
  type NamedKind,
  type TakenWords,
  takenWords,
} from './accent.ts';
import { type OnTables, onTables } from './on-tables.ts';

interface Named {
  readonly kind: NamedKind;
  readonly name: Name;
}

export const session = (what: string): string => `SYS_CONTEXT('USERENV', '${what}')`;

export const placeOf = (owner: string | undefined): string =>
  owner === undefined ? session('CURRENT_SCHEMA') : text(owner);

/** All that are taken, where a list may be cut: https://docs.oracle.com/en/database/oracle/oracle-database/12.2/sqlrf/LISTAGG.html */
function taken({ start, place, end }: TakenWords, version: string, column = 'object_name'): string {
  if (!isAtLeast(version, '12.2')) return `MIN(${text(start[0] + place)} || ${column} || ${text(end[0])})`;
  const byCount = ([one, more]: TakenWords['start']) => `CASE COUNT(*) WHEN 1 THEN ${text(one)} ELSE ${text(more)} END`;
  const name = place === '' ? column : `${text(place)} || ${column}`;
  const all = `SUBSTRB(LISTAGG(${name}, ', ' ON OVERFLOW TRUNCATE) WITHIN GROUP (ORDER BY ${column}), 1, 1500)`;
  return `CASE WHEN COUNT(*) > 0 THEN ${byCount(start)} || ${all} || ${byCount(end)} END`;
}

const relations = "IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'SEQUENCE', 'SYNONYM')";
const sorts: Readonly<Partial<Record<NamedKind, string>>> = {
  index: "= 'INDEX'",
  key: "= 'INDEX'",
  trigger: "= 'TRIGGER'",
};

/** Tables, views and sequences share their names; indexes have theirs among themselves. */
const objects = (makes: readonly Named[], version: string): readonly Asked[] =>
  grouped(makes).map((group) => {
    const sort = sorts[group.kind] ?? relations;
    const named = group.names.map((name) => `object_name = ${text(name)}`);
    return {
      fault:
        `(SELECT ${taken(takenWords(group), version)}\n      FROM (SELECT DISTINCT object_name FROM all_objects\n` +
        `      WHERE owner = ${placeOf(group.schema)} AND object_type ${sort}\n        AND ${anyOf(named)}))`,
      expects: freeWords(group.kind),
    };
  });

export const freeNames: ExpectAccent['freeNames'] = (makes, version) =>
  objects(
    makes.filter(({ kind }) => kind !== 'enum'),
    version,
  );

/** Those of a schema are one list: https://docs.oracle.com/en/error-help/db/ora-02264/ */
const constraints = (makes: readonly Named[], version: string): readonly Asked[] =>
  grouped(makes).map((group) => ({
    fault:
      `(SELECT ${taken(takenWords(group), version, 'constraint_name')}\n      FROM all_constraints\n` +
      `      WHERE owner = ${placeOf(group.schema)} AND ${anyOf(group.names.map((name) => `constraint_name = ${text(name)}`))})`,
    expects: freeWords(group.kind),
  }));

function keyIndex(one: MadeOn): boolean {
  return one.kind === 'key' && one.of !== undefined && isKey(one.key) && hasOwnIndex(one.key, one.of) === true;
}

const views: Readonly<Partial<Record<NamedKind, readonly [view: string, owner: string, name: string]>>> = {
  column: ['all_tab_columns', 'owner', 'column_name'],
  partition: ['all_tab_partitions', 'table_owner', 'partition_name'],
};

function onGroup({ kind, schema, tables }: OnTables, version: string): readonly Asked[] {
  const found = views[kind];
  if (found === undefined) return [];
  const [view, owner, name] = found;
  const which = tables.map(([table, names]) => {
    const any = anyOf(names.map((one) => `${name} = ${text(one)}`));
    return `table_name = ${text(table)} AND ${any}`;
  });
  const shown = `SELECT table_name || '.' || ${name} AS object_name FROM ${view}`;
  return [
    {
      fault: `(SELECT ${taken(takenWords({ kind, schema }), version)}\n      FROM (${shown} WHERE ${owner} = ${placeOf(schema)} AND (${joined(which, ' OR ')})))`,
      expects: freeWords(kind),
    },
  ];
}

export const freeOnTables: NonNullable<ExpectAccent['freeOnTables']> = (makes, version) => {
  const named = (kind: 'constraint' | 'key' | 'trigger', some: readonly MadeOn[]) =>
    some.map(({ table, name }): Named => ({ kind, name: { ...table, name } }));
  const of = (kind: MadeOn['kind']) => makes.filter((one) => one.kind === kind);
  return [
    ...constraints(named('constraint', of('key')), version),
    ...objects([...named('key', makes.filter(keyIndex)), ...named('trigger', of('trigger'))], version),
    ...onTables(makes.filter(({ isNew }) => !isNew)).flatMap((group) => onGroup(group, version)),
  ];
};
