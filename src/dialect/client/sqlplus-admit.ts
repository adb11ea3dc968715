/** The beginning of a script for SQL*Plus: the session, the guard, the tables of the scripts. */

import type { Name } from '../../schema/name.ts';
import type { Frame, PartOf } from '../client.ts';
import { takeKnexLock } from './book.ts';
import { commentLines } from './comment.ts';
import {
  keyName,
  ledgerColumns,
  ledgerName,
  logColumns,
  logName,
  otherLeft,
  otherLeftHint,
  positionIn,
  unfinished,
} from './ledger.ts';
import { quoted } from './spelling.ts';
import { lossSwitch } from './sqlplus-check.ts';
import type { Ending } from './sqlplus-ending.ts';
import { declaresFault, faultFirst, faultThen } from './sqlplus-expect.ts';
import { freeTakenLock, lockDeclares, takeLock } from './sqlplus-lock.ts';
import { query, text } from './sqlplus-text.ts';
import {
  allow,
  allowed,
  bookVoice,
  catalogName,
  countTables,
  countVersionTable,
  fits,
  forbid,
  found,
  ledgerTable,
  name,
  quoteTable,
  refuse,
  versionRows,
} from './sqlplus-words.ts';
import {
  alreadyThere,
  demandOfScript,
  doneWithoutTable,
  noVersionTable,
  refused,
  startsAtBase,
  versionName,
} from './words.ts';

const session: readonly string[] = [
  'NLS_COMP = BINARY',
  'NLS_SORT = BINARY',
  "NLS_NUMERIC_CHARACTERS = '.,'",
  "NLS_DATE_FORMAT = 'YYYY-MM-DD HH24:MI:SS'",
  "NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF'",
  "NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM'",
  "TIME_ZONE = '+00:00'",
];

export function openSession(part: PartOf<'open'>, frame: Frame, { first }: Ending): string {
  return [
    part.lossSwitch === true ? lossSwitch : '',
    part.guarded ? commentLines(['No block below does anything until the guard has given its go-ahead.']) : '',
    `BEGIN\n${forbid}${part.guarded ? '' : first + allow('0')}END;\n/\n`,
    ...[`DDL_LOCK_TIMEOUT = ${(frame.waits.lock ?? 0) / 1000}`, ...session].map(
      (setting) => `ALTER SESSION SET ${setting}\n/\n`,
    ),
    frame.schema === undefined ? '' : `ALTER SESSION SET CURRENT_SCHEMA = ${name(frame.schema)}\n/\n`,
  ].join('');
}

/** A session that could not be moved to the schema must not go on in another. */
function elsewhere({ schema }: Frame): string {
  if (schema === undefined) return '';
  const words = text(`${refused}: the current schema is not ${schema}`);
  return [
    `  IF SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') <> ${quoted(catalogName(schema))} THEN\n`,
    `    RAISE_APPLICATION_ERROR(-20003, ${words});\n  END IF;\n`,
  ].join('');
}

