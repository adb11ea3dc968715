/** How the sqlite3 shell stops when an expectation does not hold: no COMMIT succeeds in this session any more. */

import type { Frame } from '../client.ts';
import type { Expectation } from '../expect/expectation.ts';
import { expectHint, faultWords } from './expect-words.ts';
import { quoted } from './spelling.ts';
import { refusal } from './sqlite3-raise.ts';

/** `when`: a condition under which it is asked, or nothing. Stands in the guard's transaction. */
export function expectation(
  { fault, expects }: Pick<Expectation, 'fault' | 'expects'>,
  when: string,
  asked: string,
  frame: Frame,
): string {
  const key = quoted(asked);
  const found = when === '' ? fault : `CASE WHEN ${when} THEN ${fault} END`;
  const passed = `SELECT 1 FROM temp.migrator_pass WHERE asked = ${key}`;
  return [
    `DELETE FROM temp.migrator_pass WHERE asked = ${key};\n`,
    `INSERT INTO temp.migrator_gate (asked) VALUES (${key});\n`,
    `INSERT INTO temp.migrator_pass (asked)\n  SELECT ${key} WHERE ${found} IS NULL;\n`,
    `SELECT ${quoted(faultWords(frame))} || coalesce(${found}, 'cannot ask what it expects')\n  WHERE NOT EXISTS (${passed});\n`,
    `SELECT ${quoted(expectHint)} WHERE NOT EXISTS (${passed});\n`,
    refusal('expected', 'NEW.fits IS NOT 1', `${faultWords(frame)}${expects}`),
    `INSERT INTO temp.migrator_verdict (fits, done) SELECT count(*), 0 FROM temp.migrator_pass WHERE asked = ${key};\n`,
    'DROP TRIGGER temp.migrator_expected;\n',
  ].join('');
}
