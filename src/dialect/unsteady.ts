/** Computed columns over what says something else from one moment, session or row to the next. */

import type { Operation } from '../operation/operation.ts';
import { showName } from '../schema/name.ts';
import type { Schema } from '../schema/schema.ts';
import { isAbout, tableWithColumns } from './computed.ts';
import { unsupported } from './lower.ts';

/** What an engine works no computed column out with. */
export interface Unsteady {
  readonly said: RegExp;
  /** Where a column is worked out when it is read, it is taken. */
  readonly takenUnkept: boolean;
}

/** Texts, quoted names and comments. */
const hidden = String.raw`'(?:[^']|'')*'|"(?:[^"]|"")*"|\x60[^\x60]*\x60|\[[^\]]*\]|--[^\n]*|/\*[\s\S]*?\*/`;

/** Words that stand for a value, and functions: by their names, or with what is between their brackets. */
function unsteady(words: string, calls: string, takenUnkept = false): Unsteady {
  const alternatives = (text: string) => text.split(' ').join('|');
  const bare = String.raw`(?:${alternatives(words)})(?![\w$])`;
  const called = String.raw`(?:${alternatives(calls)})(?=\s*\()`;
  return { said: new RegExp(String.raw`${hidden}|(?<![\w$.])(${bare}|${called})`, 'gi'), takenUnkept };
}

const postgresWords =
  'current_date current_time current_timestamp localtime localtimestamp current_user session_user user current_role current_catalog current_schema';
const postgresCalls =
  'now random gen_random_uuid clock_timestamp statement_timestamp transaction_timestamp timeofday current_database version nextval currval lastval';

/** `provolatile` in pg_proc: https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-GENERATED-STORED */
export const postgresUnsteady: Unsteady = unsteady(
  postgresWords,
  `${postgresCalls} random_normal uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v4 current_setting pg_backend_pid txid_current concat concat_ws format to_char`,
);

/** https://www.cockroachlabs.com/docs/stable/functions-and-operators#built-in-functions */
export const cockroachUnsteady: Unsteady = unsteady(postgresWords, `${postgresCalls} uuid_v4 unique_rowid`);

const mysqlWords =
  'current_date current_time current_timestamp localtime localtimestamp current_user utc_date utc_time utc_timestamp';
const mysqlCalls = String.raw`now curdate curtime sysdate unix_timestamp(?=\s*\(\s*\)) rand uuid uuid_short connection_id user session_user system_user database schema version`;

/** https://dev.mysql.com/doc/refman/8.0/en/create-table-generated-columns.html */
export const mysqlUnsteady: Unsteady = unsteady(mysqlWords, mysqlCalls);

/** https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/generated-columns */
export const mariadbUnsteady: Unsteady = unsteady(
  mysqlWords,
  `${mysqlCalls} sys_guid current_role from_unixtime`,
  true,
);

/** https://learn.microsoft.com/sql/relational-databases/user-defined-functions/deterministic-and-nondeterministic-functions */
export const mssqlUnsteady: Unsteady = unsteady(
  'current_timestamp current_user session_user system_user user',
  String.raw`getdate getutcdate sysdatetime sysutcdatetime sysdatetimeoffset newid newsequentialid rand(?=\s*\(\s*\)) host_name app_name suser_sname user_name original_login`,
  true,
);

/** ORA-54002: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/CREATE-TABLE.html */
export const oracleUnsteady: Unsteady = unsteady(
  'sysdate systimestamp current_date current_timestamp localtimestamp user uid sessiontimezone dbtimezone',
  'sys_guid userenv',
);

/** https://www.sqlite.org/gencol.html: a date takes the moment where no other is given, which comes to light in the first row. */
export const sqliteUnsteady: Unsteady = unsteady(
  'current_date current_time current_timestamp',
  String.raw`random randomblob last_insert_rowid changes total_changes sqlite_version (?:date|time|datetime|julianday|unixepoch)(?=\s*\(\s*(?:\)|'now')) strftime(?=\s*\(\s*'[^']*'\s*(?:\)|,\s*'now'))`,
);

/** Throws `unsupported` for a computed column that the engine would refuse, or fill with errors. */
export function refuseUnsteady(
  operation: Operation,
  before: Schema,
  title: string,
  { said, takenUnkept }: Unsteady,
): void {
  const table = tableWithColumns(operation, before);
  if (table === undefined) return;
  for (const column of table.columns) {
    const { computed } = column;
    if (computed === undefined || (takenUnkept && !computed.persisted) || !isAbout(operation, column)) continue;
    const [found] = [...computed.expression.matchAll(said)].flatMap(([, word]) => word ?? []);
    if (found === undefined) continue;
    throw unsupported(
      `${title} works computed columns out from what says the same each time${takenUnkept ? ', where it keeps them' : ''}: ${showName(table.name)}.${column.name} is computed with ${found}`,
      takenUnkept ? 'leave persisted out, or work it out in a view' : 'work it out in a view',
    );
  }
}
