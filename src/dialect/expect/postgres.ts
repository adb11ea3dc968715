/** What PostgreSQL and the engines that speak its SQL can be asked before a script begins. */

import type { Made } from '../../operation/names-made.ts';
import type { Right } from '../../operation/rights-used.ts';
import type { Wants } from '../../operation/wants.ts';
import { type Name, showName } from '../../schema/name.ts';
import { roleWords } from '../postgres/object.ts';
import { granteeOf } from '../redshift/grant.ts';
import { quoted } from '../text.ts';
import {
  type Asked,
  type ExpectAccent,
  freeWords,
  grouped,
  numbersOf,
  type RoleAsked,
  sameSchemaWords,
  tablesFor,
  takenWords,
  unless,
  versionWords,
} from './accent.ts';
import { granting, idOf, owning } from './postgres-owners.ts';

const text = quoted;
const list = (names: readonly string[]): string => names.map(text).join(', ');

const placeOf = (schema: string | undefined): string => (schema === undefined ? 'current_schema()' : text(schema));

function database(name: string): Asked {
  const expects = `expects the database ${name}`;
  return {
    fault: unless(`current_database() <> ${text(name)}`, `${text(`${expects}, but this is `)} || current_database()`),
    expects,
  };
}

function schema(name: string): Asked {
  const expects = `expects the schema ${name}`;
  const there = `SELECT 1 FROM pg_namespace WHERE nspname = ${text(name)}`;
  return { fault: unless(`NOT EXISTS (${there})`, text(`${expects}, but there is none`)), expects };
}

/** `version()` begins with the product: `PostgreSQL 15.4 (Debian …) on …` */
const product = "split_part(split_part(version(), ' on ', 1), ' (', 1)";

function versionFault(title: string, version: string, wrong: string, found: string): Asked {
  const expects = versionWords(title, version);
  return { fault: unless(wrong, `${text(`${expects}, but the server is `)} || ${found}`), expects };
}

/** https://www.postgresql.org/docs/current/runtime-config-preset.html#GUC-SERVER-VERSION-NUM */
function postgresNumber(version: string): number {
  const [major, minor, patch] = numbersOf(version, 3) as [number, number, number];
  return major >= 10 ? major * 10_000 + minor : major * 10_000 + minor * 100 + patch;
}

const postgresVersion: ExpectAccent['version'] = (version) => {
  const other = "version() ~ 'CockroachDB|Redshift'";
  const old = `current_setting('server_version_num')::integer < ${postgresNumber(version)}`;
  return versionFault('PostgreSQL', version, `${other} OR ${old}`, product);
};

/** `CockroachDB CCL v24.1.0 (…)` */
const cockroachVersion: ExpectAccent['version'] = (version) => {
  const [major, minor, patch] = numbersOf(version, 3) as [number, number, number];
  const part = (at: number) => `split_part(substring(version() FROM 'v([0-9.]+)'), '.', ${at})::INT8`;
  const number = `${part(1)} * 1000000 + ${part(2)} * 1000 + ${part(3)}`;
  const wrong = `CASE WHEN version() LIKE 'CockroachDB%' THEN ${number} < ${major * 1_000_000 + minor * 1000 + patch} ELSE true END`;
  return versionFault('CockroachDB', version, wrong, product);
};

/** `PostgreSQL 8.0.2 on …, Redshift 1.0.1234`: https://docs.aws.amazon.com/redshift/latest/dg/r_VERSION.html */
const redshiftVersion: ExpectAccent['version'] = (version) => {
  const [major, minor, patch] = numbersOf(version, 3) as [number, number, number];
  const part = (at: number) => `CAST(split_part(split_part(version(), 'Redshift ', 2), '.', ${at}) AS bigint)`;
  const number = `${part(1)} * 1000000000000 + ${part(2)} * 1000000 + ${part(3)}`;
  const wrong = `CASE WHEN version() LIKE '%Redshift %' THEN ${number} < ${major * 1_000_000_000_000 + minor * 1_000_000 + patch} ELSE true END`;
  return versionFault('Amazon Redshift', version, wrong, 'version()');
};

/** Tables, views, sequences and indexes share their names. */
function freeNames(makes: readonly Made[]): readonly Asked[] {
  return grouped(makes).map((group) => {
    const { kind, schema: place, names } = group;
    const [before, after] = takenWords(group);
    const [table, column, home] =
      kind === 'enum' ? ['pg_type', 'typname', 'typnamespace'] : ['pg_class', 'relname', 'relnamespace'];
    const sentence = `MIN(${text(before)} || CAST(c.${column} AS varchar) || ${text(after)})`;
    return {
      fault:
        `(SELECT ${sentence}\n      FROM pg_catalog.${table} c JOIN pg_catalog.pg_namespace n ON n.oid = c.${home}\n` +
        `      WHERE n.nspname = ${placeOf(place)} AND c.${column} IN (${list(names)}))`,
      expects: freeWords(kind),
    };
  });
}

