/** Which names PostgreSQL and the engines that speak its SQL can be asked for before a script begins. */

import type { MadeOn } from '../../operation/names-made-on.ts';
import type { Name } from '../../schema/name.ts';
import { quoted as text } from '../text.ts';
import {
  type Asked,
  type ExpectAccent,
  firstOf,
  freeWords,
  type Group,
  grouped,
  type NamedKind,
  type TakenWords,
  takenWords,
} from './accent.ts';
import { type OnTables, onTables } from './on-tables.ts';
import { byCount, placeOf } from './postgres-rights.ts';

const list = (names: readonly string[]): string => names.map(text).join(', ');

type Taken = (words: TakenWords, column: string) => string;

/** All that are taken. */
const allTaken: Taken = ({ start, place, end }, column) =>
  `${byCount(...start)} || string_agg(${text(place)} || CAST(${column} AS varchar), ', ' ORDER BY ${column}) || ${byCount(...end)}`;

/** The first; lists are made by nodes that do not know the catalog: https://docs.aws.amazon.com/redshift/latest/dg/r_LISTAGG.html */
const oneTaken: Taken = ({ start: [start], place, end: [end] }, column) =>
  `MIN(${text(start + place)} || CAST(${column} AS varchar) || ${text(end)})`;

interface Named {
  readonly kind: NamedKind;
  readonly name: Name;
}

/** Where names are, and what holds of those that are in the way. */
type Place = readonly [catalog: string, name: string, schema: string, and?: string];

const types: Place = ['pg_type', 'typname', 'typnamespace'];
/** Tables, views, sequences and indexes share their names. */
const relations: Place = ['pg_class', 'relname', 'relnamespace'];
/** The type of a table is found with it, and an array's gets out of the way: https://www.postgresql.org/docs/current/sql-createtype.html */
const otherTypes: Place = [
  'pg_type',
  'typname',
  'typnamespace',
  " AND c.typtype <> 'c' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.typarray = c.oid)",
];

function takenIn([catalog, name, home, and = '']: Place, group: Group<NamedKind>, taken: Taken): string {
  const { schema: place, names } = group;
  return (
    `(SELECT ${taken(takenWords(group), `c.${name}`)}\n      FROM pg_catalog.${catalog} c JOIN pg_catalog.pg_namespace n ON n.oid = c.${home}\n` +
    `      WHERE n.nspname = ${placeOf(place)} AND c.${name} IN (${list(names)})${and})`
  );
}

const placesOf = (kind: NamedKind): readonly Place[] => [kind === 'enum' ? types : relations];

/** A table and a view have a type of their name. */
const placesOfTyped = (kind: NamedKind): readonly Place[] =>
  kind === 'table' || kind === 'view' ? [relations, otherTypes] : placesOf(kind);

const freeNamesBy =
  (taken: Taken, places = placesOf): ((makes: readonly Named[]) => readonly Asked[]) =>
  (makes) =>
    grouped(makes).map((group) => ({
      fault: firstOf(places(group.kind).map((place) => takenIn(place, group, taken))),
      expects: freeWords(group.kind),
    }));

export const freeNames: ExpectAccent['freeNames'] = freeNamesBy(allTaken);
export const postgresNames: ExpectAccent['freeNames'] = freeNamesBy(allTaken, placesOfTyped);
export const redshiftNames: ExpectAccent['freeNames'] = freeNamesBy(oneTaken);

/** A catalog of what stands on tables: how it refers to them, and the column of its names. */
const catalogs: Readonly<Partial<Record<NamedKind, readonly [catalog: string, table: string, name: string]>>> = {
  constraint: ['pg_constraint', 'conrelid', 'conname'],
  column: ['pg_attribute', 'attrelid', 'attname'],
  trigger: ['pg_trigger', 'tgrelid', 'tgname'],
};

function onGroup({ kind, schema, tables }: OnTables): readonly Asked[] {
  const found = catalogs[kind];
  if (found === undefined) return [];
  const [catalog, table, name] = found;
  const which = tables.map(([own, names]) => `t.relname = ${text(own)} AND c.${name} IN (${list(names)})`).join(' OR ');
  return [
    {
      fault:
        `(SELECT ${allTaken(takenWords({ kind, schema }), `t.relname || '.' || c.${name}`)}\n` +
        `      FROM pg_catalog.${catalog} c JOIN pg_catalog.pg_class t ON t.oid = c.${table} JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace\n` +
        `      WHERE n.nspname = ${placeOf(schema)} AND (${which}))`,
      expects: freeWords(kind),
    },
  ];
}

const old = (makes: readonly MadeOn[]): readonly MadeOn[] => makes.filter(({ isNew }) => !isNew);

/** A relation of its own, whose name the schema has once. */
function relationOf(one: MadeOn): 'key' | 'partition' | undefined {
  if (one.kind === 'partition') return 'partition';
  return one.kind === 'key' && one.key.kind !== 'foreign' && one.key.kind !== 'check' ? 'key' : undefined;
}

/** A key has an index of its name, and a partition is a table: https://www.postgresql.org/docs/current/catalog-pg-class.html */
export function postgresFree(makes: readonly MadeOn[]): readonly Asked[] {
  const relations = makes.flatMap((one) => {
    const kind = relationOf(one);
    return kind === undefined ? [] : [{ kind, name: { ...one.table, name: one.name } }];
  });
  const others = old(makes).filter((one) => relationOf(one) === undefined);
  return [...freeNamesBy(allTaken)(relations), ...onTables(others).flatMap(onGroup)];
}

/** Names of indexes belong to their table there: https://www.cockroachlabs.com/docs/stable/create-index */
export const cockroachFree = (makes: readonly MadeOn[]): readonly Asked[] => onTables(old(makes)).flatMap(onGroup);
