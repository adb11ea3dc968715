/** What settings of a server keep a script of MySQL or MariaDB from making. */

import type { Keyless } from '../../operation/keyless.ts';
import type { Program } from '../../operation/programs.ts';
import { showName } from '../../schema/name.ts';
import { mysqlToken as text } from '../literal-mysql.ts';
import { isAtLeast } from '../version.ts';
import { type Asked, unless, writableWords } from './accent.ts';
import { own } from './mysql-rights.ts';

const show = ({ kind, name }: Pick<Program, 'kind' | 'name'>): string => `${kind} ${name}`;
const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

const trust = 'log_bin_trust_function_creators';
const doubts = `@@log_bin AND NOT @@${trust}`;
const logged = 'because the server keeps a binary log';

/** `super`: a condition for what nobody passes, where there is such a thing. */
export interface Passing {
  readonly privileges: readonly string[];
  readonly role: string;
  readonly super?: string;
}

/** Some versions have more than two values for it: https://mariadb.com/kb/en/server-system-variables/#read_only */
const readOnly = "CAST(@@global.read_only AS CHAR) NOT IN ('0', 'OFF')";

/** What nobody passes stands beside what some do: https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_super_read_only */
export function writable({ privileges, role, super: all }: Passing): Asked {
  const expects = writableWords('server');
  const passes = `SELECT 1 FROM information_schema.user_privileges WHERE ${own} AND privilege_type IN (${privileges.map(text).join(', ')})`;
  const some = [readOnly, `NOT EXISTS (${passes})`, ...(role === '' ? [] : [role])].join('\n        AND ');
  const says = `CONCAT(${text(`${expects}, but read_only is ON, and `)}, CURRENT_USER(), ${text(` lacks ${privileges[0]}`)})`;
  const mine = unless(some, says);
  const fault =
    all === undefined ? mine : `COALESCE(${unless(all, text(`${expects}, but super_read_only is ON`))},\n    ${mine})`;
  return { fault, expects };
}

export interface Trusted {
  /** Any of them is enough. */
  readonly privileges: readonly string[];
  readonly drops: 'asked' | 'free';
  readonly role: string;
}

/** Whoever may not make, or drop, what the log repeats elsewhere: https://dev.mysql.com/doc/refman/8.0/en/stored-programs-logging.html */
function trustingWhere(
  condition: string,
  ending: string,
  programs: readonly Program[],
  { privileges, drops }: Trusted,
): readonly Asked[] {
  const asked = programs.filter(({ verb }) => verb === 'make' || drops === 'asked').map(show);
  if (asked.length === 0) return [];
  const [right] = privileges;
  const expects = `expects the right ${right} or ${trust} = ON for ${listed(asked)}`;
  const lacking = [
    doubts,
    `NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE ${own} AND privilege_type IN (${privileges.map(text).join(', ')}))`,
    ...(condition === '' ? [] : [condition]),
  ];
  const says = `CONCAT(${text(`${expects}, ${logged}, but `)}, CURRENT_USER(), ' has it not'${ending})`;
  return [{ fault: unless(lacking.join('\n        AND '), says), expects: `${expects}, where there is a binary log` }];
}

/** A role that is set may bring the right along, which no view tells. */
export function trustingRole(programs: readonly Program[], trusted: Trusted): readonly Asked[] {
  const ending = ", ', and whether it has it by its role ', CURRENT_ROLE(), ' is not shown'";
  return trusted.role === '' ? [] : trustingWhere(`NOT (${trusted.role})`, ending, programs, trusted);
}

const aside = /'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"\\]|""|\\[\s\S])*"|`[^`]*`|--(?!\S)[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\//g;
const body = /\b(?:begin|return|if|case|loop|while|repeat)\b/i;
const promise = /(?<!\bnot\s+)\bdeterministic\b|\bno\s+sql\b|\breads\s+sql\s+data\b/i;

/** Between its arguments and its body a function says what it does with rows: https://dev.mysql.com/doc/refman/8.0/en/create-procedure.html */
const promises = ({ definition }: Program): boolean => promise.test(definition.replace(aside, ' ').split(body, 1)[0]!);

function promising(programs: readonly Program[]): readonly Asked[] {
  const silent = programs.filter((one) => one.kind === 'function' && !promises(one)).map(show);
  if (silent.length === 0) return [];
  const expects = `expects ${trust} = ON for ${listed(silent)}, not said to be DETERMINISTIC, NO SQL or READS SQL DATA`;
  return [{ fault: unless(doubts, text(`${expects}, ${logged}`)), expects: `${expects}, where there is a binary log` }];
}

export const programming = (programs: readonly Program[], trusted: Trusted): readonly Asked[] => [
  ...promising(programs),
  ...trustingWhere(trusted.role, '', programs, trusted),
];

/** `variables`: where a server that does not know the setting just has no row of it. */
function forbidding(setting: string, variables: string, tables: readonly Keyless[]): readonly Asked[] {
  if (tables.length === 0) return [];
  const names = listed(tables.map(({ table }) => showName(table)));
  const expects = `expects ${setting} = OFF for what is left without a primary key: ${names}`;
  const isOn = `EXISTS (SELECT 1 FROM ${variables} WHERE variable_name = ${text(setting)} AND variable_value = 'ON')`;
  return [{ fault: unless(isOn, text(expects)), expects }];
}

/** https://dev.mysql.com/doc/refman/8.0/en/server-system-variables.html#sysvar_sql_require_primary_key, https://dev.mysql.com/doc/refman/8.0/en/create-table-gipks.html */
export function mysqlKeys(tables: readonly Keyless[], version: string): readonly Asked[] {
  if (!isAtLeast(version, '8.0')) return [];
  const made = tables.filter((table) => table.made);
  const variables = 'performance_schema.session_variables';
  return [
    ...forbidding('sql_require_primary_key', variables, tables),
    ...forbidding('sql_generate_invisible_primary_key', variables, made),
  ];
}

/** A unique key is enough: https://mariadb.com/kb/en/innodb-system-variables/#innodb_force_primary_key */
export function mariadbKeys(tables: readonly Keyless[]): readonly Asked[] {
  const bare = tables.filter(({ unique }) => !unique);
  return forbidding('innodb_force_primary_key', 'information_schema.global_variables', bare);
}
