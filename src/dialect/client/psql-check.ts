/** What psql asks PostgreSQL before something is lost, and the switch that lets losses pass. */

import type { PartOf } from '../client.ts';
import { accepted, hintOf, mayPass, sentence, switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { anonymousBlock } from './dollar.ts';
import { latch } from './psql-guard.ts';
import { quoteTable, unlessDone } from './psql-ledger.ts';
import { checkVoice, howToSwitch, switchVariable } from './psql-words.ts';
import { quoted } from './spelling.ts';

/** https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-VARIABLES */
export const lossSwitch: string = `${commentLines(switchLines(howToSwitch))}${switchVariable}\\if :accept_loss\nSET migrator.accept_loss = on;\n\\else\nSET migrator.accept_loss = off;\n\\endif\n`;

const closeAfterError: string = ['\\if :ERROR\n', 'SET migrator.stopped = on;\n', latch, '\\endif\n'].join('');

export function checks(part: PartOf<'check'>): string {
  return unlessDone(part, checkBlock(part) + (part.outside ? closeAfterError : ''));
}

/** One after the other, so that the first to find something stops the script. `last`: statements for when none does. `goesOn`: the script run again passes over what is done. */
export function checkBlock(part: PartOf<'check'>, last = '', goesOn = true): string {
  const each = part.checks.map((check) => {
    const hint = quoted(hintOf(check, part, goesOn));
    const stop = `RAISE EXCEPTION '%', ${sentence(check, part.deed, checkVoice)}\n      USING HINT = ${hint};\n`;
    const pass = `RAISE WARNING '%', ${sentence(check, part.deed, checkVoice, accepted)};\n`;
    const found = mayPass(check, part)
      ? `    IF current_setting('migrator.accept_loss', true) = 'on' THEN\n      ${pass}    ELSE\n      ${stop}    END IF;\n`
      : `    ${stop}`;
    return [
      check.there === undefined
        ? `  migrator_count := (${check.count});\n`
        : `  migrator_count := (${check.there});\n  IF migrator_count > 0 THEN\n    migrator_count := (${check.count});\n  END IF;\n`,
      '  IF migrator_count > 0 THEN\n',
      check.sample === undefined ? '' : `    migrator_first := (${check.sample});\n`,
      `${found}  END IF;\n`,
    ].join('');
  });
  return anonymousBlock(
    `DECLARE\n  migrator_count bigint;\n  migrator_first text;\nBEGIN\n${keepWritersOut(part)}${each.join('')}${last}END\n`,
  );
}

/** Whoever reads may go on. https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
function keepWritersOut({ loses, outside }: PartOf<'check'>): string {
  if (outside || loses.length === 0) return '';
  return `  LOCK TABLE ${loses.map(quoteTable).join(', ')} IN SHARE ROW EXCLUSIVE MODE;\n`;
}

export const acceptedLoss = "CASE WHEN current_setting('migrator.accept_loss', true) = 'on' THEN 1 ELSE 0 END";
