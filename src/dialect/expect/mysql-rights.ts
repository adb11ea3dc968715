/** What MySQL and MariaDB can be asked about the rights of an account. */

import type { MadeIn } from '../../operation/made-in.ts';
import type { Right } from '../../operation/rights-used.ts';
import type { Taken } from '../../operation/taken.ts';
import type { Wants } from '../../operation/wants.ts';
import { type Name, showName } from '../../schema/name.ts';
import type { Grant } from '../../schema/objects.ts';
import { mysqlToken as text } from '../literal-mysql.ts';
import { type Asked, grouped, tablesFor, unless } from './accent.ts';

/** Names of the catalog are compared byte for byte: a `_ci` collation would take `A` for `a`. */
export const list = (column: string, names: readonly string[]): string =>
  `CAST(${column} AS BINARY) IN (${names.map(text).join(', ')})`;

export const placeOf = (schema: string | undefined): string => (schema === undefined ? 'DATABASE()' : text(schema));

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
  { rights: ['trigger', 'drop trigger'], privileges: ['TRIGGER'], words: 'make and drop triggers of' },
  {
    rights: ['reference'],
    privileges: ['REFERENCES', 'SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    words: 'let foreign keys refer to',
  },
];

export const own: string = "REPLACE(grantee, '''', '') = CURRENT_USER()";

