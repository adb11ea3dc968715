/** How scripts for mysql and mariadb ask for their expectations, and what they say when they refuse. */

import type { Frame } from '../client.ts';
import { firstOf } from '../expect/accent.ts';
import type { Expectation } from '../expect/expectation.ts';
import { expectedAt, expectHint, faultWords } from './expect-words.ts';
import { otherLeft, otherLeftHint } from './ledger.ts';
import { execute } from './mysql-guard.ts';
import { ledgerTable, tableExists, text } from './mysql-session.ts';
import { type Demand, refused } from './words.ts';

/** Why no script may run here, whatever the version table says; NULL when nothing is wrong. */
function wrongPlace(frame: Frame): string {
  const other =
    frame.schema === undefined
      ? ''
      : ` WHEN DATABASE() <> ${text(frame.schema)} THEN ${text(`${refused}: the database is not ${frame.schema}`)}`;
  return `CASE WHEN DATABASE() IS NULL THEN '${refused}: no database is selected'${other} END`;
}

/** The first fault as the whole sentence that refuses; NULL where all is well. */
export function faultSentence(frame: Frame, when: Expectation['when']): string | undefined {
  const faults = expectedAt(frame, when).map(({ fault, reads }) => (reads === undefined ? fault : unmet));
  return faults.length === 0 ? undefined : `CONCAT(${text(faultWords(frame))}, ${firstOf([...new Set(faults)])})`;
}

const unmet = '@migrator_unmet';

/** Statements that ask what not every account may; as text, because the server looks at once whether this one may. */
export function askShown({ expects }: Frame): string {
  const asked = expects.filter(({ reads }) => reads !== undefined);
  if (asked.length === 0) return '';
  const shown = new Set(asked.map(({ reads }) => tableExists(reads!)));
  const query = firstOf(asked.map(({ fault }) => fault)).replace(/\s*\n\s*/g, ' ');
  return [
    `SET ${unmet} = NULL;\n`,
    `SET @migrator_sql = IF(${[...shown].join(' AND ')}, ${text(`SET ${unmet} = ${query}`)}, 'DO 0');\n`,
    execute,
  ].join('');
}

/** Why no script may run here, and then what this one expects in any case. */
export function wrongFirst(frame: Frame): string {
  const sentence = faultSentence(frame, 'always');
  return sentence === undefined ? wrongPlace(frame) : `COALESCE(${wrongPlace(frame)},\n    ${sentence})`;
}

/** The hint of a refusal in `admit`, as an expression; `no`: the variable that holds why. */
export function admitHint({ needs, hint }: Demand, frame: Frame, no: string): string {
  const unmet = ['expects', 'makes'].map((verb) => `${no} LIKE ${text(`${faultWords(frame)}${verb} %`)}`).join(' OR ');
  return [
    'CASE',
    ...(frame.expects.length === 0 ? [] : [`WHEN ${unmet} THEN ${text(expectHint)}`]),
    `WHEN ${no} = ${text(otherLeft)} THEN ${text(otherLeftHint(ledgerTable(frame)))}`,
    `WHEN LOCATE(${text(needs)}, ${no}) > 0 THEN ${text(hint)}`,
    "ELSE 'Nothing was changed.' END",
  ].join(' ');
}
