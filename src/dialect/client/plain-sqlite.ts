/** SQLite in SQL alone: the gate that no COMMIT passes unopened needs nothing of the shell. */

import type { Client, Frame, PartOf } from '../client.ts';
import { lookAt } from './book.ts';
import { switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { rulesInWords } from './house.ts';
import { plainRun, plainTerms } from './plain.ts';
import { askPlainSqlite } from './plain-sqlite-inquiry.ts';
import { sqlite3, versionTable } from './sqlite3.ts';
import { prepareGate } from './sqlite3-gate.ts';

const howToSwitch = 'run CREATE TEMP TABLE migrator_accept_loss (yes) in the same session first';

/** https://www.sqlite.org/pragma.html#pragma_busy_timeout */
function open(part: PartOf<'open'>, { waits: { lock = 0 } }: Frame): string {
  return [
    `PRAGMA busy_timeout = ${lock};\n`,
    part.lossSwitch === true ? commentLines(switchLines(howToSwitch)) : '',
    part.guarded ? prepareGate : '',
  ].join('');
}

export const plainSqlite: Client = {
  ...sqlite3,
  tool: 'plain',
  inWords: true,
  statusWhenDone: 'an error',
  terms: plainTerms({
    needs: [
      'It must stop at the first error.',
      'No transaction may be open before the script begins.',
      'The tool must take a trigger, from CREATE TRIGGER to its END, for one statement.',
    ],
    stop: 'Safety in a tool that goes on after errors: it commits a revision without the statement that failed.',
    givesUp: ['Foreign keys as the session had them: the script leaves them off, so connect anew afterwards.'],
  }),
  run: plainRun,
  asking: askPlainSqlite,
  rules: rulesInWords,
  check: (frame) => [lookAt(frame, versionTable(frame))],
  acceptLoss: () => howToSwitch,
  spell: {
    ...sqlite3.spell,
    open: (part, frame) => [open(part, frame)],
    close: (part, frame) => [...sqlite3.spell.close(part, frame), 'DROP TABLE IF EXISTS temp.migrator_accept_loss;\n'],
  },
};
