/** How a script for psql asks for its expectations: in a block before the guard, and in the guard. */

import type { Frame } from '../client.ts';
import { anonymousBlock } from './dollar.ts';
import { expectHint, faultAt, faultWords } from './expect-words.ts';
import { ledgerTable } from './psql-ledger.ts';
import { echo } from './psql-words.ts';
import { quoted } from './spelling.ts';

const raiseFault = (frame: Frame): string =>
  `  IF fault IS NOT NULL THEN\n    RAISE EXCEPTION '%', ${quoted(faultWords(frame))} || fault\n` +
  `      USING HINT = ${quoted(expectHint)};\n  END IF;\n`;

/** Leaves the file when one does not hold, so that a client that goes on after errors does not go on. */
export function askFirst(frame: Frame): string {
  const asked = blockOf(frame, 'always');
  return asked === '' ? '' : `${anonymousBlock(asked)}\\if :ERROR\n\\quit\n\\endif\n`;
}

/** As statements of a guard, in SQL alone. */
export const askInGuard = (frame: Frame, when: 'always' | 'undone' | 'beginning'): string =>
  blockOf(frame, when)
    .replace(/^(?=.)/gm, '  ')
    .replace(/END\n$/, 'END;\n');

function blockOf(frame: Frame, when: 'always' | 'undone' | 'beginning'): string {
  const fault = faultAt(frame, when);
  if (fault === undefined) return '';
  return `DECLARE\n  fault text;\nBEGIN\n  fault := ${fault};\n${raiseFault(frame)}END\n`;
}

/** Statements of the guard; `place` is how far an earlier run came. */
export function askThen(frame: Frame, ledgerThere: string): string {
  const [undone, beginning] = [faultAt(frame, 'undone'), faultAt(frame, 'beginning')];
  if (undone === undefined && beginning === undefined) return '';
  const own = `EXISTS (SELECT FROM ${ledgerTable(frame)} WHERE script = ${quoted(frame.script)})`;
  const names =
    beginning === undefined
      ? []
      : [
          `  IF ${ledgerThere} THEN\n    half := ${own};\n  END IF;\n`,
          `  IF fault IS NULL AND place = 0 AND NOT half THEN\n    fault := ${beginning};\n  END IF;\n`,
        ];
  const block = [
    `DECLARE\n  fault text;\n${beginning === undefined ? '' : '  half boolean := false;\n'}BEGIN\n`,
    undone === undefined ? '' : `  fault := ${undone};\n`,
    ...names,
    `${raiseFault(frame)}END;\n`,
  ].join('');
  return block.replace(/^/gm, '  ').trimEnd().concat('\n');
}

/** For engines without such blocks: a cast that fails carries the words. */
export function askByCast(frame: Frame, when: 'always' | 'undone' | 'beginning'): string {
  const fault = faultAt(frame, when);
  if (fault === undefined) return '';
  const sentence = `${quoted(faultWords(frame))} || coalesce(${fault}, 'cannot ask what it expects')`;
  return [
    `\\set migrator_wrong true\nSELECT ${fault} IS NOT NULL AS migrator_wrong \\gset\n`,
    `\\if :migrator_wrong\n${echo(expectHint)}SELECT CAST(${sentence} AS integer);\n\\quit\n\\endif\n`,
  ].join('');
}

/** What waits for the guard; names only where the ledger knows of no earlier run of this script. */
export function askThenByCast(frame: Frame): string {
  const names = askByCast(frame, 'beginning');
  const own = `SELECT count(*) > 0 AS migrator_half FROM ${ledgerTable(frame)} WHERE script = ${quoted(frame.script)} \\gset\n`;
  const asked =
    names === ''
      ? ''
      : `\\set migrator_half false\n\\if :migrator_known\n${own}\\endif\n\\if :migrator_half\n\\else\n${names}\\endif\n`;
  return askByCast(frame, 'undone') + asked;
}
