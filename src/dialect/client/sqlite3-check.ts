/** How the sqlite3 shell stops before rows or values would be lost: no COMMIT succeeds until every check has passed. */

import type { SpelledCheck } from '../check-accent.ts';
import type { PartOf } from '../client.ts';
import { accepted, hintOf, mayPass, plainSentence, sentence } from './check-words.ts';
import { quoted } from './spelling.ts';
import { refusal } from './sqlite3-raise.ts';

type Checking = PartOf<'check'>;

/** A temporary table is what a session can be told before the script runs: https://www.sqlite.org/cli.html */
export const isOn: string = "EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = 'migrator_accept_loss')";

function one(check: SpelledCheck, part: Checking, nth: number): string {
  const key = quoted(`${part.asked}, check ${nth + 1}`);
  const passed = `SELECT 1 FROM temp.migrator_pass WHERE asked = ${key}`;
  const count = `(${check.count})`;
  const voice = {
    literal: quoted,
    joined: (parts: readonly string[]) => parts.join(' || '),
    count,
    first: `(${check.sample ?? 'SELECT NULL'})`,
  };
  const passes = mayPass(check, part);
  return [
    `DELETE FROM temp.migrator_pass WHERE asked = ${key};\n`,
    `INSERT INTO temp.migrator_gate (asked) VALUES (${key});\n`,
    passes ? `SELECT ${sentence(check, part.deed, voice, accepted)}\n  WHERE ${isOn} AND ${count} > 0;\n` : '',
    `INSERT INTO temp.migrator_pass (asked)\n  SELECT ${key} WHERE ${passes ? `${isOn} OR ` : ''}${count} = 0;\n`,
    `SELECT ${sentence(check, part.deed, voice)}\n  WHERE NOT EXISTS (${passed});\n`,
    `SELECT ${quoted(hintOf(check, part, false))} WHERE NOT EXISTS (${passed});\n`,
    refusal('found', 'NEW.fits IS NOT 1', plainSentence(check, part)),
    `INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = ${key};\n`,
    'DROP TRIGGER temp.migrator_found;\n',
  ].join('');
}

export function checksOf(part: Checking): string {
  const asked = part.checks.map((check, nth) => one(check, part, nth)).join('');
  if (!part.outside) return asked;
  return `PRAGMA foreign_keys = ON;\nBEGIN IMMEDIATE;\n${asked}COMMIT;\nPRAGMA foreign_keys = OFF;\n`;
}
