/** Questions for Oracle without a client's own words: SQL*Plus's blocks, and a verdict that is an error when it is bad. */

import type { Asking } from '../client.ts';
import type { Inquiry } from '../inquiry.ts';
import { plainRun } from './plain.ts';
import { apart, settingsAsBlocks } from './plain-oracle-text.ts';
import { asked, askSqlplus, count, declaresOpen, found, refuseOpen } from './sqlplus-inquiry.ts';
import { text } from './sqlplus-text.ts';
import { forbid } from './sqlplus-words.ts';

/** No number is known any more, and none will be. */
const unanswered = `EXCEPTION WHEN OTHERS THEN\n  DBMS_APPLICATION_INFO.SET_CLIENT_INFO('${found}');\n  RAISE;\n`;

function verdict(inquiry: Inquiry): string {
  const { good, bad } = inquiry;
  const many = "NVL(TO_CHAR(migrator_rows), 'a question was not answered')";
  return [
    `\nDECLARE\n  migrator_rows NUMBER;\n${declaresOpen(inquiry)}BEGIN\n  migrator_rows := ${count};\n${forbid}  ROLLBACK;\n`,
    `  IF NVL(migrator_rows, 1) > 0 THEN\n    RAISE_APPLICATION_ERROR(-20007, ${text(`${bad}: `)} || ${many});\n  END IF;\n`,
    refuseOpen(inquiry),
    `  DBMS_OUTPUT.PUT_LINE(${text(good)});\nEND;\n/\n`,
  ].join('');
}

export const askPlainOracle: Asking = {
  ...askSqlplus,
  run: plainRun,
  inWords: [
    'DBMS_OUTPUT shows each question, under it what it found, and at the end the verdict; a bad one is an error.',
  ],
  spell: (inquiry, frame) => [
    apart(settingsAsBlocks([...asked(inquiry, frame, unanswered), verdict(inquiry)].join(''))),
  ],
};
