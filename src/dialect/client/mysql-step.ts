/** The steps of a revision on MySQL: each statement is a text that is run where no earlier run has done its step. */

import type { RowRange } from '../../schema/row-range.ts';
import type { Entry, Frame, PartOf } from '../client.ts';
import { commentLines } from './comment.ts';
import { isExpected, unexpected, unexpectedHint } from './expect-rows.ts';
import { alreadyDone, cannotPass, cannotPassHint, howToSettle, inDoubt, ledgerReset, matches } from './ledger.ts';
import { guard, isPast, latchOf, look, settle, settleWith, verdict } from './mysql-guard.ts';
import {
  allSteps,
  closeAfterError,
  delimited,
  isLost,
  ledgerTable,
  mark,
  readStep,
  spoken,
  text,
} from './mysql-session.ts';
import { ended, joinedText } from './spelling.ts';
import { demandOfRevision, refused } from './words.ts';

/** Data statements wait for the version move or the end of their step: the next COMMIT takes both. */
export function begin(part: PartOf<'begin'>, frame: Frame): string {
  return `${guard(demandOfRevision(part), frame, refused, part.entry)}SET autocommit = 0;\n`;
}

/** How much of the revision an earlier run has done. */
export function enter({ entry }: PartOf<'enter'>, frame: Frame): string {
  const past = `@migrator_place > ${entry.place}`;
  const said = `SELECT ${text(alreadyDone(entry))} AS migrator FROM DUAL WHERE ${past};\n`;
  const step = (otherwise: string) =>
    `CASE WHEN ${past} THEN ${allSteps} WHEN ${isLost} THEN NULL ELSE ${otherwise} END`;
  const skip = `SET @migrator_step = ${step('0')}, @migrator_begun = 0;\n${said}`;
  if (entry.steps === 1) return skip;
  return `${skip}${readStep(entry, frame)};\nSET @migrator_step = ${step('@migrator_step')};\n`;
}

export function register({ entry, outside }: PartOf<'register'>, frame: Frame): string {
  const own = `EXISTS (SELECT 1 FROM (SELECT * FROM ${ledgerTable(frame)}) AS known WHERE ${matches(entry, text)})`;
  const [begin, commit] = outside ? ['SET autocommit = 0;\n', 'COMMIT;\nSET autocommit = 1;\n'] : ['', ''];
  const close = closeAfterError(latchOf(frame));
  const rows = ledgerReset(entry, frame, spoken, 0).map((sql) => `${onlyIf(sql, 'NOT @migrator_own')};\n${close}`);
  return `SET @migrator_own = ${isPast(entry)} OR ${own};\n${begin}${rows.join('')}${commit}`;
}

/** Refuses where an earlier run began this step and did not say how it ended, and where it is done and would run again. */
export function outside(part: PartOf<'outside'>, frame: Frame, prepares: Prepares = isPreparable): string {
  const { entry, says, statement } = part;
  const demand = demandOfRevision(part);
  const begun = `@migrator_begun = ${entry.step}`;
  const table = ledgerTable(frame);
  const stuck = prepares(statement) ? '' : `  WHEN ${isPast(entry)} THEN ${text(cannotPass(entry))}\n`;
  const hint = [
    `CASE WHEN ${begun} THEN ${text(howToSettle(entry, table, says))}\n`,
    stuck === '' ? '' : `  WHEN ${isPast(entry)} THEN ${text(cannotPassHint(entry, table, says))}\n`,
    `  ELSE ${text(demand.hint)} END`,
  ].join('');
  const first = `${stuck}  WHEN ${begun} THEN ${text(inDoubt(entry))}\n`;
  return look(demand, frame) + verdict(demand, frame, refused, { entry, first }) + settleWith(hint, frame);
}

/** Whether the server runs the statement from a text. */
type Prepares = (statement: PartOf<'statement'>['statement']) => boolean;

