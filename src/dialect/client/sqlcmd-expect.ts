/** How a script for sqlcmd asks for its expectations, in the batch of its guard. */

import type { Frame } from '../client.ts';
import { expectHint, faultAt, faultWords } from './expect-words.ts';
import { text } from './sqlcmd-text.ts';
import { idOf, ledgerTable } from './sqlcmd-words.ts';

export const declaresFault = ({ expects }: Frame): string =>
  expects.length === 0 ? '' : '  DECLARE @migrator_fault nvarchar(2000), @migrator_half int = 0;\n';

/** What is wrong here comes before what the version table says. */
function ask(fault: string, when: string, frame: Frame): string {
  const words = `${text(faultWords(frame))} + @migrator_fault + ${text(`. ${expectHint}`)}`;
  return [
    `IF ${when}\nBEGIN\n  SET @migrator_fault = ${fault};\n`,
    `  IF @migrator_fault IS NOT NULL SET @migrator_message = LEFT(${words}, 2048);\nEND;\n`,
  ].join('');
}

export function faultFirst(frame: Frame): string {
  const fault = faultAt(frame, 'always');
  return fault === undefined ? '' : ask(fault, '@migrator_locked >= 0', frame);
}

/** Where the rows fit; names only where no earlier run of this script has begun. */
export function faultThen(frame: Frame): string {
  const [undone, names] = [faultAt(frame, 'undone'), faultAt(frame, 'beginning')];
  const fits = '@migrator_message IS NULL AND @migrator_done = 0 AND @migrator_fits = 1';
  const half = `SELECT @half = COUNT(*) FROM ${ledgerTable(frame)} WHERE script = ${text(frame.script)};`;
  return [
    undone === undefined ? '' : ask(undone, fits, frame),
    ...(names === undefined
      ? []
      : [
          `IF ${idOf(ledgerTable(frame))} IS NOT NULL\n`,
          `  EXEC sp_executesql ${text(half)}, N'@half int OUTPUT', @half = @migrator_half OUTPUT;\n`,
          ask(names, `${fits} AND @migrator_place = 0 AND @migrator_half = 0`, frame),
        ]),
  ].join('');
}
