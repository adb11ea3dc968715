/** What Oracle can be asked before a script begins. */

import type { Right, Used } from '../../operation/rights-used.ts';
import { type Name, showName } from '../../schema/name.ts';
import { plain } from '../oracle/accent.ts';
import { quoted as text } from '../text.ts';
import {
  type Asked,
  anyOf,
  type ExpectAccent,
  grouped,
  makesObjects,
  numbersOf,
  tablesFor,
  unless,
  versionWords,
  writableWords,
} from './accent.ts';
import { freeNames, freeOnTables, placeOf, session } from './oracle-names.ts';

/** A name in lower case stands without quotes in migrator.toml, so that Oracle has it in upper case. */
const catalogName = (name: string): string => (/^[a-z][a-z0-9_$#]*$/.test(name) ? name.toUpperCase() : name);

/** A service's name may bring its domain along: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SYS_CONTEXT.html */
function database(name: string): Asked {
  const expects = `expects the database ${name}`;
  const wanted = text(name.toUpperCase());
  const names = ['SERVICE_NAME', 'CON_NAME', 'DB_NAME', 'DB_UNIQUE_NAME'].map((one) => `UPPER(${session(one)})`);
  const same = [
    ...names.map((one) => `${one} = ${wanted}`),
    `UPPER(${session('SERVICE_NAME')}) LIKE ${text(`${name.toUpperCase()}.%`)}`,
  ];
  return {
    fault: unless(
      `NVL(CASE WHEN ${same.join(' OR ')} THEN 1 END, 0) = 0`,
      `${text(`${expects}, but this is service `)} || ${session('SERVICE_NAME')} || ' of database ' || ${session('DB_NAME')}`,
    ),
    expects,
  };
}

function schema(name: string): Asked {
  const expects = `expects the schema ${name}`;
  const there = `SELECT 1 FROM all_users WHERE username = ${text(catalogName(name))}`;
  return { fault: unless(`NOT EXISTS (${there})`, text(`${expects}, but there is none`)), expects };
}

const version: ExpectAccent['version'] = (wanted) => {
  const expects = versionWords('Oracle Database', wanted);
  const [major, minor] = numbersOf(wanted, 2) as [number, number];
  const part = (at: number) => `TO_NUMBER(REGEXP_SUBSTR(version, '[0-9]+', 1, ${at}))`;
  return {
    fault:
      `(SELECT MIN(${text(`${expects}, but the server is `)} || version) FROM product_component_version\n` +
      `      WHERE product LIKE 'Oracle%' AND ${part(1)} * 1000 + ${part(2)} < ${major * 1000 + minor})`,
    expects,
  };
};

const rightsOf = {
  alter: ['alter', 'rename', 'drop partition'],
  drop: ['drop', 'truncate'],
  index: ['index'],
  insert: ['insert'],
  update: ['update'],
  delete: ['delete'],
} as const satisfies Readonly<Record<string, readonly Right[]>>;

interface Demand {
  readonly words: string;
  /** Any of them is enough: on the table, and on any. */
  readonly privileges: readonly string[];
  readonly anywhere: readonly string[];
}

/** https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/GRANT.html */
const readable: Demand = {
  words: 'read',
  privileges: ['SELECT', 'READ'],
  anywhere: ['SELECT ANY TABLE', 'READ ANY TABLE'],
};

/** Owners do with their tables what they like; others need a right on the table, or one on any table. */
function lacking(tables: readonly Name[], { words, privileges: on, anywhere }: Demand): readonly Asked[] {
  const among = (privileges: readonly string[]) => anyOf(privileges.map((one) => `privilege = ${text(one)}`));
  const given = (view: string) =>
    `        AND NOT EXISTS (SELECT 1 FROM ${view} p WHERE p.table_schema = t.owner AND p.table_name = t.table_name AND ${among(on)})`;
  return grouped(tables.map((name) => ({ kind: 'table' as const, name }))).map(({ schema: owner, names }) => ({
    fault:
      `(SELECT MIN(${text(`expects the right to ${words} table `)} || t.table_name || ${text(', which ')} || ${session('SESSION_USER')} || ' has not')\n` +
      `      FROM all_tables t WHERE t.owner = ${placeOf(owner)} AND t.owner <> ${session('SESSION_USER')}\n` +
      `        AND ${anyOf(names.map((name) => `t.table_name = ${text(name)}`))}\n` +
      `        AND NOT EXISTS (SELECT 1 FROM session_privs WHERE ${among(anywhere)})\n` +
      `${given('all_tab_privs')}\n${given('all_col_privs')})`,
    expects: `expects the right to ${words} ${tables.map(showName).join(', ')}`,
  }));
}

function using(uses: readonly Used[], right: keyof typeof rightsOf): readonly Asked[] {
  const word = right.toUpperCase();
  const anywhere = [right === 'index' ? 'CREATE ANY INDEX' : `${word} ANY TABLE`];
  return lacking(tablesFor(uses, rightsOf[right]), { words: right, privileges: [word], anywhere });
}

const privileges: Exclude<ExpectAccent['privileges'], { none: string }> = ({ makesIn, uses }) => [
  ...makesIn.filter(makesObjects).map(({ schema: owner }): Asked => {
    const own = `${placeOf(owner)} = ${session('SESSION_USER')} AND privilege = 'CREATE TABLE'`;
    const expects = `expects the right to create tables in ${owner === undefined ? 'its schema' : `schema ${owner}`}`;
    return {
      fault: unless(
        `NOT EXISTS (SELECT 1 FROM session_privs WHERE ${own} OR privilege = 'CREATE ANY TABLE')`,
        `${text(`${expects}, which `)} || ${session('SESSION_USER')} || ' has not'`,
      ),
      expects,
    };
  }),
  ...(Object.keys(rightsOf) as (keyof typeof rightsOf)[]).flatMap((right) => using(uses, right)),
];

/** Roles are listed in DBA_ROLES alone, which few may read: https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/DBA_ROLES.html */
const role: ExpectAccent['role'] = (given) => {
  const name = plain.test(given) ? given.toUpperCase() : given;
  if (name === 'PUBLIC') return undefined;
  const expects = `expects the user or role ${name}`;
  const seen = [
    `SELECT 1 FROM all_users WHERE username = ${text(name)}`,
    `SELECT 1 FROM session_roles WHERE role = ${text(name)}`,
  ];
  return {
    fault: unless(
      seen.map((one) => `NOT EXISTS (${one})`).join(' AND '),
      text(`${expects}: no user has that name, and roles are not shown to everybody`),
    ),
    expects,
    doubtful: true,
  };
};

/**
 * V$PARAMETER is closed to most, and these properties are open to all; where they say nothing the server has the last word:
 * https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/DATABASE_PROPERTIES.html, https://docs.oracle.com/en/error-help/db/ora-43929/
 */
const collations: Asked = {
  fault:
    "(SELECT MIN('expects MAX_STRING_SIZE = EXTENDED for its collations, but this database has ' || property_value)\n" +
    "      FROM database_properties WHERE property_name = 'MAX_STRING_SIZE' AND property_value <> 'EXTENDED')",
  expects: 'expects MAX_STRING_SIZE = EXTENDED for its collations',
};

/** Whether another one was opened for reading alone stands in views that are closed to most: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SYS_CONTEXT.html */
const writable = (): Asked => {
  const expects = writableWords('database');
  const standby = `${session('DATABASE_ROLE')} = 'PHYSICAL STANDBY'`;
  return { fault: unless(standby, text(`${expects}, but this one is a standby`)), expects };
};

const ownName = ({ schema: owner, name }: Name): Name => ({
  ...(owner === undefined ? {} : { schema: catalogName(owner) }),
  name: catalogName(name),
});

const reading = (tables: readonly Name[]): readonly Asked[] => lacking(tables, readable);

export const oracleExpect: ExpectAccent = {
  database,
  version,
  schema,
  privileges,
  ownName,
  reading,
  role,
  freeNames,
  freeOnTables,
  collations,
  writable,
};
