/**
 * One script at a time on Oracle: a row of the ledger names the session that is at work. DBMS_LOCK would need a grant;
 * DBMS_SESSION is everybody's. https://docs.oracle.com/en/database/oracle/oracle-database/19/arpls/DBMS_SESSION.html
 */

import type { Entry, Frame } from '../client.ts';
import { ledgerReset } from './ledger.ts';
import type { Ending } from './sqlplus-ending.ts';
import { text } from './sqlplus-text.ts';
import { ledgerTable, spoken } from './sqlplus-words.ts';
import { busy } from './words.ts';

const isLock = "direction = 'lock'";

/** No revision is called so. */
const row = "'session-lock', 'lock', 0, 0, 'held'";

export const lockDeclares = '  migrator_holder VARCHAR2(64);\n';

const refuseBusy = `RAISE_APPLICATION_ERROR(-20003, ${text(busy)});\n`;

/**
 * Statements of a block. The table's own lock keeps two that come at once apart, and is gone with the COMMIT; a script that
 * has a transaction open on the table is at work, too. Dynamic, because the block is compiled where there is no table yet.
 */
export function takeLock(frame: Frame, indent: string, { keep }: Ending): string {
  const table = ledgerTable(frame);
  return [
    'BEGIN\n',
    `  EXECUTE IMMEDIATE ${text(`LOCK TABLE ${table} IN EXCLUSIVE MODE NOWAIT`)};\n`,
    'EXCEPTION WHEN OTHERS THEN\n',
    '  -- ORA-00054: resource busy\n',
    `  IF SQLCODE = -54 THEN\n    ${refuseBusy}  END IF;\n  RAISE;\nEND;\n`,
    `EXECUTE IMMEDIATE ${text(`SELECT MAX(digest) FROM ${table} WHERE ${isLock}`)}\n  INTO migrator_holder;\n`,
    'IF migrator_holder <> DBMS_SESSION.UNIQUE_SESSION_ID THEN\n',
    `  IF DBMS_SESSION.IS_SESSION_ALIVE(migrator_holder) THEN\n    ${refuseBusy}  END IF;\nEND IF;\n`,
    `EXECUTE IMMEDIATE ${text(`DELETE FROM ${table} WHERE ${isLock}`)};\n`,
    `EXECUTE IMMEDIATE ${text(`INSERT INTO ${table} (revision, direction, step, steps, state, script, digest) VALUES (${row}, '-', :1)`)}\n`,
    '  USING DBMS_SESSION.UNIQUE_SESSION_ID;\n',
    `${keep.trimStart()}migrator_holder := DBMS_SESSION.UNIQUE_SESSION_ID;\n`,
  ]
    .join('')
    .replace(/^(?=.)/gm, indent);
}

/** As for every client, but the lock's row stays. */
export function resetLedger(entry: Entry, frame: Frame, step: number): readonly string[] {
  const [clear, ...add] = ledgerReset(entry, frame, spoken, step);
  return [`${clear} WHERE NOT ${isLock}`, ...add];
}

/** A session's end frees it, too: nobody asks the dead. */
export const freeLock = (frame: Frame, { keep }: Ending): string =>
  `  DELETE FROM ${ledgerTable(frame)} WHERE ${isLock};\n${keep}`;

/** What is refused changes nothing, not even the ledger. */
export const freeTakenLock = (frame: Frame, { keep }: Ending): string =>
  `  IF migrator_holder = DBMS_SESSION.UNIQUE_SESSION_ID THEN\n    EXECUTE IMMEDIATE ${text(`DELETE FROM ${ledgerTable(frame)} WHERE ${isLock}`)};\n${keep && `  ${keep}`}  END IF;\n`;
