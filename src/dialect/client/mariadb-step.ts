/** The steps of a revision on MariaDB, what is asked before them, and their rows. */

import type { Frame, PartOf } from '../client.ts';
import { accepted, hintOf, mayPass, sentence } from './check-words.ts';
import { commentLines } from './comment.ts';
import { isUnexpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { alreadyDone, howToSettle, inDoubt, ledgerReset, matches } from './ledger.ts';
import { compound, ifToDo, latch, settle, verdict } from './mariadb-guard.ts';
import { allSteps, checkVoice, ledgerTable, mark, readStep, spoken, text } from './mysql-session.ts';
import { ended, joinedText } from './spelling.ts';
import { demandOfRevision, refused } from './words.ts';

/** Data statements wait for the version move: the next COMMIT takes both, or a schema change commits what came before it. */
export function begin(part: PartOf<'begin'>, frame: Frame): string {
  return `${compound(ifToDo(part.entry, verdict(demandOfRevision(part), frame, refused)))}SET autocommit = 0;\n`;
}

/** How much of the revision an earlier run has done. */
export function enter({ entry }: PartOf<'enter'>, frame: Frame): string {
  const known = `    ${readStep(entry, frame)};\n`;
  return compound(
    [
      '  SET @migrator_step = 0, @migrator_begun = 0;\n',
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

function runs({ statement, sql }: PartOf<'statement'>): string {
  const whole = joinedText(sql);
  const { when } = statement;
  if (when !== undefined) {
    const otherwise = when.otherwise === undefined ? '' : `    ELSE\n      ${when.otherwise};\n`;
    return `    IF ${when.condition} THEN\n      ${joinedText(ended([whole]))}${otherwise}    END IF;\n`;
  }
  if (isForeign(statement)) return `    EXECUTE IMMEDIATE ${text(whole)};\n`;
  return `    ${joinedText(ended([whole]))}`;
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
    yield compound(ifToDo(entry, runs(part) + judgeRows(part)));
    return;
  }
  const [started, done] = [mark(entry, frame, entry.step, 'started'), mark(entry, frame, entry.step, 'done')];
  const again = `    ${mark(entry, frame, entry.step - 1, 'done')} AND NOT @@${latch};\n`;
  yield compound(ifToDo(entry, `    ${started};\n${runs(part)}    ${done};\n`), again);
}

export function checks(part: PartOf<'check'>): string {
  const each = part.checks.map((check) => {
    const says = (word?: string) => sentence(check, part.deed, checkVoice, word);
    const pass = `    IF @migrator_accept_loss THEN SELECT ${says(accepted)} AS migrator; ELSE\n`;
    const [open, close] = mayPass(check, part) ? [pass, '    END IF;\n'] : ['', ''];
    return [
      check.there === undefined
        ? `  SET @migrator_count = (${check.count});\n`
        : `  SET @migrator_count = (${check.there});\n  IF @migrator_count > 0 THEN\n    SET @migrator_count = (${check.count});\n  END IF;\n`,
      '  IF @migrator_count > 0 THEN\n',
      check.sample === undefined ? '' : `    SET @migrator_first = (${check.sample});\n`,
      `${open}    SET migrator_no = ${says()};\n${close}`,
      '  END IF;\n',
      settle(text(hintOf(check, part)), ''),
    ].join('');
  });
  return compound(ifToDo(part.entry, each.join('')));
}
