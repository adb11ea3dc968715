/** What MySQL and MariaDB can be asked before a script begins. */

import type { Made, Right, Used, Wants } from '../../operation/wants.ts';
import { type Name, showName } from '../../schema/name.ts';
import { mysqlToken as text } from '../literal-mysql.ts';
import { accountOf } from '../mysql/object.ts';
import { isAtLeast } from '../version.ts';
import {
  type Asked,
  type ExpectAccent,
  freeWords,
  grouped,
  numbersOf,
  takenWords,
  unless,
  versionWords,
} from './accent.ts';

/** Names of the catalog are compared byte for byte: a `_ci` collation would take `A` for `a`. */
const list = (column: string, names: readonly string[]): string =>
  `CAST(${column} AS BINARY) IN (${names.map(text).join(', ')})`;

const placeOf = (schema: string | undefined): string => (schema === undefined ? 'DATABASE()' : text(schema));

function database(name: string): Asked {
  const expects = `expects the database ${name}`;
  return {
    fault: unless(
      `DATABASE() IS NULL OR DATABASE() <> ${text(name)}`,
      `CONCAT(${text(`${expects}, but this is `)}, COALESCE(DATABASE(), 'none'))`,
    ),
    expects,
  };
}

function schema(name: string): Asked {
  const expects = `expects the database ${name}`;
  const there = `SELECT 1 FROM information_schema.schemata WHERE ${list('schema_name', [name])}`;
  return { fault: unless(`NOT EXISTS (${there})`, text(`${expects}, but there is none`)), expects };
}

/** `10.11.6-MariaDB-log`, `8.0.36-0ubuntu0` */
const number = [1, 2, 3]
  .map((at) => {
    const part = `SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', ${at}), '.', -1)`;
    return `CAST(${part} AS UNSIGNED) * ${1000 ** (3 - at)}`;
  })
  .join(' + ');

function versionOf(title: string, isOther: string): ExpectAccent['version'] {
  return (version) => {
    const expects = versionWords(title, version);
    const [major, minor, patch] = numbersOf(version, 3) as [number, number, number];
    return {
      fault: unless(
        `${isOther} OR ${number} < ${major * 1_000_000 + minor * 1000 + patch}`,
        `CONCAT(${text(`${expects}, but the server is `)}, IF(VERSION() LIKE '%MariaDB%', '', 'MySQL '), VERSION())`,
      ),
      expects,
    };
  };
}

/** Names of indexes belong to their table; sequences are tables of a kind, where there are any. */
function freeNames(makes: readonly Made[]): readonly Asked[] {
  return grouped(makes.filter(({ kind }) => kind !== 'index' && kind !== 'enum')).map((group) => {
    const [before, after] = takenWords(group);
    return {
      fault:
        `(SELECT MIN(CONCAT(${text(before)}, table_name, ${text(after)}))\n      FROM information_schema.tables\n` +
        `      WHERE table_schema = ${placeOf(group.schema)} AND ${list('table_name', group.names)})`,
      expects: freeWords(group.kind),
    };
  });
}

/** Any of these lets an account do it. */
const granted: Readonly<Record<Right, readonly string[]>> = {
  alter: ['ALTER'],
  drop: ['DROP'],
  index: ['INDEX', 'ALTER'],
  insert: ['INSERT'],
  update: ['UPDATE'],
  delete: ['DELETE'],
};

const own = "REPLACE(grantee, '''', '') = CURRENT_USER()";

/** The catalog shows what an account was given itself: https://dev.mysql.com/doc/refman/8.0/en/information-schema-schema-privileges-table.html */
function lacks(privileges: readonly string[], place: string, table: string | undefined, role: string): string {
  const given = `${own} AND privilege_type IN (${privileges.map(text).join(', ')})`;
  const here = table === undefined ? '' : ` AND table_name = ${table}`;
  const within = `FROM information_schema.table_privileges WHERE ${given} AND table_schema = ${place}${here}`;
  const columns = `FROM information_schema.column_privileges WHERE ${given} AND table_schema = ${place}${here}`;
  return [
    `NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE ${given})`,
    `NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE ${given} AND ${place} LIKE table_schema)`,
    `NOT EXISTS (SELECT 1 ${within})`,
    `NOT EXISTS (SELECT 1 ${columns})`,
    ...(role === '' ? [] : [role]),
  ].join('\n        AND ');
}

function privilegesOf({ makesIn, schemas, uses }: Wants, role: string): readonly Asked[] {
  return [
    ...makesIn
      .filter((place) => place === undefined || !schemas.includes(place))
      .map((place): Asked => {
        const expects = `expects the right to create in ${place === undefined ? 'the database' : `database ${place}`}`;
        return {
          fault: unless(
            lacks(['CREATE'], placeOf(place), undefined, role),
            `CONCAT(${text(`${expects}, which `)}, CURRENT_USER(), ' has not')`,
          ),
          expects,
        };
      }),
    ...(Object.keys(granted) as Right[]).flatMap((right) => using(uses, right, role)),
  ];
}

