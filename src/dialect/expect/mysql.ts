/** What MySQL and MariaDB can be asked before a script begins. */

import type { Name } from '../../schema/name.ts';
import { mysqlToken as text } from '../literal-mysql.ts';
import { accountOf } from '../mysql/object.ts';
import { isAtLeast } from '../version.ts';
import { type Asked, type ExpectAccent, grouped, numbersOf, type RoleAsked, unless, versionWords } from './accent.ts';
import { freeNames, mariadbFree, mysqlFree } from './mysql-names.ts';
import { list, own, placeOf, privilegesOf } from './mysql-rights.ts';
import {
  mariadbKeys,
  mysqlKeys,
  type Passing,
  programming,
  type Trusted,
  trustingRole,
  writable,
} from './mysql-settings.ts';
import { reading, seeing } from './mysql-shown.ts';

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

/** Whoever may read the tables of rights sees all accounts, others their own: https://dev.mysql.com/doc/refman/8.0/en/information-schema-user-privileges-table.html */
const seesAccounts =
  `EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE ${own} AND privilege_type = 'SELECT'\n` +
  `        UNION ALL SELECT 1 FROM information_schema.schema_privileges WHERE ${own} AND privilege_type = 'SELECT' AND 'mysql' LIKE table_schema)`;

const unshown = (expects: string, things: string): string =>
  `CONCAT(${text(`${expects}: ${things} are not shown to `)}, CURRENT_USER())`;

function accountAsk(to: string, what: (account: string) => string, after: string): RoleAsked {
  const { user, host = '%' } = accountOf(to);
  const grantee = `'${user}'@'${host.toLowerCase()}'`;
  const expects = `expects ${what(grantee)}`;
  const there = `SELECT 1 FROM information_schema.user_privileges WHERE ${list('grantee', [grantee])}`;
  return {
    fault: unless(`${seesAccounts}\n    AND NOT EXISTS (${there})`, text(expects + after)),
    unseen: unless(`NOT (${seesAccounts})`, unshown(expects, 'accounts')),
    expects,
  };
}

const account = (name: string): string => `the account ${name}`;
const noAccount = ', but there is none';

/** Before MySQL 8.0 GRANT makes the account: https://dev.mysql.com/doc/refman/5.7/en/grant.html */
const mysqlRole: ExpectAccent['role'] = (to, version) =>
  isAtLeast(version, '8.0')
    ? accountAsk(to, account, noAccount)
    : { ...accountAsk(to, account, `${noAccount}: GRANT makes one without a password`), doubtful: true };

const accounts: Name = { schema: 'mysql', name: 'user' };

/** A name without a host may be that of a role, which stands among the accounts alone: https://mariadb.com/kb/en/mysql-user-table/ */
const mariadbRole: ExpectAccent['role'] = (to) => {
  if (/^public$/i.test(to)) return undefined;
  if (accountOf(to).host !== undefined) return accountAsk(to, account, noAccount);
  const { user } = accountOf(to);
  const expects = `expects the role ${user} or ${account(`'${user}'@'%'`)}`;
  const there = `SELECT 1 FROM mysql.user WHERE ${list('user', [user])} AND (host = '%' OR is_role = 'Y')`;
  const isShown = `EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'mysql' AND table_name = 'user')`;
  return {
    fault: unless(`NOT EXISTS (${there})`, text(`${expects}, but there is neither`)),
    reads: accounts,
    unseen: unless(`NOT ${isShown}`, unshown(expects, 'roles and accounts')),
    expects,
  };
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

/** https://dev.mysql.com/doc/refman/8.4/en/stored-programs-logging.html, https://dev.mysql.com/doc/refman/5.7/en/stored-programs-logging.html */
const mysqlTrusted = (version: string): Trusted => ({
  privileges: ['SUPER', 'SET_USER_ID', 'SET_ANY_DEFINER'],
  drops: isAtLeast(version, '8.0') ? 'free' : 'asked',
  role: mysqlRoles(version),
});

/** https://mariadb.com/kb/en/binary-logging-of-stored-routines/ */
const mariadbTrusted: Trusted = { privileges: ['SUPER'], drops: 'asked', role: mariadbRoles };

/** https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_read_only */
const mysqlPassing = (version: string): Passing => ({
  privileges: isAtLeast(version, '8.0') ? ['CONNECTION_ADMIN', 'SUPER'] : ['SUPER'],
  role: mysqlRoles(version),
  ...(isAtLeast(version, '5.7.8') ? { super: '@@global.super_read_only' } : {}),
});

/** https://mariadb.com/kb/en/grant/#read_only-admin */
const mariadbPassing = (version: string): Passing => ({
  privileges: isAtLeast(version, '10.11') ? ['READ_ONLY ADMIN'] : ['READ_ONLY ADMIN', 'SUPER'],
  role: mariadbRoles,
});

export const mysqlExpect: ExpectAccent = {
  ...shared,
  version: versionOf('MySQL', "VERSION() LIKE '%MariaDB%'"),
  freeOnTables: mysqlFree,
  writable: (version) => writable(mysqlPassing(version)),
  privileges: (wants, version) => privilegesOf(wants, mysqlRoles(version)),
  settings: ({ programs, keyless }, version) => [
    ...programming(programs, mysqlTrusted(version)),
    ...mysqlKeys(keyless, version),
  ],
  hints: ({ programs }, version) => trustingRole(programs, mysqlTrusted(version)),
  reading: (tables, version) => reading(tables, mysqlRoles(version)),
  seeing: (sought, version) => seeing(sought, mysqlRoles(version)),
  role: mysqlRole,
};

export const mariadbExpect: ExpectAccent = {
  ...shared,
  version: versionOf('MariaDB', "VERSION() NOT LIKE '%MariaDB%'"),
  freeOnTables: mariadbFree,
  writable: (version) => writable(mariadbPassing(version)),
  privileges: (wants) => privilegesOf(wants, mariadbRoles),
  settings: ({ programs, keyless }) => [...programming(programs, mariadbTrusted), ...mariadbKeys(keyless)],
  hints: ({ programs }) => trustingRole(programs, mariadbTrusted),
  reading: (tables) => reading(tables, mariadbRoles),
  seeing: (sought) => seeing(sought, mariadbRoles),
  role: mariadbRole,
};
