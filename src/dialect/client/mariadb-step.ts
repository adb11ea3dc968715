/** The steps of a revision on MariaDB, what is asked before them, and their rows. */

import { isAscii } from '../ascii/respell.ts';
import type { Frame, PartOf } from '../client.ts';
import { accepted, hintOf, mayPass, sentence } from './check-words.ts';
import { commentLines } from './comment.ts';
import { isUnexpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { alreadyDone, howToSettle, inDoubt, ledgerReset, matches } from './ledger.ts';
import { closeUnlessUnderstood, compound, ifToDo, latch, settle, verdict } from './mariadb-guard.ts';
import { allSteps, checkVoice, isLost, ledgerTable, mark, readStep, spoken, text } from './mysql-session.ts';
import { ended, joinedText } from './spelling.ts';
import { demandOfRevision, failedBefore, failedBeforeHint, refused } from './words.ts';

/** Data statements wait for the version move: the next COMMIT takes both, or a schema change commits what came before it. */
export function begin(part: PartOf<'begin'>, frame: Frame): string {
  return `${compound(ifToDo(part.entry, verdict(demandOfRevision(part), frame, refused)))}SET autocommit = 0;\n`;
}

/** How much of the revision an earlier run has done. */
export function enter({ entry }: PartOf<'enter'>, frame: Frame): string {
  const known = `    ${readStep(entry, frame)};\n`;
  const lost = `  IF ${isLost} THEN\n    SET migrator_no = '${refused}: ${failedBefore}';\n  END IF;\n`;
  return compound(
    [
      '  SET @migrator_step = NULL, @migrator_begun = 0;\n',
      lost + settle(text(failedBeforeHint), ''),
      '  SET @migrator_step = 0;\n',
      `  IF @migrator_place > ${entry.place} THEN\n    SET @migrator_step = ${allSteps};\n`,
      `    SELECT ${text(alreadyDone(entry))} AS migrator;\n`,
      entry.steps === 1 ? '' : `  ELSE\n${known}`,
      '  END IF;\n',
    ].join(''),
  );
}

export function register({ entry }: PartOf<'register'>, frame: Frame): string {
  const [clear, add] = ledgerReset(entry, frame, spoken, 0);
  const missing = `NOT EXISTS (SELECT 1 FROM ${ledgerTable(frame)} WHERE ${matches(entry, text)})`;
  return compound(ifToDo(entry, `    IF ${missing} THEN\n      ${clear};\n      ${add};\n    END IF;\n`));
}

/** Refuses where an earlier run began this step and did not say how it ended. */
export function outside(part: PartOf<'outside'>, frame: Frame): string {
  const { entry, says } = part;
  const doubt = [
    `  IF @migrator_begun = ${entry.step} THEN\n    SET migrator_no = ${text(inDoubt(entry))};\n  END IF;\n`,
    settle(text(howToSettle(entry, ledgerTable(frame), says)), ''),
  ].join('');
  return compound(ifToDo(entry, verdict(demandOfRevision(part), frame, refused) + doubt));
}

/**
 * Text of a body with semicolons, and whatever an author wrote, may be what no compound statement can hold; and none
 * drops a routine, being one itself: https://mariadb.com/kb/en/drop-function/
 */
function isForeign({ sort, sql }: PartOf<'statement'>['statement']): boolean {
  if (sort !== 'schema') return sort !== 'data';
  return typeof sql === 'string' && /^drop (?:function|procedure)\b/i.test(sql);
}

/** Any text can be put together of ASCII characters; a statement that stands for itself cannot. */
const asText = (sql: string, { ascii }: Frame): boolean => ascii === true && !isAscii(sql);

function runs({ statement, sql }: PartOf<'statement'>, frame: Frame): string {
  const whole = joinedText(sql);
  const spelled = (one: string) =>
    asText(one, frame) ? `EXECUTE IMMEDIATE ${text(one)};\n` : joinedText(ended([one]));
  const { when } = statement;
  if (when !== undefined) {
    const otherwise = when.otherwise === undefined ? '' : `    ELSE\n      ${spelled(when.otherwise)}`;
    return `    IF ${when.condition} THEN\n      ${spelled(whole)}${otherwise}    END IF;\n`;
  }
  if (isForeign(statement)) return `    EXECUTE IMMEDIATE ${text(whole)};\n`;
  return `    ${spelled(whole)}`;
}

/** https://mariadb.com/kb/en/row_count/ */
function judgeRows({ entry, statement: { expectRows } }: PartOf<'statement'>): string {
  if (expectRows === undefined) return '';
  return [
    '    SET migrator_moved = ROW_COUNT();\n',
    `    IF ${isUnexpected('migrator_moved', expectRows)} THEN\n`,
    `      SET migrator_no = CONCAT(${text(unexpected(entry, expectRows))}, migrator_moved);\n    END IF;\n`,
    settle(text(unexpectedHint), ''),
  ].join('');
}

export function* statement(part: PartOf<'statement'>, frame: Frame): Generator<string> {
  const { entry, alone } = part;
  yield commentLines(part.says);
  if (!alone) {
    yield compound(ifToDo(entry, runs(part, frame) + judgeRows(part)));
    yield closeUnlessUnderstood;
    return;
  }
  const [started, done] = [mark(entry, frame, entry.step, 'started'), mark(entry, frame, entry.step, 'done')];
  const again = `    ${mark(entry, frame, entry.step - 1, 'done')} AND NOT @@${latch};\n`;
  yield compound(ifToDo(entry, `    ${started};\n${runs(part, frame)}    ${done};\n`), again);
  yield closeUnlessUnderstood;
}

/** What an earlier run began may have done already: that is settled before anything is counted. */
export function checks(part: PartOf<'check'>, frame: Frame): string {
  const set = (variable: string, query: string) => {
    const assignment = `SET ${variable} = (${query})`;
    return asText(query, frame) ? `EXECUTE IMMEDIATE ${text(assignment)}` : assignment;
  };
  const each = part.checks.map((check) => {
    const says = (word?: string) => sentence(check, part.deed, checkVoice, word);
    const pass = `    IF @migrator_accept_loss THEN SELECT ${says(accepted)} AS migrator; ELSE\n`;
    const [open, close] = mayPass(check, part) ? [pass, '    END IF;\n'] : ['', ''];
    return [
      check.there === undefined
        ? `  ${set('@migrator_count', check.count)};\n`
        : `  ${set('@migrator_count', check.there)};\n  IF @migrator_count > 0 THEN\n    ${set('@migrator_count', check.count)};\n  END IF;\n`,
      '  IF @migrator_count > 0 THEN\n',
      check.sample === undefined ? '' : `    ${set('@migrator_first', check.sample)};\n`,
      `${open}    SET migrator_no = ${says()};\n${close}`,
      '  END IF;\n',
      settle(text(hintOf(check, part)), ''),
    ].join('');
  });
  const settled = `  IF @migrator_begun <> ${part.entry.step} THEN\n${each.join('')}  END IF;\n`;
  return compound(ifToDo(part.entry, settled)) + closeUnlessUnderstood;
}
