/** What PostgreSQL and the engines that speak its SQL can be asked before a script begins. */

import { roleWords } from '../postgres/object.ts';
import { granteeOf } from '../redshift/grant.ts';
import { quoted } from '../text.ts';
import {
  type Asked,
  type ExpectAccent,
  numbersOf,
  type RoleAsked,
  sameSchemaWords,
  unless,
  versionWords,
  writableWords,
} from './accent.ts';
import { cockroachFree, freeNames, postgresFree, postgresNames, redshiftNames } from './postgres-names.ts';
import { granting } from './postgres-owners.ts';
import {
  cockroachPrivileges,
  creatingAlone,
  makingOwn,
  postgresPrivileges,
  postgresReading,
  seeing,
  somewhere,
  usable,
} from './postgres-rights.ts';

const text = quoted;

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

const noRole = (kind: string, name: string, catalog: string): RoleAsked => {
  const expects = `expects the ${kind} ${name}`;
  return { fault: unless(`NOT EXISTS (SELECT 1 FROM ${catalog})`, text(`${expects}, but there is none`)), expects };
};

/** `named`: the name as the catalog has it. https://www.postgresql.org/docs/current/view-pg-roles.html */
const roleAsk =
  (named: (role: string) => string): ExpectAccent['role'] =>
  (role) =>
    roleWords.test(role) ? undefined : noRole('role', role, `pg_catalog.pg_roles WHERE rolname = ${text(named(role))}`);

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

/** https://www.postgresql.org/docs/current/hot-standby.html */
const writable = (): Asked => {
  const expects = writableWords('server');
  return { fault: unless('pg_is_in_recovery()', text(`${expects}, but this one is a standby`)), expects };
};

const shared = { database, schema, somewhere, usable, seeing } as const;

export const postgresExpect: ExpectAccent = {
  ...shared,
  freeNames: postgresNames,
  freeOnTables: postgresFree,
  makingOwn,
  sameSchema,
  writable,
  granting,
  version: postgresVersion,
  privileges: postgresPrivileges,
  reading: postgresReading,
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
  privileges: cockroachPrivileges,
  role: roleAsk((role) => role.toLowerCase()),
  freeNames: (makes, version) =>
    freeNames(
      makes.filter(({ kind }) => kind !== 'index'),
      version,
    ),
  freeOnTables: cockroachFree,
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
  privileges: creatingAlone,
  freeNames: redshiftNames,
  role: redshiftRole,
};
