/** Which rights PostgreSQL and the engines that speak its SQL can be asked for before a script begins. */

import type { Needed } from '../../operation/needed.ts';
import type { Right, Used } from '../../operation/rights-used.ts';
import type { Wants } from '../../operation/wants.ts';
import { type Name, showName } from '../../schema/name.ts';
import { quoted as text } from '../text.ts';
import { type Asked, anyOf, makesObjects, type Sought, tablesFor, unless } from './accent.ts';
import { lacking, remedy } from './postgres-lacking.ts';
import { numbering, usingOthers } from './postgres-needed.ts';
import { idOf, owning } from './postgres-owners.ts';

export const placeOf = (schema: string | undefined): string =>
  schema === undefined ? 'current_schema()' : text(schema);

const schemaName = 'CAST(nspname AS varchar)';

/** `place`: the schema's name as SQL. */
function closed(right: 'USAGE' | 'CREATE', deed: string, place: string): string {
  const grant = `'${right} ON SCHEMA ' || quote_ident(${schemaName})`;
  return (
    `(SELECT MIN(${lacking(`'expects the right to ${deed} schema ' || ${schemaName}`, grant)})\n` +
    `      FROM pg_catalog.pg_namespace WHERE nspname = ${place} AND NOT has_schema_privilege(nspname, '${right}'))`
  );
}

/** What the account may not use is not found by its name: https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PRIV */
export function usable(schemas: readonly string[]): readonly Asked[] {
  return schemas.map((name) => ({
    fault: closed('USAGE', 'use', text(name)),
    expects: `expects the right to use schema ${name}`,
  }));
}

const schemasOf = (tables: readonly Name[]): readonly string[] => [
  ...new Set(tables.flatMap(({ schema: place }) => place ?? [])),
];

const searchPath = "'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ";

/** Nobody makes anything among the server's own things: https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-CATALOG */
export const somewhere: Asked = {
  fault:
    `CASE WHEN current_schema() IS NULL THEN ${searchPath}' has none that it may use'\n` +
    `      WHEN current_schema() = 'pg_catalog' THEN ${searchPath}' begins with pg_catalog' END`,
  expects: 'expects a schema to make things in',
};

const lacksCreate = (place: string): string => closed('CREATE', 'create in', place);

const shownPlace = (place: string | undefined): string => (place === undefined ? 'its schema' : `schema ${place}`);

function creating({ makesIn, schemas }: Pick<Wants, 'makesIn' | 'schemas'>): readonly Asked[] {
  return [...new Set(makesIn.map(({ schema: place }) => place))]
    .filter((place) => place === undefined || !schemas.includes(place))
    .map((place) => ({
      fault: lacksCreate(placeOf(place)),
      expects: `expects the right to create in ${shownPlace(place)}`,
    }));
}

/** What is made on a table is a matter of the rights on that table there: https://www.cockroachlabs.com/docs/stable/create-index */
export function creatingAlone({ makesIn, schemas }: Wants): readonly Asked[] {
  const alone = makesIn.filter((one) => makesObjects(one) || one.kinds.includes('routine'));
  return creating({ makesIn: alone, schemas });
}

/** What is beside the version table is made where that is. */
export function makingOwn(tables: readonly [Name, ...Name[]]): Asked {
  const [{ schema: place }] = tables;
  const [version, ...beside] = tables.map(idOf) as [string, ...string[]];
  const home = `(SELECT h.nspname FROM pg_catalog.pg_class v JOIN pg_catalog.pg_namespace h ON h.oid = v.relnamespace WHERE v.oid = ${version})`;
  const wrong = place === undefined ? lacksCreate(`COALESCE(${home}, current_schema())`) : lacksCreate(text(place));
  const missing = [version, ...beside].map((id) => `${id} IS NULL`).join(' OR ');
  return {
    fault: unless(missing, wrong),
    expects: `expects the right to create in ${shownPlace(place)}, unless its own tables are there`,
  };
}

interface Below {
  readonly rights: readonly Right[];
  /** Which tables pass it on; `b.id` is the table. */
  readonly join: string;
}

interface Demand {
  readonly rights: readonly Right[];
  readonly words: string;
  /** Absent: nobody but the owner may. */
  readonly privilege?: string;
  /** It may be given on single columns, too, and which of them are needed is not known. */
  readonly onColumns?: true;
  /** Rights that are needed of what inherits from the table, too. */
  readonly below?: readonly Below[];
}

const readable: Demand = {
  rights: ['select'],
  words: 'the right to read',
  privilege: 'SELECT',
  onColumns: true,
};

const data: readonly Demand[] = [
  { rights: ['insert'], words: 'the right to insert into', privilege: 'INSERT', onColumns: true },
  { rights: ['update'], words: 'the right to update', privilege: 'UPDATE', onColumns: true },
  { rights: ['delete'], words: 'the right to delete from', privilege: 'DELETE' },
];

const others: readonly Demand[] = [
  { rights: ['truncate'], words: 'the right to truncate', privilege: 'TRUNCATE' },
  {
    rights: ['trigger'],
    words: 'the right to make triggers of',
    privilege: 'TRIGGER',
    below: [{ rights: ['trigger below'], join: " JOIN pg_catalog.pg_class p ON p.oid = b.id AND p.relkind = 'p'" }],
  },
  {
    rights: ['reference'],
    words: 'the right to let foreign keys refer to',
    privilege: 'REFERENCES',
    onColumns: true,
  },
];

