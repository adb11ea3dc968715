/** How a script for the sqlite3 shell stops: a trigger on its own table of verdicts. */

import { quoted } from './spelling.ts';

/** RAISE takes a literal before SQLite 3.47, so what was found is printed and not raised: https://www.sqlite.org/lang_createtrigger.html#raise */
export function refusal(name: string, when: string, message: string, action = 'ABORT'): string {
  return (
    `CREATE TEMP TRIGGER migrator_${name} BEFORE INSERT ON migrator_verdict WHEN ${when}\n` +
    `BEGIN\n  SELECT RAISE(${action}, ${quoted(message)});\nEND;\n`
  );
}

/** A gate that nothing opened: then this session's work is in a transaction that must not commit. */
export const shut = 'SELECT 1 FROM temp.migrator_gate WHERE asked NOT IN (SELECT asked FROM temp.migrator_pass)';

/** A row of the version table: what is NULL or has blanks around it is seen. */
export const shownRow: string =
  "CASE WHEN trim(version_num) = version_num AND version_num <> '' THEN version_num ELSE coalesce('\"' || version_num || '\"', 'NULL') END";
