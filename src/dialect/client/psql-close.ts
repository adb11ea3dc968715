/** The last words of a script for PostgreSQL: the guard once more, and the session as it was. */

import type { Frame, PartOf } from '../client.ts';
import { freeKnexLock } from './book.ts';
import { guard } from './psql-guard.ts';
import { ledgerTable } from './psql-ledger.ts';
import { lockKey } from './psql-lock.ts';
import { bookVoice, echo, echoUnlessError, putBackFrozen, waitSettings } from './psql-words.ts';
import { demandAtEnd, incomplete, tableReady } from './words.ts';

const settings: readonly string[] = [
  'client_encoding',
  'standard_conforming_strings',
  'client_min_messages',
  'TimeZone',
  'row_security',
];

export function putBack(frame: Frame): string {
  const names = [...settings, ...waitSettings(frame), ...(frame.schema === undefined ? [] : ['search_path'])];
  return putBackFrozen + names.map((name) => `RESET ${name};\n`).join('');
}

export function closeSaying(part: PartOf<'close'>, frame: Frame, words: string): string {
  if (!part.guarded) return echo(tableReady(frame)) + putBack(frame);
  const ends = [`DELETE FROM ${ledgerTable(frame)}`, ...freeKnexLock(frame, bookVoice)];
  const last = `${ends.map((sql) => `  ${sql};\n`).join('')}  PERFORM pg_advisory_unlock(${lockKey(frame)});\n`;
  return guard({ ...demandAtEnd(frame), frame, word: incomplete, last }) + echoUnlessError(words) + putBack(frame);
}