/** What the account may not use is not found by its name: https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PRIV */
function usable(schemas: readonly string[]): readonly Asked[] {
  return schemas.map((name) => {
    const expects = `expects the right to use schema ${name}`;
    const user = 'CAST(current_user AS varchar)';
    const remedy = "' has not: GRANT USAGE ON SCHEMA ' || quote_ident(CAST(nspname AS varchar))";
    return {
      fault:
        `(SELECT ${text(`${expects}, which `)} || ${user} || ${remedy} || ' TO ' || quote_ident(${user})\n` +
        `      FROM pg_catalog.pg_namespace WHERE nspname = ${text(name)} AND NOT has_schema_privilege(nspname, 'USAGE'))`,
      expects,
    };
  });
}

const schemasOf = (tables: readonly Name[]): readonly string[] => [
  ...new Set(tables.flatMap(({ schema: place }) => place ?? [])),
];

const nowhere = `CASE WHEN current_schema() IS NULL THEN 'expects a schema to make things in, but the search_path of ' || CAST(current_user AS varchar) || ' has none that it may use' END`;

/** `place`: the schema's name as SQL. */
function lacksCreate(place: string): string {
  const sentence = `MIN('expects the right to create in schema ' || CAST(nspname AS varchar) || ', which ' || CAST(current_user AS varchar) || ' has not')`;
  return `(SELECT ${sentence}\n      FROM pg_catalog.pg_namespace WHERE nspname = ${place} AND NOT has_schema_privilege(nspname, 'CREATE'))`;
}

const shownPlace = (place: string | undefined): string => (place === undefined ? 'its schema' : `schema ${place}`);

function creating({ makesIn, schemas }: Wants): readonly Asked[] {
  return makesIn
    .map(({ schema: place }) => place)
    .filter((place) => place === undefined || !schemas.includes(place))
    .map((place) => {
      const found = lacksCreate(placeOf(place));
      return {
        fault: place === undefined ? `COALESCE(${nowhere}, ${found})` : found,
        expects: `expects the right to create in ${shownPlace(place)}`,
      };
    });
}

/** What is beside the version table is made where that is. */
function makingOwn(tables: readonly [Name, ...Name[]]): Asked {
  const [{ schema: place }] = tables;
  const [version, ...beside] = tables.map(idOf) as [string, ...string[]];
  const home = `(SELECT h.nspname FROM pg_catalog.pg_class v JOIN pg_catalog.pg_namespace h ON h.oid = v.relnamespace WHERE v.oid = ${version})`;
  const wrong =
    place === undefined
      ? `COALESCE(CASE WHEN ${version} IS NULL THEN ${nowhere} END, ${lacksCreate(`COALESCE(${home}, current_schema())`)})`
      : lacksCreate(text(place));
  const missing = [version, ...beside].map((id) => `${id} IS NULL`).join(' OR ');
  return {
    fault: unless(missing, wrong),
    expects: `expects the right to create in ${shownPlace(place)}, unless its own tables are there`,
  };
}

interface Demand {
  readonly rights: readonly Right[];
  /** `c` is the table. */
  readonly lacks: string;
  readonly words: string;
}

const data: readonly Demand[] = [
  { rights: ['insert'], lacks: "NOT has_any_column_privilege(c.oid, 'INSERT')", words: 'the right to insert into' },
  { rights: ['update'], lacks: "NOT has_any_column_privilege(c.oid, 'UPDATE')", words: 'the right to update' },
  { rights: ['delete'], lacks: "NOT has_table_privilege(c.oid, 'DELETE')", words: 'the right to delete from' },
];

const others: readonly Demand[] = [
  { rights: ['truncate'], lacks: "NOT has_table_privilege(c.oid, 'TRUNCATE')", words: 'the right to truncate' },
  { rights: ['trigger'], lacks: "NOT has_table_privilege(c.oid, 'TRIGGER')", words: 'the right to make triggers of' },
  {
    rights: ['reference'],
    lacks: "NOT has_any_column_privilege(c.oid, 'REFERENCES')",
    words: 'the right to let foreign keys refer to',
  },
];

const readable: Omit<Demand, 'rights'> = {
  lacks: "NOT has_any_column_privilege(c.oid, 'SELECT')",
  words: 'the right to read',
};

/** https://www.postgresql.org/docs/current/ddl-priv.html: only the owner changes or drops a table. */
const owned: Demand = {
  rights: ['alter', 'rename', 'drop', 'drop partition', 'index'],
  lacks: "NOT pg_has_role(c.relowner, 'USAGE')",
  words: 'to be the owner of',
};

const byCount = (one: string, more: string): string => `CASE count(*) WHEN 1 THEN ${text(one)} ELSE ${text(more)} END`;