/** The catalog shows what an account was given itself: https://dev.mysql.com/doc/refman/8.0/en/information-schema-schema-privileges-table.html */
export function lacks(privileges: readonly string[], place: string, table: string | undefined, role: string): string {
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

/** The names as rows of one column, `name`. */
export function listing(names: readonly string[]): string {
  const [first, ...more] = names.map(text);
  return [`SELECT ${first} AS name`, ...more.map((name) => `SELECT ${name}`)].join(' UNION ');
}

/** Whoever may do it to single tables may do it to these alone. */
function lacksOn(privileges: readonly string[], place: string, tables: readonly string[], role: string): string {
  if (tables.length === 0) return lacks(privileges, place, undefined, role);
  return `EXISTS (SELECT 1 FROM (${listing(tables)}) made WHERE ${lacks(privileges, place, 'made.name', role)})`;
}

export function privilegesOf(wants: Wants, role: string): readonly Asked[] {
  const { uses, dropsViews, schemas, dropsSchemas, takes } = wants;
  return [
    ...making(wants, role),
    ...demands.flatMap((demand) => using(tablesFor(uses, demand.rights), { ...demand, noun: 'table' }, role)),
    ...using(dropsViews, { privileges: ['DROP'], words: 'drop', noun: 'view' }, role),
    ...underNewNames(wants, role),
    ...schemas.map((name) => without(`create database ${name}`, lacks(['CREATE'], text(name), undefined, role))),
    ...takes.filter(isRoutine).map((one) => changing(one, role)),
    ...givingOn(wants).map((given) => granting(given, role)),
    ...dropsSchemas.map((name) => without(`drop database ${name}`, lacks(['DROP'], text(name), undefined, role))),
  ];
}

/** `remedy`: more parts of the sentence, as SQL. */
function without(deed: string, lacking: string, remedy: readonly string[] = []): Asked {
  const expects = `expects the right to ${deed}`;
  const words = [text(`${expects}, which `), 'CURRENT_USER()', "' has not'", ...remedy];
  return { fault: unless(lacking, `CONCAT(${words.join(', ')})`), expects };
}

/** https://dev.mysql.com/doc/refman/8.0/en/privileges-provided.html */
const makers: readonly (readonly [kinds: MadeIn['kinds'], privilege: string, words: string])[] = [
  [['table', 'sequence'], 'CREATE', 'create'],
  [['view'], 'CREATE VIEW', 'create views'],
  [['routine'], 'CREATE ROUTINE', 'create functions and procedures'],
];

/** What gets its name from another table is asked about by that name. */
function making({ makesIn, schemas, newNames }: Wants, role: string): readonly Asked[] {
  const own = ({ schema: place, tables }: MadeIn): readonly string[] =>
    tables.filter((table) => !newNames.some(({ schema, name }) => schema === place && name === table));
  return makesIn
    .filter(({ schema: place }) => place === undefined || !schemas.includes(place))
    .flatMap((one) =>
      makers
        .filter(([made]) => made.some((kind) => one.kinds.includes(kind)))
        .map(([made, privilege, words]) =>
          without(
            `${words} in ${one.schema === undefined ? 'the database' : `database ${one.schema}`}`,
            lacksOn([privilege], placeOf(one.schema), made.includes('table') ? own(one) : [], role),
          ),
        ),
    );
}

interface Thing {
  readonly kind: Grant['on']['kind'] | Taken['kind'];
  readonly name: Name;
}

const isRoutine = ({ kind }: Thing): boolean => kind === 'function' || kind === 'procedure';
const show = ({ kind, name }: Thing): string => `${kind} ${showName(name)}`;

/** Rights on a single routine are not told, but whoever has none at all does not see it: https://dev.mysql.com/doc/refman/8.0/en/information-schema-routines-table.html */
function unseen({ kind, name }: Thing): string {
  const which = `routine_schema = ${placeOf(name.schema)} AND routine_name = ${text(name.name)} AND routine_type = ${text(kind.toUpperCase())}`;
  return `NOT EXISTS (SELECT 1 FROM information_schema.routines WHERE ${which})`;
}

/** Also of one that is not there, with IF EXISTS and with OR REPLACE: https://mariadb.com/kb/en/create-function/#or-replace */
function changing(routine: Taken, role: string): Asked {
  const lacking = lacks(['ALTER ROUTINE'], placeOf(routine.name.schema), undefined, role);
  return without(`alter and drop ${show(routine)}`, `${lacking}\n        AND ${unseen(routine)}`);
}

const grantable: ReadonlySet<Grant['on']['kind']> = new Set(['table', 'schema', 'function', 'procedure']);

interface Given {
  readonly on: Pick<Grant['on'], 'kind' | 'name'>;
  readonly made: boolean;
}

/** Each once. */
function givingOn({ grants, movesRights }: Wants): readonly Given[] {
  const moved = movesRights.map((name): Given => ({ on: { kind: 'table', name }, made: false }));
  const all = [...grants.map(({ grant: { on }, made }): Given => ({ on, made })), ...moved].filter(({ on: { kind } }) =>
    grantable.has(kind),
  );
  return all.filter(({ on }, at) => all.findIndex((one) => show(one.on) === show(on)) === at);
}

/** Nobody gives on what was not given to be given on: https://dev.mysql.com/doc/refman/8.0/en/grant.html#grant-overview */
function granting({ on, made }: Given, role: string): Asked {
  const place = on.kind === 'schema' ? text(on.name.name) : placeOf(on.name.schema);
  const given = `${own} AND is_grantable = 'YES'`;
  const lacking = [
    `NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE ${given})`,
    `NOT EXISTS (SELECT 1 FROM information_schema.schema_privileges WHERE ${given} AND ${place} LIKE table_schema)`,
    ...(on.kind === 'table'
      ? [
          `NOT EXISTS (SELECT 1 FROM information_schema.table_privileges WHERE ${given} AND table_schema = ${place} AND table_name = ${text(on.name.name)})`,
        ]
      : []),
    ...(isRoutine(on) && !made ? [unseen(on)] : []),
    ...(role === '' ? [] : [role]),
  ];
  const remedy = on.kind === 'table' ? remedyOn(on.name, ['CREATE', 'GRANT OPTION']) : [];
  return without(`give and take rights on ${show(on)}`, lacking.join('\n        AND '), remedy);
}

/** Whoever gives a table another name must be allowed to make and fill a table of that name: https://dev.mysql.com/doc/refman/8.0/en/rename-table.html */
const naming: readonly Omit<Demand, 'rights'>[] = [
  { privileges: ['CREATE'], words: 'create' },
  { privileges: ['INSERT'], words: 'insert into' },
];

/** Rights are on names, and whoever makes a table has none on it for that. A table that is there already is asked about as such. */
function underNewNames({ uses, usesMade, newNames, schemas }: Wants, role: string): readonly Asked[] {
  const all = [
    ...newNames.flatMap((name) => naming.map((demand) => [name, demand] as const)),
    ...demands.flatMap((demand) => tablesFor(usesMade, demand.rights).map((name) => [name, demand] as const)),
  ];
  const asked = all
    .filter(([{ schema: place }]) => place === undefined || !schemas.includes(place))
    .map(([name, demand]) => {
      const isUsed = uses.some(({ table }) => showName(table) === showName(name));
      return underNewName(name, demand, role, isUsed ? [absent(name)] : []);
    });
  return asked.filter((one, at) => asked.findIndex(({ fault }) => fault === one.fault) === at);
}

const absent = ({ schema, name }: Name): string =>
  `NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = ${placeOf(schema)} AND ${list('table_name', [name])})`;

function underNewName(
  table: Name,
  { privileges, words }: Omit<Demand, 'rights'>,
  role: string,
  and: readonly string[],
): Asked {
  const { schema, name } = table;
  const lacking = [lacks(privileges, placeOf(schema), text(name), role), ...and].join('\n        AND ');
  const deed = `${words} ${name}, as a table is to be called`;
  return without(deed, lacking, remedyOn(table, [...new Set(['CREATE', ...privileges.slice(0, 1)])]));
}

/** Rights on a table that is not there yet are given together with CREATE alone: https://dev.mysql.com/doc/refman/8.0/en/grant.html#grant-table-privileges */
const remedyOn = ({ schema, name }: Name, rights: readonly string[]): readonly string[] => [
  text(`: GRANT ${rights.join(', ')} ON `),
  placeOf(schema),
  text(`.${name}`),
];

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
