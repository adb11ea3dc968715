/**
 * What the sqlite3 shell does around tables that are made anew: foreign keys are off, so that no ON DELETE fires when the
 * old table goes, and looked at before the commit instead. https://www.sqlite.org/lang_altertable.html#otheralter
 */

import { type Name, showName } from '../../schema/name.ts';
import type { PartOf } from '../client.ts';
import type { Rebuild } from '../statement.ts';
import { doubleQuoted, listed, qualified, quoted } from './spelling.ts';
import { refusal, shut } from './sqlite3-raise.ts';
import { undone } from './words.ts';

const orphans = 'SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1';

const tables: readonly (readonly [name: string, columns: string])[] = [
  ['orphans', 'child TEXT, rows INTEGER'],
  ['strange', 'what TEXT'],
  ['rebuilt', 'what TEXT'],
];

export const forgetRebuilds: string = tables.map(([name]) => `DROP TABLE IF EXISTS temp.migrator_${name};\n`).join('');

/** Orphans that were there before are nobody's fault: they are counted, and there must not be more of them. */
export const beginRebuilds: string = [
  forgetRebuilds,
  ...tables.map(([name, columns]) => `CREATE TEMP TABLE migrator_${name} (${columns});\n`),
  'BEGIN IMMEDIATE;\n',
  `INSERT INTO temp.migrator_orphans (child, rows)\n  ${orphans};\n`,
].join('');

/** What hangs on the table, or is a part of it, and would be lost. */
function strange({ table, columns, objects }: Rebuild): string {
  const [schema, name] = [table.schema ?? 'main', quoted(table.name)];
  const unknown = (names: readonly string[]) => `name COLLATE NOCASE NOT IN (${listed(names.map(quoted))})`;
  return [
    'INSERT INTO temp.migrator_strange (what)\n',
    `  SELECT type || ' ' || name FROM ${doubleQuoted(schema)}.sqlite_master\n`,
    `    WHERE type IN ('index', 'trigger') AND sql IS NOT NULL AND tbl_name = ${name} COLLATE NOCASE\n`,
    `    AND ${unknown(objects)}\n`,
    `  UNION ALL SELECT 'column ' || name FROM pragma_table_xinfo(${name}, ${quoted(schema)})\n`,
    `    WHERE ${unknown(columns)};\n`,
  ].join('');
}

const counted = (name: Name): string => `(SELECT count(*) FROM ${qualified(name, doubleQuoted)})`;

/** Stands after the copy and before the old table goes: what is not known to be whole is counted as missing at the commit. */
export function judgeCopy(rebuild: Rebuild): string {
  const shown = showName(rebuild.table);
  const loses = quoted(`${undone}: making table ${shown} anew would lose its `);
  return [
    'DELETE FROM temp.migrator_strange;\n',
    strange(rebuild),
    `SELECT ${loses} || what || ', which no revision declares' FROM temp.migrator_strange;\n`,
    refusal('lost', 'NEW.fits IS NOT 1', `${undone}: table ${shown} cannot be made anew without losing something`),
    `INSERT INTO temp.migrator_rebuilt (what)\n  SELECT ${quoted(shown)}\n`,
    `  WHERE ${counted(rebuild.table)} = ${counted(rebuild.copy)}\n`,
    '    AND NOT EXISTS (SELECT 1 FROM temp.migrator_strange);\n',
    'INSERT INTO temp.migrator_verdict (fits, done) SELECT changes(), 0;\n',
    'DROP TRIGGER temp.migrator_lost;\n',
  ].join('');
}

/** A check that fails to run leaves no row, and then nothing is committed. */
export function judgeRebuilds({ entry }: PartOf<'commit'>, rebuilds: number): string {
  const grown = `FROM (${orphans.replace('count(*)', 'count(*) AS rows')}) AS found\n    LEFT JOIN temp.migrator_orphans AS before ON before.child = found."table"\n    WHERE found.rows > coalesce(before.rows, 0)`;
  const rows = "found.rows || ' rows of table ' || found.\"table\" || ' refer to nothing, and '";
  return [
    `SELECT ${quoted(`${undone}: `)} || ${rows} || coalesce(before.rows, 0) || ' did before'\n  ${grown};\n`,
    `INSERT INTO temp.migrator_rebuilt (what)\n  SELECT 'foreign keys' WHERE NOT EXISTS (SELECT 1\n  ${grown});\n`,
    refusal(
      'unsound',
      'NEW.fits IS NOT 1',
      `${undone}: revision ${entry.revision} would lose rows or leave foreign keys that refer to nothing`,
      'ROLLBACK',
    ),
    'INSERT INTO temp.migrator_verdict (fits, done)\n',
    `  SELECT count(*) = ${rebuilds + 1} AND NOT EXISTS (${shut}), 0\n    FROM temp.migrator_rebuilt;\n`,
    'DROP TRIGGER temp.migrator_unsound;\n',
  ].join('');
}