/** From PostgreSQL 18 on heirs keep their own NOT NULL: https://www.postgresql.org/docs/18/release-18.html */
const heirs =
  " JOIN pg_catalog.pg_class p ON p.oid = b.id AND p.relkind <> 'p' AND current_setting('server_version_num')::integer < 180000";

/** https://www.postgresql.org/docs/current/ddl-priv.html: only the owner changes or drops a table, and its triggers. */
const owned: Demand = {
  rights: ['alter', 'rename', 'drop', 'leave as partition', 'index', 'drop trigger'],
  words: 'to be the owner of',
  below: [
    { rights: ['alter below'], join: '' },
    { rights: ['alter heirs'], join: heirs },
  ],
};

export const byCount = (one: string, more: string): string =>
  `CASE count(*) WHEN 1 THEN ${text(one)} ELSE ${text(more)} END`;

/** What the owner of a table cannot change alone: https://www.postgresql.org/docs/current/catalog-pg-inherits.html */
function belowOf(tables: readonly Name[], { join }: Below): readonly string[] {
  if (tables.length === 0) return [];
  const roots = tables.map((table) => `(CAST(${idOf(table)} AS oid))`).join(', ');
  return [
    `c.oid IN (WITH RECURSIVE below(id) AS (\n        VALUES ${roots}\n        UNION SELECT i.inhrelid FROM below b` +
      ` JOIN pg_catalog.pg_inherits i ON i.inhparent = b.id${join}) SELECT id FROM below)`,
  ];
}

const list = (name: string): string => `string_agg(CAST(${name} AS varchar), ', ' ORDER BY c.relname)`;

function lacks({ privilege, onColumns }: Demand): string {
  if (privilege === undefined) return "NOT pg_has_role(c.relowner, 'USAGE')";
  return `NOT has_${onColumns ? 'any_column' : 'table'}_privilege(c.oid, '${privilege}')`;
}

/** All that there are, by name. */
function using(names: readonly Name[], demand: Demand, noun: string, below: readonly string[] = []): readonly Asked[] {
  if (names.length === 0) return [];
  const { words, privilege } = demand;
  const ids = names.map(idOf);
  const named = ids.length === 1 ? `c.oid = ${ids[0]}` : `c.oid IN (${ids.join(', ')})`;
  const which = below.length === 0 ? named : anyOf([named, ...below]);
  const sentence = [
    text(`expects ${words} `),
    byCount(`${noun} `, `${noun}s `),
    list('c.relname'),
    byCount(', which belongs to ', ', which belong to '),
    "string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ')",
    ...(privilege === undefined ? [] : [remedy(`'${privilege} ON ' || ${list('c.oid::regclass')}`)]),
  ].join(' || ');
  return [
    {
      fault: `(SELECT ${sentence}\n      FROM pg_catalog.pg_class c WHERE ${which} AND ${lacks(demand)})`,
      expects: `expects ${words} ${names.map(showName).join(', ')}`,
    },
  ];
}

function usingTables(uses: readonly Used[], demand: Demand): readonly Asked[] {
  const { below = [], rights } = demand;
  const under = below.flatMap((one) => belowOf(tablesFor(uses, one.rights), one));
  return using(tablesFor(uses, rights), demand, 'table', under);
}

const usingAll = (uses: readonly Used[], demands: readonly Demand[]): readonly Asked[] =>
  demands.flatMap((demand) => usingTables(uses, demand));

/** Whoever makes a table has rights on it there without being its owner. */
const cockroachData = data.map(({ onColumns: _, ...demand }): Demand => demand);

/** The language of the script's own blocks. */
const spoken: Needed = { kind: 'language', name: { name: 'plpgsql' } };
const isSpoken = ({ kind, name }: Needed): boolean => kind === spoken.kind && name.name === spoken.name.name;

export const postgresPrivileges = (wants: Wants, version: string): readonly Asked[] => [
  ...usingOthers([spoken, ...wants.needs.filter((one) => !isSpoken(one))], version),
  ...creating(wants),
  ...usingAll(wants.uses, [owned, readable, ...data, ...others]),
  ...numbering(tablesFor(wants.uses, ['number'])),
  ...using(wants.dropsViews, owned, 'view'),
  ...owning(wants.takes),
];

/** Names without a schema are looked for where the session is. */
export function seeing({ schema }: Pick<Sought, 'schema'>): readonly Asked[] {
  if (schema !== undefined) return usable([schema]);
  const expects = 'expects a schema to look in';
  const says = `'${expects}, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use'`;
  return [{ fault: `CASE WHEN current_schema() IS NULL THEN ${says} END`, expects }];
}

export const postgresReading = (tables: readonly Name[]): readonly Asked[] => [
  ...usable(schemasOf(tables)),
  ...using(tables, readable, 'table'),
];

export const cockroachPrivileges = (wants: Wants): readonly Asked[] => [
  ...creatingAlone(wants),
  ...usingAll(wants.uses, cockroachData),
];