function using(uses: readonly Used[], right: Right, role: string): readonly Asked[] {
  const tables = uses.filter(({ rights }) => rights.includes(right));
  return grouped(tables.map(({ table }) => ({ kind: 'table' as const, name: table }))).map(
    ({ schema: place, names }) => ({
      fault:
        `(SELECT MIN(CONCAT(${text(`expects the right to ${right} table `)}, t.table_name, ', which ', CURRENT_USER(), ' has not'))\n` +
        `      FROM information_schema.tables t WHERE t.table_schema = ${placeOf(place)} AND ${list('t.table_name', names)}\n` +
        `        AND ${lacks(granted[right], 't.table_schema', 't.table_name', role)})`,
      expects: `expects the right to ${right} ${tables.map(({ table }) => showName(table)).join(', ')}`,
    }),
  );
}

/** Whoever may read the tables of rights sees all accounts, others their own: https://dev.mysql.com/doc/refman/8.0/en/information-schema-user-privileges-table.html */
const seesAccounts =
  `EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE ${own} AND privilege_type = 'SELECT'\n` +
  `        UNION ALL SELECT 1 FROM information_schema.schema_privileges WHERE ${own} AND privilege_type = 'SELECT' AND 'mysql' LIKE table_schema)`;

function accountAsk(to: string, what: (account: string) => string, after: string): Asked {
  const { user, host = '%' } = accountOf(to);
  const grantee = `'${user}'@'${host.toLowerCase()}'`;
  const expects = `expects ${what(grantee)}`;
  const there = `SELECT 1 FROM information_schema.user_privileges WHERE ${list('grantee', [grantee])}`;
  return { fault: unless(`${seesAccounts}\n    AND NOT EXISTS (${there})`, text(expects + after)), expects };
}

const account = (name: string): string => `the account ${name}`;
const noAccount = ', but there is none';

/** Before MySQL 8.0 GRANT makes the account: https://dev.mysql.com/doc/refman/5.7/en/grant.html */
const mysqlRole: ExpectAccent['role'] = (to, version) =>
  isAtLeast(version, '8.0')
    ? accountAsk(to, account, noAccount)
    : { ...accountAsk(to, account, `${noAccount}: GRANT makes one without a password`), doubtful: true };

/** A name without a host may be that of a role, which no view shows to all: https://mariadb.com/kb/en/roles_overview/ */
const mariadbRole: ExpectAccent['role'] = (to) => {
  if (/^public$/i.test(to)) return undefined;
  if (accountOf(to).host !== undefined) return accountAsk(to, account, noAccount);
  const what = (name: string) => `the role ${to} or ${account(name)}`;
  return { ...accountAsk(to, what, ': there is no such account, and roles are not shown'), doubtful: true };
};

/** https://dev.mysql.com/doc/refman/8.0/en/information-schema-engines-table.html */
function transactional(tables: readonly Name[]): readonly Asked[] {
  return grouped(tables.map((name) => ({ kind: 'table' as const, name }))).map(({ schema: place, names }) => ({
    fault:
      "(SELECT MIN(CONCAT('expects table ', t.table_name, ' to undo what fails, but its engine ', t.engine, ' cannot'))\n" +
      `      FROM information_schema.tables t WHERE t.table_schema = ${placeOf(place)} AND ${list('t.table_name', names)}\n` +
      "        AND t.engine NOT IN (SELECT e.engine FROM information_schema.engines e WHERE e.transactions = 'YES'))",
    expects: `expects an engine that can undo what fails, as InnoDB can, of ${names.join(', ')}`,
  }));
}

const shared = { database, schema, freeNames, transactional, createsAnyway: true } as const;

/** What a role brings along is not seen by name: https://dev.mysql.com/doc/refman/8.0/en/roles.html */
export const mysqlExpect: ExpectAccent = {
  ...shared,
  version: versionOf('MySQL', "VERSION() LIKE '%MariaDB%'"),
  privileges: (wants, version) => privilegesOf(wants, isAtLeast(version, '8.0') ? "CURRENT_ROLE() = 'NONE'" : ''),
  role: mysqlRole,
};

export const mariadbExpect: ExpectAccent = {
  ...shared,
  version: versionOf('MariaDB', "VERSION() NOT LIKE '%MariaDB%'"),
  privileges: (wants) => privilegesOf(wants, 'CURRENT_ROLE() IS NULL'),
  role: mariadbRole,
};
