/** Statements that must not fail where a thing is there already, or is not: IF EXISTS for the servers that have no such clause. */

import type { Name } from '../../schema/name.ts';
import { quoteName } from '../dialect.ts';
import { schemaStatement } from '../lower.ts';
import type { Statement } from '../statement.ts';
import { quoted } from '../text.ts';
import { isAtLeast } from '../version.ts';
import type { Accent } from './accent.ts';

/** https://docs.oracle.com/en/error-help/db/ */
export const errors = {
  nameUsed: 955,
  noTable: 942,
  noIndex: 1418,
  columnThere: 1430,
  noColumn: 904,
  noConstraint: 2443,
  noPrimaryKey: 2441,
  noSequence: 2289,
  noRoutine: 4043,
  noTrigger: 4080,
  noMaterializedView: 12003,
  notNullAlready: 1442,
  nullAlready: 1451,
} as const;

/** Of its schema changes only the last one can fail, or none of them happens. */
export function block(sql: string): Statement {
  return { sql, transactional: true, sort: 'block', atomic: true };
}

/** `execute immediate '…';` */
export function immediate(sql: string): string {
  return `execute immediate ${quoted(sql)};`;
}

/** The statement; the errors that say that it is so already are no errors. */
export function unlessError(sql: string, codes: readonly number[]): Statement {
  const list = codes.map((code) => `-${code}`).join(', ');
  return block(
    `begin ${immediate(sql)} exception when others then if sqlcode not in (${list}) then raise; end if; end;`,
  );
}

/** What stands where the name is wanted: `TABLE`, `INDEX`, `SEQUENCE`, as the catalog calls its kind. */
export interface Place {
  readonly kind: string;
  readonly name: Name;
}

/** Raises ORA-00955 again where something of another kind has the name: https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/ALL_OBJECTS.html */
function raiseUnlessThere({ kind, name }: Place): string {
  const owner = name.schema === undefined ? "sys_context('USERENV', 'CURRENT_SCHEMA')" : quoted(name.schema);
  const asked = `owner = ${owner} and object_name = ${quoted(name.name)} and object_type = '${kind}'`;
  return `if sqlcode <> -${errors.nameUsed} then raise; end if; select count(*) into there from all_objects where ${asked}; if there = 0 then raise; end if;`;
}

/** The statement, unless it fails because what it makes is there. */
function unlessThere(sql: string, place: Place): Statement {
  return block(
    `declare there number; begin ${immediate(sql)} exception when others then ${raiseUnlessThere(place)} end;`,
  );
}

/** Since 23ai: https://docs.oracle.com/en/database/oracle/oracle-database/23/adfns/sql-processing-application-developers.html */
export function hasExistsClause({ version }: Accent): boolean {
  return isAtLeast(version, '23');
}

/** `drop what "name" rest`, `ifExists` by the clause or by the error that says that there is none. */
export function drop(
  what: string,
  rest: string,
  ifExists: boolean | undefined,
  code: number,
  accent: Accent,
): Statement {
  if (ifExists !== true) return schemaStatement(`drop ${what} ${rest}`);
  if (hasExistsClause(accent)) return schemaStatement(`drop ${what} if exists ${rest}`);
  return unlessError(`drop ${what} ${rest}`, [code]);
}

/** `create what "name" rest`, `ifNotExists` by the clause or by the error that says that the name is taken. */
export function create(
  what: string,
  name: Name,
  rest: string,
  ifNotExists: boolean | undefined,
  accent: Accent,
): Statement {
  const said = `${quoteName(accent, name)}${rest}`;
  if (ifNotExists !== true) return schemaStatement(`create ${what} ${said}`);
  if (hasExistsClause(accent)) return schemaStatement(`create ${what} if not exists ${said}`);
  const kind = (what.split(' ').at(-1) ?? what).toUpperCase();
  return unlessThere(`create ${what} ${said}`, { kind, name });
}