export function admit({ path }: PartOf<'admit'>, frame: Frame, ending: Ending): string {
  const demand = demandOfScript(frame);
  const absent = `SUBSTRB(${text(`${noVersionTable(frame)}. ${demand.hint}`)}, 1, 2000)`;
  const own = `CASE WHEN script = ${quoted(frame.script)} THEN 1 ELSE 0 END`;
  const left = `SELECT COUNT(CASE WHEN ${unfinished} AND script <> ${quoted(frame.script)} THEN 1 END),\n    NVL(MAX(${own}), 0)\n  FROM ${ledgerTable(frame)}`;
  const goOn =
    '      IF migrator_place > 0 THEN\n        migrator_fits := 1;\n      ELSE\n        migrator_place := 0;\n      END IF;\n';
  const read = `SELECT ${fits(frame.from)},\n    ${fits(frame.to)},\n    ${found}\n  FROM ${versionRows(frame)}`;
  return ending.block(
    `DECLARE\n  migrator_tables NUMBER;\n  migrator_fits NUMBER := ${Number(startsAtBase(frame))};\n` +
      `  migrator_done NUMBER := ${Number(doneWithoutTable(frame))};\n  migrator_found VARCHAR2(4000) := 'base';\n` +
      `  migrator_place NUMBER := 0;\n  migrator_left NUMBER := 0;\n${lockDeclares}${declaresFault(frame)}`,
    [
      ending.first,
      elsewhere(frame),
      faultFirst(frame),
      countTables(ledgerName(frame)),
      `  IF migrator_tables > 0 THEN\n${takeLock(frame, '    ', ending)}  END IF;\n`,
      countVersionTable(frame),
      `  IF migrator_tables > 0 THEN\n    EXECUTE IMMEDIATE ${query(read)}\n`,
      '      INTO migrator_fits, migrator_done, migrator_found;\n',
      startsAtBase(frame) ? '' : `  ELSE\n    RAISE_APPLICATION_ERROR(-20003, ${absent});\n`,
      '  END IF;\n',
      countTables(ledgerName(frame)),
      '  IF migrator_tables > 0 THEN\n',
      `    EXECUTE IMMEDIATE ${text(left)}\n      INTO migrator_left, migrator_place;\n`,
      path.length === 0
        ? ''
        : `    IF migrator_fits <> 1 AND migrator_place > 0 THEN\n      migrator_place := ${positionIn(path, 'migrator_found', text, '      ')};\n${goOn}    ELSE\n      migrator_place := 0;\n    END IF;\n`,
      path.length === 0 ? '    migrator_place := 0;\n' : '',
      '  END IF;\n',
      `  IF migrator_left > 0 THEN\n    RAISE_APPLICATION_ERROR(-20003, ${text(`${otherLeft}. ${otherLeftHint(ledgerTable(frame))} COMMIT then.`)});\n  END IF;\n`,
      `  IF migrator_done = 1 THEN\n    RAISE_APPLICATION_ERROR(-20002, ${text(alreadyThere(frame))});\n  END IF;\n`,
      `  IF migrator_fits <> 1 THEN\n${refuse(demand, refused, '    ')}  END IF;\n`,
      faultThen(frame, countTables(ledgerName(frame))),
      allow('migrator_place'),
    ].join(''),
    freeTakenLock(frame, ending),
  );
}

export function createTables(frame: Frame, ending: Ending): string {
  const types = {
    text: (length: number) => `VARCHAR2(${length} CHAR)`,
    integer: 'NUMBER(10)',
    moment: 'TIMESTAMP WITH TIME ZONE',
  };
  const log = logName(frame);
  const { book } = frame;
  return ending.block(
    `DECLARE\n  migrator_tables NUMBER;\n${lockDeclares}`,
    [
      allowed,
      book === undefined
        ? createTable(versionName(frame), [`version_num ${types.text(32)} NOT NULL`], 'version_num')
        : [...book.tables.migrations, ...book.tables.lock].map((sql) => `  EXECUTE IMMEDIATE ${text(sql)};\n`).join(''),
      createTable(ledgerName(frame), ledgerColumns(frame, types), 'revision'),
      log === undefined ? '' : createTable(log, logColumns(frame, types), 'entry'),
      ...takeKnexLock(frame, bookVoice(frame), ledgerTable(frame)).map((sql) => `  EXECUTE IMMEDIATE ${text(sql)};\n`),
      book === undefined ? '' : ending.keep,
      takeLock(frame, '  ', ending),
    ].join(''),
  );
}

function createTable(table: Name, columns: readonly string[], key: string): string {
  const lines = [...columns, `CONSTRAINT ${name(keyName(table))} PRIMARY KEY (${key})`];
  const create = `CREATE TABLE ${quoteTable(table)} (\n  ${lines.join(',\n  ')})`;
  return `${countTables(table)}  IF migrator_tables = 0 THEN\n    EXECUTE IMMEDIATE ${text(create)};\n  END IF;\n`;
}
