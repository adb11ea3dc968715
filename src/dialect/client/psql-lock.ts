/** The lock that a script holds on PostgreSQL while it is at work. */

import type { Frame } from '../client.ts';
import { versionTable } from './psql-words.ts';
import { quoted } from './spelling.ts';

/** Held by the session, so until it ends when the script does not: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS */
export function lockKey(frame: Frame): string {
  return `hashtextextended('migrator:' || current_database() || ':' || ${quoted(versionTable(frame))}, 0)`;
}

/** A condition: another session has it. https://www.postgresql.org/docs/current/view-pg-locks.html */
export function isLocked(frame: Frame): string {
  return [
    "EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND pid <> pg_backend_pid()\n",
    '    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())\n',
    `    AND (classid::bigint << 32) | objid::bigint = ${lockKey(frame)})`,
  ].join('');
}
