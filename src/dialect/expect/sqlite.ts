/** What SQLite can be asked before a script begins. */

import type { MadeOn } from '../../operation/names-made-on.ts';
import type { Name } from '../../schema/name.ts';
import { quoted as text } from '../text.ts';
import {
  type Asked,
  type ExpectAccent,
  freeWords,
  grouped,
  type NamedKind,
  numbersOf,
  takenWords,
  unless,
  versionWords,
} from './accent.ts';
import { type OnTables, onTables } from './on-tables.ts';

const version: ExpectAccent['version'] = (wanted) => {
  const expects = versionWords('SQLite', wanted);
  const [major, minor, patch] = numbersOf(wanted, 3) as [number, number, number];
  const rest = "substr(sqlite_version(), instr(sqlite_version(), '.') + 1)";
  const last = `substr(${rest}, instr(${rest}, '.') + 1)`;
  const number = `CAST(sqlite_version() AS INTEGER) * 1000000 + CAST(${rest} AS INTEGER) * 1000 + CAST(${last} AS INTEGER)`;
  return {
    fault: unless(
      `${number} < ${major * 1_000_000 + minor * 1000 + patch}`,
      `${text(`${expects}, but the shell has SQLite `)} || sqlite_version()`,
    ),
    expects,
  };
};

/** Tables, views and indexes share their names, in upper case or not. */
const taken = (makes: readonly { readonly kind: NamedKind; readonly name: Name }[]): readonly Asked[] =>
  grouped(makes).map((group) => {
    const { kind, schema = 'main', names } = group;
    const { start, place, end } = takenWords(group);
    const byCount = ([one, more]: readonly [string, string]) =>
      `CASE count(*) WHEN 1 THEN ${text(one)} ELSE ${text(more)} END`;
    return {
      fault:
        `(SELECT ${byCount(start)} || group_concat(${text(place)} || name, ', ') || ${byCount(end)}\n` +
        `      FROM (SELECT name FROM "${schema.replaceAll('"', '""')}".sqlite_master\n` +
        `      WHERE type ${kind === 'trigger' ? '=' : '<>'} 'trigger' AND name COLLATE NOCASE IN (${names.map(text).join(', ')}) ORDER BY name))`,
      expects: freeWords(kind),
    };
  });

/** https://www.sqlite.org/pragma.html#pragfunc */
function columns({ kind, schema, tables }: OnTables): readonly Asked[] {
  if (kind !== 'column') return [];
  const { start, place, end } = takenWords({ kind, schema });
  return tables.map(([table, names]) => {
    const where = [table, ...(schema === undefined ? [] : [schema])].map(text).join(', ');
    return {
      fault:
        `(SELECT min(${text(`${start[0]}${place}${table}.`)} || name || ${text(end[0])})\n` +
        `      FROM pragma_table_xinfo(${where}) WHERE name COLLATE NOCASE IN (${names.map(text).join(', ')}))`,
      expects: freeWords(kind),
    };
  });
}

/** A unique key is an index, and of other constraints several may have one name. */
function objectOf(one: MadeOn): 'key' | 'trigger' | undefined {
  if (one.kind === 'trigger') return 'trigger';
  return one.kind === 'key' && one.key.kind === 'unique' ? 'key' : undefined;
}

function freeOnTables(makes: readonly MadeOn[]): readonly Asked[] {
  const objects = makes.flatMap((one) => {
    const kind = objectOf(one);
    return kind === undefined ? [] : [{ kind, name: { ...one.table, name: one.name } }];
  });
  return [...taken(objects), ...onTables(makes.filter(({ isNew }) => !isNew)).flatMap(columns)];
}

export const sqliteExpect: ExpectAccent = {
  database: { none: 'a database is a file, and the command line names it' },
  version,
  schema: { none: "a target's schema means nothing to it" },
  privileges: { none: 'it has no accounts' },
  role: { none: 'it has no accounts' },
  freeNames: taken,
  freeOnTables,
};
