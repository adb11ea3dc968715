/** MySQL and MariaDB in SQL alone: every guard is a prepared statement already, and no DELIMITER is needed where no body stands as itself. */

import type { Client, Frame } from '../client.ts';
import { lookAt } from './book.ts';
import { switchLines } from './check-words.ts';
import { commentLines } from './comment.ts';
import { rulesInWords } from './house.ts';
import { sqlMode as mariadbMode } from './mariadb.ts';
import { mysql, sqlMode } from './mysql.ts';
import { latchOf } from './mysql-guard.ts';
import { askPlainMariadb, askPlainMysql } from './mysql-inquiry.ts';
import { type Opening, open, versionTable } from './mysql-session.ts';
import { outside, statement } from './mysql-step.ts';
import { plainRun, plainTerms, switchByLine } from './plain.ts';

const howToSwitch = switchByLine('SET @migrator_accept_loss = 0', '1', '0');

const lossSwitch = `${commentLines(switchLines(howToSwitch))}SET @migrator_accept_loss = 0;\n`;

/** Nothing of them is put back where the tool keeps its session. */
const settingsStay = 'Settings of the session as they were, sql_mode among them: connect anew afterwards.';

const shared: Client = {
  ...mysql,
  tool: 'plain',
  inWords: true,
  statusWhenDone: 'an error',
  run: plainRun,
  rules: rulesInWords,
  check: (frame) => [lookAt(frame, versionTable(frame))],
  acceptLoss: () => howToSwitch,
};

const openPlainly =
  (own: Pick<Opening, 'sqlMode' | 'server'>, known: (frame: Frame) => Frame): Client['spell']['open'] =>
  (part, frame) => [open(part, frame, { ...own, latch: latchOf(known(frame)), lossSwitch })];

/** A tool that divides the file at every semicolon would run the parts of a body, whatever a guard says. */
export const plainMysql: Client = {
  ...shared,
  goesOnWith: 'mysql',
  asking: askPlainMysql,
  terms: plainTerms({
    givesUp: [settingsStay, 'Triggers, procedures and functions whose bodies hold semicolons: they need DELIMITER.'],
  }),
  cannot: ({ sort, sql }) =>
    sort === 'block' && String(sql).includes(';')
      ? 'its body holds semicolons, at which a tool without DELIMITER may cut it into statements of their own'
      : undefined,
  spell: { ...mysql.spell, open: openPlainly({ sqlMode, server: 'MySQL' }, (frame) => frame) },
};

/** MariaDB kept the variables of MySQL 5.6. */
const old = (frame: Frame): Frame => ({ ...frame, serverVersion: '5.6' });

/** https://mariadb.com/kb/en/prepare-statement/ */
const prepares = (): boolean => true;

export const plainMariadb: Client = {
  ...shared,
  goesOnWith: 'mariadb',
  asking: askPlainMariadb,
  terms: plainTerms({ givesUp: [settingsStay] }),
  spell: {
    ...mysql.spell,
    open: openPlainly({ sqlMode: mariadbMode, server: 'MariaDB' }, old),
    admit: (part, frame) => mysql.spell.admit(part, old(frame)),
    register: (part, frame) => mysql.spell.register(part, old(frame)),
    begin: (part, frame) => mysql.spell.begin(part, old(frame)),
    check: (part, frame) => mysql.spell.check(part, old(frame)),
    statement: (part, frame) => statement(part, old(frame), prepares),
    move: (part, frame) => mysql.spell.move(part, old(frame)),
    commit: (part, frame) => mysql.spell.commit(part, old(frame)),
    outside: (part, frame) => [outside(part, old(frame), prepares)],
    close: (part, frame) => mysql.spell.close(part, old(frame)),
  },
};
