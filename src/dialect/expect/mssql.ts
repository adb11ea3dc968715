/** What SQL Server can be asked before a script begins. */

import type { Right, Used } from '../../operation/rights-used.ts';
import { type Name, showName } from '../../schema/name.ts';
import { mssqlToken as text } from '../literal-mssql.ts';
import {
  type Asked,
  type ExpectAccent,
  makesObjects,
  numbersOf,
  sameSchemaWords,
  tablesFor,
  unless,
  versionWords,
  writableWords,
} from './accent.ts';
import { freeNames, freeOnTables } from './mssql-names.ts';

const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

const nameText = ({ schema, name }: Name): string =>
  text([...(schema === undefined ? [] : [schema]), name].map(bracketed).join('.'));

function database(name: string): Asked {
  const expects = `expects the database ${name}`;
  return { fault: unless(`DB_NAME() <> ${text(name)}`, `${text(`${expects}, but this is `)} + DB_NAME()`), expects };
}

function schema(name: string): Asked {
  const expects = `expects the schema ${name}`;
  return { fault: unless(`SCHEMA_ID(${text(name)}) IS NULL`, text(`${expects}, but there is none`)), expects };
}

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-databases-transact-sql */
const majors: Readonly<Record<number, number>> = {
  2008: 10,
  2012: 11,
  2014: 12,
  2016: 13,
  2017: 14,
  2019: 15,
  2022: 16,
  2025: 17,
};

/** In the cloud the engine is the newest, whatever its version says: https://learn.microsoft.com/sql/t-sql/functions/serverproperty-transact-sql */
const version: ExpectAccent['version'] = (wanted) => {
  const expects = versionWords('SQL Server', wanted);
  const [year = 0] = numbersOf(wanted, 1);
  const own = "CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128))";
  const old = `CAST(PARSENAME(${own}, 4) AS int) < ${majors[year] ?? year}`;
  return {
    fault: unless(
      `CAST(SERVERPROPERTY('EngineEdition') AS int) NOT IN (5, 8) AND ${old}`,
      `${text(`${expects}, but the server is version `)} + ${own}`,
    ),
    expects,
  };
};

const permissions: readonly (readonly [permission: string, rights: readonly Right[]])[] = [
  ['ALTER', ['alter', 'rename', 'drop', 'drop partition', 'index', 'trigger', 'drop trigger', 'truncate']],
  ['REFERENCES', ['reference']],
  ['INSERT', ['insert']],
  ['UPDATE', ['update']],
  ['DELETE', ['delete']],
];

/** NULL for what is not there: https://learn.microsoft.com/sql/t-sql/functions/has-perms-by-name-transact-sql */
function permitted(table: Name, permission: string): Asked {
  const expects = `expects the permission ${permission} on table ${showName(table)}`;
  return {
    fault: unless(
      `HAS_PERMS_BY_NAME(${nameText(table)}, N'OBJECT', N'${permission}') = 0`,
      `${text(`${expects}, which `)} + USER_NAME() + N' has not'`,
    ),
    expects,
  };
}

function using(uses: readonly Used[], [permission, rights]: (typeof permissions)[number]): readonly Asked[] {
  return tablesFor(uses, rights).map((table) => permitted(table, permission));
}

/** A table is made by whoever may make tables, and alter the schema: https://learn.microsoft.com/sql/t-sql/statements/create-table-transact-sql */
function creating(place: string | undefined): readonly Asked[] {
  const asks: readonly (readonly [permission: string, question: string])[] = [
    ['CREATE TABLE', "DB_NAME(), N'DATABASE', N'CREATE TABLE'"],
    [
      `ALTER on ${place === undefined ? 'its schema' : `schema ${place}`}`,
      `${place === undefined ? 'QUOTENAME(SCHEMA_NAME())' : text(bracketed(place))}, N'SCHEMA', N'ALTER'`,
    ],
  ];
  return asks.map(([permission, question]) => {
    const expects = `expects the permission ${permission}`;
    const words = `${text(`${expects}, which `)} + USER_NAME() + N' has not'`;
    return { fault: unless(`HAS_PERMS_BY_NAME(${question}) = 0`, words), expects };
  });
}

const privileges: Exclude<ExpectAccent['privileges'], { none: string }> = ({ makesIn, schemas, uses }) => [
  ...makesIn
    .filter(makesObjects)
    .flatMap(({ schema: place }) => (place !== undefined && schemas.includes(place) ? [] : creating(place))),
  ...permissions.flatMap((permission) => using(uses, permission)),
];

/** Others than one's own are NULL, too, where one may not see them: https://learn.microsoft.com/sql/relational-databases/security/metadata-visibility-configuration */
const role: ExpectAccent['role'] = (name) => {
  const expects = `expects the user or role ${name}`;
  const seen = "HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'VIEW DEFINITION') = 1";
  return {
    fault: unless(`${seen} AND DATABASE_PRINCIPAL_ID(${text(name)}) IS NULL`, text(`${expects}, but there is none`)),
    expects,
  };
};

/** Tables are looked for in the account's schema and in dbo, and made in the account's: https://learn.microsoft.com/sql/relational-databases/security/authentication-access/ownership-and-user-schema-separation */
const sameSchema: NonNullable<ExpectAccent['sameSchema']> = (versionTable) => {
  const remedy = 'ALTER USER ... WITH DEFAULT_SCHEMA before this file';
  const [before, between, after] = sameSchemaWords(versionTable, remedy).map(text);
  const home = `OBJECT_SCHEMA_NAME(OBJECT_ID(${text(bracketed(versionTable))}, N'U'))`;
  return {
    fault: unless(`${home} <> SCHEMA_NAME()`, `${before} + ${home} + ${between} + SCHEMA_NAME() + ${after}`),
    expects: `expects new tables to be made in the schema of ${versionTable}`,
  };
};

/** Of a readable copy, too: https://learn.microsoft.com/sql/t-sql/functions/databasepropertyex-transact-sql */
const writable = (): Asked => {
  const expects = writableWords('database');
  const updateable = "CAST(DATABASEPROPERTYEX(DB_NAME(), N'Updateability') AS nvarchar(128))";
  return { fault: unless(`${updateable} = N'READ_ONLY'`, text(`${expects}, but this one is read-only`)), expects };
};

const reading = (tables: readonly Name[]): readonly Asked[] => tables.map((table) => permitted(table, 'SELECT'));

export const mssqlExpect: ExpectAccent = {
  database,
  version,
  schema,
  privileges,
  reading,
  role,
  freeNames,
  freeOnTables,
  sameSchema,
  writable,
};
