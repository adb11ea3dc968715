/** Questions for SQL Server without GO: one text that EXEC runs, whatever cuts the file, with results instead of messages. */

import type { Asking } from '../client.ts';
import { plainRun } from './plain.ts';
import { askSqlcmd, batch, select } from './sqlcmd-inquiry.ts';
import { settings } from './sqlcmd-words.ts';

export const askPlainMssql: Asking = {
  ...askSqlcmd,
  run: plainRun,
  inWords: ['Under each question stands what it found. The last result is the verdict.'],
  spell: (inquiry, frame) => [settings(frame), `EXEC(N'${batch(inquiry, select).replaceAll("'", "''")}');\n`],
};
