/** What MySQL and MariaDB can be asked before a script begins. */

import type { Made } from '../../operation/names-made.ts';
import type { Right } from '../../operation/rights-used.ts';
import type { MadeIn, Wants } from '../../operation/wants.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Grant } from '../../schema/objects.ts';
import { mysqlToken as text } from '../literal-mysql.ts';
import { accountOf } from '../mysql/object.ts';
import { isAtLeast } from '../version.ts';
import {
  type Asked,
  type ExpectAccent,
  freeWords,
  grouped,
  numbersOf,
  tablesFor,
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

const byCount = ([one, more]: readonly [string, string]): string => `IF(COUNT(*) = 1, ${text(one)}, ${text(more)})`;

/** Names of indexes belong to their table; sequences are tables of a kind, where there are any. */
function freeNames(makes: readonly Made[]): readonly Asked[] {
  return grouped(makes.filter(({ kind }) => kind !== 'index' && kind !== 'enum')).map((group) => {
    const { start, place, end } = takenWords(group);
    const all = `GROUP_CONCAT(${place === '' ? 'table_name' : `CONCAT(${text(place)}, table_name)`} ORDER BY table_name SEPARATOR ', ')`;
    return {
      fault:
        `(SELECT CONCAT(${byCount(start)}, ${all}, ${byCount(end)})\n      FROM information_schema.tables\n` +
        `      WHERE table_schema = ${placeOf(group.schema)} AND ${list('table_name', group.names)})`,
      expects: freeWords(group.kind),
    };
  });
}

/** Any of the privileges lets an account do it, to any of the tables. */
interface Demand {
  readonly rights: readonly Right[];
  readonly privileges: readonly string[];
  readonly words: string;
}

/**
 * Indexes are made and dropped by ALTER TABLE: https://dev.mysql.com/doc/refman/8.0/en/alter-table.html
 * Some versions take any right on a table for the right to refer to it: https://dev.mysql.com/doc/refman/5.7/en/create-table-foreign-keys.html
 */
const demands: readonly Demand[] = [
  { rights: ['alter', 'rename', 'drop partition', 'index'], privileges: ['ALTER'], words: 'alter' },
  { rights: ['drop', 'rename', 'drop partition', 'truncate'], privileges: ['DROP'], words: 'drop' },
  { rights: ['insert'], privileges: ['INSERT'], words: 'insert into' },
  { rights: ['update'], privileges: ['UPDATE'], words: 'update' },
  { rights: ['delete'], privileges: ['DELETE'], words: 'delete from' },
  { rights: ['trigger'], privileges: ['TRIGGER'], words: 'make and drop triggers of' },
  {
    rights: ['reference'],
    privileges: ['REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    words: 'let foreign keys refer to',
  },
];

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

function privilegesOf(wants: Wants, role: string): readonly Asked[] {
  const { uses, dropsViews, newNames, schemas, dropsSchemas } = wants;
  return [
    ...making(wants, role),
    ...demands.flatMap((demand) => using(tablesFor(uses, demand.rights), { ...demand, noun: 'table' }, role)),
    ...using(dropsViews, { privileges: ['DROP'], words: 'drop', noun: 'view' }, role),
    ...newNames
      .filter(({ schema: place }) => place === undefined || !schemas.includes(place))
      .map((name) => naming(name, role)),
    ...schemas.map((name) => without(`create database ${name}`, lacks(['CREATE'], text(name), undefined, role))),
    ...givingOn(wants).map((on) => granting(on, role)),
    ...dropsSchemas.map((name) => without(`drop database ${name}`, lacks(['DROP'], text(name), undefined, role))),
  ];
}

function without(deed: string, lacking: string): Asked {
  const expects = `expects the right to ${deed}`;
  return { fault: unless(lacking, `CONCAT(${text(`${expects}, which `)}, CURRENT_USER(), ' has not')`), expects };
}

/** https://dev.mysql.com/doc/refman/8.0/en/privileges-provided.html */
const makers: readonly (readonly [kinds: MadeIn['kinds'], privilege: string, words: string])[] = [
  [['table', 'sequence'], 'CREATE', 'create'],
  [['view'], 'CREATE VIEW', 'create views'],
  [['routine'], 'CREATE ROUTINE', 'create functions and procedures'],
];

function making({ makesIn, schemas }: Wants, role: string): readonly Asked[] {
  return makesIn
    .filter(({ schema: place }) => place === undefined || !schemas.includes(place))
    .flatMap(({ schema: place, kinds }) =>
      makers
        .filter(([made]) => made.some((kind) => kinds.includes(kind)))
        .map(([, privilege, words]) =>
          without(
            `${words} in ${place === undefined ? 'the database' : `database ${place}`}`,
            lacks([privilege], placeOf(place), undefined, role),
          ),
        ),
    );
}

/** Each once; of routines the catalog does not tell who may. */
function givingOn({ grants }: Wants): readonly Grant['on'][] {
  const all = grants.map(({ grant }) => grant.on).filter(({ kind }) => kind === 'table' || kind === 'schema');
  const keyOf = ({ kind, name }: Grant['on']): string => `${kind} ${showName(name)}`;
  return all.filter((on, at) => all.findIndex((one) => keyOf(one) === keyOf(on)) === at);
}

/** Nobody gives on what was not given to be given on: https://dev.mysql.com/doc/refman/8.0/en/grant.html#grant-overview */
function granting(on: Grant['on'], role: string): Asked {
  const place = on.kind === 'schema' ? text(on.name.name) : placeOf(on.name.schema);
  const given = `${own} AND is_grantable = 'YES'`;
  const lacking = [
    `NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE ${given})`,
    `NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE ${given} AND ${place} LIKE table_schema)`,
    `NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE ${given} AND table_schema = ${place} AND table_name = ${text(on.name.name)})`,
    ...(role === '' ? [] : [role]),
  ];
  return without(`give and take rights on ${on.kind} ${showName(on.name)}`, lacking.join('\n        AND '));
}

/** Whoever gives a table another name must be allowed to fill a table of that name: https://dev.mysql.com/doc/refman/8.0/en/rename-table.html */
function naming({ schema: place, name }: Name, role: string): Asked {
  const deed = `insert into ${name}, as a table is to be called`;
  return without(deed, lacks(['INSERT'], placeOf(place), text(name), role));
}

interface Asking extends Pick<Demand, 'privileges' | 'words'> {
  readonly noun: string;
}

/** All that there are, by name. */
function using(names: readonly Name[], { privileges, words, noun }: Asking, role: string): readonly Asked[] {
  return grouped(names.map((name) => ({ kind: 'table' as const, name }))).map((group) => {
    const start = `CONCAT(${text(`expects the right to ${words} ${noun}`)}, IF(COUNT(*) = 1, ' ', 's ')`;
    const all = "GROUP_CONCAT(t.table_name ORDER BY t.table_name SEPARATOR ', ')";
    return {
      fault:
        `(SELECT ${start}, ${all}, ', which ', CURRENT_USER(), ' has not')\n` +
        `      FROM information_schema.tables t WHERE t.table_schema = ${placeOf(group.schema)} AND ${list('t.table_name', group.names)}\n` +
        `        AND ${lacks(privileges, 't.table_schema', 't.table_name', role)})`,
      expects: `expects the right to ${words} ${names.map(showName).join(', ')}`,
    };
  });
}

/** Tables of which an account has no right at all are not shown to it. */
function reading(tables: readonly Name[], role: string): readonly Asked[] {
  return grouped(tables.map((name) => ({ kind: 'table' as const, name }))).map(({ schema: place, names }) => {
    const [first, ...more] = names.map(text);
    const listed = [`SELECT ${first} AS name`, ...more.map((name) => `SELECT ${name}`)].join(' UNION ');
    return {
      fault:
        "(SELECT CONCAT('expects the right to read table', IF(COUNT(*) = 1, ' ', 's '), GROUP_CONCAT(t.name ORDER BY t.name SEPARATOR ', '), ', which ', CURRENT_USER(), ' has not')\n" +
        `      FROM (${listed}) t WHERE ${lacks(['SELECT'], placeOf(place), 't.name', role)})`,
      expects: `expects the right to read ${names.join(', ')}`,
    };
  });
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
const mysqlRoles = (version: string): string => (isAtLeast(version, '8.0') ? "CURRENT_ROLE() = 'NONE'" : '');
const mariadbRoles = 'CURRENT_ROLE() IS NULL';

export const mysqlExpect: ExpectAccent = {
  ...shared,
  version: versionOf('MySQL', "VERSION() LIKE '%MariaDB%'"),
  privileges: (wants, version) => privilegesOf(wants, mysqlRoles(version)),
  reading: (tables, version) => reading(tables, mysqlRoles(version)),
  role: mysqlRole,
};

export const mariadbExpect: ExpectAccent = {
  ...shared,
  version: versionOf('MariaDB', "VERSION() NOT LIKE '%MariaDB%'"),
  privileges: (wants) => privilegesOf(wants, mariadbRoles),
  reading: (tables) => reading(tables, mariadbRoles),
  role: mariadbRole,
};
