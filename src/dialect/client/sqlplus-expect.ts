/** How a script for SQL*Plus asks for its expectations, in the block of its guard. */

import type { Frame } from '../client.ts';
import { expectHint, faultAt, faultWords } from './expect-words.ts';
import { quoted } from './spelling.ts';
import { text } from './sqlplus-text.ts';
import { ledgerTable } from './sqlplus-words.ts';

export const declaresFault = ({ expects }: Frame): string =>
  expects.length === 0 ? '' : '  migrator_fault VARCHAR2(4000);\n  migrator_half NUMBER := 0;\n';

function ask(fault: string, frame: Frame): string {
  return [
    `  EXECUTE IMMEDIATE ${text(`SELECT ${fault} FROM dual`)}\n    INTO migrator_fault;\n`,
    '  IF migrator_fault IS NOT NULL THEN\n',
    `    RAISE_APPLICATION_ERROR(-20003, SUBSTRB(${text(faultWords(frame))} || migrator_fault ||\n`,
    `      ${text(`. ${expectHint}`)}, 1, 2000));\n  END IF;\n`,
  ].join('');
}

export function faultFirst(frame: Frame): string {
  const fault = faultAt(frame, 'always');
  return fault === undefined ? '' : ask(fault, frame);
}

/** Where the rows fit; names only where no earlier run of this script has begun. */
export function faultThen(frame: Frame, countsLedger: string): string {
  const [undone, names] = [faultAt(frame, 'undone'), faultAt(frame, 'beginning')];
  const half = `SELECT COUNT(*) FROM ${ledgerTable(frame)} WHERE script = ${quoted(frame.script)}`;
  return [
    undone === undefined ? '' : ask(undone, frame),
    ...(names === undefined
      ? []
      : [
          `${countsLedger}  IF migrator_tables > 0 THEN\n    EXECUTE IMMEDIATE ${text(half)}\n      INTO migrator_half;\n  END IF;\n`,
          `  IF migrator_place = 0 AND migrator_half = 0 THEN\n${ask(names, frame)}  END IF;\n`,
        ]),
  ].join('');
}