/** https://dev.mysql.com/doc/refman/8.0/en/sql-prepared-statements.html#prepared-statements-permitted */
const preparable =
  /^\s*(?:alter\s+(?:table|user)|analyze|call|create\s+(?:(?:unique|fulltext|spatial)\s+)?(?:index|table|temporary\s+table|database|user|view|or\s+replace\s+view)|delete|do|drop\s+(?:index|table|temporary\s+table|database|user|view)|grant|insert|optimize|rename|replace|revoke|select|set|truncate|update)\b/i;

function isPreparable({ sort, sql, expectRows }: PartOf<'statement'>['statement']): boolean {
  if (sort === 'data' || expectRows !== undefined) return true;
  return sort !== 'block' && typeof sql === 'string' && preparable.test(sql);
}

function choice({ statement: { when }, sql }: PartOf<'statement'>, todo: string): string {
  const whole = text(joinedText(sql));
  if (when === undefined) return `SET @migrator_sql = IF(${todo}, ${whole}, 'DO 0');\n`;
  const otherwise = text(when.otherwise ?? 'DO 0');
  return `SET @migrator_sql = CASE\n  WHEN NOT (${todo}) THEN 'DO 0'\n  WHEN ${when.condition} THEN ${whole}\n  ELSE ${otherwise}\nEND;\n`;
}

/** The number is gone after the next statement: https://dev.mysql.com/doc/refman/8.0/en/information-functions.html#function_row-count */
function judgeRows(entry: Entry, range: RowRange, frame: Frame): string {
  const latch = latchOf(frame);
  return [
    `SET @migrator_rows = ROW_COUNT(), SESSION ${latch} = (@@${latch} OR @@error_count > 0 OR ${isLost});\n`,
    'DEALLOCATE PREPARE migrator_step;\n',
    `SET @migrator_no = CASE\n  WHEN @@${latch} OR ${isLost} THEN '${refused}: an earlier statement of this script failed'\n`,
    `  WHEN ${isPast(entry)} OR ${isExpected('@migrator_rows', range)} THEN NULL\n`,
    `  ELSE CONCAT(${text(unexpected(entry, range))}, @migrator_rows)\nEND;\n`,
    settle(unexpectedHint, frame),
  ].join('');
}

/** Semicolons inside it would end it. */
const isBody = ({ statement: { sort }, sql }: PartOf<'statement'>): boolean =>
  sort === 'block' && joinedText(sql).includes(';');

/** The statement as a text that is run where no earlier run has done its step: MySQL has no IF outside stored programs. */
export function* statement(
  part: PartOf<'statement'>,
  frame: Frame,
  prepares: Prepares = isPreparable,
): Generator<string> {
  const { entry, alone } = part;
  const latch = latchOf(frame);
  const todo = `NOT ${isPast(entry)}`;
  const marked = (state: 'started' | 'done') =>
    alone ? `${mark(entry, frame, entry.step, state)} AND ${todo};\n${closeAfterError(latch)}` : '';
  const [started, done] = [marked('started'), marked('done')];
  yield commentLines(part.says);
  const { expectRows } = part.statement;
  if (expectRows !== undefined) {
    yield choice(part, todo);
    yield `PREPARE migrator_step FROM @migrator_sql;\nEXECUTE migrator_step;\n`;
    yield judgeRows(entry, expectRows, frame);
    return;
  }
  if (prepares(part.statement)) {
    yield choice(part, todo);
    yield `PREPARE migrator_step FROM @migrator_sql;\n${started}EXECUTE migrator_step;\n`;
    yield `${closeAfterError(latch)}${done}DEALLOCATE PREPARE migrator_step;\n`;
    return;
  }
  yield started;
  if (isBody(part)) yield delimited(joinedText(part.sql));
  else yield* ended(part.sql);
  yield closeAfterError(latch) + done;
}

/** The same change where the condition holds, and none elsewhere. */
export function onlyIf(sql: string, condition: string): string {
  if (/^INSERT/.test(sql)) {
    return / VALUES \(/.test(sql) && !/\bSELECT\b/.test(sql)
      ? sql.replace(/VALUES \((.*)\)$/s, `SELECT $1 FROM DUAL WHERE ${condition}`)
      : `${sql} HAVING ${condition}`;
  }
  return / WHERE /.test(sql) ? `${sql} AND ${condition}` : `${sql} WHERE ${condition}`;
}
