/** The steps of a revision for SQL*Plus: each a block, or several, that an earlier run may have done. */

import type { Entry, Frame, PartOf } from '../client.ts';
import { alreadyDone, howToSettle, inDoubt, logRow, matches } from './ledger.ts';
import { moves, rowsOf } from './move.ts';
import { switchedOn } from './sqlplus-check.ts';
import { byScript, type Ending } from './sqlplus-ending.ts';
import { resetLedger } from './sqlplus-lock.ts';
import { isAtomic, run } from './sqlplus-run.ts';
import { text } from './sqlplus-text.ts';
import {
  allowed,
  bookVoice,
  go,
  info,
  ledgerTable,
  mark,
  passOver,
  remarks,
  spoken,
  verdict,
  verdictDeclares,
} from './sqlplus-words.ts';
import { committed, demandAfter, demandOfRevision, refused } from './words.ts';

export function register({ entry, outside }: PartOf<'register'>, frame: Frame, { block, keep }: Ending): string {
  const past = [
    `  IF TO_NUMBER(SUBSTR(${info}, ${go.length + 1})) > ${entry.place} THEN\n`,
    `    DBMS_OUTPUT.PUT_LINE(${text(alreadyDone(entry))});\n    RETURN;\n  END IF;\n`,
  ].join('');
  const add = resetLedger(entry, frame, 0).map((sql) => `    ${sql};\n`);
  return block(
    'DECLARE\n  migrator_rows NUMBER;\n',
    [
      allowed,
      past,
      `  SELECT COUNT(*) INTO migrator_rows FROM ${ledgerTable(frame)}\n    WHERE ${matches(entry, text)};\n`,
      `  IF migrator_rows = 0 THEN\n${add.join('')}${outside && keep !== '' ? `  ${keep}` : ''}  END IF;\n`,
    ].join(''),
  );
}

export function begin(
  part: PartOf<'begin' | 'outside'>,
  frame: Frame,
  then = '',
  { block }: Ending = byScript,
): string {
  return block(
    verdictDeclares,
    allowed + passOver(part.entry, frame) + verdict(demandOfRevision(part), frame, refused) + then,
  );
}

/** Refuses where an earlier run began this step and did not say how it ended. */
export function refuseDoubt({ step }: Entry, frame: Frame, words: string): string {
  return [
    `  SELECT COUNT(*) INTO migrator_past FROM ${ledgerTable(frame)}\n    WHERE step = ${step} AND state = 'started';\n`,
    `  IF migrator_past > 0 THEN\n    RAISE_APPLICATION_ERROR(-20005, SUBSTRB(${text(words)}, 1, 2000));\n  END IF;\n`,
  ].join('');
}

/** SQL*Plus and its kin leave it to the person to commit. */
export const settledByHand = ({ entry, says }: PartOf<'outside'>, frame: Frame): string =>
  `${howToSettle(entry, ledgerTable(frame), says)} COMMIT before that.`;

export function outside(part: PartOf<'outside'>, frame: Frame): string {
  const { entry } = part;
  const doubt = refuseDoubt(entry, frame, `${inDoubt(entry)}. ${settledByHand(part, frame)}`);
  return begin(part, frame, `${doubt}${mark(entry, frame, entry.step, 'started')}  COMMIT;\n`);
}

export function statement(part: PartOf<'statement'>, frame: Frame): string {
  const { entry } = part;
  const { declares, runs } = run(part, byScript);
  const body = allowed + passOver(entry, frame);
  if (!part.alone) return remarks(part.says) + byScript.block(declares, body + runs);
  const undone = `    ROLLBACK;\n  ${mark(entry, frame, entry.step - 1, 'done')}    COMMIT;\n    RAISE;\n`;
  const watched = isAtomic(part) ? `  BEGIN\n${runs}  EXCEPTION WHEN OTHERS THEN\n${undone}  END;\n` : runs;
  const done = `${mark(entry, frame, entry.step, 'done')}  COMMIT;\n`;
  return remarks(part.says) + byScript.block(declares, body + watched + done);
}

export const renewLedger = ({ entry }: PartOf<'move'>, frame: Frame): string =>
  resetLedger(entry, frame, entry.steps)
    .map((sql) => `  ${sql};\n`)
    .join('');

/** `first` and `then`: statements of the block that say in the ledger that the revision is done. */
export function move(part: PartOf<'move'>, frame: Frame, ending: Ending, first: string, then: string): string {
  const { block, word, happened } = ending;
  const moved = moves(part, frame, bookVoice(frame));
  const count = rowsOf(moved);
  const log = logRow(part, frame, {
    ...spoken,
    now: 'SYSTIMESTAMP',
    user: "SYS_CONTEXT('USERENV', 'SESSION_USER')",
    accepted: `CASE WHEN ${switchedOn} THEN 1 ELSE 0 END`,
  });
  const wrong = `${word}: the version table did not move the ${count} rows that it should`;
  return block(
    `${verdictDeclares}  migrator_moved NUMBER := 0;\n`,
    [
      allowed,
      passOver(part.entry, frame),
      first,
      ...moved.map(({ sql }) => `  ${sql}  migrator_moved := migrator_moved + SQL%ROWCOUNT;\n`),
      `  IF migrator_moved <> ${count} THEN\n    RAISE_APPLICATION_ERROR(-20004, ${text(wrong)});\n  END IF;\n`,
      verdict(demandAfter(part, happened), frame, word),
      then,
      log === undefined ? '' : `  ${log};\n`,
    ].join(''),
  );
}

export function commit(part: PartOf<'commit'>, frame: Frame): string {
  const { entry, moved } = part;
  const says = moved ? `  DBMS_OUTPUT.PUT_LINE(${text(committed(part))});\n` : mark(entry, frame, entry.step, 'done');
  const [before, after] = moved ? ['', says] : [says, ''];
  const declares = entry.steps === 1 || moved ? '' : 'DECLARE\n  migrator_past NUMBER;\n';
  const past = moved ? passOver({ ...entry, steps: 1 }, frame) : passOver(entry, frame);
  return byScript.block(declares, `${allowed}${past}${before}  COMMIT;\n${after}`);
}
