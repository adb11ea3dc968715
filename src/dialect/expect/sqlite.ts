/** What SQLite can be asked before a script begins. */

import { quoted as text } from '../text.ts';
import { type ExpectAccent, freeWords, grouped, numbersOf, takenWords, unless, versionWords } from './accent.ts';

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
const freeNames: ExpectAccent['freeNames'] = (makes) =>
  grouped(makes).map((group) => {
    const { kind, schema = 'main', names } = group;
    const { start, place, end } = takenWords(group);
    const byCount = ([one, more]: readonly [string, string]) =>
      `CASE count(*) WHEN 1 THEN ${text(one)} ELSE ${text(more)} END`;
    return {
      fault:
        `(SELECT ${byCount(start)} || group_concat(${text(place)} || name, ', ') || ${byCount(end)}\n` +
        `      FROM (SELECT name FROM "${schema.replaceAll('"', '""')}".sqlite_master\n` +
        `      WHERE name COLLATE NOCASE IN (${names.map(text).join(', ')}) ORDER BY name))`,
      expects: freeWords(kind),
    };
  });

export const sqliteExpect: ExpectAccent = {
  database: { none: 'a database is a file, and the command line names it' },
  version,
  schema: { none: "a target's schema means nothing to it" },
  privileges: { none: 'it has no accounts' },
  role: { none: 'it has no accounts' },
  freeNames,
};
