/** What sqlcmd asks SQL Server before something is lost, and the switch that lets losses pass. */

import { isAscii } from '../ascii/respell.ts';
import type { Frame, PartOf } from '../client.ts';
import { isAtLeast } from '../version.ts';
import { accepted, sentence as checkSentence, hintOf, mayPass, switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { text } from './sqlcmd-text.ts';
import { declare, passOverStep, quoteTable, raise, throwMessage } from './sqlcmd-words.ts';

const hasContext = ({ serverVersion }: Frame): boolean => isAtLeast(serverVersion, '2016');

const switchTable = (word: 'off' | 'on'): string => `#migrator_accept_loss_${word}`;
const isThere = (table: string): string => `OBJECT_ID(N'tempdb..${table}') IS NOT NULL`;

/**
 * A variable of sqlcmd could not be left out: https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-set-session-context-transact-sql
 * Before 2016 a session has no context by name, and a table of its own by that name stands for it.
 */
function switchLine(frame: Frame): string {
  if (hasContext(frame)) return "EXEC sp_set_session_context N'migrator_accept_loss', N'off';\n";
  return `CREATE TABLE ${switchTable('off')} (migrator int);\n`;
}

/** What an earlier run of this session said. */
function forgetSwitch(frame: Frame): string {
  if (hasContext(frame)) return '';
  return [switchTable('off'), switchTable('on')].map((table) => `IF ${isThere(table)} DROP TABLE ${table};\n`).join('');
}

export const switchedOn = (frame: Frame): string =>
  hasContext(frame) ? "SESSION_CONTEXT(N'migrator_accept_loss') = N'on'" : isThere(switchTable('on'));

export const howToSwitch = 'write on for off in the line that sets migrator_accept_loss';

export const lossSwitch = (frame: Frame): string =>
  `${forgetSwitch(frame)}${commentLines(switchLines(howToSwitch))}${switchLine(frame)}`;

/** Dynamic, because the batch is compiled before the statements in it have run. */
function asked(query: string, type: string, variable: string, { ascii }: Frame): string {
  const sql = text(`SET @found = (${query});`);
  const [before, argument] = ascii && !isAscii(sql) ? [`  SET @migrator_sql = ${sql};\n`, '@migrator_sql'] : ['', sql];
  return (
    `${before}  EXEC sp_executesql ${argument},\n` + `    N'@found ${type} OUTPUT', @found = ${variable} OUTPUT;\n`
  );
}

/** Rows that are not committed yet would go uncounted: https://learn.microsoft.com/sql/t-sql/queries/hints-transact-sql-table */
function keepOthersOut({ loses, outside }: PartOf<'check'>): string {
  if (outside || loses.length === 0) return '';
  const locks = loses.map(
    (table) => `  SELECT TOP (1) @migrator_moved = 1 FROM ${quoteTable(table)} WITH (TABLOCKX, HOLDLOCK);\n`,
  );
  return `${locks.join('')}  SELECT @migrator_moved = 0;\n`;
}

export function checks(part: PartOf<'check'>, frame: Frame): string {
  const voice = {
    literal: text,
    joined: (parts: readonly string[]) => `CONCAT(${parts.join(', ')})`,
    count: '@migrator_moved',
    first: '@migrator_found',
  };
  const stop = part.outside ? raise : throwMessage(50005);
  const each = part.checks.map((check) => {
    const hint = text(`. ${hintOf(check, part)}`);
    const refuse = `    SET @migrator_message = LEFT(CONCAT(${checkSentence(check, part.deed, voice)}, ${hint}), 2048);\n${stop}`;
    const says = `SET @migrator_message = ${checkSentence(check, part.deed, voice, accepted)}; PRINT @migrator_message;`;
    return [
      check.there === undefined ? '' : `  IF (${check.there}) > 0\n`,
      asked(check.count, 'bigint', '@migrator_moved', frame),
      '  IF @migrator_moved > 0\n  BEGIN\n',
      check.sample === undefined ? '' : asked(check.sample, 'nvarchar(2000)', '@migrator_found', frame),
      mayPass(check, part)
        ? `    IF ${switchedOn(frame)}\n    BEGIN ${says} END\n    ELSE BEGIN\n${refuse}    END;\n`
        : refuse,
      '  END;\n  SELECT @migrator_moved = 0, @migrator_found = NULL;\n',
    ].join('');
  });
  return part.outside
    ? `${passOverStep(part.entry, frame)}${declare}${each.join('')}GO\n`
    : keepOthersOut(part) + each.join('');
}