/** All that there are, by name. */
function using(names: readonly Name[], { lacks, words }: Omit<Demand, 'rights'>, noun: string): readonly Asked[] {
  if (names.length === 0) return [];
  const ids = names.map(idOf);
  const which = ids.length === 1 ? `c.oid = ${ids[0]}` : `c.oid IN (${ids.join(', ')})`;
  const sentence = [
    text(`expects ${words} `),
    byCount(`${noun} `, `${noun}s `),
    "string_agg(c.relname::text, ', ' ORDER BY c.relname)",
    byCount(', which belongs to ', ', which belong to '),
    "string_agg(DISTINCT pg_get_userbyid(c.relowner)::text, ', ')",
  ].join(' || ');
  return [
    {
      fault: `(SELECT ${sentence}\n      FROM pg_catalog.pg_class c WHERE ${which} AND ${lacks})`,
      expects: `expects ${words} ${names.map(showName).join(', ')}`,
    },
  ];
}

function privilegesWith(demands: readonly Demand[], ofViews: readonly Demand[]): (wants: Wants) => readonly Asked[] {
  return (wants) => [
    ...creating(wants),
    ...demands.flatMap((demand) => using(tablesFor(wants.uses, demand.rights), demand, 'table')),
    ...ofViews.flatMap((demand) => using(wants.dropsViews, demand, 'view')),
  ];
}

const noRole = (kind: string, name: string, catalog: string): RoleAsked => {
  const expects = `expects the ${kind} ${name}`;
  return { fault: unless(`NOT EXISTS (SELECT 1 FROM ${catalog})`, text(`${expects}, but there is none`)), expects };
};

/** `named`: the name as the catalog has it. https://www.postgresql.org/docs/current/view-pg-roles.html */
const roleAsk =
  (named: (role: string) => string): ExpectAccent['role'] =>
  (role) =>
    roleWords.test(role) ? undefined : noRole('role', role, `pg_catalog.pg_roles WHERE rolname = ${text(named(role))}`);

/** Whoever makes a table has rights on it there without being its owner. */
const cockroachData: readonly Demand[] = data.map((one) => ({
  ...one,
  lacks: `NOT has_table_privilege(c.oid, '${one.rights[0]!.toUpperCase()}')`,
}));

/** Names are looked for along the search path, and what is new goes to its first schema: https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH */
const sameSchema: NonNullable<ExpectAccent['sameSchema']> = (versionTable) => {
  const [before, between, after] = sameSchemaWords(versionTable, 'SET search_path before this file').map(text);
  return {
    fault:
      `(SELECT MIN(${before} || n.nspname::text || ${between} || current_schema()::text || ${after})\n` +
      '      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace\n' +
      `      WHERE c.relname = ${text(versionTable)} AND pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> current_schema())`,
    expects: `expects new tables to be made in the schema of ${versionTable}`,
  };
};

const shared = { database, schema, freeNames, usable } as const;

export const postgresExpect: ExpectAccent = {
  ...shared,
  makingOwn,
  sameSchema,
  granting,
  version: postgresVersion,
  privileges: (wants) => [...privilegesWith([owned, ...data, ...others], [owned])(wants), ...owning(wants.takes)],
  reading: (tables) => [...usable(schemasOf(tables)), ...using(tables, readable, 'table')],
  role: roleAsk((role) => role),
};

/**
 * Names of indexes belong to their table there: https://www.cockroachlabs.com/docs/stable/create-index
 * Names of roles are kept in lower case: https://www.cockroachlabs.com/docs/stable/create-role
 */
export const cockroachExpect: ExpectAccent = {
  ...shared,
  createsAnyway: true,
  sameSchema,
  version: cockroachVersion,
  privileges: privilegesWith(cockroachData, []),
  role: roleAsk((role) => role.toLowerCase()),
  freeNames: (makes) => freeNames(makes.filter(({ kind }) => kind !== 'index')),
};

/** Only those who may see the system's tables see every role: https://docs.aws.amazon.com/redshift/latest/dg/r_SVV_ROLES.html */
const redshiftRole: ExpectAccent['role'] = (grantee) => {
  const { kind, name } = granteeOf(grantee);
  switch (kind) {
    case 'public':
      return undefined;
    case 'role':
      return { ...noRole(kind, name, `svv_roles WHERE role_name = ${text(name)}`), doubtful: true };
    case 'group':
      return noRole(kind, name, `pg_catalog.pg_group WHERE groname = ${text(name)}`);
    case 'user':
      return noRole(kind, name, `pg_catalog.pg_user WHERE usename = ${text(name)}`);
  }
};

/** Rights on single tables reach an account by roles that no function is told of: https://docs.aws.amazon.com/redshift/latest/dg/r_roles-managing.html */
export const redshiftExpect: ExpectAccent = {
  ...shared,
  createsAnyway: true,
  version: redshiftVersion,
  privileges: privilegesWith([], []),
  role: redshiftRole,
};
