/** What the mysql client asks before something is lost or refused. */

import type { Frame, PartOf } from '../client.ts';
import { accepted, hintOf, mayPass, plainSentence, sentence } from './check-words.ts';
import { execute, isPast, latchOf, settle } from './mysql-guard.ts';
import { checkVoice, isLost, text } from './mysql-session.ts';
import { refused } from './words.ts';

/** Prepared, because what an earlier run has dropped cannot even be named. */
function fetched(query: string, variable: string, condition: string): string {
  return `SET @migrator_sql = IF(${condition}, ${text(`SELECT (${query}) INTO ${variable}`)}, 'DO 0');\n${execute}`;
}

/** A query that cannot run leaves no number, and then nothing passes. What an earlier run began is settled before anything is counted. Rows that wait for a COMMIT are let go before the session is closed. */
export function checks(part: PartOf<'check'>, frame: Frame): string {
  const settled = `${isPast(part.entry)} OR @migrator_begun = ${part.entry.step}`;
  const each = part.checks.map((check) => {
    const says = (word?: string) => sentence(check, part.deed, checkVoice, word);
    const passes = mayPass(check, part);
    const absent = check.there === undefined ? '' : ` OR (${check.there}) = 0`;
    return [
      `SET @migrator_count = IF(${settled}${absent}, 0, NULL), @migrator_first = NULL;\n`,
      fetched(check.count, '@migrator_count', absent === '' ? `NOT (${settled})` : '@migrator_count IS NULL'),
      check.sample === undefined ? '' : fetched(check.sample, '@migrator_first', '@migrator_count > 0'),
      passes
        ? `SELECT ${says(accepted)} AS migrator FROM DUAL WHERE @migrator_count > 0 AND @migrator_accept_loss;\n`
        : '',
      `SET @migrator_no = CASE\n  WHEN @@${latchOf(frame)} OR ${isLost} THEN '${refused}: an earlier statement of this script failed'\n`,
      `  WHEN @migrator_count = 0${passes ? ' OR (@migrator_count > 0 AND @migrator_accept_loss)' : ''} THEN NULL\n`,
      `  WHEN @migrator_count > 0 THEN ${says()}\n  ELSE ${text(plainSentence(check, part))}\nEND;\n`,
      "SET @migrator_sql = IF(@migrator_no IS NULL, 'DO 0', 'ROLLBACK');\n",
      execute,
      settle(hintOf(check, part), frame),
    ].join('');
  });
  return each.join('');
}
